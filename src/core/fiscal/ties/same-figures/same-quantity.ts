import type { Period } from '../../../numbers/period';
import { tiersMeet } from '../../../tables/tier';
import { monthEndBefore } from '../periods';
import { causesOf, type SameLine } from './compare-lines';
import { WHOLE } from './name-keys';
import { isCalledAfter, type Line } from './lines';
import type { NamedTable } from './named-table';
import { isStage, rolesMeet } from './stages';

/** Whether tiers meet; 县直部门 and 全县 are one where the totals of both are. */
export function tiersOfOne({ one, other }: SameLine, haveOneTotal: boolean): boolean {
  return tiersMeet(one.tier, other.tier) || haveOneTotal;
}

/** Whether what is said of two lines lets them be one quantity; their figures alone would call 调整预算 what is 年初预算 in all but two rows. */
export function mayBeOne(tie: SameLine, areAlike: (one: Line, other: Line) => boolean = namesMeet): boolean {
  const { one, other, telling, digits, differing, isSlip } = tie;
  if (!areOfOnePlace(one.table, other.table)) return false;
  // Two lists of the same projects, of which one figure is misspelt.
  if (isSlip && differing.every(({ key }) => key.length >= LONG_NAME)) return true;
  if (!scopesMeet(scopeOf(one, tie), scopeOf(other, tie), tie)) return false;
  if (sideOf(one) !== '' && sideOf(other) !== '' && sideOf(one) !== sideOf(other)) return false;
  if (isPlanOf(one, other) || isPlanOf(other, one) || isRepeated(one, other) || isRepeated(other, one)) return true;
  if (takesUp(one, other) || takesUp(other, one)) return true;
  if (!rolesMeet(one.role, other.role) || !yearsMeet(one.label, other.label)) return false;
  const ofOneTime = periodsMeet(one.period, other.period) || isOneBudget(one, other);
  if (!ofOneTime) return isCarriedOver(one, other) || isCarriedOver(other, one);
  if (areOfOneStage(one, other) || areAlike(one, other) || differing.length === 0) return true;
  const areRows = one.axis === 'row' && other.axis === 'row';
  return causesOf(differing) === 1 && (telling >= MANY || (areRows && digits >= SO_MANY_DIGITS));
}

/**
 * 收入总计 is not 支出总计, however many of their columns are in balance, nor is the 合计 of what an office received for each
 * of its tasks what it spent on them; empty: its words say neither.
 */
function sideOf({ axis, label, table }: Line): string {
  const words = axis === 'row' ? label : table.columns.map((column) => column.label).join('|');
  return sideIn(words);
}

/** 收入 or 支出, where a text says one of them alone. */
export function sideIn(text: string): string {
  const [side, more] = new Set(text.match(/收入|支出/g));
  return side !== undefined && more === undefined ? side : '';
}

/** What a line is about, as its table says, or as the rows do in which it was compared, where most say one thing. */
function scopeOf({ scope, axis, table }: Line, { agreeing, differing, one }: SameLine): string {
  if (scope.length > 0 || axis === 'row') return scope.join();
  const rows = [...agreeing, ...differing].map((pair) => {
    const { figure } = one.table === table ? pair.one : pair.other;
    return table.rows[figure.row]?.scope.join() ?? '';
  });
  const saying = rows.filter((row) => row !== '');
  const [first = '', ...others] = new Set(saying);
  return others.length === 0 && saying.length * 2 >= rows.length ? first : '';
}

/** What everybody means who does not say otherwise, */
const PLAIN_SCOPE = '一般公共预算';
/** if figures of so many digits agree. */
const PLAIN_DIGITS = 8;
/** Of lines that are no totals so many for each that differs. */
const PLAIN_TIMES = 4;

/** A department's tables of all its money and of the general budget have most rows in common, and are two things. */
const OF_DEPARTMENT = /(?<!分)部门(?:预算|决算|收|支)|单位预算|公开\d|财政拨款/;

function scopesMeet(a: string, b: string, { one, other, agreeing, differing, digits }: SameLine): boolean {
  if (a === b) return true;
  const areTotals = one.axis === 'row' && one.isWhole && other.isWhole;
  if (!areTotals && agreeing.length < PLAIN_TIMES * Math.max(1, differing.length)) return false;
  const isPlain = [a, b].includes('') && [a, b].includes(PLAIN_SCOPE);
  const isOfDepartment = [one, other].some(
    ({ table: { title, book } }) => OF_DEPARTMENT.test(`${title}|${book}`) && !agreeing.every(isOfOffice),
  );
  return isPlain && !isOfDepartment && agreeing.length >= 2 && digits >= PLAIN_DIGITS;
}

/** 县教育局, 各镇街: of the bureau's tables of all departments, not of a department's own. */
const OFFICE_NAME = /(?:局|办|办公室|委|委员会|院|会|部|中心|队|校|公司|镇|乡|街道|镇街)$/;

function isOfOffice({ key }: SameLine['agreeing'][number]): boolean {
  return OFFICE_NAME.test(key) || key === WHOLE || /^各?[镇乡街]/.test(key);
}

/** A name that is of one thing alone. */
const LONG_NAME = 6;

/** So many that agree speak for one quantity where the names do not; */
const MANY = 8;
/** or fewer of two rows, under the names of their columns, of so many digits together. */
const SO_MANY_DIGITS = 20;

const OFFICE = /^[县区市]?财政局/;

/** Whether two tables may be of one county and one office. */
export function areOfOnePlace(one: NamedTable, other: NamedTable): boolean {
  return placesMeet(one.place, other.place) && placesMeet(one.county, other.county);
}

/** A place has a long and a short name, so only how it begins counts. */
function placesMeet(a: string, b: string): boolean {
  // 县财政局 is whoever reports.
  if (OFFICE.test(a) || OFFICE.test(b)) return true;
  return a === '' || b === '' || a.slice(0, 2) === b.slice(0, 2);
}

/** To one day, or one of them of the whole year of the other: the others are two figures of one series. */
export function periodsMeet(a: Period | undefined, b: Period | undefined): boolean {
  if (!a || !b || a.to === b.to) return true;
  return a.to.slice(0, 4) === b.to.slice(0, 4) && (isWholeYear(a) || isWholeYear(b));
}

function isWholeYear({ from, to }: Period): boolean {
  return from.endsWith('-01-01') && to.endsWith('-12-31');
}

/** 2022年决算 is never 2023年执行. */
function yearsMeet(a: string, b: string): boolean {
  const [one, other] = [a, b].map((label) => /(?:19|20)\d\d(?=年)/.exec(label)?.[0]);
  return one === undefined || other === undefined || one === other;
}

/** The budget of a year is one, whatever month's table shows it. */
function isOneBudget({ role, table: { period } }: Line, other: Line): boolean {
  return (
    role === 'budget_initial' &&
    other.role === 'budget_initial' &&
    period?.to.slice(0, 4) === other.table.period?.to.slice(0, 4)
  );
}

const PLAN = /((?:19|20)\d\d)年(?:度)?(?:年初)?预算/;

/** 2025年预算数 beside the plan of 2026 is the budget of the account of 2025. */
function isPlanOf({ label, table: { period } }: Line, { role, table: { period: of } }: Line): boolean {
  const year = PLAN.exec(label)?.[1];
  return (
    year !== undefined &&
    (role === 'budget_initial' || role === 'budget_adjusted') &&
    of?.to.slice(0, 4) === year &&
    period !== undefined &&
    period.to.slice(0, 4) > year
  );
}

/** 上年同期 is what last year's table had to date, 上月 what last month's had for its month. */
function isRepeated({ axis, label, role, table: { period } }: Line, other: Line): boolean {
  const before = other.period;
  if (axis !== 'column' || other.axis !== 'column' || !period || !before) return false;
  if (/上月/.test(label)) return other.role === 'month' && before.to === monthEndBefore(period.to);
  if (role !== 'prior' || !(other.role === 'ytd' || other.role === 'amount')) return false;
  const to = /决算|全年/.test(label) ? '12-31' : period.to.slice(5);
  return before.to === `${Number(period.to.slice(0, 4)) - 1}-${to}`;
}

/** 年初余额 of this year, and 2024年末结转, is what last year's list ended with. */
function takesUp({ role, label, table: { period } }: Line, { role: of, table: { period: before } }: Line): boolean {
  if (role !== 'opening' || /月初|上月/.test(label) || (of !== 'closing' && of !== 'amount')) return false;
  const year = /((?:19|20)\d{2})年(?:度)?[末底]/.exec(label)?.[1];
  return year === undefined ? isYearAfter(period, before) : before?.to === `${year}-12-31`;
}

const BEGINS_WITH = /(?:上[年月]|[年期月]初)[^|]*(?:结余|余额|结转|结存)/;
const ENDS_WITH = /(?:[年期月]末|年终|滚存|累计)[^|]*(?:结余|余额|结转|结存)/;

/** The same in rows, which only their words tell: 上年滚存结余 of this year's plan and 年末滚存结余 of last year's account. */
function isCarriedOver(one: Line, other: Line): boolean {
  return (
    one.axis === 'row' &&
    other.axis === 'row' &&
    BEGINS_WITH.test(one.label) &&
    ENDS_WITH.test(other.label) &&
    !BEGINS_WITH.test(other.label) &&
    (isYearAfter(one.table.period, other.table.period) ||
      (/月/.test(one.label) &&
        one.table.period !== undefined &&
        other.table.period?.to === monthEndBefore(one.table.period.to)))
  );
}

function isYearAfter(period: Period | undefined, before: Period | undefined): boolean {
  if (!period || !before?.to.endsWith('-12-31')) return false;
  return Number(period.to.slice(0, 4)) - 1 === Number(before.to.slice(0, 4));
}

/** Words that any column or row of figures may bear. */
export const GENERIC =
  /\(.*?\)|全[县市区省州旗年月季]|(?:19|20)\d\d年度?|合计|总计|小计|共计|总额|累计|完成|本年|今年|本期|实际|发生|执行|决算|金额|数额|(?:\d{1,2}[-—~至])?\d{1,2}月份?|[百千]?万?亿?元|[数额费金的—|]/g;

/** Whether two lines are called alike, or one of them by nothing of its own: 送审金额 and 审定金额 are two things. */
function namesMeet(one: Line, other: Line): boolean {
  if (isCalledAfter(one, other) || isCalledAfter(other, one)) return true;
  if (one.axis === 'row' && other.axis === 'row')
    return (one.isWhole && other.isWhole) || one.keys.some((key) => other.keys.includes(key));
  const [a, b] = [one, other].map(({ label }) => label.replace(GENERIC, ''));
  if (a === undefined || b === undefined || a.length < 2 || b.length < 2) return true;
  return shareLetters(a, b);
}

/** 专项债务 and 专项债券, 营收 and 营业收入. */
function shareLetters(a: string, b: string): boolean {
  return pairsOf(a).some((pair) => b.includes(pair)) || isWithin(a, b) || isWithin(b, a);
}

/** 去年1—9月 and 上年同期 say when, and so what. */
function areOfOneStage({ axis, role }: Line, other: Line): boolean {
  return axis === 'column' && other.axis === 'column' && role === other.role && isStage(role);
}

/** Whether two lines have a name of their own and share it. */
export function shareWords(one: Line, other: Line): boolean {
  if (one.isWhole && other.isWhole) return true;
  const [a, b] = [one, other].map(({ label }) => label.replace(GENERIC, ''));
  if (a === undefined || b === undefined || a.length < 2 || b.length < 2) return false;
  return shareLetters(a, b);
}

/** Whether the letters of a short name stand in a long one, in their order. */
function isWithin(short: string, long: string): boolean {
  let at = 0;
  for (const letter of long) if (letter === short.charAt(at)) at++;
  return at === short.length;
}

export function pairsOf(text: string): string[] {
  return [...text].slice(1).map((char, i) => (text[i] ?? '') + char);
}

/** How many pairs of letters of their names two lines share. */
export function likeness(one: Line, other: Line): number {
  return pairsOf(one.label).filter((pair) => other.label.includes(pair)).length;
}
