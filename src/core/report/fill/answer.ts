import type { Proposal } from '../match/proposal';
import type { Figure } from '../text/entries';
import type { Span } from '../text/mention';

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
