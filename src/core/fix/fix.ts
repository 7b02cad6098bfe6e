import type { CellPlace } from '../grid/place';
import type { CellValue } from '../grid/value';

/** One typed cell, what it holds and what it should hold. */
export interface Write {
  readonly at: CellPlace;
  readonly before: CellValue;
  readonly after: CellValue;
}

/** A repair as data. It puts values into typed cells and touches neither formulas nor formats. */
export interface Fix {
  readonly writes: readonly Write[];
  /** What takes it back. */
  readonly inverse: readonly Write[];
  /** True where the figures prove it; false where a person must say which of several figures is wrong. */
  readonly safe: boolean;
}

export function fixOf(writes: readonly Write[], safe: boolean): Fix {
  return { writes, inverse: writes.map(({ at, before, after }) => ({ at, before: after, after: before })), safe };
}
