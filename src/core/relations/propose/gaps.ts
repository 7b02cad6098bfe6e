import { GAPS, SIZES, TELLING } from '../weights';
import { Word } from '../read/vocabulary';
import type { AxisView } from '../view/axis-view';
import type { CandidatePool } from './candidates';
import { NOISE } from '../noise';
import { Votes } from './votes';

/**
 * Runs beside a total with one line left out: the shape that a row inserted later leaves behind. The
 * line left out is paid for in bits, since many could be.
 */
export function scanGaps(view: AxisView, isExplained: (target: number) => boolean, into: CandidatePool): void {
  const { size, words } = view;
  if (size > SIZES.gaps) return;
  const after = new Votes(size);
  const before = new Votes(size);
  for (const line of view.informative.subarray(0, TELLING.gaps)) {
    for (let target = 0; target < size; target++) {
      if (isExplained(target)) continue;
      voteFrom(view, line, target, 1, after);
      voteFrom(view, line, target, -1, before);
    }
  }
  for (const [votes, direction] of [
    [after, 1],
    [before, -1],
  ] as const) {
    for (const [target, end, out] of votes.atLeast(1)) {
      const labelled = ((words[target] ?? 0) & Word.total) !== 0;
      if (!labelled && votes.of(target, end, out) < GAPS.unnamedLines) continue;
      const parts: number[] = [];
      for (let i = Math.min(target + direction, end); i <= Math.max(target + direction, end); i++)
        if (i !== out) parts.push(i);
      if (parts.length < GAPS.fewestParts) continue;
      into.add(
        'sum',
        target,
        Int32Array.from(parts),
        labelled ? 'gap' : 'farGap',
        GAPS.cost + GAPS.perPart * Math.log2(parts.length + 1),
      );
    }
  }
}

function voteFrom(view: AxisView, line: number, target: number, direction: 1 | -1, votes: Votes): void {
  const { value, half, size, step, crossStep } = view;
  const base = line * crossStep;
  const result = value[target * step + base] ?? NaN;
  if (result !== result || result === 0) return;
  const grows = view.neverNegative[line] === 1;
  let sum = 0;
  let slack = half[target * step + base] ?? 0;
  let largest = 0;
  let steps = 0;
  for (let i = target + direction; i >= 0 && i < size && steps < GAPS.longest; i += direction) {
    const v = value[i * step + base] ?? NaN;
    if (v !== v) continue;
    steps++;
    sum += v;
    slack += half[i * step + base] ?? 0;
    largest = Math.max(largest, Math.abs(v));
    if (steps < GAPS.fewest) continue;
    const excess = sum - result;
    const tolerance = slack + NOISE * Math.max(1, Math.abs(sum));
    if (Math.abs(excess) <= tolerance) return;
    if (grows && excess > largest + tolerance && excess > result) return;
    if (Math.abs(excess) > largest + tolerance) continue;
    for (let k = target + direction; k !== i; k += direction) {
      const left = value[k * step + base] ?? NaN;
      if (left === left && left !== 0 && Math.abs(left - excess) <= tolerance) votes.add(target, i, k);
    }
  }
}
