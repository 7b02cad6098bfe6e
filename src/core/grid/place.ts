import type { Address, Position } from './address';
import type { BookId } from './book-id';
import type { Workbook } from './sheet';

/** A cell of a workbook, 0-based. */
export interface CellPlace extends Address {
  readonly book: BookId;
}

/** A stretch of the plain text of a document, in UTF-16 units, `end` exclusive. */
export interface TextPlace {
  readonly document: string;
  readonly start: number;
  readonly end: number;
}

/** Where something is that a finding speaks of: a click can reach it. */
export type Place = CellPlace | TextPlace;

function isCellPlace(place: Place): place is CellPlace {
  return 'sheet' in place;
}

/** The cells among some places, in their order. */
export function cellPlaces(places: readonly Place[]): CellPlace[] {
  return places.filter(isCellPlace);
}

export function samePlace(a: Place, b: Place): boolean {
  if (isCellPlace(a) !== isCellPlace(b)) return false;
  return placeKey(a) === placeKey(b);
}

/** A text that is equal for equal places, to look them up by. */
export function placeKey(place: Place): string {
  return isCellPlace(place)
    ? `${place.book}\u0001${place.sheet}\u0001${place.row},${place.column}`
    : `${place.document}\u0002${place.start}-${place.end}`;
}

/** Cells of one sheet as places. */
export function placesOn(book: BookId, sheet: string, cells: readonly Position[]): CellPlace[] {
  return cells.map(({ row, column }) => ({ book, sheet, row, column }));
}

export function bookId({ id, fileName }: Pick<Workbook, 'id' | 'fileName'>): BookId {
  return id ?? fileName ?? '';
}
