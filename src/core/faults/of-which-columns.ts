import type { Sheet } from '../grid/sheet';
import { intervalOf } from '../numbers/interval';
import { isOfWhich } from '../tables/label';
import { figureAt } from '../tables/printed';
import { type Column, isAmountRole, type Table, type TableRow } from '../tables/table';

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
    const whole = wholeOf(table, part);
    if (!whole) continue;
    const rows = table.rows.flatMap((row) => {
      const [of, all] = [part, whole].map(({ column }) => figureAt(sheet, row.row, column));
      if (!of || !all || of.value < 0 || all.value < 0) return [];
      return [
        {
          row,
          part,
          whole,
          partFigure: of.value,
          wholeFigure: all.value,
          exceeds: intervalOf(of).low > intervalOf(all).high,
        },
      ];
    });
    const broken = rows.filter(({ exceeds }) => exceeds);
    if (rows.length < LEAST_ROWS || rows.length - broken.length < LEAST_FIT * rows.length) continue;
    judged += rows.length;
    excesses.push(...broken);
  }
  return { judged, excesses };
}

function isPart({ path, role }: Column): boolean {
  return isAmountRole(role) && isOfWhich(path.at(-1) ?? '');
}

/** The nearest column of amounts to its left that is no part itself, within its own group of headers where it has one. */
function wholeOf({ columns }: Table, part: Column): Column | undefined {
  const group = part.path.slice(0, -1).join('|');
  const before = columns.filter(
    (column) =>
      column.column < part.column &&
      isAmountRole(column.role) &&
      !isOfWhich(column.path.at(-1) ?? '') &&
      isLike(column, part),
  );
  return before.filter(({ path }) => group === '' || path.join('|').startsWith(group)).at(-1);
}

const COUNTS: readonly Column['role'][] = ['persons', 'count'];

/** Money is no part of persons, nor land of money. */
function isLike(whole: Column, part: Column): boolean {
  const sort = ({ role }: Column) => (COUNTS.includes(role) ? 'count' : role === 'area' ? 'area' : 'amount');
  return sort(whole) === sort(part) && whole.unit === part.unit;
}
