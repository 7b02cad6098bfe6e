import { FAR, SIZES, TELLING } from '../weights';
import type { AxisView } from '../view/axis-view';
import type { CandidatePool } from './candidates';
import { NOISE } from '../noise';
import { filledIn } from './filled';
import { lowerBound, Votes } from './votes';

function distanceBits(a: number, b: number): number {
  return Math.log2(1 + Math.abs(a - b));
}

/** Target = a + b, wherever the three stand. */
export function scanPairs(view: AxisView, into: CandidatePool): void {
  const lines =
    view.size > SIZES.pairs
      ? view.informative.subarray(0, TELLING.longPairs)
      : view.informative.subarray(0, TELLING.pairs);
  // Two or three lines cannot outweigh how many pairs a long list offers.
  if (view.size > SIZES.pairs && view.lines.length < FAR.fewestLines) return;
  const votes = new Votes(view.size);
  for (const line of lines) {
    const found = view.memory.recall(view, line, 'pairs', () =>
      view.size > SIZES.pairs ? nearPairs(view, line) : allPairs(view, line),
    );
    for (let i = 0; i < found.length; i += 3) votes.add(found[i] ?? 0, found[i + 1] ?? 0, found[i + 2] ?? 0);
  }
  const need = lines.length < FAR.fewest ? 1 : Math.max(FAR.fewest, Math.ceil(lines.length * FAR.share));
  for (const [target, a, b] of votes.atLeast(need)) {
    into.add('sum', target, Int32Array.of(a, b), 'pair', distanceBits(target, a) + distanceBits(target, b));
  }
}

/** Threes of target, a and b. */
function allPairs(view: AxisView, line: number): Int32Array {
  const found: number[] = [];
  const { value, half, step, crossStep } = view;
  const base = line * crossStep;
  const present = filledIn(view, line);
  if (present.length < 3) return Int32Array.of();
  const window = present.length > SIZES.everyPair ? FAR.window : present.length;
  const order = present.slice().sort((p, q) => (value[p * step + base] ?? 0) - (value[q * step + base] ?? 0));
  const sorted = Float64Array.from(order, (i) => value[i * step + base] ?? 0);
  let widest = 0;
  for (const i of present) widest = Math.max(widest, half[i * step + base] ?? 0);
  for (let x = 0; x < present.length; x++) {
    const a = present[x] ?? 0;
    for (let y = x + 1; y < Math.min(present.length, x + window); y++) {
      const b = present[y] ?? 0;
      const sum = (value[a * step + base] ?? 0) + (value[b * step + base] ?? 0);
      const slack = (half[a * step + base] ?? 0) + (half[b * step + base] ?? 0);
      const noise = NOISE * Math.max(1, Math.abs(sum));
      const reach = slack + widest + noise;
      for (let k = lowerBound(sorted, sum - reach); k < sorted.length && (sorted[k] ?? 0) <= sum + reach; k++) {
        const target = order[k] ?? 0;
        if (target === a || target === b) continue;
        if (Math.abs(target - a) > window && Math.abs(target - b) > window) continue;
        if (Math.abs((sorted[k] ?? 0) - sum) <= slack + (half[target * step + base] ?? 0) + noise)
          found.push(target, a, b);
      }
    }
  }
  return Int32Array.from(found);
}

/** On long columns only triples within a few lines of each other: the work stays linear. */
function nearPairs(view: AxisView, line: number): Int32Array {
  const found: number[] = [];
  const { value, half, size, step, crossStep } = view;
  const base = line * crossStep;
  for (let target = 0; target < size; target++) {
    const result = value[target * step + base] ?? NaN;
    if (result !== result || result === 0) continue;
    const from = Math.max(0, target - FAR.nearWindow);
    const to = Math.min(size - 1, target + FAR.nearWindow);
    for (let a = from; a <= to; a++) {
      const va = value[a * step + base] ?? NaN;
      if (va !== va || va === 0 || a === target) continue;
      for (let b = a + 1; b <= to; b++) {
        const vb = value[b * step + base] ?? NaN;
        if (vb !== vb || vb === 0 || b === target) continue;
        const tolerance =
          (half[target * step + base] ?? 0) + (half[a * step + base] ?? 0) + (half[b * step + base] ?? 0);
        if (Math.abs(va + vb - result) <= tolerance + NOISE * Math.max(1, Math.abs(result))) found.push(target, a, b);
      }
    }
  }
  return Int32Array.from(found);
}
