import type { Position } from './address';

/** Why a formula is not computed. */
export type NoResult =
  | { readonly kind: 'function'; readonly name: string }
  | { readonly kind: 'name'; readonly name: string }
  /** A sheet that is not in the workbook, or another workbook. */
  | { readonly kind: 'sheet'; readonly name: string }
  | { readonly kind: 'table'; readonly name: string }
  /** A number format of TEXT that is not read. */
  | { readonly kind: 'format'; readonly format: string }
  /** A text that Excel may or may not take for a number. */
  | { readonly kind: 'text'; readonly text: string }
  /** TODAY and its like: the result is that of the day on which one looks. */
  | { readonly kind: 'clock'; readonly name: string }
  | { readonly kind: 'syntax' }
  | { readonly kind: 'cycle' }
  /** More cells would have to be gone through than a check may cost. */
  | { readonly kind: 'effort' };

/** A cell whose formula has a result neither in the file nor here, and why. */
export interface Uncomputed {
  readonly cell: Position;
  /** Of the formula itself, or of the one that it rests on. */
  readonly why: NoResult;
}

/** What was computed here because the file holds no results: a program wrote it that does not calculate. */
export interface Computed {
  /** The program left 0 as every result instead of none. */
  readonly wasZero: boolean;
  /** How many cells have their results from here. */
  readonly count: number;
  readonly uncomputed: readonly Uncomputed[];
}
