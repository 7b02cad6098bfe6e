import type { Sheet } from '../../grid/sheet';
import type { StatedSum } from '../../relations/types';
import type { Block } from '../find-blocks';
import type { Column, TableRow } from '../table';
import { accountTotals } from './account-totals';
import { numberedColumns, numberedRows } from './numbered-lines';
import { signedRows } from './signed-rows';
import { accountBalances, adjustedBudgets, sameInTwoUnits } from './stated-columns';

/** What a form says of its own sums: by 加 and 减, by the numbers of its lines, by debit and credit, by two units. */
export function statedSums(
  sheet: Sheet,
  block: Pick<Block, 'headerRows' | 'bodyRows'>,
  columns: readonly Column[],
  rows: readonly TableRow[],
): StatedSum[] {
  const across = { from: block.bodyRows[0], to: block.bodyRows[1] };
  const down = { from: columns[0]?.column ?? 0, to: columns.at(-1)?.column ?? 0 };
  return [
    ...numberedColumns(sheet, block.headerRows, columns).map((one) => ({ ...one, ...across })),
    ...accountBalances(columns).map((one) => ({ ...one, ...across })),
    ...adjustedBudgets(sheet, block.bodyRows, columns).map((one) => ({ ...one, ...across })),
    ...sameInTwoUnits(columns).map((one) => ({ ...one, ...across, except: totalsOf(rows) })),
    ...numberedRows(sheet, columns, rows).map((one) => ({ ...one, ...down })),
    ...signedRows(rows).map((one) => ({ ...one, ...down })),
    ...accountTotals(rows).map((one) => ({ ...one, ...down })),
  ];
}

/** Rows that add up others. */
function totalsOf(rows: readonly TableRow[]): ReadonlySet<number> {
  const parents = new Set(rows.map(({ parent }) => parent));
  return new Set(
    rows.flatMap(({ row, role }, i) => (role === 'total' || role === 'subtotal' || parents.has(i) ? [row] : [])),
  );
}
