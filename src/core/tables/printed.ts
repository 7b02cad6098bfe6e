import { cellIndex, CellKind, textAt, type Sheet } from '../grid/sheet';
import type { Printed } from '../numbers/interval';
import { printedAt } from '../grid/shown-decimals';
import { textAmount } from '../numbers/amount-text';
import { ownDecimals } from '../numbers/decimal';
import { plainText } from './label';
import type { Table } from './table';

/** The words of a cell, or its number as a word: a year in a header. */
export function shownText(sheet: Sheet, row: number, column: number): string {
  const at = cellIndex(sheet.cells, row, column);
  if (at >= 0 && sheet.cells.kind[at] === CellKind.number) return String(sheet.cells.number[at]);
  return plainText(textAt(sheet, row, column));
}

/** Whether a number may be a year. */
export function isYear(value: number): boolean {
  return Number.isInteger(value) && value >= 1949 && value <= 2100;
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

/** So many typed figures must agree before their places are those of the column. */
const LEAST_TYPED = 3;

/**
 * A column as it was really filled: where its typed rates are all given to one decimal, 8.4 is 8.4 and not 8.40,
 * whatever the number format prints.
 */
export function figuresAsUsed(
  sheet: Sheet,
  { rows }: Pick<Table, 'rows'>,
  column: number,
): (row: number) => Printed | undefined {
  let used = -1;
  let typed = 0;
  for (const { row } of rows) {
    const figure = figureAt(sheet, row, column);
    if (!figure || figure.exact || figure.value === 0) continue;
    typed++;
    used = Math.max(used, ownDecimals(figure.value));
  }
  return (row) => {
    const figure = figureAt(sheet, row, column);
    return figure && typed >= LEAST_TYPED && !figure.exact && used < figure.decimals && used >= 1
      ? { ...figure, decimals: used }
      : figure;
  };
}
