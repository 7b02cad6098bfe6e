/** A cell, 0-based. */
export interface Position {
  readonly row: number;
  readonly column: number;
}

/** A rectangle of cells, 0-based, both ends inclusive. */
export interface Rect {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A cell of a named sheet, 0-based. */
export interface Address extends Position {
  readonly sheet: string;
}

export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/** Letters of a 0-based column: 0 → `A`, 27 → `AB`. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** 0-based column of its letters, or -1 when they name none. */
export function columnIndex(name: string): number {
  let index = 0;
  for (const letter of name) {
    const code = letter.charCodeAt(0) & ~32;
    if (code < 65 || code > 90) return -1;
    index = index * 26 + code - 64;
  }
  return index > MAX_COLUMNS ? -1 : index - 1;
}

/** `A1` for row 0, column 0. */
export function cellName({ row, column }: Position): string {
  return `${columnName(column)}${row + 1}`;
}

/** `A1`, or `A1:B2` when the rectangle has more than one cell. */
export function rectName(rect: Rect): string {
  const first = cellName({ row: rect.top, column: rect.left });
  const last = cellName({ row: rect.bottom, column: rect.right });
  return first === last ? first : `${first}:${last}`;
}

const CELL = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$/;

/** Reads `B7` or `$B$7`; undefined when it is no cell of an Excel sheet. */
export function parseCell(name: string): Position | undefined {
  const match = CELL.exec(name);
  if (!match?.[1] || !match[2]) return undefined;
  const column = columnIndex(match[1]);
  const row = Number(match[2]) - 1;
  return column < 0 || row >= MAX_ROWS ? undefined : { row, column };
}

/** Reads `B7` or `B7:D9`; the corners may come in any order. */
export function parseRect(name: string): Rect | undefined {
  const colon = name.indexOf(':');
  const first = parseCell(colon < 0 ? name : name.slice(0, colon));
  const last = colon < 0 ? first : parseCell(name.slice(colon + 1));
  if (!first || !last) return undefined;
  return {
    top: Math.min(first.row, last.row),
    left: Math.min(first.column, last.column),
    bottom: Math.max(first.row, last.row),
    right: Math.max(first.column, last.column),
  };
}

export function contains(rect: Rect, { row, column }: Position): boolean {
  return row >= rect.top && row <= rect.bottom && column >= rect.left && column <= rect.right;
}

/** A sheet name as it stands in a formula: quoted whenever that could matter. */
export function quoteSheet(name: string): string {
  const plain = /^[A-Za-z_\u4e00-\u9fff][A-Za-z0-9_.\u4e00-\u9fff]*$/.test(name);
  const looksLikeReference = /^[A-Za-z]{1,3}\d+$|^[Rr]\d*([Cc]\d*)?$|^[Cc]\d*$/.test(name);
  return plain && !looksLikeReference ? name : `'${name.replaceAll("'", "''")}'`;
}
