import { AVERAGES, RUNS, SIZES, TELLING } from '../weights';
import { Word } from '../read/vocabulary';
import type { AxisView } from '../view/axis-view';
import type { Selection } from '../choose/selection';
import type { CandidatePool } from './candidates';
import { scanRuns, visibleWithout } from './runs';
import { NOISE } from '../noise';
import { Votes } from './votes';

/** Averages of the lines beside the target, past subtotals, and of blocks anywhere. */
export function scanAverages(view: AxisView, selection: Selection, into: CandidatePool): void {
  const targets = new Set<number>();
  for (const { candidate } of selection.accepted) if (candidate.op === 'sum') targets.add(candidate.target);
  scanBlocksForAverages(view, into);
  const isCalledAverage = (i: number): boolean => ((view.words[i] ?? 0) & Word.average) !== 0;
  // On long columns only what is called an average is tried as one: the rest would cost more than it finds.
  const isTarget = view.size > SIZES.runs ? isCalledAverage : undefined;
  scanRuns(
    view,
    'average',
    visibleWithout(view.size, () => false),
    'average',
    RUNS.average,
    into,
    isTarget,
  );
  const isResult = (i: number): boolean => targets.has(i) || isCalledAverage(i);
  scanRuns(view, 'average', visibleWithout(view.size, isResult), 'average', RUNS.leafAverage, into, isTarget);
}

/**
 * Averages of a block anywhere. Averages agree by chance more easily than sums (the number of members
 * is free), so without a label only two members in many lines are tried.
 */
function scanBlocksForAverages(view: AxisView, into: CandidatePool): void {
  for (let target = 0; target < view.size; target++) {
    const labelled = ((view.words[target] ?? 0) & Word.average) !== 0;
    if (!labelled && (view.lines.length < AVERAGES.unnamedLines || view.size > SIZES.blocks)) continue;
    scanTarget(view, target, labelled, into);
  }
}

function scanTarget(view: AxisView, target: number, labelled: boolean, into: CandidatePool): void {
  const { value, half, size, step, crossStep } = view;
  const blocks = new Votes(size);
  const pairs = new Votes(size);
  for (const line of view.informative.subarray(0, TELLING.averages)) {
    const base = line * crossStep;
    const result = value[target * step + base] ?? NaN;
    if (result !== result || result === 0) continue;
    const own = half[target * step + base] ?? 0;
    const noise = NOISE * Math.abs(result);
    const present: number[] = [];
    for (let i = Math.max(0, target - AVERAGES.reach); i < Math.min(size, target + AVERAGES.reach); i++) {
      const v = value[i * step + base] ?? NaN;
      if (i !== target && v === v) present.push(i);
    }
    for (let a = 0; a < present.length; a++) {
      const first = present[a] ?? 0;
      const firstValue = value[first * step + base] ?? 0;
      let sum = 0;
      let slack = 0;
      for (let b = a; b < present.length; b++) {
        const last = present[b] ?? 0;
        if (b > a && (present[b - 1] ?? 0) < target && last > target) break;
        sum += value[last * step + base] ?? 0;
        slack += half[last * step + base] ?? 0;
        const count = b - a + 1;
        if (count < 2) continue;
        if (!labelled && count > 2) break;
        if (Math.abs(sum / count - result) <= own + slack / count + noise) blocks.add(0, first, last);
      }
      if (!labelled || present.length >= SIZES.averagePairs) continue;
      for (let b = a + 2; b < present.length; b++) {
        const last = present[b] ?? 0;
        const mean = (firstValue + (value[last * step + base] ?? 0)) / 2;
        if (Math.abs(mean - result) <= own + (half[first * step + base] ?? 0) + noise) pairs.add(0, first, last);
      }
    }
  }
  const need = Math.min(AVERAGES.lines, view.lines.length * AVERAGES.share);
  for (const [, first, last] of blocks.atLeast(need)) {
    const parts: number[] = [];
    for (let i = first; i <= last; i++) if (i !== target) parts.push(i);
    const nearest = Math.min(Math.abs(target - first), Math.abs(target - last));
    into.add('average', target, Int32Array.from(parts), 'average', AVERAGES.block + Math.log2(1 + nearest));
  }
  for (const [, first, last] of pairs.atLeast(need))
    into.add('average', target, Int32Array.of(first, last), 'average', AVERAGES.pair);
}
