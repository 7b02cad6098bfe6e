import { slipBetween } from '../slip';
import type { AxisView } from './axis-view';
import type { Candidates } from './candidate';
import type { Judged, Selection } from './selection';
import { linesOfSum, type Miss } from './sum-evidence';

/**
 * Tables of two or three columns lose half of their evidence when one figure is mistyped. A sum that
 * holds in one line and misses in another by exactly one typing slip is believed.
 */
export function acceptProvedBySlip(view: AxisView, candidates: Candidates, selection: Selection): void {
  for (const judged of selection.tentative(candidates.values())) {
    const { target, parts } = judged.candidate;
    const misses = linesOfSum(view, 'sum', target, parts).missing;
    if (misses.every((miss) => isOneSlip(view, judged, miss))) selection.keepProved(judged);
  }
}

function isOneSlip(view: AxisView, { candidate }: Judged, { line, tolerance }: Miss): boolean {
  const { value, step, crossStep } = view;
  const at = (i: number): number => value[i * step + line * crossStep] ?? NaN;
  const result = at(candidate.target);
  let sum = 0;
  for (const part of candidate.parts) {
    const v = at(part);
    if (v === v) sum += v;
  }
  if (slipBetween(result, sum, tolerance)) return true;
  return Array.from(candidate.parts, at).some((v) => v === v && slipBetween(v, v + result - sum, tolerance) !== undefined);
}
