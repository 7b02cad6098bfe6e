import type { AxisView } from './axis-view';
import { type Candidates, sequence } from './candidate';
import { NOISE } from '../noise';
import { lowerBound, Votes } from './votes';

/** Candidates are looked for in this many lines and judged in all. */
const SAMPLED = 6;
const FEW_SAMPLED = 3;
/** Up to here the quadratic searches look at every pair; beyond, in a window. */
const SMALL = 120;
const WINDOW = 40;
const LONG = 1000;
const LEAST_LINES = 4;
const NEAR_WINDOW = 6;
const LONGEST_FOR_BLOCKS = 150;
const LONGEST_STRIDE = 24;
const MOST_STEPS = 60;

/** The numbers of one crossing line that are not zero. */
function presentIn(view: AxisView, line: number, withZero = false): Int32Array {
  const { value, size, step, crossStep } = view;
  const present: number[] = [];
  for (let i = 0, at = line * crossStep; i < size; i++, at += step) {
    const v = value[at] ?? NaN;
    if (v === v && (withZero || v !== 0)) present.push(i);
  }
  return Int32Array.from(present);
}

function sampled(view: AxisView): Int32Array {
  return view.informative.subarray(0, SAMPLED);
}

function distanceBits(a: number, b: number): number {
  return Math.log2(1 + Math.abs(a - b));
}

/** Target = a + b, wherever the three stand. */
export function scanPairs(view: AxisView, into: Candidates): void {
  const lines = sampled(view);
  // Two or three lines cannot outweigh how many pairs a long list offers.
  if (view.size > LONG && view.lines.length < LEAST_LINES) return;
  const votes = new Votes(view.size);
  for (const line of lines) {
    if (view.size > LONG) nearPairs(view, line, votes);
    else allPairs(view, line, votes);
  }
  const need = lines.length < 2 ? 1 : Math.max(2, Math.ceil(lines.length * 0.4));
  for (const [target, a, b] of votes.atLeast(need)) {
    into.add('sum', target, Int32Array.of(a, b), 'pair', distanceBits(target, a) + distanceBits(target, b));
  }
}

function allPairs(view: AxisView, line: number, votes: Votes): void {
  const { value, half, step, crossStep } = view;
  const base = line * crossStep;
  const present = presentIn(view, line);
  if (present.length < 3) return;
  const window = present.length > SMALL ? WINDOW : present.length;
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
        if (Math.abs((sorted[k] ?? 0) - sum) <= slack + (half[target * step + base] ?? 0) + noise) votes.add(target, a, b);
      }
    }
  }
}

/** On long columns only triples within a few lines of each other: the work stays linear. */
function nearPairs(view: AxisView, line: number, votes: Votes): void {
  const { value, half, size, step, crossStep } = view;
  const base = line * crossStep;
  for (let target = 0; target < size; target++) {
    const result = value[target * step + base] ?? NaN;
    if (result !== result || result === 0) continue;
    const from = Math.max(0, target - NEAR_WINDOW);
    const to = Math.min(size - 1, target + NEAR_WINDOW);
    for (let a = from; a <= to; a++) {
      const va = value[a * step + base] ?? NaN;
      if (va !== va || va === 0 || a === target) continue;
      for (let b = a + 1; b <= to; b++) {
        const vb = value[b * step + base] ?? NaN;
        if (vb !== vb || vb === 0 || b === target) continue;
        const tolerance = (half[target * step + base] ?? 0) + (half[a * step + base] ?? 0) + (half[b * step + base] ?? 0);
        if (Math.abs(va + vb - result) <= tolerance + NOISE * Math.max(1, Math.abs(result))) votes.add(target, a, b);
      }
    }
  }
}

/** Target = every n-th line: the male, the female and the total column of several years. */
export function scanStrides(view: AxisView, into: Candidates): void {
  const { value, half, size, step, crossStep } = view;
  if (size > LONG) return;
  const lines = sampled(view).subarray(0, size > SMALL ? FEW_SAMPLED : SAMPLED);
  const votes = new Map<number, number>();
  const longest = Math.min(LONGEST_STRIDE, size >> 1);
  for (const line of lines) {
    const base = line * crossStep;
    for (let target = 0; target < size; target++) {
      const result = value[target * step + base] ?? NaN;
      if (result !== result || result === 0) continue;
      for (const direction of [1, -1]) {
        for (let stride = 2; stride <= longest; stride++) {
          for (let offset = 1; offset <= stride + 2; offset++) {
            const groups = strideLength(view, base, target, direction, stride, offset, result);
            if (groups === 0) continue;
            const key = (((target * 2 + (direction > 0 ? 1 : 0)) * 32 + stride) * 32 + offset) * 64 + groups;
            votes.set(key, (votes.get(key) ?? 0) + 1);
          }
        }
      }
    }
  }
  for (const [key, count] of votes) {
    if (count < Math.max(1, lines.length * 0.4)) continue;
    const groups = key % 64;
    const offset = Math.floor(key / 64) % 32;
    const stride = Math.floor(key / 2048) % 32;
    const direction = Math.floor(key / 65536) % 2 === 1 ? 1 : -1;
    const target = Math.floor(key / 131072);
    const parts = Int32Array.from({ length: groups }, (_, k) => target + direction * (offset + k * stride)).sort();
    const cost = Math.log2(stride) + Math.log2(1 + offset) + (offset === stride ? 2 : 4);
    into.add('sum', target, parts, 'stride', cost);
  }

  function strideLength(
    _: AxisView, base: number, target: number, direction: number, stride: number, offset: number, result: number,
  ): number {
    let sum = 0;
    let slack = half[target * step + base] ?? 0;
    let nonZero = 0;
    let count = 0;
    const grows = view.neverNegative[base / crossStep] === 1;
    for (let i = target + direction * offset, g = 0; i >= 0 && i < size && g < MOST_STEPS; i += direction * stride, g++) {
      const v = value[i * step + base] ?? NaN;
      if (v !== v) continue;
      sum += v;
      count++;
      if (v !== 0) nonZero++;
      slack += half[i * step + base] ?? 0;
      if (count >= 3 && nonZero >= 2 && Math.abs(sum - result) <= slack + NOISE * Math.abs(sum)) return g + 1;
      if (grows && sum - result > 2 * slack + NOISE * sum) return 0;
    }
    return 0;
  }
}

/** Target = a whole block that stands somewhere else. */
export function scanBlocks(view: AxisView, into: Candidates): void {
  if (view.size > LONGEST_FOR_BLOCKS) return;
  const { value, half, step, crossStep } = view;
  const lines = sampled(view);
  const votes = new Votes(view.size);
  for (const line of lines) {
    const base = line * crossStep;
    const present = presentIn(view, line, true);
    const grows = view.neverNegative[line] === 1;
    for (const target of present) {
      const result = value[target * step + base] ?? 0;
      if (result === 0) continue;
      const own = half[target * step + base] ?? 0;
      for (let x = 0; x < present.length; x++) {
        const first = present[x] ?? 0;
        if (first === target) continue;
        let sum = 0;
        let slack = own;
        for (let y = x; y < present.length; y++) {
          const last = present[y] ?? 0;
          if (last === target) break;
          sum += value[last * step + base] ?? 0;
          slack += half[last * step + base] ?? 0;
          const tolerance = slack + NOISE * Math.max(1, Math.abs(sum));
          if (y > x && Math.abs(sum - result) <= tolerance) votes.add(target, first, last);
          else if (grows && sum - result > 2 * tolerance) break;
        }
      }
    }
  }
  for (const [target, first, last] of votes.atLeast(Math.max(2, lines.length * 0.5))) {
    const nearest = Math.min(Math.abs(target - first), Math.abs(target - last));
    into.add('sum', target, sequence(first, last), 'block', 6 + Math.log2(1 + nearest));
  }
}
