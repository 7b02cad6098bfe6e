import { LABELS } from '../weights';
import { Word } from '../read/vocabulary';
import type { AxisView } from '../view/axis-view';
import type { Candidate, Family } from '../propose/candidates';
import type { SumEvidence } from './sum-evidence';

export const FAR: ReadonlySet<Family> = new Set<Family>(['pair', 'stride', 'block', 'farGap']);
export const BESIDE: ReadonlySet<Family> = new Set<Family>(['run', 'skip', 'totals', 'hint']);

/** What the labels lend or take. */
export function bitsOfLabels(
  { words, whole }: AxisView,
  { op, target, parts, family }: Candidate,
  { fail, hold }: SumEvidence,
): number {
  const own = words[target] ?? 0;
  if (op === 'average') {
    if (own & Word.average) return LABELS.average;
    return fail > 0 || hold < LABELS.averageLines ? LABELS.doubtfulAverage : LABELS.unnamedAverage;
  }
  if (whole[target]) return LABELS.hundred;
  let all = 0;
  let rates = 0;
  for (const part of parts) {
    all |= words[part] ?? 0;
    if ((words[part] ?? 0) & Word.ratio) rates++;
  }
  let bits = 0;
  if (own & Word.total) bits += LABELS.total;
  if (parts.length === 2 && all & Word.difference) bits += LABELS.difference;
  if (own & Word.average || (own & Word.ratio && !(own & Word.total))) bits += LABELS.notSum;
  if (rates > 0 && !(own & Word.ratio)) bits += LABELS.rateParts * Math.min(1, (2 * rates) / parts.length);
  if (parts.length > 2 && all & Word.plainTotal && family !== 'skip' && family !== 'totals') bits += LABELS.totalInside;
  return bits;
}

/** A = D + B with D a balance or surplus: D is computed there, and A may still have parts of its own. */
export function isDifference(
  { words }: AxisView,
  { parts, target }: { readonly target: number; readonly parts: ArrayLike<number> },
): boolean {
  const a = parts[0] ?? 0;
  const b = parts[1] ?? 0;
  const named = (i: number): boolean => ((words[i] ?? 0) & Word.difference) !== 0;
  return parts.length === 2 && named(a) !== named(b) && !named(target);
}
