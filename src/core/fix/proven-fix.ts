import type { Position } from '../grid/address';
import type { BookId } from '../grid/book-id';
import { cellIndex, formulaAt, storedValue, type Sheet } from '../grid/sheet';
import { showsAnother } from '../grid/shown-value';
import { roundHalfUp } from '../numbers/decimal';
import type { Cause } from '../relations/types';
import { fixOf, type CellContent, type Fix } from './fix';

/** What differs only beyond so many decimals are sums of binary fractions, not amounts. */
const NOISE = 6;

/** What a cell should hold, as a rule proves it. */
export interface Mend extends Position {
  readonly content: CellContent;
}

/**
 * The figure that a cause would put into its cell. None where the cause names no figure, or where a
 * formula stands in the cell: what a formula gives is not repaired by typing over it.
 */
export function provenFixes(book: BookId, sheet: Sheet, cause: Cause | undefined, isOnlyOne: boolean): Fix[] {
  if (cause === undefined || !('cell' in cause)) return [];
  const after = 'shouldBe' in cause ? cause.shouldBe : cause.kind === 'textNumber' ? cause.value : undefined;
  const { row, column } = cause.cell;
  if (after === undefined || formulaAt(sheet, row, column) !== undefined) return [];
  if (showsAnother(sheet, cellIndex(sheet.cells, row, column))) return [];
  return [fixFor(book, sheet, [{ row, column, content: { value: roundHalfUp(after, NOISE) } }], isOnlyOne)];
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
