import type { AxisView } from '../view/axis-view';
import type { Candidate, CandidatePool } from './candidates';
import type { Judged } from '../choose/judged';

const LONGEST_SHAPE = 40;
const MOST_BONUS = 12;
/** Shapes tried at every line × lines: bounds the work on long columns. */
const MOST_TRIALS = 200_000;

/** Where a total's parts stand, seen from the total. */
function shapeOf({ op, target, parts }: Candidate): string {
  return op + Array.from(parts, (part) => part - target).join();
}

/**
 * Tables repeat themselves: the layout of an accepted sum is tried at every other line, and a
 * candidate gains by each accepted sum of its layout.
 */
export function poolShapes(view: AxisView, accepted: readonly Judged[], pool: CandidatePool): void {
  const shapes = new Map<string, { count: number; sample: Candidate }>();
  for (const { candidate } of accepted) {
    if (candidate.op !== 'sum') continue;
    const shape = shapeOf(candidate);
    const known = shapes.get(shape);
    if (known) known.count++;
    else shapes.set(shape, { count: 1, sample: candidate });
  }
  const common = [...shapes.values()].filter(({ sample }) => sample.parts.length <= LONGEST_SHAPE);
  common.sort((a, b) => b.count - a.count);
  const tried = common.slice(0, Math.max(4, Math.floor(MOST_TRIALS / view.size)));
  for (const { sample } of tried) {
    const low = Math.min(sample.target, sample.parts[0] ?? 0);
    const high = Math.max(sample.target, sample.parts[sample.parts.length - 1] ?? 0);
    for (let target = sample.target - low; target < view.size - (high - sample.target); target++) {
      if (target === sample.target) continue;
      const parts = sample.parts.map((part) => part - sample.target + target);
      if (view.size > 2000 && !holdsSomewhere(view, target, parts)) continue;
      pool.add('sum', target, parts, sample.family, sample.cost);
    }
  }
  for (const candidate of pool.values()) {
    if (candidate.op !== 'sum' || candidate.parts.length > LONGEST_SHAPE) continue;
    const known = shapes.get(shapeOf(candidate));
    if (known) pool.lend(candidate, Math.min(MOST_BONUS, 6 * known.count));
  }
}

/** Whether a sum holds in one of the most telling lines. */
export function holdsSomewhere(view: AxisView, target: number, parts: Int32Array): boolean {
  const { value, half, step, crossStep } = view;
  for (const line of view.informative.subarray(0, 3)) {
    const base = line * crossStep;
    let off = -(value[target * step + base] ?? NaN);
    let slack = half[target * step + base] ?? 0;
    for (const part of parts) {
      const v = value[part * step + base] ?? NaN;
      if (v === v) off += v;
      slack += half[part * step + base] ?? 0;
    }
    if (Math.abs(off) <= slack) return true;
  }
  return false;
}
