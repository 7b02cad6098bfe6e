import type { Figure } from '../text/entries';
import type { Proposal } from './proposal';

/** equal: the printed figure is the rounded cell; rounding: their intervals meet; byDefinition: it differs by one of several definitions; several: cells of the name differ. */
export type MatchVerdict = 'equal' | 'rounding' | 'wrong' | 'byDefinition' | 'none' | 'several';

/** A figure of a text against the figures of workbooks. */
export interface Match {
  readonly figure: Figure;
  readonly verdict: MatchVerdict;
  /** What it should agree with, the likeliest first; none: nothing of that name was found. */
  readonly sources: readonly Proposal[];
}
