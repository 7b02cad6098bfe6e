import type { Position } from '../grid/address';
import { plainText } from '../tables/label';
import { columnNameOf, tablePlaceOf, rowName, rowPath } from '../tables/table-place';
import type { SheetReading } from '../reading/sheet-reading';

/**
 * What a finding is about, whatever row it stands in today: rule, kind of table, row path, column
 * path, period. Explanations and "fixed 3, new 1" hang on it.
 */
export function fingerprintOf(code: string, reading: SheetReading, cell: Position | undefined): string {
  if (!cell) return hash([code, plainText(reading.sheet.name)]);
  const { table, row, column } = tablePlaceOf(reading.tables, cell);
  const rows = table && row ? rowPath(table, row) : [rowName(reading.sheet, reading.tables, cell)];
  const columns = column ? column.path : [columnNameOf(reading.tables, cell)];
  const kind = table ? (table.kind === 'unknown' ? undated(table.title) : table.kind) : '';
  return hash([code, kind, rows.join('/'), columns.join('/'), table?.period?.to ?? '']);
}

/** A title without its dates: the same table of another month is the same table. */
function undated(title: string): string {
  return plainText(title).replace(/\d+/g, '#');
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
