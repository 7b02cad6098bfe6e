import { amountAt } from '../../tables/cells';
import { type Column, isAmountRole, type Table, type TableRow } from '../../tables/table';
import type { Sheet } from '../../grid/sheet';

/** 三公 of this year above that of last year. */
export interface Raised {
  readonly row: TableRow;
  readonly column: Column;
  readonly isBudget: boolean;
  readonly actual: number;
  readonly before: number;
  readonly factor: number;
}

interface Pair {
  readonly row: TableRow;
  readonly column: Column;
  readonly before: { readonly row: TableRow; readonly column: Column };
}

/** 因公出国（境）, 公务接待, 公务用车, and their sum: lines of the whole, not of units. */
const ITEM = /三公|出国|因公|接待|公务用车|车辆?(?:购置|运行)/;

/** Each item of 三公 against last year's: 只减不增. */
export function raisedThreePublic(
  sheet: Sheet,
  table: Table,
): { readonly judged: number; readonly raised: readonly Raised[] } {
  if (table.kind !== '三公') return { judged: 0, raised: [] };
  const rows = table.rows.filter(({ name }) => ITEM.test(name));
  const pairs = [...twoRows(rows, table.columns), ...twoColumns(rows, table.columns)].flatMap((pair) => {
    const [now, before] = [
      amountAt(sheet, table, pair.row.row, pair.column),
      amountAt(sheet, table, pair.before.row.row, pair.before.column),
    ];
    if (!now || !before) return [];
    return [
      {
        row: pair.row,
        column: pair.column,
        isBudget: pair.column.role === 'budget_initial',
        actual: now.value * now.factor,
        before: before.value * before.factor,
        factor: now.factor,
      },
    ];
  });
  const byUnit = pairsOfUnits(sheet, table);
  const raised = pairs.filter(({ actual, before }) => actual > before);
  // What its parts explain is told of the parts.
  const innermost = raised.filter(
    (one) => !raised.some((other) => other.column === one.column && isPartOf(other.row, one.row, rows)),
  );
  return { judged: pairs.length + byUnit.judged, raised: [...innermost, ...byUnit.raised] };
}

/** So large a share of the units may have spent more on something; where more did, each is no exception. */
const EXCEPTIONS = 0.1;

/** Units down the rows, each with its year and the year before, and the items of 三公 across. */
function pairsOfUnits(sheet: Sheet, table: Table): { readonly judged: number; readonly raised: readonly Raised[] } {
  const items = table.columns.filter(({ role, path }) => isAmountRole(role) && ITEM.test(path.join('|')));
  const units = table.rows.filter(({ name, role, phase }) => phase === 'ytd' && role === 'item' && !ITEM.test(name));
  if (items.length < 2 || units.length === 0) return { judged: 0, raised: [] };
  const pairs = units.flatMap((row) => {
    const before = table.rows.find(
      ({ name, phase, row: at }) => name === row.name && phase === 'prior' && Math.abs(at - row.row) === 1,
    );
    return items.flatMap((column) => {
      const now = amountAt(sheet, table, row.row, column);
      const then = before && amountAt(sheet, table, before.row, column);
      if (!now || !then) return [];
      const { factor } = now;
      return [{ row, column, isBudget: false, actual: now.value * factor, before: then.value * then.factor, factor }];
    });
  });
  const raised = pairs.filter(({ actual, before }) => actual > before);
  return { judged: pairs.length, raised: raised.length <= Math.max(1, EXCEPTIONS * pairs.length) ? raised : [] };
}

/** 上年同期 and 本期 below each other. */
function twoRows(rows: readonly TableRow[], columns: readonly Column[]): Pair[] {
  return rows.flatMap((row) => {
    const before = rows.find(
      ({ name, phase, row: at }) => name === row.name && phase === 'prior' && Math.abs(at - row.row) === 1,
    );
    return row.phase === 'ytd' && before
      ? columns
          .filter(({ role }) => role === 'ytd' || role === 'budget_initial')
          .map((column) => ({ row, column, before: { row: before, column } }))
      : [];
  });
}

/** 累计 and 上年同期 beside each other. */
function twoColumns(rows: readonly TableRow[], columns: readonly Column[]): Pair[] {
  return [...pairOf(rows, columns, 'ytd'), ...pairOf(rows, columns, 'budget_initial')];
}

function pairOf(rows: readonly TableRow[], columns: readonly Column[], role: 'ytd' | 'budget_initial'): Pair[] {
  const now = columns.filter((column) => column.role === role);
  const isPlan = ({ path }: Column) => /预算|计划/.test(path.join('|'));
  const before = columns.filter((column) => column.role === 'prior' && isPlan(column) === (role === 'budget_initial'));
  const [column, prior] = [now[0], before[0]];
  if (!column || !prior || now.length !== 1 || before.length !== 1) return [];
  return rows
    .filter(({ phase }) => phase === undefined)
    .map((row) => ({ row, column, before: { row, column: prior } }));
}

function isPartOf(part: TableRow, whole: TableRow, rows: readonly TableRow[]): boolean {
  if (part === whole) return false;
  if (/合计|总计|^“?三公”?经费(?:支出)?$/.test(whole.name) && !/合计|总计/.test(part.name)) return true;
  return (
    part.level > whole.level &&
    rows.indexOf(part) > rows.indexOf(whole) &&
    !rows.slice(rows.indexOf(whole) + 1, rows.indexOf(part)).some(({ level }) => level <= whole.level)
  );
}
