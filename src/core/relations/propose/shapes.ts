import { SHAPES, SIZES } from '../weights';
import type { AxisView } from '../view/axis-view';
import type { Candidate, CandidatePool } from './candidates';
import type { Judged } from '../choose/judged';

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
  const common = [...shapes.values()].filter(({ sample }) => sample.parts.length <= SHAPES.longest);
  common.sort((a, b) => b.count - a.count);
  const tried = common.slice(0, Math.max(SHAPES.fewest, Math.floor(SHAPES.trials / view.size)));
  for (const { sample } of tried) {
    const low = Math.min(sample.target, sample.parts[0] ?? 0);
    const high = Math.max(sample.target, sample.parts[sample.parts.length - 1] ?? 0);
    for (let target = sample.target - low; target < view.size - (high - sample.target); target++) {
      if (target === sample.target) continue;
      const parts = sample.parts.map((part) => part - sample.target + target);
      if (view.size > SIZES.shapes && !holdsSomewhere(view, target, parts)) continue;
      pool.add('sum', target, parts, sample.family, sample.cost);
    }
  }
  for (const candidate of pool.values()) {
    if (candidate.op !== 'sum' || candidate.parts.length > SHAPES.longest) continue;
    const known = shapes.get(shapeOf(candidate));
    if (known) pool.lend(candidate, Math.min(SHAPES.most, SHAPES.each * known.count));
  }
}

/** Whether a sum holds in one of the most telling lines. */
export function holdsSomewhere(view: AxisView, target: number, parts: Int32Array): boolean {
  const { value, half, step, crossStep } = view;
  for (const line of view.informative.subarray(0, SHAPES.proved)) {
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
