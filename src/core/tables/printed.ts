import { cellIndex, CellKind, textAt, type Sheet } from '../grid/sheet';
import type { Printed } from '../numbers/interval';
import { printedAt } from '../grid/shown-decimals';
import { textAmount } from '../numbers/amount-text';
import { plainText } from './label';

/** The words of a cell, or its number as a word: a year in a header. */
export function shownText(sheet: Sheet, row: number, column: number): string {
  const at = cellIndex(sheet.cells, row, column);
  if (at >= 0 && sheet.cells.kind[at] === CellKind.number) return String(sheet.cells.number[at]);
  return plainText(textAt(sheet, row, column));
}

/** A cell's figure with its precision, also when it was typed as text. */
export function figureAt(sheet: Sheet, row: number, column: number): Printed | undefined {
  const { cells } = sheet;
  const at = cellIndex(cells, row, column);
  if (at < 0) return undefined;
  if (cells.kind[at] !== CellKind.text) return printedAt(cells, at);
  const amount = textAmount(cells.texts[cells.text[at] ?? 0] ?? '');
  return amount && { value: amount.value, decimals: amount.decimals, exact: false };
}
