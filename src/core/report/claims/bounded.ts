import type { Interval } from '../../numbers/interval';
import type { Figure } from '../text/entries';
import type { Claim, ClaimKind } from './claim';

/** Claims that compute a figure from others; the rest speak of bounds themselves. */
const ARITHMETIC: readonly ClaimKind[] = [
  'sum',
  'part_of',
  'share',
  'progress',
  'growth',
  'delta',
  'pace',
  'points',
  'equal',
];

/** 约 leaves a twentieth. */
const ABOUT = 0.05;

/** A claim with loosened figures: 近, 约, 超 hold as bounds, and a goal is no statement of what is. */
export function bounded(claim: Claim): Claim {
  const { kind, stated, operands, computed, verdict } = claim;
  if (!ARITHMETIC.includes(kind)) return claim;
  if (verdict !== 'broken' && verdict !== 'rounding') return claim;
  if (operands.some(({ bound }) => bound !== undefined) || stated.bound === 'goal')
    return { ...claim, verdict: 'unclear' };
  if (stated.bound === undefined || !computed) return claim;
  return { ...claim, verdict: isWithin(stated, computed) ? 'holds' : 'unclear' };
}

function isWithin({ bound, size, interval }: Figure, computed: Interval): boolean {
  if (bound === 'atLeast') return computed.high >= interval.low;
  if (bound === 'atMost') return computed.low <= interval.high;
  return Math.abs((computed.low + computed.high) / 2 - size) <= ABOUT * Math.abs(size);
}
