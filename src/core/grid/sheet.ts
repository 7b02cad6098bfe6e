import type { Rect } from './address';
import type { BookId } from './book-id';
import type { Computed } from './computed';
import type { CellValue } from './value';

/** What kind of value a stored cell has. */
export const CellKind = { blank: 0, number: 1, text: 2, boolean: 3, error: 4 } as const;

/**
 * The cells of a sheet, row by row, only those that hold something: cell `i` of row `r` runs from
 * `rowStart[r]` to `rowStart[r + 1]`, columns ascending. Parallel typed arrays, because a bureau's
 * largest sheets have a million cells and cross a worker boundary.
 *
 * Index 0 of `texts` is the empty string and means "none" in `formula` and `shown`.
 */
export interface CellStore {
  /** 1 + the last row, and the last column, that hold anything. */
  readonly rowCount: number;
  readonly columnCount: number;
  readonly rowStart: Uint32Array;
  readonly column: Uint16Array;
  readonly kind: Uint8Array;
  /** The number, or 0 / 1 for a boolean; 1 for a blank that is the empty text which a formula gave; 0 elsewhere. */
  readonly number: Float64Array;
  /** Index into `texts` of a text value or of an error code. */
  readonly text: Uint32Array;
  /** Index into `texts` of the formula, without its `=`; 0: the cell is typed. */
  readonly formula: Uint32Array;
  /** Index into `formats`. */
  readonly format: Uint16Array;
  /** Index into `texts` of what the cell shows, where the source says so; 0: unknown. */
  readonly shown: Uint32Array;
  /** Bit 0: bold; bits 1–4: indent level. */
  readonly style: Uint8Array;
  readonly texts: readonly string[];
  readonly formats: readonly string[];
}

export type Visibility = 'visible' | 'hidden' | 'veryHidden';

/** The snapshot of one worksheet. Plain data: it can be posted to a worker. */
export interface Sheet {
  readonly name: string;
  readonly visibility: Visibility;
  readonly protected: boolean;
  readonly cells: CellStore;
  readonly merges: readonly Rect[];
  /** 0-based, ascending. */
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  /** Where this is the sheet as its formats show it: the numbers as they are stored. */
  readonly stored?: Float64Array;
  /** Absent: all formulas have the results that the file holds. */
  readonly computed?: Computed;
}

export interface DefinedName {
  readonly name: string;
  /** Its text, without `=`; for example `收入!$A$1:$C$9`. */
  readonly refersTo: string;
  readonly hidden: boolean;
  /** Sheet it is local to; absent: the workbook. */
  readonly sheet?: string;
}

/** What separated text does not say of itself and was told by its looks. */
export interface TextDialect {
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';
  readonly separator: string;
  /** `1.234,50` */
  readonly decimalComma: boolean;
}

export interface Workbook {
  readonly sheets: readonly Sheet[];
  readonly names: readonly DefinedName[];
  /** Which book it is among those that are open at once; absent: there is no other, its file name will do. */
  readonly id?: BookId;
  /** The file's name without a folder, where there is one: periods hide in it. */
  readonly fileName?: string;
  /** How a text file was read; absent: it is a workbook. */
  readonly dialect?: TextDialect;
  /** What Gouji keeps in the workbook itself, by name, each a JSON text; absent: nothing. */
  readonly kept?: Readonly<Record<string, string>>;
}

/** Where in the store the cell stands, or -1 when it is blank without a style of interest. */
export function cellIndex(cells: CellStore, row: number, column: number): number {
  if (row < 0 || row >= cells.rowCount) return -1;
  let low = cells.rowStart[row] ?? 0;
  let high = (cells.rowStart[row + 1] ?? 0) - 1;
  // In a table without gaps a cell stands as far from the first as its column.
  const guess = low + column - (cells.column[low] ?? 0);
  if (guess >= low && guess <= high && cells.column[guess] === column) return guess;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const at = cells.column[middle] ?? 0;
    if (at === column) return middle;
    if (at < column) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** The value stored at an index of {@link cellIndex}; blank for -1. */
export function storedValue(cells: CellStore, index: number): CellValue {
  switch (index < 0 ? CellKind.blank : cells.kind[index]) {
    case CellKind.number:
      return cells.number[index];
    case CellKind.text:
      return cells.texts[cells.text[index] ?? 0];
    case CellKind.boolean:
      return cells.number[index] === 1;
    case CellKind.error:
      return { error: cells.texts[cells.text[index] ?? 0] ?? '' };
    default:
      return undefined;
  }
}

export function valueAt(sheet: Sheet, row: number, column: number): CellValue {
  return storedValue(sheet.cells, cellIndex(sheet.cells, row, column));
}

/** The text of a text cell; the empty string for anything else. */
export function textAt(sheet: Sheet, row: number, column: number): string {
  const value = valueAt(sheet, row, column);
  return typeof value === 'string' ? value : '';
}

/** The number of a number cell; NaN for anything else. */
export function numberAt(sheet: Sheet, row: number, column: number): number {
  const index = cellIndex(sheet.cells, row, column);
  return index >= 0 && sheet.cells.kind[index] === CellKind.number ? (sheet.cells.number[index] ?? NaN) : NaN;
}

/** The formula without `=`, or undefined when the cell is typed or blank. */
export function formulaAt(sheet: Sheet, row: number, column: number): string | undefined {
  const index = cellIndex(sheet.cells, row, column);
  const formula = index < 0 ? 0 : (sheet.cells.formula[index] ?? 0);
  return formula === 0 ? undefined : sheet.cells.texts[formula];
}

export function isBold(cells: CellStore, index: number): boolean {
  return index >= 0 && ((cells.style[index] ?? 0) & 1) === 1;
}

/** Excel's indent level, 0–15. */
export function indentLevel(cells: CellStore, index: number): number {
  return index < 0 ? 0 : (cells.style[index] ?? 0) >> 1;
}
