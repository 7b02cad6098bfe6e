import { cellIndex, CellKind, type Sheet } from '../grid/sheet';
import type { Printed } from '../numbers/interval';
import { printedAt } from '../grid/shown-decimals';
import { textAmount } from '../numbers/amount-text';

/** A cell's figure with its precision, also when it was typed as text. */
export function figureAt(sheet: Sheet, row: number, column: number): Printed | undefined {
  const { cells } = sheet;
  const at = cellIndex(cells, row, column);
  if (at < 0) return undefined;
  if (cells.kind[at] !== CellKind.text) return printedAt(cells, at);
  const amount = textAmount(cells.texts[cells.text[at] ?? 0] ?? '');
  return amount && { value: amount.value, decimals: amount.decimals, exact: false };
}
