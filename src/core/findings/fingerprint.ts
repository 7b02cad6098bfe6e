import type { Position } from '../grid/address';
import { bookId } from '../grid/place';
import { textAt, type Sheet } from '../grid/sheet';
import type { Dossier } from '../reading/dossier';
import type { SheetReading } from '../reading/sheet-reading';
import { identitiesOf, meaningOf } from '../reading/table-identity';
import { plainText } from '../tables/label';
import type { Table } from '../tables/table';
import { rowName, rowPath, tablePlaceOf } from '../tables/table-place';
import type { Extent } from './extent';

/** Prints the findings of one dossier. */
export type Fingerprints = (thing: string, reading: SheetReading, cell: Position | undefined, extent: Extent) => string;

/**
 * What a finding is about, whatever row and sheet it stands in today: rule, table (kind, title, place,
 * period), row path, column path. Only where two tables of the set have all of that in common does the
 * sheet join, and where the sheets are called alike the book: then renaming changes the print.
 * There is no ordinal in it, so that no finding can inherit the print of another that was mended.
 * Explanations and "fixed 3, new 1" hang on it.
 */
export function fingerprints({ workbook, sheets, companions, bookName }: Dossier): Fingerprints {
  const places = new Map<string, Set<string>>();
  const own = sheets.flatMap(({ sheet, tables }) => identitiesOf(sheet, workbook, tables));
  for (const { meaning, book, sheet } of [...own, ...companions.flatMap(({ tables }) => tables)]) {
    const known = places.get(meaning) ?? new Set();
    places.set(meaning, known.add(placeOf(bookName(book), sheet)));
  }
  const book = bookName(bookId(workbook));
  const where = (meaning: string, { name }: Sheet): string => {
    const known = places.get(meaning);
    if (known === undefined || known.size <= 1) return '';
    return known.size > new Set([...known].map(sheetPart)).size ? placeOf(book, name) : plainText(name);
  };
  return (thing, { sheet, tables }, cell, extent) => {
    const { table } = cell ? tablePlaceOf(tables, cell) : {};
    const at = table ? [meaningOf(table), where(meaningOf(table), sheet)] : ['', plainText(sheet.name)];
    return hash([thing, ...at, ...(cell ? pathOf(sheet, tables, cell, extent) : [])]);
  };
}

function placeOf(book: string, sheet: string): string {
  return `${book}\u0002${plainText(sheet)}`;
}

function sheetPart(place: string): string {
  return place.slice(place.indexOf('\u0002') + 1);
}

function pathOf(sheet: Sheet, tables: readonly Table[], cell: Position, extent: Extent): string[] {
  if (extent === 'table') return [];
  const { table, row, column } = tablePlaceOf(tables, cell);
  const columns = column ? column.path.join('/') : textAbove(sheet, cell);
  if (extent === 'column') return ['', columns];
  const rows = table && row ? rowPath(table, row).join('/') : rowName(sheet, tables, cell);
  return [rows, columns];
}

/** Outside a table the nearest words above a cell are what it has for a header. */
function textAbove(sheet: Sheet, { row, column }: Position): string {
  for (let at = row - 1; at >= 0; at--) {
    const text = plainText(textAt(sheet, at, column));
    if (text !== '') return text;
  }
  return '';
}

/** FNV-1a over UTF-16, twice with different bases: 64 bits as hex. Not secret, only short and stable. */
export function hash(parts: readonly string[]): string {
  const text = parts.join('\u0001');
  return fnv(text, 0x811c9dc5) + fnv(text, 0x01000193 ^ text.length);
}

function fnv(text: string, basis: number): string {
  let value = basis >>> 0;
  for (let i = 0; i < text.length; i++) {
    value ^= text.charCodeAt(i);
    value = Math.imul(value, 0x01000193) >>> 0;
  }
  return value.toString(16).padStart(8, '0');
}
