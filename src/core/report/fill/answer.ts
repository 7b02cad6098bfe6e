import type { CellPlace } from '../../grid/place';
import type { Span } from '../text/mention';
import type { Figure } from '../text/entries';

/** How a figure that fills a blank comes about. */
export interface Computation {
  readonly op: 'cell' | 'difference' | 'growth' | 'share';
  readonly cells: readonly CellPlace[];
}

/** What may fill a blank. */
export interface Proposal {
  readonly computation: Computation;
  /** In yuan, percent or pieces; signed. */
  readonly size: number;
  readonly score: number;
  readonly isCertain: boolean;
  /** Names of row and column, for whoever chooses. */
  readonly path: readonly string[];
  readonly header: string;
}

/** Why a blank is left: nothing of that name, several that differ, a base of zero or less, or a name that only people know. */
export type LeftWhy = 'none' | 'several' | 'noBase' | 'unsure';

/** A blank as a question: what may stand there, and what does. */
export interface Answer {
  readonly figure: Figure;
  /** The likeliest first. */
  readonly proposals: readonly Proposal[];
  readonly filled: Filled | undefined;
  readonly why: LeftWhy | undefined;
}

export interface Filled {
  readonly proposal: Proposal;
  /** As it is to be printed, without its unit. */
  readonly text: string;
  /** A word of change that turns with the sign. */
  readonly word: (Span & { readonly text: string }) | undefined;
}
