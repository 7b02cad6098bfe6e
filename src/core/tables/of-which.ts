import type { Sheet } from '../grid/sheet';
import { intervalOf, sumInterval } from '../numbers/interval';
import { figureAt } from './printed';
import { isAmountRole, type Column, type Table, type TableRow } from './table';

/** A 其中 list that comes to more than the item it is part of. */
export interface OfWhichExcess {
  readonly item: TableRow;
  readonly column: Column;
  readonly parts: readonly TableRow[];
  readonly whole: number;
  readonly sum: number;
}

/** Lists that begin with 其中, in every column of amounts; how many were looked at, and those that exceed. */
export function ofWhichLists(
  sheet: Sheet,
  table: Table,
): { readonly judged: number; readonly excesses: readonly OfWhichExcess[] } {
  const excesses: OfWhichExcess[] = [];
  let judged = 0;
  for (const [parent, parts] of listsOf(table)) {
    for (const column of table.columns.filter(({ role }) => isAmountRole(role))) {
      const whole = figureAt(sheet, parent.row, column.column);
      const figures = parts
        .map(({ row }) => figureAt(sheet, row, column.column))
        .filter((figure) => figure !== undefined);
      // A refund among the parts may well leave less than the others come to.
      if (!whole || figures.length === 0 || figures.some(({ value }) => value < 0)) continue;
      judged++;
      const sum = sumInterval(figures);
      if (sum.low > intervalOf(whole).high)
        excesses.push({
          item: parent,
          column,
          parts,
          whole: whole.value,
          sum: sumInterval(figures.map((figure) => ({ ...figure, exact: true }))).low,
        });
    }
  }
  return { judged, excesses };
}

function listsOf(table: Table): Map<TableRow, TableRow[]> {
  const lists = new Map<TableRow, TableRow[]>();
  for (const row of table.rows) {
    const parent = table.rows[row.parent];
    if (!parent) continue;
    const list = lists.get(parent);
    if (list) list.push(row);
    // Only a list whose first row says 其中: the rows after it stand beside it.
    else if (row.role === 'ofWhich') lists.set(parent, [row]);
  }
  // Where plain parts come first, 其中 refines the last of them and says nothing of the whole.
  for (const parent of [...lists.keys()]) {
    const first = table.rows.find((row) => table.rows[row.parent] === parent);
    if (first?.role !== 'ofWhich') lists.delete(parent);
  }
  return lists;
}
