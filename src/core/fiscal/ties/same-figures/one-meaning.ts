import type { ColumnRole } from '../../../tables/table';
import { tiersMeet } from '../../../tables/tier';
import type { Standing } from './figure-field';
import { isOfOneNature, type Named } from './named-table';
import { areOfOnePlace, periodsMeet, sideIn } from './same-quantity';
import { rolesMeet } from './stages';

/** Whether nothing says that two figures are of two things. */
export function mayBeOne(one: Standing, other: Standing): boolean {
  return (
    isOfOneNature(one.figure, other.figure) &&
    areOfOnePlace(one.table, other.table) &&
    periodsMeet(one.table.period, other.table.period) &&
    tiersMeet(one.table.tier, other.table.tier) &&
    stagesMeet(one.column.role ?? one.row.role, other.column.role ?? other.row.role) &&
    isOfYearBefore(one) === isOfYearBefore(other) &&
    !isMean(one) &&
    !isMean(other) &&
    scopesMeet(one.table.scope, other.table.scope) &&
    sidesMeet(one, other) &&
    !areTwoMembers(one.row, other.row) &&
    !areTwoMonths(one, other)
  );
}

/** What the year before came to, and what was planned, is said so on both sides. */
function stagesMeet(a: ColumnRole | undefined, b: ColumnRole | undefined): boolean {
  const isOtherwise = (role: ColumnRole | undefined) => role !== undefined && OF_OTHER_TIMES.includes(role);
  return rolesMeet(a, b) && (a === b || (!isOtherwise(a) && !isOtherwise(b)));
}

const OF_OTHER_TIMES: readonly ColumnRole[] = ['prior', 'budget_initial', 'budget_adjusted'];

function isOfYearBefore({ row, column }: Standing): boolean {
  return /[上去]年(?![结滚]|末)|同期/.test(`${row.label}|${column.label}`);
}

function isMean({ row, column }: Standing): boolean {
  return /人均|户均|亩均|月均|平均/.test(`${row.label}|${column.label}`);
}

/** 一般公共预算 is never 政府性基金; that one table is of 财政专户 says nothing of what is in them. */
function scopesMeet(...scopes: readonly (readonly string[])[]): boolean {
  const [a, b] = scopes.map((scope) => scope.filter((one) => BUDGETS.test(one)));
  return !a || !b || a.length === 0 || b.length === 0 || a.some((scope) => b.includes(scope));
}

const BUDGETS = /一般公共预算|政府性基金|国有资本|社会保险基金/;

function sidesMeet(...both: readonly Standing[]): boolean {
  const [a, b] = both.map(({ row, column }) => sideIn(`${row.label}|${column.label}`));
  return a === '' || b === '' || a === b;
}

const MEMBER = /(?:局|办|办公室|委|委员会|院|部|中心|大队|校|学|公司|镇|乡|街道|苏木|村|社区)$/;

/** 县教育局 and 县人社局. */
function areTwoMembers({ label: a, keys }: Named, other: Named): boolean {
  return MEMBER.test(a) && MEMBER.test(other.label) && !keys.some((key) => other.keys.includes(key));
}

function areTwoMonths(one: Standing, other: Standing): boolean {
  const [a, b] = [one, other].map(({ row, column }) => new Set(`${row.label}|${column.label}`.match(/\d{1,2}月/g)));
  return a?.size === 1 && b?.size === 1 && ![...a].some((month) => b.has(month));
}
