import type { BookId } from '../grid/book-id';
import { cellIndex, formulaAt, storedValue, type Sheet } from '../grid/sheet';
import { placesOn } from '../grid/place';
import { showsAnother } from '../grid/shown-value';
import type { Cause } from '../relations/types';
import { fixOf, type Fix } from './fix';

/**
 * The figure that a cause would put into its cell. None where the cause names no figure, or where a
 * formula stands in the cell: what a formula gives is not repaired by typing over it.
 */
export function provenFixes(book: BookId, sheet: Sheet, cause: Cause | undefined, isOnlyOne: boolean): Fix[] {
  if (cause === undefined || !('cell' in cause)) return [];
  const after = 'shouldBe' in cause ? cause.shouldBe : cause.kind === 'textNumber' ? cause.value : undefined;
  const { row, column } = cause.cell;
  if (after === undefined || formulaAt(sheet, row, column) !== undefined) return [];
  const [at] = placesOn(book, sheet.name, [cause.cell]);
  const index = cellIndex(sheet.cells, row, column);
  const before = storedValue(sheet.cells, index);
  return at && !showsAnother(sheet, index) ? [fixOf([{ at, before, after }], isOnlyOne)] : [];
}
