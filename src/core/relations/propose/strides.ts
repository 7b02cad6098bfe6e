import { FAR, SIZES, STRIDES, TELLING } from '../weights';
import { NOISE } from '../noise';
import type { AxisView } from '../view/axis-view';
import type { CandidatePool } from './candidates';

/** Every `stride`-th line from `offset` away, so many of them. */
interface Stride {
  readonly target: number;
  readonly step: number;
  readonly offset: number;
  readonly groups: number;
}

/** Target = every n-th line: the male, the female and the total column of several years. */
export function scanStrides(view: AxisView, into: CandidatePool): void {
  const { size } = view;
  if (size > SIZES.pairs) return;
  const lines = view.informative.subarray(0, size > SIZES.everyPair ? TELLING.longStrides : TELLING.pairs);
  const need = Math.max(1, Math.ceil(lines.length * FAR.share));
  const longest = Math.min(STRIDES.longest, size >> 1);
  const seen = new Set<number>();
  // What holds in so many of the lines is met in one of the first.
  for (const line of lines.subarray(0, lines.length - need + 1)) {
    const found = view.memory.recall(view, line, `strides ${longest}`, () => stridesInLine(view, line, longest));
    for (let i = 0; i < found.length; i += 4) {
      const [target = 0, signed = 0, away = 0, groups = 0] = found.subarray(i, i + 4);
      const stride: Stride = { target, step: signed, offset: away, groups };
      const key = ((stride.target * 64 + stride.step + 32) * 64 + stride.offset + 32) * 64 + stride.groups;
      if (seen.has(key)) continue;
      seen.add(key);
      const parts = partsOf(stride);
      if (!agreesIn(view, stride.target, parts, lines, need)) continue;
      const step = Math.abs(stride.step);
      const offset = Math.abs(stride.offset);
      into.add(
        'sum',
        stride.target,
        parts,
        'stride',
        Math.log2(step) + Math.log2(1 + offset) + (offset === step ? STRIDES.regular : STRIDES.irregular),
      );
    }
  }
}

function partsOf({ target, step, offset, groups }: Stride): Int32Array {
  return Int32Array.from({ length: groups }, (_, k) => target + offset + k * step).sort();
}

/** Fours of a {@link Stride}: target, step, offset, groups. */
function stridesInLine(view: AxisView, line: number, longest: number): Int32Array {
  const found: number[] = [];
  const { value, half, size, step: byLine, crossStep } = view;
  const values = new Float64Array(size);
  const halves = new Float64Array(size);
  for (let i = 0, at = line * crossStep; i < size; i++, at += byLine) {
    values[i] = value[at] ?? NaN;
    halves[i] = half[at] ?? 0;
  }
  const grows = view.neverNegative[line] === 1;
  for (let target = 0; target < size; target++) {
    const result = values[target] ?? NaN;
    if (result !== result || result === 0) continue;
    const own = halves[target] ?? 0;
    for (const direction of [1, -1]) {
      for (let stride = 2; stride <= longest; stride++) {
        for (let offset = 1; offset <= stride + STRIDES.beyond; offset++) {
          const groups = strideLength(
            values,
            halves,
            target + direction * offset,
            direction * stride,
            result,
            own,
            grows,
          );
          if (groups > 0) found.push(target, direction * stride, direction * offset, groups);
        }
      }
    }
  }
  return Int32Array.from(found);
}

/** How many numbers, from `from` on and `step` apart, come to the result; 0 when none do. */
function strideLength(
  values: Float64Array,
  halves: Float64Array,
  from: number,
  step: number,
  result: number,
  own: number,
  grows: boolean,
): number {
  let sum = 0;
  let slack = own;
  let nonZero = 0;
  let count = 0;
  for (let i = from, g = 0; i >= 0 && i < values.length && g < STRIDES.steps; i += step, g++) {
    const v = values[i] ?? NaN;
    if (v !== v) continue;
    sum += v;
    count++;
    if (v !== 0) nonZero++;
    slack += halves[i] ?? 0;
    const off = sum - result;
    const noise = NOISE * Math.abs(sum);
    if (count >= STRIDES.fewest && nonZero >= STRIDES.nonZero && off <= slack + noise && off >= -slack - noise)
      return g + 1;
    if (grows && off > 2 * slack + noise) return 0;
  }
  return 0;
}

function agreesIn(
  { value, half, step, crossStep }: AxisView,
  target: number,
  parts: Int32Array,
  lines: Int32Array,
  need: number,
): boolean {
  let agreeing = 0;
  for (const line of lines) {
    const base = line * crossStep;
    const result = value[target * step + base] ?? NaN;
    if (result !== result || result === 0) continue;
    let sum = 0;
    let slack = half[target * step + base] ?? 0;
    for (const part of parts) {
      const v = value[part * step + base] ?? NaN;
      if (v !== v) continue;
      sum += v;
      slack += half[part * step + base] ?? 0;
    }
    if (Math.abs(sum - result) <= slack + NOISE * Math.abs(sum)) agreeing++;
  }
  return agreeing >= need;
}
