import { isAside, isOfWhich } from './label';
import { type Column, type ColumnRole, groupOf } from './table';

/** What columns are by those beside them; `year`: the year that the heading says. */
export function bySiblings(columns: readonly Column[], year: number | undefined): Column[] {
  const steps: readonly ((before: readonly Column[]) => Column[])[] = [
    (before) => ofLastYear(before, year),
    partsOfYear,
    flowsBelowBalance,
    endOfYearBefore,
    balances,
    totalsOfFlows,
    adjustmentBeside,
    monthsSideBySide,
    monthBesideYear,
    sourcesOfYear,
  ];
  return steps.reduce<Column[]>((before, step) => step(before), [...columns]);
}

function leafOf({ path }: Column): string {
  return path.at(-1) ?? '';
}

/** 8月 alone. */
function isMonth(column: Column): boolean {
  return /^\d{1,2}月(?:份)?$/.test(leafOf(column));
}

const LEAST_MONTHS = 3;

/** Of 各月完成数 | 1月, 2月, 3月 each is of its month alone, whatever the header above them says; 累计 says otherwise. */
function monthsSideBySide(columns: readonly Column[]): Column[] {
  return columns.map((column) => {
    if (column.role !== 'ytd' || !isMonth(column) || /累计/.test(groupOf(column))) return column;
    const beside = columns.filter((other) => isMonth(other) && groupOf(other) === groupOf(column));
    return beside.length >= LEAST_MONTHS ? { ...column, role: 'amount' } : column;
  });
}

/** 合计 | 上年结转 | 本年收入 over its sources: where nothing says what was done, they may as well be planned. */
function sourcesOfYear(columns: readonly Column[]): Column[] {
  const isSource = ({ role, path }: Column): boolean =>
    role === 'ytd' && path.slice(0, -1).some((group) => /^[本当]年(?:收入|支出)$/.test(group));
  const isDone = ({ path }: Column): boolean => /执行|完成|决算|累计|实际|[本当]月/.test(path.join('|'));
  if (columns.some(isDone)) return [...columns];
  return columns.map((column) => (isSource(column) ? { ...column, role: 'amount' } : column));
}

/** A header that is a year and no more. */
const BARE_YEAR = /^((?:19|20)\d{2})年?度?$/;

/** The latest of the years side by side that are headers of amounts, where the one before it is there, too. */
export function headerYear(columns: readonly Column[]): number | undefined {
  const years = new Set(columns.flatMap(({ path }) => BARE_YEAR.exec(path.at(-1) ?? '')?.[1] ?? []).map(Number));
  const latest = Math.max(...years);
  return years.has(latest - 1) ? latest : undefined;
}

/** The later of the years whose plans or accounts stand side by side: 2023年预算 | 2024年预算. */
function plannedYear(columns: readonly Column[]): number | undefined {
  const years = columns.flatMap(({ path }) => {
    const said = /^((?:19|20)\d{2})年度?(?:年初)?(?:预算|决算|计划|执行|完成)/.exec(path.at(-1) ?? '')?.[1];
    return said === undefined ? [] : [Number(said)];
  });
  const latest = Math.max(...years);
  return years.includes(latest - 1) ? latest : undefined;
}

/** 2022年预算数 in a table of 2023 is last year's figure; under a bare 2022年 and 2023年 stands what was done. */
function ofLastYear(columns: readonly Column[], said: number | undefined): Column[] {
  const year = said ?? headerYear(columns) ?? plannedYear(columns);
  if (year === undefined) return [...columns];
  const both = headerYear(columns) === year;
  return columns.map((column) => {
    const bare = Number(BARE_YEAR.exec(column.path.at(-1) ?? '')?.[1]);
    if (both && column.role === 'amount' && bare === year) return { ...column, role: 'ytd' };
    const said = /((?:19|20)\d{2})(?:年|$)/.exec(column.path.join('|'))?.[1];
    // 2024年决算数 is last year's in a budget, and what was done in the account of that year.
    if (column.role === 'prior' && Number(said) === year && /决算|执行|完成/.test(column.path.at(-1) ?? ''))
      return { ...column, role: 'ytd' };
    const isAmount =
      ['budget_initial', 'budget_adjusted', 'ytd', 'amount'].includes(column.role) ||
      // 2024年末限额 beside 2025年限额; alone it is the one that holds.
      (column.role === 'limit' && columns.some((other) => other !== column && other.role === 'limit'));
    return isAmount && Number(said) === year - 1 ? { ...column, role: 'prior' } : column;
  });
}

/** 1-10月支出 beside 11-12月支出 is one part of the year, not what was done to date. */
function partsOfYear(columns: readonly Column[]): Column[] {
  const isLater = columns.some(({ path }) => /^(?:[2-9]|1[0-2])月?[-—–~～至]\d{1,2}月/.test(path.at(-1) ?? ''));
  if (!isLater) return [...columns];
  return columns.map((column) =>
    column.role === 'ytd' && /^1月?[-—–~～至]\d{1,2}月/.test(column.path.at(-1) ?? '')
      ? { ...column, role: 'amount' }
      : column,
  );
}

/** 10月 beside 累计 below one header is the month, whatever that header says. */
function monthBesideYear(columns: readonly Column[]): Column[] {
  return columns.map((column) => {
    if (!['ytd', 'amount'].includes(column.role) || !isMonth(column)) return column;
    // 本年完成数 on the left, and again on the right of two tables side by side.
    const isBeside = (other: Column): boolean =>
      columns
        .filter((one) => (one.column - column.column) * (one.column - other.column) <= 0)
        .every((one) => groupOf(one) === groupOf(column));
    const beside = columns.filter((other) => other !== column && isBeside(other));
    const months = beside.filter(isMonth);
    const year = beside.find(
      ({ role, path }) => (role === 'ytd' || role === 'prior') && /累计|截[至止]|[-—–~～至]/.test(path.at(-1) ?? ''),
    );
    if (!year || months.length > 0) return column;
    return { ...column, role: year.role === 'ytd' ? 'month' : 'month_prior' };
  });
}

/** 年初数 | 调整数 | 调整后: a budget, by how much it was changed, and what it is now. */
function adjustmentBeside(columns: readonly Column[]): Column[] {
  const isAfter = (column: Column) => /^调整后(?:预算)?(?:数|额)?$/.test(leafOf(column));
  const isChange = (column: Column) => /^(?:本次)?调整(?:数|额|金额)$/.test(leafOf(column));
  return columns.map((column) => {
    const beside = columns.filter((other) => groupOf(other) === groupOf(column));
    if (!beside.some(isAfter) || !beside.some(isChange)) return column;
    if (isAfter(column)) return { ...column, role: 'budget_adjusted' };
    if (isChange(column)) return { ...column, role: 'delta' };
    return column.role === 'opening' && /^年初数?$/.test(leafOf(column))
      ? { ...column, role: 'budget_initial' }
      : column;
  });
}

/** Of 债务余额 | 年初余额, 再融资债券, 还本, 10月末余额 those are balances that say so; the others lead from one to the next. */
function flowsBelowBalance(columns: readonly Column[]): Column[] {
  const saysBalance = ({ path }: Column): boolean => /余额|[末底]|结[余存]|库存|存款/.test(path.at(-1) ?? '');
  return columns.map((column) => {
    if (column.role !== 'closing' || column.path.length < 2 || saysBalance(column)) return column;
    const isBesideOne = columns.some(
      (other) => other.role === 'closing' && groupOf(other) === groupOf(column) && saysBalance(other),
    );
    return isBesideOne
      ? { ...column, role: /债券|贷款|借款|发行/.test(column.path.at(-1) ?? '') ? 'inflow' : 'amount' }
      : column;
  });
}

/** 2024年末余额 before 2025年末余额 or 8月末余额 is what the year began with. */
function endOfYearBefore(columns: readonly Column[]): Column[] {
  // 附：7月末余额 stands beside them for comparison.
  const closings = columns.filter(({ role, path }) => role === 'closing' && !isAside(path.at(-1) ?? ''));
  const [first, last, more] = closings;
  if (!first || !last || more || columns.some(({ role }) => role === 'opening')) return [...columns];
  const yearIn = ({ path }: Column) => Number(/((?:19|20)\d{2})年(?:度)?(?:年)?[末底]/.exec(path.join('|'))?.[1]);
  const [year, after] = [yearIn(first), yearIn(last)];
  const isBefore = year + 1 === after || (year > 0 && Number.isNaN(after) && /月[末底]|期末/.test(last.path.join('|')));
  return columns.map((column) => (isBefore && column === first ? { ...column, role: 'opening' } : column));
}

const FLOWS: readonly (readonly [ColumnRole, RegExp])[] = [
  ['inflow', /收入$|^(?:[本当][年月期])?(?:发行|投放|发放)(?:额|数|金额)?$/],
  ['outflow', /支出$/],
];

const INTO = /^(?:[本当][年月期])?(?:收入|流入)$/;
const OUT_OF = /^(?:[本当][年月期])?(?:支出|流出)$/;

/** 月初余额 | 收入: 本级收入, 上级补助, 合计 | 支出: …, 债务还本, 合计 | 月末余额: what flowed is the total of each group. */
function totalsOfFlows(columns: readonly Column[]): Column[] {
  const has = (role: ColumnRole) => columns.some((column) => column.role === role);
  if (!has('opening') || !has('closing')) return [...columns];
  const flowOf = (group: string): ColumnRole | undefined =>
    INTO.test(group) ? 'inflow' : OUT_OF.test(group) ? 'outflow' : undefined;
  const isTotal = ({ path }: Column) =>
    path.length === 2 && /^(?:收入|支出|流入|流出)?(?:合计|小计|总计)$/.test(path[1] ?? '');
  return columns.map((column) => {
    const group = column.path[0] ?? '';
    const flow = column.path.length > 1 ? flowOf(group) : undefined;
    const [total, more] = columns.filter((other) => other.path[0] === group && isTotal(other));
    if (flow === undefined || !total || more) return column;
    if (column === total) return { ...column, role: flow };
    // 其中：上级调度 flowed in, too, and is in the total.
    if (isOfWhich(column.path.at(-1) ?? '')) return column;
    return ['inflow', 'outflow', 'ytd'].includes(column.role) ? { ...column, role: 'amount' } : column;
  });
}

/** Between an opening and a closing balance 收入, 发行 and 支出 are what flowed in and out. */
function balances(columns: readonly Column[]): Column[] {
  const has = (role: ColumnRole) => columns.some((column) => column.role === role);
  if (!has('opening') || !has('closing')) return [...columns];
  return FLOWS.reduce<Column[]>(
    (known, [flow, words]) =>
      known.some(({ role }) => role === flow)
        ? known
        : known.map((column) =>
            ['ytd', 'month', 'amount'].includes(column.role) && words.test(column.path.at(-1) ?? '')
              ? { ...column, role: flow }
              : column,
          ),
    [...columns],
  );
}
