import { Word } from '../read/vocabulary';
import type { AxisView } from '../view/axis-view';
import { makeCandidate } from '../propose/candidates';
import type { Selection } from '../choose/selection';

/** Relative misses that print and rounding produce in totals that are meant. Only used where labels or indent already name the total. */
const BY_INDENT = 0.006;
const BY_LABEL = 0.004;
/** A miss must be small beside the parts without their largest, or a copy with small change would pass. */
const SMALL_BESIDE_PARTS = 0.1;
const FARTHEST = 400;

/** Totals that only the indent names: the lines one level below, which come close in most crossing lines. */
export function acceptIndented(view: AxisView, selection: Selection): void {
  const { indent, size } = view;
  for (let target = 0; target < size; target++) {
    const level = indent[target] ?? -1;
    if (level < 0 || selection.sumsOf(target).length > 0) continue;
    const parts = childrenByIndent(indent, target, level);
    if (parts.length < 2) continue;
    const near = nearLines(view, target, parts, BY_INDENT);
    if (near.compared < 2 || near.lines.length / near.compared < 0.6) continue;
    const candidate = makeCandidate('sum', target, Int32Array.from(parts), 'indent', 1);
    selection.acceptOutright(candidate, 4, { soft: near.lines });
  }
}

function childrenByIndent(indent: Int16Array, target: number, level: number): number[] {
  const children: number[] = [];
  let depth = -1;
  for (let i = target + 1; i < indent.length && i <= target + FARTHEST; i++) {
    const own = indent[i] ?? -1;
    if (own <= level) break;
    if (depth < 0) depth = own;
    if (own === depth) children.push(i);
    else if (own < depth) break;
  }
  return children;
}

/** Totals that only a label names: the run beside them, past parts explained already, that comes nearest. */
export function acceptLabelled(view: AxisView, selection: Selection): void {
  const explained = new Set<number>();
  for (const { candidate } of selection.accepted) {
    if (candidate.op === 'sum') for (const part of candidate.parts) explained.add(part);
  }
  for (let target = 0; target < view.size; target++) {
    const total = ((view.words[target] ?? 0) & Word.total) !== 0;
    if (!total || explained.has(target) || selection.sumsOf(target).length > 0) continue;
    const best = nearestRun(view, target, explained);
    if (!best) continue;
    const parts = Int32Array.from(best.parts).sort();
    const exact = best.exact > 0;
    if (!exact && best.off > BY_LABEL / 2) continue;
    selection.acceptOutright(makeCandidate('sum', target, parts, 'labelled', 1), 8, { soft: best.lines });
  }
}

interface Run {
  readonly parts: readonly number[];
  readonly lines: readonly number[];
  readonly off: number;
  readonly exact: number;
}

function nearestRun(view: AxisView, target: number, explained: ReadonlySet<number>): Run | undefined {
  let best: Run | undefined;
  for (const direction of [1, -1]) {
    for (const skipping of [false, true]) {
      const tally = new Tally(view.crossing);
      const parts: number[] = [];
      for (let i = target + direction; i >= 0 && i < view.size && parts.length < FARTHEST; i += direction) {
        if (skipping && explained.has(i)) continue;
        parts.push(i);
        tally.add(view, i);
        if (parts.length < 3) continue;
        const run = compare(view, target, tally, BY_LABEL);
        if (run.compared < 2 || run.lines.length / run.compared < 0.75) continue;
        const off = run.off / run.lines.length;
        if (!best || off < best.off) best = { parts: parts.slice(), lines: run.lines, off, exact: run.exact };
      }
    }
  }
  return best;
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

function nearLines(
  view: AxisView,
  target: number,
  parts: readonly number[],
  limit: number,
): ReturnType<typeof compare> {
  const tally = new Tally(view.crossing);
  for (const part of parts) tally.add(view, part);
  return compare(view, target, tally, limit);
}

/** Near means: the miss is small beside the total, and beside what the smaller parts contribute. */
function compare(
  view: AxisView,
  target: number,
  tally: Tally,
  limit: number,
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
    if (relative >= limit || miss > SMALL_BESIDE_PARTS * (Math.abs(sum) - (tally.largest[line] ?? 0))) continue;
    lines.push(line);
    off += relative;
    if (miss <= (half[at] ?? 0) * (1 + filled)) exact++;
  }
  return { compared, lines, off, exact };
}
