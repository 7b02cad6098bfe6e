import type { Position } from '../grid/address';
import { textAt, type Sheet } from '../grid/sheet';
import type { FormulaCell, FormulaGrid } from '../formulas/formula-grid';
import { itemName, plainText } from '../tables/label';
import { rowName } from '../tables/table-place';
import type { Table } from '../tables/table';

/**
 * Whether a formula takes its figures from rows of other sheets that are called as its own row is, and from the
 * columns that the formula beside it takes them from. Where two sheets list the same items in another order, such
 * links are out of line with their neighbours, and right.
 */
export function followsItsLabel(
  grid: FormulaGrid,
  tables: readonly Table[],
  { cell: at, neighbours }: { readonly cell: Position; readonly neighbours: readonly Position[] },
): boolean {
  const cell = grid.at(at.row, at.column);
  const [nearest] = neighbours;
  const beside = nearest && grid.at(nearest.row, nearest.column);
  const inRow = neighbours.filter(({ row }) => row === at.row);
  const around = inRow.flatMap(({ row, column }) => grid.at(row, column) ?? []);
  if (!cell || cell.references.length === 0) return false;
  if (cell.references.every((_, i) => around.some((one) => isOfColumnCalled(grid, at, cell, one, i)))) return true;
  const own = called(rowName(grid.sheet, tables, at));
  return (
    own !== '' && cell.references.every((_, i) => isOfRowCalled(grid, cell, i, own) && isInColumnOf(cell, beside, i))
  );
}

function isOfRowCalled({ book }: FormulaGrid, { references }: FormulaCell, i: number, name: string): boolean {
  const { sheet: of, rect } = references[i] ?? {};
  const sheet = of === undefined ? undefined : book.source(of)?.sheet;
  if (!sheet || !rect || rect.top !== rect.bottom) return false;
  for (let column = 0; column < rect.left; column++) if (called(textAt(sheet, rect.top, column)) === name) return true;
  return false;
}

/** In a row whose other formulas take from the same row of another sheet: from the column there that is called as its own. */
function isOfColumnCalled(
  { book, sheet: own }: FormulaGrid,
  at: Position,
  { references }: FormulaCell,
  beside: FormulaCell,
  i: number,
): boolean {
  const [one, other] = [references[i], beside.references[i]];
  const sheet = one?.sheet === undefined ? undefined : book.source(one.sheet)?.sheet;
  if (!sheet || !one || !other || one.sheet !== other.sheet || one.rect.top !== other.rect.top) return false;
  const [header, theirs] = [headerAbove(own, at), headerAbove(sheet, { row: one.rect.top, column: one.rect.left })];
  return header !== '' && theirs !== '' && (header.includes(theirs) || theirs.includes(header));
}

/** The nearest words above a cell. */
function headerAbove(sheet: Sheet, { row, column }: Position): string {
  for (let above = row - 1; above >= 0; above--) {
    const text = plainText(textAt(sheet, above, column));
    // — stands where nothing is known.
    if (/[一-龥A-Za-z]/.test(text)) return text;
  }
  return '';
}

/** 非税收入小计 is 非税, and 债务付息 is 债务付息支出. */
function called(label: string): string {
  const name = itemName(label);
  return name.replace(/(?:小计|合计)$/, '').replace(/(?:收入|支出)$/, '') || name;
}

/** Another sheet has other columns; in the same one the column must be the neighbours'. */
function isInColumnOf({ references }: FormulaCell, beside: FormulaCell | undefined, i: number): boolean {
  const [one, other] = [references[i], beside?.references[i]];
  return !other || one?.sheet !== other.sheet || one?.rect.left === other.rect.left;
}
