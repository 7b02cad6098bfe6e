import { LABELS, NEAR_TOTALS, RUNS } from '../weights';
import type { AxisView } from '../view/axis-view';
import { makeCandidate } from '../propose/candidates';
import type { Selection } from '../choose/selection';

/** Totals that only the indent names: the lines one level below, which come close in most crossing lines. */
export function acceptIndented(view: AxisView, selection: Selection): void {
  const { indent, size } = view;
  for (let target = 0; target < size; target++) {
    const level = indent[target] ?? -1;
    if (level < 0 || selection.sumsOf(target).length > 0) continue;
    const parts = childrenByIndent(indent, target, level);
    if (parts.length < NEAR_TOTALS.fewest) continue;
    const near = nearLines(view, target, parts);
    if (near.compared < NEAR_TOTALS.fewest || near.lines.length / near.compared < NEAR_TOTALS.share) continue;
    const candidate = makeCandidate('sum', target, Int32Array.from(parts), 'indent', RUNS.beside);
    selection.acceptOutright(candidate, LABELS.indented, { soft: near.lines });
  }
}

function childrenByIndent(indent: Int16Array, target: number, level: number): number[] {
  const children: number[] = [];
  let depth = -1;
  for (let i = target + 1; i < indent.length && i <= target + NEAR_TOTALS.reach; i++) {
    const own = indent[i] ?? -1;
    if (own <= level) break;
    if (depth < 0) depth = own;
    if (own === depth) children.push(i);
    else if (own < depth) break;
  }
  return children;
}

/** Sums so far, per crossing line. */
class Tally {
  readonly sum: Float64Array;
  readonly count: Int32Array;
  readonly largest: Float64Array;

  constructor(crossing: number) {
    this.sum = new Float64Array(crossing);
    this.count = new Int32Array(crossing);
    this.largest = new Float64Array(crossing);
  }

  add({ value, step, crossStep, lines }: AxisView, part: number): void {
    for (const line of lines) {
      const v = value[part * step + line * crossStep] ?? NaN;
      if (v !== v) continue;
      this.sum[line] = (this.sum[line] ?? 0) + v;
      this.count[line] = (this.count[line] ?? 0) + 1;
      this.largest[line] = Math.max(this.largest[line] ?? 0, Math.abs(v));
    }
  }
}

function nearLines(view: AxisView, target: number, parts: readonly number[]): ReturnType<typeof compare> {
  const tally = new Tally(view.crossing);
  for (const part of parts) tally.add(view, part);
  return compare(view, target, tally);
}

/** Near means: the miss is small beside the total, and beside what the smaller parts contribute. */
function compare(
  view: AxisView,
  target: number,
  tally: Tally,
): { compared: number; lines: number[]; off: number; exact: number } {
  const { value, half, step, crossStep } = view;
  const lines: number[] = [];
  let compared = 0;
  let off = 0;
  let exact = 0;
  for (const line of view.lines) {
    const at = target * step + line * crossStep;
    const result = value[at] ?? NaN;
    const sum = tally.sum[line] ?? 0;
    const filled = tally.count[line] ?? 0;
    if (result !== result || result === 0 || filled < 2) continue;
    compared++;
    const miss = Math.abs(sum - result);
    const relative = miss / Math.abs(result);
    if (relative >= NEAR_TOTALS.miss || miss > NEAR_TOTALS.besideParts * (Math.abs(sum) - (tally.largest[line] ?? 0)))
      continue;
    lines.push(line);
    off += relative;
    if (miss <= (half[at] ?? 0) * (1 + filled)) exact++;
  }
  return { compared, lines, off, exact };
}
