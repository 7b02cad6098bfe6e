import type { CellValue } from '../../grid/value';
import type { Book } from './book';
import { Area, type Source } from './source';
import { ERROR, Matrix, type Value } from './value';

/** Where a formula stands while it is computed, and what was met on the way. */
export interface Scope {
  readonly book: Book;
  readonly source: Source;
  /** Row and column of every corner of its references. */
  readonly corners: readonly number[];
  readonly row: number;
  readonly column: number;
  /** The largest figure that went in: the measure of binary noise. */
  size: number;
  /** SUBTOTAL(9, …) leaves out rows that a filter hides, but not those hidden by hand; the file does not say which they are. */
  readonly keepHidden: boolean;
  /** A SUBTOTAL or AGGREGATE went over hidden rows. */
  metHidden: boolean;
}

/** A formula, or a part of one, made ready to be computed in any place. */
export type Run = (scope: Scope) => Value;

/** A single value: of a range of one cell that cell, of a larger one the cell in the formula's own row or column. */
export function scalar(value: Value, { row, column }: Scope): CellValue {
  if (!(value instanceof Matrix)) return value;
  if (value.height === 1 && value.width === 1) return value.at(0, 0);
  if (!(value instanceof Area)) return value.at(0, 0);
  const { top, left, bottom, right } = value.rect;
  if (value.width === 1 && row >= top && row <= bottom) return value.at(row - top, 0);
  if (value.height === 1 && column >= left && column <= right) return value.at(0, column - left);
  return ERROR.value;
}

/** A result that counts as a figure of the computation. */
export function sized(value: number, scope: Scope): CellValue {
  if (!Number.isFinite(value)) return ERROR.num;
  if (Math.abs(value) > scope.size) scope.size = Math.abs(value);
  return value;
}
