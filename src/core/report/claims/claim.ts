import type { Interval } from '../../numbers/interval';
import type { Figure } from '../text/entries';

export const CLAIM_KINDS = [
  'sum',
  'part_of',
  'share',
  'progress',
  'growth',
  'delta',
  'pace',
  'points',
  'equal',
  'direction',
  'monthly',
  'base_year',
  'nested',
  'remainder',
  'bound',
  'undone',
  'multiple',
  'heads',
  'each',
] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];

/** holds: the printed figure is the rounded result; rounding: their intervals meet; unclear: not to be decided from the text. */
export type Verdict = 'holds' | 'rounding' | 'broken' | 'unclear';

/** How surely a claim that does not come out is wrong, and not only read wrongly. */
export type Grounds =
  /** The sentence says the relation outright. */
  | 'said'
  /** Its neighbours of the same form all come out. */
  | 'siblings'
  /** One slip of the fingers would mend it. */
  | 'slip'
  /** Nothing but the order of the figures. */
  | 'guess';

/** A word that a claim is about: 小于, 持平. */
export interface WordSpan {
  readonly start: number;
  readonly end: number;
}

/** A statement of the text that its own figures prove or contradict. */
export interface Claim {
  readonly kind: ClaimKind;
  readonly stated: Figure;
  readonly word?: WordSpan;
  readonly operands: readonly Figure[];
  /** What the operands give, in the unit of the stated figure (yuan, percent, points). */
  readonly computed: Interval | undefined;
  readonly verdict: Verdict;
  readonly grounds: Grounds;
  /** What a figure would have to be for the claim to come out, in its own kind's unit. */
  readonly repairs?: readonly Repair[];
}

export interface Repair {
  readonly figure: Figure;
  readonly wanted: Interval;
}
