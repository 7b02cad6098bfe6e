import { RUNS, SIZES, TELLING } from '../weights';
import type { AxisView } from '../view/axis-view';
import { printOf, type CandidatePool, type Family } from './candidates';
import { NOISE } from '../noise';

/** Lines that a scan may take as parts, for parts after and before the target. */
export interface Visible {
  readonly after: Int32Array;
  readonly before: Int32Array;
}

export function visibleWithout(size: number, hiddenAfter: (i: number) => boolean, hiddenBefore = hiddenAfter): Visible {
  const after = linesWithout(size, hiddenAfter);
  return { after, before: hiddenBefore === hiddenAfter ? after : linesWithout(size, hiddenBefore) };
}

function linesWithout(size: number, isHidden: (i: number) => boolean): Int32Array {
  const lines = new Int32Array(size);
  let count = 0;
  for (let i = 0; i < size; i++) if (!isHidden(i)) lines[count++] = i;
  return lines.subarray(0, count);
}

function linesToScan({ size, informative, neverNegative }: AxisView): Int32Array {
  if (size <= SIZES.runs) return informative.subarray(0, TELLING.runs);
  const growing = informative.filter((line) => neverNegative[line] === 1);
  return (growing.length >= TELLING.growing ? growing : informative).subarray(0, TELLING.longRuns);
}

/**
 * Runs of visible lines that begin next to the target and come to it. In a line without negatives a
 * run ends as soon as it exceeds the target, which makes the scan linear on long columns.
 */
export function scanRuns(
  view: AxisView,
  op: 'sum' | 'average',
  visible: Visible,
  family: Family,
  cost: number,
  into: CandidatePool,
  isTarget?: (target: number) => boolean,
): void {
  const seen = new Set<number>();
  const lines = linesToScan(view);
  for (const direction of [1, -1] as const) {
    const among = direction > 0 ? visible.after : visible.before;
    if (!isTarget && into.isTried(op, direction, among, cost)) continue;
    const start = startsBeside(view.size, among, direction);
    const what = `runs ${op}${direction} ${printOf(among)}`;
    for (const line of lines) {
      const scan = () => scanLine(view, op, among, start, direction, line, isTarget);
      const found = isTarget ? scan() : view.memory.recall(view, line, what, scan);
      for (let i = 0; i < found.length; i += 4) {
        const [target = 0, from = 0, to = 0, runs = 0] = found.subarray(i, i + 4);
        const low = Math.min(from, to);
        const high = Math.max(from, to);
        const key = (target * 2 + (direction > 0 ? 1 : 0)) * among.length + to;
        if (seen.has(key)) continue;
        seen.add(key);
        into.add(op, target, among.slice(low, high + 1), family, cost + Math.log2(1 + runs * RUNS.perRun));
      }
    }
  }
}

/** For each line: where among the visible ones the walk away from it begins. */
function startsBeside(size: number, among: Int32Array, direction: 1 | -1): Int32Array {
  const start = new Int32Array(size);
  let k = 0;
  for (let i = 0; i < size; i++) {
    while (k < among.length && (among[k] ?? 0) < i) k++;
    start[i] = direction < 0 ? k - 1 : among[k] === i ? k + 1 : k;
  }
  return start;
}

/** Fours of target, first and last place among the visible lines, and how many runs of the target came before. */
function scanLine(
  view: AxisView,
  op: 'sum' | 'average',
  among: Int32Array,
  start: Int32Array,
  direction: 1 | -1,
  line: number,
  isTarget: ((target: number) => boolean) | undefined,
): Int32Array {
  const found: number[] = [];
  const { value, half, size, step, crossStep } = view;
  const base = line * crossStep;
  const grows = op === 'sum' && view.neverNegative[line] === 1;
  const reach = size > SIZES.runs ? RUNS.longReach : RUNS.reach;
  let spare = RUNS.spare * size;
  for (let target = 0, at = base; target < size; target++, at += step) {
    const result = value[at] ?? NaN;
    if (result !== result || result === 0 || (isTarget && !isTarget(target))) continue;
    const own = half[at] ?? 0;
    const from = start[target] ?? 0;
    let sum = 0;
    let slack = 0;
    let count = 0;
    let nonZero = 0;
    let runs = 0;
    for (let k = from, steps = 0; k >= 0 && k < among.length; k += direction) {
      const p = (among[k] ?? 0) * step + base;
      const v = value[p] ?? NaN;
      if (v !== v) continue;
      if (++steps > reach && (!grows || --spare < 0)) break;
      sum += v;
      count++;
      if (v !== 0) nonZero++;
      slack += half[p] ?? 0;
      if (count < 2 || (nonZero < 2 && op === 'sum')) continue;
      const expected = op === 'sum' ? sum : sum / count;
      const tolerance = own + (op === 'sum' ? slack : slack / count) + NOISE * Math.max(1, Math.abs(expected));
      const off = expected - result;
      if (off <= tolerance && off >= -tolerance) {
        found.push(target, from, k, runs);
        if (++runs > RUNS.most) break;
      } else if (grows && off > 2 * tolerance) break;
    }
  }
  return Int32Array.from(found);
}
