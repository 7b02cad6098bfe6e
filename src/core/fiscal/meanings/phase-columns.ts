import { monthNumber } from '../../numbers/period';
import { type Column, groupOf, type Table } from '../../tables/table';
import { type Phase, PHASES } from '../measure';
import { PLANS } from './meant';
import { tiersAcross } from './tiers-across';

/** 本年已下达, 已到位. */
const ARRIVED = /已(?:下达|到位|收到)(?!.*%)/;

export interface PhaseColumn {
  readonly column: Column;
  readonly phase: Phase;
}

/** 6月 between 截至5月 and 截至6月 in a table of June; of months side by side none is told so. */
function lastMonth({ columns, period }: Table): Column | undefined {
  const months = columns.filter(({ role, path }) => role === 'amount' && /^\d{1,2}月(?:份)?$/.test(path.at(-1) ?? ''));
  const [only, ...others] = months;
  const isOwn = period !== undefined && parseInt(only?.path.at(-1) ?? '', 10) === monthNumber(period.to);
  return isOwn && others.length === 0 ? only : undefined;
}

/** 本期 is the time of the table: the month where the title says no more, and the year so far everywhere else. */
function isToDate({ path }: Column, { columns, title }: Table): boolean {
  const isOfMonth =
    /(?:^|[^\d\-—–~～至])\d{1,2}月(?:份|(?!末|底|\d))/.test(title) && !/[-—–~～至]\d{1,2}月|截[至止]|累计/.test(title);
  return /[本当]期/.test(path.at(-1) ?? '') && !isOfMonth && !columns.some(({ role }) => role === 'ytd');
}

/** Columns whose phase is known. A lone column of plain amounts is what the title says: a budget, or what was done. */
export function phaseColumns(table: Table): PhaseColumn[] {
  const hasAdjusted = table.columns.some(({ role }) => role === 'budget_adjusted');
  const month = lastMonth(table);
  const columns = table.columns.flatMap((column) => {
    const phase = column === month ? 'month' : PHASES.find((candidate) => candidate === column.role);
    if (phase === undefined) return [];
    if (phase === 'month' && isToDate(column, table)) return [{ column, phase: 'ytd' as const }];
    // What has come down of a transfer is what was done, whatever budget the header beside it speaks of.
    const header = column.path.at(-1) ?? '';
    if (table.kind === '转移支付表' && PLANS.includes(phase) && /提前下达/.test(header)) return [];
    if (table.kind === '转移支付表' && PLANS.includes(phase) && ARRIVED.test(header))
      return [{ column, phase: 'ytd' as const }];
    // The lone 预算数 of a final account is what the budget had become by the end of the year.
    const isFinal = phase === 'budget_initial' && /决算/.test(table.title) && !hasAdjusted;
    return [{ column, phase: isFinal ? ('budget_adjusted' as const) : phase }];
  });
  const { others: elsewhere } = tiersAcross(table);
  const ofSeries = wholeOfSeries(table);
  if (ofSeries && !columns.some(({ phase }) => phase === 'ytd')) columns.push({ column: ofSeries, phase: 'ytd' });
  const ofWhole = columns.filter(
    ({ column, phase }) =>
      !elsewhere.has(column) &&
      isWholeOfGroup(
        column,
        columns.filter((other) => other.phase === phase),
      ),
  );
  const done = columns.some(({ phase }) => phase === 'ytd' || phase === 'month');
  const amounts = table.columns.filter(({ role }) => role === 'amount');
  const [only] = amounts;
  if (done || amounts.length !== 1 || !only) return ofWhole;
  const isBudget = /预算/.test(table.title) && !/执行|完成|决算|情况/.test(table.title);
  return [...ofWhole, { column: only, phase: isBudget ? 'budget_initial' : 'ytd' }];
}

const PART_OF_YEAR = /^(?:第?[一二三四1-4]季度|[上下]半年|\d{1,2}月(?:份)?)$/;

/** 一季度 | 二季度 | … | 全年, 1月 | 2月 | … | 合计: what all of them come to was done by the end of the last. */
function wholeOfSeries({ columns, period }: Table): Column | undefined {
  const parts = columns.filter(({ role, path }) => role === 'amount' && PART_OF_YEAR.test(path.at(-1) ?? ''));
  const [first] = parts;
  if (!first || parts.length < LEAST_PARTS || !period) return undefined;
  const isYear = period.to.slice(5, 7) === '12';
  const wholes = columns.filter(
    (column) =>
      column.role === 'amount' &&
      groupOf(column) === groupOf(first) &&
      (isYear ? /^(?:全年|合计|累计|小计)$/ : /^(?:合计|累计|小计)$/).test(column.path.at(-1) ?? ''),
  );
  return wholes.length === 1 ? wholes[0] : undefined;
}

const LEAST_PARTS = 3;

/** Of 国家标准 | 地方标准 | 小计 below one header the last is the figure, the others are its parts. */
function isWholeOfGroup(column: Column, alike: readonly PhaseColumn[]): boolean {
  const group = groupOf(column);
  const members = alike.filter((other) => other.column.path.length > 1 && groupOf(other.column) === group);
  return column.path.length < 2 || !members.some((other) => isSum(other.column)) || isSum(column);
}

function isSum({ path }: Column): boolean {
  return /^(?:小计|合计|总计)$/.test(path.at(-1) ?? '');
}
