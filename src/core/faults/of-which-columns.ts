import type { Sheet } from '../grid/sheet';
import { intervalOf } from '../numbers/interval';
import { isOfWhich, isRateName } from '../tables/label';
import { figureAt } from '../tables/printed';
import { type Column, groupOf, isAmountRole, isCountRole, type Table, type TableRow } from '../tables/table';

/** A figure under a header that begins with 其中, more than the figure it is part of. */
export interface ColumnExcess {
  readonly row: TableRow;
  readonly part: Column;
  readonly whole: Column;
  readonly partFigure: number;
  readonly wholeFigure: number;
}

/** So large a share of the rows must come out before a column is believed to be part of another. */
const LEAST_FIT = 0.7;
const LEAST_ROWS = 3;

/** Columns that are part of another by their header, row by row; how many rows were looked at, and those that exceed. */
export function ofWhichColumns(
  sheet: Sheet,
  table: Table,
): { readonly judged: number; readonly excesses: readonly ColumnExcess[] } {
  const excesses: ColumnExcess[] = [];
  let judged = 0;
  for (const part of table.columns.filter(isPart)) {
    // What was done this year is no part of last year's figure or of the budget, though it may be smaller.
    const wholes = wholesOf(table, part).sort((x, y) => Number(isOther(x)) - Number(isOther(y)));
    const rows = wholes.map((whole) => compare(sheet, table, part, whole)).find(isBelieved);
    if (!rows) continue;
    judged += rows.length;
    excesses.push(...rows.filter(({ exceeds }) => exceeds));
  }
  return { judged, excesses };
}

interface Compared extends ColumnExcess {
  readonly exceeds: boolean;
}

function compare(sheet: Sheet, table: Table, part: Column, whole: Column): Compared[] {
  return table.rows.flatMap((row) => {
    const [of, all] = [part, whole].map(({ column }) => figureAt(sheet, row.row, column));
    if (!of || !all || of.value < 0 || all.value < 0 || isRateName(row.name)) return [];
    const exceeds = intervalOf(of).low > intervalOf(all).high;
    return [{ row, part, whole, partFigure: of.value, wholeFigure: all.value, exceeds }];
  });
}

function isBelieved(rows: readonly Compared[]): boolean {
  const fitting = rows.filter(({ exceeds }) => !exceeds);
  return rows.length >= LEAST_ROWS && fitting.length >= LEAST_FIT * rows.length;
}

function isOther({ role }: Column): boolean {
  return role === 'prior' || role === 'month_prior' || role === 'budget_initial' || role === 'budget_adjusted';
}

function isPart({ path, role }: Column): boolean {
  return isAmountRole(role) && isOfWhich(path.at(-1) ?? '');
}

/** The columns of amounts to its left that are no part themselves, the nearest first, within its own group of headers where it has one. */
function wholesOf({ columns }: Table, part: Column): Column[] {
  const group = groupOf(part);
  return columns
    .filter(
      (column) =>
        column.column < part.column &&
        isAmountRole(column.role) &&
        column.role !== 'delta' &&
        column.role !== 'month_delta' &&
        !isOfWhich(column.path.at(-1) ?? '') &&
        isLike(column, part) &&
        (group === '' || column.path.join('|').startsWith(group)),
    )
    .reverse();
}

/** Money is no part of persons, nor land of money. */
function isLike(whole: Column, part: Column): boolean {
  const sort = ({ role }: Column) => (isCountRole(role) ? 'count' : role === 'area' ? 'area' : 'amount');
  return sort(whole) === sort(part) && whole.unit === part.unit;
}
