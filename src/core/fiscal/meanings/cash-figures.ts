import { months, type Period } from '../../numbers/period';
import type { Column, Table, TableRow } from '../../tables/table';
import type { Phase } from '../measure';
import { sidesOf } from '../subjects';
import { totalFlow } from '../treasury/total-flows';
import type { Meant } from './meant';
import { OF_FUNDS, type OfBudget } from './month-tables';
import { type PhaseColumn, phaseColumns } from './phase-columns';

const CASH_OF_ROW: readonly (readonly [RegExp, Phase])[] = [
  [/(?:期初|月初|年初|上月末|上年末|上期末).*(?:余额|库款|库存|结存)/, 'opening'],
  [/(?:期末|月末|月底|年末).*(?:余额|库款|库存|结存)|^库款(?:净)?余额$/, 'closing'],
  [/流入/, 'inflow'],
  [/流出/, 'outflow'],
];

const FLOWS: readonly Phase[] = ['inflow', 'outflow'];

/** Treasury cash, with a row for each month or for each balance and flow. */
export function cashFigures(table: Table): Meant[] {
  const cash = { subject: 'cash', side: 'cash', name: '库款', scope: '' } as const;
  const year = Number(table.period?.to.slice(0, 4));
  const phased = phaseColumns(table);
  const columns = withTotalFlows(table, phased);
  // 流入小计 is what came in; 其他流入 beside it is a part.
  const isBesideTotal = (row: TableRow, phase: Phase): boolean =>
    FLOWS.includes(phase) &&
    totalFlow(row.name) === undefined &&
    table.rows.some(({ name }) => totalFlow(name) === phase);
  return table.rows.flatMap((row): Meant[] => {
    const period = timeOfRow(row, year);
    if (period)
      return [
        ...columns.map(({ column, phase }) => ({ row, column, phase, period, ...cash })),
        ...budgetFlows(phased, row).map((flow) => ({ ...flow, period })),
      ];
    const phase = totalFlow(row.name) ?? CASH_OF_ROW.find(([pattern]) => pattern.test(row.name))?.[1];
    const told =
      columns.find((candidate) => candidate.phase === 'ytd') ??
      columns.find((candidate) => candidate.phase === 'month');
    if (!phase || !told || isBesideTotal(row, phase)) return [];
    const { column } = told;
    // What flows to date flows since January, whatever month the title names; beside the month's own column a balance, too.
    const isBeside = phase === 'opening' && columns.some((candidate) => candidate.phase === 'month');
    const isOfYear = told.phase === 'ytd' && (FLOWS.includes(phase) || isBeside);
    const toDate = isOfYear ? sinceJanuary(table.period) : table.period;
    return [{ row, column, phase, ...cash, header: row.name, ...(toDate ? { period: toDate } : {}) }];
  });
}

/** 减少小计 is what went out of the treasury; 债务还本 among what it adds up is a part. */
function withTotalFlows({ columns }: Table, known: readonly PhaseColumn[]): readonly PhaseColumn[] {
  const totals = columns.flatMap((column): PhaseColumn[] => {
    const phase = totalFlow(column.path.join('|'));
    return phase === undefined ? [] : [{ column, phase }];
  });
  const isTold = ({ column, phase }: PhaseColumn): boolean =>
    totals.some((total) => total.phase === phase || total.column === column);
  return [...known.filter((one) => !isTold(one)), ...totals];
}

/** The treasury's cash as one row among accounts, deposits or main figures. */
const CASH =
  /^(?:截[至止])?(?:(?:\d{1,2}月|[本月期年])[末底])?(?:全县|县级|县本级)?(?:国库单一账户|国库存款|(?:国库)?库款)(?:存款)?(?:余额|结存)?$/;

const ADVANCES = /^(?:财政)?暂付(?:性)?(?:款|款项)(?:期末)?余额$/;

/** Balances of a ledger by the words for them where a table of something else lists them. */
const BALANCES: readonly (readonly [words: RegExp, side: 'cash' | 'suspense', name: string])[] = [
  [CASH, 'cash', '库款'],
  [ADVANCES, 'suspense', '暂付款'],
];

/** What the treasury holds, and what it has advanced, where a table of something else lists it. */
export function balancesElsewhere(table: Table): Meant[] {
  const sides = sidesOf(table.kind, table.title);
  const others = BALANCES.filter(([, side]) => !sides.includes(side));
  if (others.length === 0) return [];
  const closing = table.columns.filter(({ role }) => role === 'closing');
  const amounts = table.columns.filter(({ role }) => role === 'amount' || role === 'ytd');
  const told = closing.length > 0 ? closing : amounts.length > 0 ? amounts : toDate(table);
  const [column, more] = told;
  if (!column || more) return [];
  return table.rows.flatMap((row): Meant[] => {
    const [, side, name] = others.find(([words]) => words.test(row.name)) ?? [];
    if (side === undefined || name === undefined) return [];
    return [{ row, column, phase: 'closing', subject: side, side, name, scope: '', header: row.name }];
  });
}

function toDate(table: Table): Column[] {
  return phaseColumns(table).flatMap(({ column, phase }) => (phase === 'ytd' ? [column] : []));
}

/** What of the flows of a month is a figure of the budget: 本级收入, 一般公共预算支出 below 流入 and 流出. */
const BUDGET_FLOWS: readonly OfBudget[] = [
  [/^(?:本级|地方)?(?:一般公共预算)(?:本级)?收入$|^本级收入$/, 'localRevenue', 'revenue'],
  [/^(?:本级)?一般公共预算(?:本级)?支出$/, 'expenditure', 'expenditure'],
  ...OF_FUNDS,
];

function budgetFlows(columns: readonly PhaseColumn[], row: TableRow): Meant[] {
  return columns.flatMap(({ column }): Meant[] => {
    const { path } = column;
    const found = path.length > 1 && BUDGET_FLOWS.find(([words]) => words.test(path.at(-1) ?? ''));
    return found ? [{ row, column, phase: 'month', subject: found[1], side: found[2], name: row.name, scope: '' }] : [];
  });
}

/** The month or quarter that a row of cash is about; undefined: it is a balance or a flow. */
function timeOfRow({ name }: TableRow, year: number): Period | undefined {
  const month = Number(/^(\d{1,2})月(?:份|末|底)?(?:$|[(:])/.exec(name)?.[1]);
  const quarter = '一二三四'.indexOf(/^第?([一二三四])季度/.exec(name)?.[1] ?? '-') + 1;
  return quarter > 0 ? months(year, quarter * 3 - 2, quarter * 3) : months(year, month, month);
}

/** Whether months or quarters of cash stand down the rows. */
export function hasTimesDown({ rows, period }: Table): boolean {
  return rows.some((row) => timeOfRow(row, Number(period?.to.slice(0, 4))) !== undefined);
}

function sinceJanuary(period: Period | undefined): Period | undefined {
  return period && { from: `${period.to.slice(0, 4)}-01-01`, to: period.to };
}
