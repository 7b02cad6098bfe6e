import { months } from '../../numbers/period';
import type { Column, Table } from '../../tables/table';
import { subjectOf, type Side, type SubjectId } from '../subjects';
import { type Meant, pathOf, wholeOf } from './meant';

const LEAST_MONTHS = 3;

const MONTH = /^(\d{1,2})月(?:份)?$/;

const OF_MAIN: readonly Side[] = ['revenue', 'expenditure', 'fund'];

/** 1月 | 2月 | … | 全年 across, what came in and went out down the rows, whatever the table is called. */
export function monthsAcross(table: Table, sides: readonly Side[]): Meant[] {
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
      const period = months(row.phase === 'prior' ? year - 1 : year, month, month);
      return period ? [{ ...of, column, phase: 'month', period }] : [];
    });
    const period = months(year, 1, last);
    return isUnknown && whole && period ? [...each, { ...of, column: whole, phase: 'ytd', period }] : each;
  });
}

/** Tables of months that are of a part of the county, or of funds of another kind. */
const OF_OTHERS = /乡镇|镇街|街道|部门|单位|企业|保险|社保|人员|工资/;

/** A header, and what of the budget stands below it. */
export type OfBudget = readonly [header: RegExp, subject: SubjectId, side: Side];

export const OF_FUNDS: readonly OfBudget[] = [
  [/^(?:政府性)?基金(?:预算)?收入$/, 'fundRevenue', 'fund'],
  [/^(?:政府性)?基金(?:预算)?支出$/, 'fundExpenditure', 'fund'],
];

/** What the columns of a table of months are of, where it sets the budgets side by side. */
const OF_BUDGETS: readonly OfBudget[] = [
  [/^税收(?:收入)?$/, 'tax', 'revenue'],
  [/^非税(?:收入)?$/, 'nonTax', 'revenue'],
  [/^(?:地方)?(?:一般公共预算)?收入(?:合计|小计)?$/, 'localRevenue', 'revenue'],
  [/^(?:一般公共预算)?支出(?:合计|小计)?$/, 'expenditure', 'expenditure'],
  ...OF_FUNDS,
];

/** 税收, 本年收入 | 税收, 政府性基金 | 支出, 一般公共预算收入 | 小计, as one name; undefined: a sum of months, or a rate. */
function headerOfBudget({ path }: Column): { readonly name: string; readonly isPrior: boolean } | undefined {
  const [group = '', last = ''] = path;
  if (path.length > 2 || /累计|增|%|预算数|计划/.test(path.join('|'))) return undefined;
  const own = group.replace(/^(?:[本今]年|[上去]年)(?:同期|同月)?|[上去]年(?:同期|同月)$/g, '').replace(/收支$/, '');
  const isWhole = path.length === 1 || /^(?:合计|小计|[当本]月|金额)$/.test(last);
  // 政府性基金 | 收入, and 本年收入 | 税收.
  const below = /^[收支][入出]$/.test(last) ? own + last : last;
  const name = isWhole ? own : below;
  return { name, isPrior: /[上去]年/.test(group) };
}

/** What a table of months is of, where its title names one thing. */
const OF_TITLE: readonly OfBudget[] = [
  [/政府性基金(?:预算)?收入/, 'fundRevenue', 'fund'],
  [/政府性基金(?:预算)?支出/, 'fundExpenditure', 'fund'],
  [/一般公共预算收入|地方财政收入/, 'localRevenue', 'revenue'],
  [/一般公共预算支出/, 'expenditure', 'expenditure'],
  [/税收收入/, 'tax', 'revenue'],
  [/非税收入/, 'nonTax', 'revenue'],
];

/** 当月, 自年初累计: a column that names nothing of its own. */
const PLAIN_COLUMN =
  /^(?:[当本单]月|(?:自?年初|本年|截至[当本]月)?(?:起)?累计|[当本]月(?:累计|完成|数|支出|收入|入库|列支)|(?:累计|月度)?(?:支出|收入|金额|完成|列支|入库|实际)(?:数|额)?)+$/;

/** 2025年1月, 2月 … down the rows, 当月 | 累计 across: what the title names, month by month. */
export function monthsOfOne(table: Table): Meant[] {
  const year = Number(table.period?.to.slice(0, 4));
  const named = OF_TITLE.filter(([words]) => words.test(table.title));
  const [of, more] = named;
  if (!of || more || !(year > 0) || OF_OTHERS.test(table.title)) return [];
  const [, subject, side] = of;
  const times = table.rows.map((row) => ({ row, month: monthOf(row.name, year) }));
  if (times.filter(({ month }) => month > 0).length < LEAST_MONTHS) return [];
  const columns = table.columns.flatMap((column) => {
    const isPlain = PLAIN_COLUMN.test(column.path.join(''));
    const phase = column.role === 'ytd' ? ('ytd' as const) : ('month' as const);
    const isFigure = phase === 'ytd' || column.role === 'month' || column.role === 'amount';
    return isPlain && isFigure ? [{ column, phase }] : [];
  });
  const isOfOne = new Set(columns.map(({ phase }) => phase)).size === columns.length;
  return times.flatMap(({ row, month }) =>
    columns.flatMap(({ column, phase }): Meant[] => {
      const period = month > 0 && isOfOne ? months(year, phase === 'ytd' ? 1 : month, month) : undefined;
      return period ? [{ row, column, phase, subject, side, name: row.name, scope: '', period }] : [];
    }),
  );
}

/** The month of a year that a row is called by; NaN: none of that year. */
function monthOf(name: string, year: number): number {
  const [, said, month] = /^(?:((?:19|20)\d{2})年)?(\d{1,2})月(?:份)?$/.exec(name) ?? [];
  return said === undefined || Number(said) === year ? Number(month) : NaN;
}

/** What came in and went out of another purse than the general budget. */
const OF_ANOTHER = /(?:政府性)?基金|国有资本|专户|库款|国库|往来/;

/** 1月, 2月 … 1—9月合计 down the rows, 税收, 非税, 收入合计, 一般公共预算支出, 基金收入 across. */
export function monthsDown(table: Table): Meant[] {
  const year = Number(table.period?.to.slice(0, 4));
  const columns = table.columns.flatMap((column) => {
    const { name, isPrior } = headerOfBudget(column) ?? { name: '', isPrior: false };
    const found = OF_BUDGETS.find(([words]) => words.test(name));
    const isPlain = /^[收支][入出]/.test(name) && OF_ANOTHER.test(table.title) && !/一般公共预算/.test(table.title);
    return found && !isPlain ? [{ column, subject: found[1], side: found[2], name, isPrior }] : [];
  });
  const times = table.rows.map((row) => ({ row, month: monthOf(row.name, year) }));
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
