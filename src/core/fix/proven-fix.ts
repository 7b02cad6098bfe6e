import type { Position } from '../grid/address';
import type { BookId } from '../grid/book-id';
import { cellIndex, formulaAt, storedValue, type Sheet } from '../grid/sheet';
import { showsAnother } from '../grid/shown-value';
import type { Cause } from '../relations/types';
import { fixOf, type CellContent, type Fix } from './fix';

/** So many digits of an amount a double tells for certain; what differs beyond is a sum of binary fractions. */
const DIGITS = 14;

/** What a cell should hold, as a rule proves it. */
export interface Mend extends Position {
  readonly content: CellContent;
}

/**
 * What a cause would put into its cell: the formula that belongs there, or the figure. None where it names neither, or
 * where a formula stands in the cell: what a formula gives is not repaired by typing over it.
 */
export function provenFixes(book: BookId, sheet: Sheet, cause: Cause | undefined, isOnlyOne: boolean): Fix[] {
  if (cause === undefined || !('cell' in cause)) return [];
  if (cause.kind === 'exchanged') return exchangeBack(book, sheet, cause, isOnlyOne);
  const { cell } = cause;
  if ('formula' in cause && cause.formula !== undefined) {
    const content = { value: contentOf(sheet, cell).value, formula: cause.formula };
    return [fixFor(book, sheet, [{ ...cell, content }], isOnlyOne)];
  }
  const after = 'shouldBe' in cause ? cause.shouldBe : cause.kind === 'textNumber' ? cause.value : undefined;
  if (after === undefined || formulaAt(sheet, cell.row, cell.column) !== undefined) return [];
  if (showsAnother(sheet, cellIndex(sheet.cells, cell.row, cell.column))) return [];
  return [fixFor(book, sheet, [{ ...cell, content: { value: Number(after.toPrecision(DIGITS)) } }], isOnlyOne)];
}

/** Two typed figures change places; what a formula gives stays where it is. */
function exchangeBack(
  book: BookId,
  sheet: Sheet,
  { cell, other }: Extract<Cause, { kind: 'exchanged' }>,
  isOnlyOne: boolean,
): Fix[] {
  if ([cell, other].some(({ row, column }) => formulaAt(sheet, row, column) !== undefined)) return [];
  const mends = [
    { ...cell, content: contentOf(sheet, other) },
    { ...other, content: contentOf(sheet, cell) },
  ];
  return [fixFor(book, sheet, mends, isOnlyOne)];
}

/** The repair that gives some cells of a sheet what they should hold. */
export function fixFor(book: BookId, sheet: Sheet, mends: readonly Mend[], safe: boolean): Fix {
  return fixOf(
    mends.map(({ row, column, content }) => ({
      at: { book, sheet: sheet.name, row, column },
      before: contentOf(sheet, { row, column }),
      after: content,
    })),
    safe,
  );
}

function contentOf(sheet: Sheet, { row, column }: Position): CellContent {
  const formula = formulaAt(sheet, row, column);
  const value = storedValue(sheet.cells, cellIndex(sheet.cells, row, column));
  return formula === undefined ? { value } : { value, formula };
}
