import type { CellPlace } from '../grid/place';
import type { CellValue } from '../grid/value';

/** What a cell holds: a typed value, or a formula with the result that it gives. */
export interface CellContent {
  readonly value: CellValue;
  /** Without `=`. */
  readonly formula?: string;
}

/** One cell, what it holds and what it should hold. */
export interface Write {
  readonly at: CellPlace;
  readonly before: CellContent;
  readonly after: CellContent;
}

/** A repair as data. It puts values and formulas into cells and never touches formats. */
export interface Fix {
  readonly writes: readonly Write[];
  /** What takes it back. */
  readonly inverse: readonly Write[];
  /** True where the figures prove it; false where a person must say which of several figures is wrong. */
  readonly safe: boolean;
}

export function fixOf(writes: readonly Write[], safe: boolean): Fix {
  return { writes, inverse: inverseOf(writes), safe };
}

export function inverseOf(writes: readonly Write[]): Write[] {
  return writes.map(({ at, before, after }) => ({ at, before: after, after: before }));
}
