import { monthNumber, months, type Period } from '../numbers/period';
import { itemName } from '../tables/label';
import type { Column, Table, TableRow } from '../tables/table';
import { type Phase, PHASES } from './measure';
import { sidesOf, subjectById, subjectOf, type Side, type Subject, type SubjectId } from './subjects';

/** A cell of a table and what it is of. */
export interface Meant {
  readonly row: TableRow;
  readonly column: Column;
  readonly phase: Phase;
  readonly subject: SubjectId | undefined;
  readonly side: Side;
  readonly name: string;
  readonly scope: string;
  /** Where the row is of another time than the table: months down the rows. */
  readonly period?: Period;
  /** Where the row, not the column, says which balance it is. */
  readonly header?: string;
}

/** Phases of what is planned, not done. */
export const PLANS: readonly Phase[] = ['budget_initial', 'budget_adjusted'];

/** 本年已下达, 已到位. */
const ARRIVED = /已(?:下达|到位|收到)(?!.*%)/;

/** What the figures of a table are of, by its kind, its columns and its rows. */
export function meanings(table: Table): Meant[] {
  return [...ofItsKind(table), ...cashElsewhere(table)];
}

function ofItsKind(table: Table): Meant[] {
  const sides = sidesOf(table.kind, table.title);
  switch (table.kind) {
    case '库款月报':
    case '国库收支存月报':
      return cashFigures(table);
    case '分级分部门':
      return figuresOfRegions(table);
    case '乡镇财政收支':
      return figuresOfTowns(table);
    case '财政支出分级分科目':
      return figuresDown(table, sides, phaseColumns(table), ({ path }) => path[0] ?? '');
    case '国库收入分级表':
      // The county keeps its own level; the others are of those who share the tax.
      return figuresDown(
        table,
        sides,
        table.columns
          .filter(({ path }) => /县/.test(path.join('|')))
          .map((column) => ({ column, phase: 'ytd' as const })),
      );
    default: {
      if (areTowns(table)) return figuresOfTowns(table);
      const across = subjectsAcross(table, sides);
      if (across.size > 0) return figuresAcross(table, across);
      const down = table.kind === 'unknown' ? monthsDown(table) : [];
      return [...figuresDown(table, sides, phaseColumns(table)), ...monthsAcross(table, sides), ...down];
    }
  }
}

/** Main figures of all towns: their total is not the county's. */
function areTowns({ kind, rows }: Table): boolean {
  const items = rows.filter(({ role }) => role === 'item');
  return (
    kind === '财政运行基础表' &&
    items.length >= LEAST_TOWNS &&
    items.every(({ name }) => /(?:镇|乡|街道|苏木)$/.test(name))
  );
}

const LEAST_TOWNS = 3;

const LEAST_MONTHS = 3;
const MONTH = /^(\d{1,2})月(?:份)?$/;
const OF_MAIN: readonly Side[] = ['revenue', 'expenditure', 'fund'];

/** 1月 | 2月 | … | 全年 across, what came in and went out down the rows, whatever the table is called. */
function monthsAcross(table: Table, sides: readonly Side[]): Meant[] {
  const year = Number(table.period?.to.slice(0, 4));
  const columns = table.columns.flatMap((column) => {
    const month = Number(MONTH.exec(column.path.at(-1) ?? '')?.[1]);
    return column.role === 'amount' && month > 0 && !/累计/.test(column.path.join('|')) ? [{ column, month }] : [];
  });
  const isUnknown = table.kind === 'unknown';
  if (columns.length < LEAST_MONTHS || !(year > 0)) return [];
  if (isUnknown && /乡镇|街道|部门|单位|企业|保险|社保/.test(table.title)) return [];
  const last = Math.max(...columns.map(({ month }) => month));
  const whole = table.columns.find(({ path }) => /^(?:全年|合计|累计|1[-—–~～至]\d{1,2}月)$/.test(path.at(-1) ?? ''));
  return table.rows.flatMap((row): Meant[] => {
    if (isUnknown && (row.role === 'total' || !/[收支]入?|税/.test(row.name))) return [];
    const among = isUnknown ? OF_MAIN : sides;
    const name = (row.role === 'total' ? wholeOf(table) : undefined) ?? row.name;
    const subject = among.map((side) => subjectOf(side, name, row.code)).find((one) => one !== undefined);
    if (!subject) return [];
    const of = { row, subject: subject.id, side: subject.side, name: pathOf(table, row), scope: '' };
    const each = columns.flatMap(({ column, month }): Meant[] => {
      const period = months(year, month, month);
      return period ? [{ ...of, column, phase: 'month', period }] : [];
    });
    const period = months(year, 1, last);
    return isUnknown && whole && period ? [...each, { ...of, column: whole, phase: 'ytd', period }] : each;
  });
}

/** Tables of months that are of a part of the county, or of funds of another kind. */
const OF_OTHERS = /乡镇|镇街|街道|部门|单位|企业|保险|社保|人员|工资/;

/** What the columns of a table of months are of, where it sets the budgets side by side. */
const OF_BUDGETS: readonly (readonly [header: RegExp, subject: SubjectId, side: Side])[] = [
  [/^税收(?:收入)?$/, 'tax', 'revenue'],
  [/^非税(?:收入)?$/, 'nonTax', 'revenue'],
  [/^(?:地方)?(?:一般公共预算)?收入(?:合计|小计)?$/, 'localRevenue', 'revenue'],
  [/^(?:一般公共预算)?支出(?:合计|小计)?$/, 'expenditure', 'expenditure'],
  [/^(?:政府性)?基金(?:预算)?收入$/, 'fundRevenue', 'fund'],
  [/^(?:政府性)?基金(?:预算)?支出$/, 'fundExpenditure', 'fund'],
];

/** 税收, 本年收入 | 税收, 政府性基金 | 支出, 一般公共预算收入 | 小计, as one name; undefined: a sum of months, or a rate. */
function headerOfBudget({ path }: Column): { readonly name: string; readonly isPrior: boolean } | undefined {
  const [group = '', last = ''] = path;
  if (path.length > 2 || /累计|增|%|预算数|计划/.test(path.join('|'))) return undefined;
  const own = group.replace(/^(?:[本今]年|[上去]年)(?:同期|同月)?|[上去]年(?:同期|同月)$/g, '').replace(/收支$/, '');
  const name =
    path.length === 1 || /^(?:合计|小计|[当本]月|金额)$/.test(last)
      ? own
      : /^[收支][入出]$/.test(last)
        ? own + last
        : last;
  return { name, isPrior: /[上去]年/.test(group) };
}

/** What came in and went out of another purse than the general budget. */
const OF_ANOTHER = /(?:政府性)?基金|国有资本|专户|库款|国库|往来/;

/** 1月, 2月 … 1—9月合计 down the rows, 税收, 非税, 收入合计, 一般公共预算支出, 基金收入 across. */
function monthsDown(table: Table): Meant[] {
  const year = Number(table.period?.to.slice(0, 4));
  const columns = table.columns.flatMap((column) => {
    const { name, isPrior } = headerOfBudget(column) ?? { name: '', isPrior: false };
    const found = OF_BUDGETS.find(([words]) => words.test(name));
    const isPlain = /^[收支][入出]/.test(name) && OF_ANOTHER.test(table.title) && !/一般公共预算/.test(table.title);
    return found && !isPlain ? [{ column, subject: found[1], side: found[2], name, isPrior }] : [];
  });
  const times = table.rows.map((row) => ({ row, month: Number(MONTH.exec(row.name)?.[1]) }));
  const last = Math.max(0, ...times.flatMap(({ month }) => (month > 0 ? [month] : [])));
  const isOfBoth = new Set(columns.map(({ side }) => side)).size > 1;
  if (!isOfBoth || !(year > 0) || OF_OTHERS.test(table.title)) return [];
  if (times.filter(({ month }) => month > 0).length < LEAST_MONTHS) return [];
  return times.flatMap(({ row, month }): Meant[] => {
    const isWhole = row.role === 'total' || new RegExp(`^1[-—–~～至]${last}月`).test(row.name);
    const period = month > 0 ? months(year, month, month) : isWhole ? months(year, 1, last) : undefined;
    if (!period) return [];
    return columns.flatMap(({ isPrior, ...of }): Meant[] =>
      isPrior && month > 0
        ? []
        : [{ ...of, row, phase: isPrior ? 'prior' : month > 0 ? 'month' : 'ytd', scope: '', period }],
    );
  });
}

/** A longer table is a list of vouchers or units: its rows are not carried from month to month by their names. */
const MOST_NAMED_ROWS = 10_000;

/** 1—10月或10月末 of a page for leaders: what flowed to date, and what there is of what does not flow. */
const TO_DATE_OR_CLOSING = /1\s*[-—–~～至]\s*\d{1,2}月.*末|末.*1\s*[-—–~～至]\s*\d{1,2}月/;

/** What a plain figure of a row is: 上年同期 below its item, 政府债务余额 among the main figures. */
function phaseOfRow({ phase, name }: TableRow, subject: Subject | undefined): Phase {
  if (phase === 'prior') return 'prior';
  return subject?.side === 'debt' && /余额$/.test(name) ? 'closing' : 'ytd';
}

/** Ledgers beside the general budget that have kinds of non-tax revenue of the same name. */
const LEDGERS: readonly Side[] = ['fund', 'capital'];

/** 政府性基金收入 is a kind of 非税收入 where it stands below that, and elsewhere what its own ledger brought in. */
function ledgersOf(table: Table, row: TableRow, sides: readonly Side[]): readonly Side[] {
  const isBelowAnother = table.rows[row.parent]?.role === 'item';
  return isBelowAnother ? sides : [...LEDGERS.filter((side) => sides.includes(side)), ...sides];
}

/** Items down the rows, phases across: the usual table. */
function figuresDown(
  table: Table,
  sides: readonly Side[],
  columns: readonly PhaseColumn[],
  scope: (column: Column) => string = () => '',
): Meant[] {
  const isDetail = table.rows.length > MOST_NAMED_ROWS;
  return table.rows.flatMap((row) => {
    const whole = row.role === 'total' ? wholeOf(table) : undefined;
    const said = row.subject === undefined ? undefined : subjectById(row.subject);
    const known =
      said ??
      ledgersOf(table, row, sides)
        .map((side) => subjectOf(side, whole ?? row.name, row.code))
        .find((subject) => subject !== undefined);
    const subject = known?.id === 'localRevenue' && includesTransfers(table, row) ? 'revenueTotal' : known?.id;
    const side = known?.side ?? sides[0];
    if (side === undefined || (!known && isDetail)) return [];
    return columns.map(({ column, phase }) => ({
      row,
      column,
      phase: phase === 'ytd' || TO_DATE_OR_CLOSING.test(column.path.join('|')) ? phaseOfRow(row, known) : phase,
      subject,
      side,
      name: pathOf(table, row),
      scope: scope(column),
    }));
  });
}

/** The total of a table of tax alone, or of what is no tax, is that and not all revenue; of one kind of transfers, nothing known. */
function wholeOf({ title, rows, kind: tableKind }: Table): string | undefined {
  // 暂存款 is what others have left here.
  if (tableKind === '暂付款' && /暂存/.test(title) && !/暂付/.test(title)) return '';
  const [kind, more] = new Set(title.match(/(?:专项|一般性)转移支付/g));
  if (kind !== undefined && more === undefined && !rows.some(({ name }) => KIND_OF_TRANSFER.test(name))) return '';
  const isNonTax = /非税/.test(title);
  const isTax = /税收|税种|税务/.test(title.replace(/非税(?:收入)?/g, ''));
  if (isNonTax === isTax || /一般公共预算|财政收入|地方收入|收支/.test(title)) return undefined;
  const other = isTax ? /非税/ : /^(?:[一二三四]、)?(?:税收收入|各项税收)/;
  return rows.some(({ name }) => other.test(name)) ? undefined : isTax ? '税收收入' : '非税收入';
}

const KIND_OF_TRANSFER = /^(?:[一二三四]、)?(?:专项|一般性)转移支付/;

const TRANSFERRED = /^(?:上级补助|转移性收入|转移支付|税收返还|返还性收入|上年结[余转]|债务(?:转贷)?收入|调入)/;

/** Whether a 合计 counts transfers too: then it is no local revenue, whatever tax and non-tax come to. */
function includesTransfers({ rows }: Table, total: TableRow): boolean {
  if (!/^(?:收入|本年收入)?合计$/.test(total.name)) return false;
  const roots = rows.filter(({ level, role }) => level === 0 && role !== 'aside');
  const at = roots.indexOf(total);
  const before = roots.slice(0, Math.max(0, at));
  const counted = at === 0 ? roots.slice(1) : before.slice(before.findLastIndex(({ role }) => role === 'total') + 1);
  return counted.some(({ name }) => TRANSFERRED.test(name));
}

/** Revenue of several places: what each took in, its non-tax part, and what each office collected. */
function figuresOfRegions(table: Table): Meant[] {
  return table.columns.flatMap((column): Meant[] => {
    const header = column.path.join('|');
    const subject = /非税/.test(header)
      ? 'nonTax'
      : /税务|国税|地税/.test(header)
        ? 'taxOffice'
        : /财政部门|财政局/.test(header)
          ? 'financeOffice'
          : /海关/.test(header)
            ? undefined
            : 'localRevenue';
    const phase =
      PHASES.find((candidate) => candidate === column.role) ??
      (subject === 'nonTax' && column.role === 'amount' ? 'ytd' : undefined);
    if (phase === undefined || subject === undefined) return [];
    return table.rows.map((row) => ({
      row,
      column,
      phase,
      subject,
      side: 'revenue' as const,
      name: row.name,
      scope: row.name,
    }));
  });
}

/** What towns took in, or spent, as header or title says; where neither does, nothing is known. */
function figuresOfTowns(table: Table): Meant[] {
  return table.columns.flatMap((column): Meant[] => {
    const phase = PHASES.find((candidate) => candidate === column.role);
    const header = column.path.join('|');
    const subject = subjectIn(header) ?? subjectIn(table.title);
    if (phase === undefined || subject === undefined || /非税|税收|税务|基金|其中/.test(`${header}${table.title}`))
      return [];
    return table.rows.map((row) => ({
      row,
      column,
      phase,
      subject,
      side: subject === 'expenditure' ? ('expenditure' as const) : ('revenue' as const),
      name: row.name,
      scope: row.name,
    }));
  });
}

function subjectIn(text: string): SubjectId | undefined {
  const [side, more] = new Set(text.match(/收入|支出/g));
  if (side === undefined || more !== undefined) return undefined;
  return side === '收入' ? 'localRevenue' : 'expenditure';
}

/** Subjects as groups of columns, places down the rows; the total, or a row that stands alone, is the whole. */
function figuresAcross(table: Table, across: ReadonlyMap<Column, { phase: Phase; subject: Subject }>): Meant[] {
  const items = table.rows.filter(({ role }) => role === 'item');
  return table.rows.flatMap((row) => {
    const isWhole = row.role === 'total' || (items.length === 1 && row === items[0]);
    return [...across].map(([column, { phase, subject }]) => ({
      row,
      column,
      phase,
      subject: subject.id,
      side: subject.side,
      name: subject.names[0] ?? '',
      scope: isWhole ? '' : row.name,
    }));
  });
}

const CASH_OF_ROW: readonly (readonly [RegExp, Phase])[] = [
  [/(?:期初|月初|年初|上月末|上年末|上期末).*(?:余额|库款|库存|结存)/, 'opening'],
  [/(?:期末|月末|月底|年末).*(?:余额|库款|库存|结存)|^库款(?:净)?余额$/, 'closing'],
  [/流入/, 'inflow'],
  [/流出/, 'outflow'],
];
const FLOWS: readonly Phase[] = ['inflow', 'outflow'];
/** 流入小计 is what came in; 其他流入 beside it is a part. */
const TOTAL_FLOW = /流[入出](?:小计|合计|总额|总计)|(?:合计|小计|总)流[入出]/;

/** Treasury cash, with a row for each month or for each balance and flow. */
function cashFigures(table: Table): Meant[] {
  const cash = { subject: 'cash', side: 'cash', name: '库款', scope: '' } as const;
  const year = Number(table.period?.to.slice(0, 4));
  const columns = withTotalFlows(table, phaseColumns(table));
  const isBesideTotal = (row: TableRow, phase: Phase): boolean =>
    FLOWS.includes(phase) &&
    !TOTAL_FLOW.test(row.name) &&
    table.rows.some(({ name }) => TOTAL_FLOW.test(name) && CASH_OF_ROW.find(([of]) => of.test(name))?.[1] === phase);
  return table.rows.flatMap((row): Meant[] => {
    const period = timeOfRow(row, year);
    if (period)
      return columns.flatMap(({ column, phase }): Meant[] => {
        const flow = { row, column, phase, period, ...cash };
        const budget = budgetFlow(row, column);
        return budget ? [flow, { ...flow, ...budget }] : [flow];
      });
    const phase = CASH_OF_ROW.find(([pattern]) => pattern.test(row.name))?.[1];
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

const TOTALS_OF_FLOWS: readonly (readonly [RegExp, Phase])[] = [
  [/(?:流入|增加)\|?(?:小计|合计|总计|总额)$|(?:小计|合计|总)流入$/, 'inflow'],
  [/(?:流出|减少)\|?(?:小计|合计|总计|总额)$|(?:小计|合计|总)流出$/, 'outflow'],
];

/** 减少小计 is what went out of the treasury; 债务还本 among what it adds up is a part. */
function withTotalFlows({ columns }: Table, known: readonly PhaseColumn[]): readonly PhaseColumn[] {
  const totals = columns.flatMap((column): PhaseColumn[] => {
    const phase = TOTALS_OF_FLOWS.find(([words]) => words.test(column.path.join('|')))?.[1];
    return phase === undefined ? [] : [{ column, phase }];
  });
  const isTold = ({ column, phase }: PhaseColumn): boolean =>
    totals.some((total) => total.phase === phase || total.column === column);
  return [...known.filter((one) => !isTold(one)), ...totals];
}

/** The treasury's cash as one row among accounts, deposits or main figures. */
const CASH = /^(?:(?:\d{1,2}月|[本月期年])末)?(?:国库单一账户|国库存款|(?:国库)?库款)(?:存款)?(?:余额)?$/;

/** What the treasury holds, where a table of something else lists it. */
function cashElsewhere(table: Table): Meant[] {
  if (sidesOf(table.kind, table.title).includes('cash')) return [];
  const closing = table.columns.filter(({ role }) => role === 'closing');
  const amounts = table.columns.filter(({ role }) => role === 'amount' || role === 'ytd');
  const [column, more] = closing.length > 0 ? closing : amounts;
  if (!column || more) return [];
  return table.rows
    .filter(({ name }) => CASH.test(name))
    .map((row) => ({
      row,
      column,
      phase: 'closing',
      subject: 'cash',
      side: 'cash',
      name: '库款',
      scope: '',
      header: row.name,
    }));
}

/** What of the flows of a month is a figure of the budget: 本级收入, 一般公共预算支出 below 流入 and 流出. */
const BUDGET_FLOWS: readonly (readonly [header: RegExp, subject: SubjectId, side: Side])[] = [
  [/^(?:本级|地方)?(?:一般公共预算)(?:本级)?收入$|^本级收入$/, 'localRevenue', 'revenue'],
  [/^(?:本级)?一般公共预算(?:本级)?支出$/, 'expenditure', 'expenditure'],
  [/^(?:政府性)?基金(?:预算)?收入$/, 'fundRevenue', 'fund'],
  [/^(?:政府性)?基金(?:预算)?支出$/, 'fundExpenditure', 'fund'],
];

function budgetFlow(
  { name }: TableRow,
  { path }: Column,
): Pick<Meant, 'subject' | 'side' | 'name' | 'phase'> | undefined {
  const header = path.at(-1) ?? '';
  const found = path.length > 1 ? BUDGET_FLOWS.find(([words]) => words.test(header)) : undefined;
  return found && { subject: found[1], side: found[2], name, phase: 'month' };
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

function pathOf(table: Table, row: TableRow): string {
  const parent = table.rows[row.parent];
  const own = row.name || row.code || '';
  return parent && parent.role === 'item' ? `${parent.name}/${own}` : own;
}

interface PhaseColumn {
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

/** Columns whose phase is known. A lone column of plain amounts is what the title says: a budget, or what was done. */
function phaseColumns(table: Table): PhaseColumn[] {
  const hasAdjusted = table.columns.some(({ role }) => role === 'budget_adjusted');
  const month = lastMonth(table);
  const columns = table.columns.flatMap((column) => {
    const phase = column === month ? 'month' : PHASES.find((candidate) => candidate === column.role);
    if (phase === undefined) return [];
    // What has come down of a transfer is what was done, whatever budget the header beside it speaks of.
    const header = column.path.at(-1) ?? '';
    if (table.kind === '转移支付表' && PLANS.includes(phase) && /提前下达/.test(header)) return [];
    if (table.kind === '转移支付表' && PLANS.includes(phase) && ARRIVED.test(header))
      return [{ column, phase: 'ytd' as const }];
    // The lone 预算数 of a final account is what the budget had become by the end of the year.
    const isFinal = phase === 'budget_initial' && /决算/.test(table.title) && !hasAdjusted;
    return [{ column, phase: isFinal ? ('budget_adjusted' as const) : phase }];
  });
  const ofWhole = columns.filter(({ column, phase }) =>
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

/** Of 国家标准 | 地方标准 | 小计 below one header the last is the figure, the others are its parts. */
function isWholeOfGroup(column: Column, alike: readonly PhaseColumn[]): boolean {
  const group = column.path.slice(0, -1).join('|');
  const members = alike.filter(
    (other) => other.column.path.length > 1 && other.column.path.slice(0, -1).join('|') === group,
  );
  return column.path.length < 2 || !members.some((other) => isSum(other.column)) || isSum(column);
}

function isSum({ path }: Column): boolean {
  return /^(?:小计|合计|总计)$/.test(path.at(-1) ?? '');
}

/** A table with its subjects as groups of columns (合计 | 保基本民生 | 保工资 | 保运转) and places down the rows. */
function subjectsAcross(table: Table, sides: readonly Side[]): Map<Column, { phase: Phase; subject: Subject }> {
  const found = new Map<Column, { phase: Phase; subject: Subject }>();
  for (const column of table.columns) {
    const phase =
      PHASES.find((candidate) => candidate === column.role) ?? (column.role === 'amount' ? 'ytd' : undefined);
    if (phase === undefined) continue;
    for (const text of column.path) {
      const subject = sides.map((side) => subjectOf(side, itemName(text), undefined)).find((one) => one !== undefined);
      if (subject) found.set(column, { phase, subject });
    }
  }
  return new Set([...found.values()].map(({ subject }) => subject.id)).size >= 2 ? found : new Map();
}
