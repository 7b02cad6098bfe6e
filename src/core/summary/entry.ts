import type { Target } from '../fiscal/indicators/indicator';
import type { CellPlace } from '../grid/place';
import type { NotLive } from './references';

/** Another cell that shows the same figure. */
export interface OtherSource {
  readonly cell: CellPlace;
  readonly agrees: boolean;
  /** In the unit of the figure that is used. */
  readonly value: number;
}

/** A figure of the user's tables as a summary cites it. */
export interface Cited {
  readonly is: 'cited';
  /** Money in 万元; anything else in its own unit. */
  readonly value: number;
  /** The Excel expression on the cells that it rests on; undefined: it is a value. */
  readonly formula: string | undefined;
  /** Why it is a value: the cell holds text, its format shows another number, or it lies in another workbook. */
  readonly valueBecause: NotLive | 'book' | undefined;
  /** Where it was taken from; a click goes to the first. */
  readonly cells: readonly CellPlace[];
  readonly others: readonly OtherSource[];
}

/** A cell, or a run of lines of one column, of the summary itself. */
export interface OwnRange {
  readonly column: string;
  /** Ids of the first and the last line. */
  readonly from: string;
  readonly to: string;
}

/** An Excel expression on cells of the summary itself, before anybody knows where they will stand. */
export type OwnFormula = readonly (string | OwnRange)[];

/** A figure that the summary computes from its own cells. */
export interface Computed {
  readonly is: 'computed';
  /** Undefined: its base is zero or less, and the cell says 「—」. */
  readonly value: number | undefined;
  readonly formula: OwnFormula;
}

/** A number that stands in no table: a bound, the share of the year that has passed. */
export interface Stated {
  readonly is: 'stated';
  readonly value: number;
}

/** Words of the summary: a name as the tables have it, a bound, or an id with its data, put into a language by `messages`. */
export type Words =
  | { readonly name: string }
  | { readonly target: Target }
  | { readonly words: string; readonly data?: Readonly<Record<string, string | number | readonly Words[]>> };

export interface Said {
  readonly is: 'said';
  readonly words: Words;
}

/** How a light is set, in words and by its shape. */
export interface Light {
  readonly is: 'light';
  readonly light: 'pass' | 'warn' | 'fail' | 'none';
}

export type Entry = Cited | Computed | Stated | Said | Light;

/** A figure of a cell of the summary with the cell itself, to compute with. */
export interface Operand {
  readonly value: number | undefined;
  readonly at: OwnRange;
  /** Whether the cell may say 「—」. */
  readonly guarded: boolean;
}
