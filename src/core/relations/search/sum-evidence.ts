import type { AxisView } from './axis-view';

/** How often a sum or average agrees over the crossing lines, and how telling that is. */
export interface SumEvidence {
  /** Lines in which it holds and says something. */
  hold: number;
  /** Lines in which it holds trivially: all zero, or a single part. */
  trivial: number;
  fail: number;
  /** Lines that miss by less than 1 %. */
  near: number;
  bits: number;
  nearBits: number;
}

/** Binary noise of adding doubles, relative to the figures; not a tolerance of amounts. */
export const NOISE = 1e-9;

const MOST_BITS = 20;
/** On long sheets a candidate that fails everywhere in a sample is not looked at further. */
const LONG = 400;
const PROBE = 48;

/** Weighs target = sum (or average) of parts; undefined when a probe of a long sheet refutes it. */
export function weighSum(view: AxisView, op: 'sum' | 'average', target: number, parts: Int32Array): SumEvidence | undefined {
  const { lines } = view;
  const evidence: SumEvidence = { hold: 0, trivial: 0, fail: 0, near: 0, bits: 0, nearBits: 0 };
  const seen = new Set<number>();
  if (lines.length > LONG) {
    const stride = Math.floor(lines.length / PROBE);
    const probe: SumEvidence = { ...evidence };
    for (let k = 0; k < lines.length; k += stride) weighLine(view, op, target, parts, lines[k] ?? 0, probe, seen);
    if (probe.hold + probe.near < 0.25 * (probe.fail + probe.hold + probe.near)) return undefined;
    seen.clear();
  }
  for (const line of lines) weighLine(view, op, target, parts, line, evidence, seen);
  return evidence;
}

function weighLine(
  view: AxisView, op: 'sum' | 'average', target: number, parts: Int32Array, line: number, evidence: SumEvidence, seen: Set<number>,
): void {
  const { value, half, unit, step, crossStep } = view;
  const base = line * crossStep;
  const at = target * step + base;
  const result = value[at] ?? NaN;
  if (result !== result) return;
  let sum = 0;
  let count = 0;
  let nonZero = 0;
  let slack = 0;
  let largest = Math.abs(result);
  let finest = 1e9;
  let first = 0;
  let last = 0;
  for (const part of parts) {
    const p = part * step + base;
    const v = value[p] ?? NaN;
    if (v !== v) continue;
    sum += v;
    count++;
    slack += half[p] ?? 0;
    const u = unit[p] ?? 0;
    if (u < finest) finest = u;
    if (v !== 0) {
      nonZero++;
      const size = Math.abs(v);
      if (size > largest) largest = size;
    }
    if (count === 1) first = v;
    last = v;
  }
  if (count === 0) return;
  const own = half[at] ?? 0;
  const average = op === 'average';
  const expected = average ? sum / count : sum;
  const tolerance = own + (average ? slack / count : slack);
  const deviation = Math.abs(expected - result);
  if (deviation > tolerance + NOISE * Math.max(1, Math.abs(expected))) {
    const relative = deviation / largest;
    if (!average && relative < 0.01 && count >= 2) {
      evidence.near++;
      evidence.nearBits += Math.min(8, Math.log2(1 / relative) - 4);
    } else evidence.fail++;
    return;
  }
  if ((result === 0 && nonZero === 0) || (nonZero < 2 && !average)) {
    evidence.trivial++;
    if (nonZero === 1 && count >= 2) evidence.bits += isNew(seen, result * 1.618 + 0.123) ? 1 : 0.1;
    return;
  }
  evidence.hold++;
  if (average && nonZero < 2) {
    evidence.bits += 1;
    return;
  }
  const place = Math.max(2 * own, average ? (unit[at] ?? 0) : Math.min(finest, unit[at] ?? 0));
  const bits = Math.min(MOST_BITS, Math.log2(largest / (place + 2 * deviation) + 1));
  // The same figures again (a copied column) are no new evidence.
  evidence.bits += isNew(seen, result + sum * 3.7 + first * 7.3 + last * 13.9) ? bits : 0.2 * bits;
}

function isNew(seen: Set<number>, mark: number): boolean {
  if (seen.size > 4096) return true;
  if (seen.has(mark)) return false;
  seen.add(mark);
  return true;
}

/** A crossing line that does not agree: by how much, and what rounding would excuse. */
export interface Miss {
  readonly line: number;
  readonly deviation: number;
  readonly tolerance: number;
  readonly relative: number;
}

/** Every line of a pattern, sorted by how it stands there. */
export interface PatternLines {
  readonly holding: number[];
  readonly missing: Miss[];
  /** The target says 0 and no part has a number. */
  readonly empty: number[];
}

export function linesOfSum(view: AxisView, op: 'sum' | 'average', target: number, parts: Int32Array): PatternLines {
  const { value, half, step, crossStep } = view;
  const found: PatternLines = { holding: [], missing: [], empty: [] };
  for (const line of view.lines) {
    const base = line * crossStep;
    const result = value[target * step + base] ?? NaN;
    if (result !== result) continue;
    let sum = 0;
    let count = 0;
    let slack = 0;
    let largest = Math.abs(result);
    for (const part of parts) {
      const v = value[part * step + base] ?? NaN;
      if (v !== v) continue;
      sum += v;
      count++;
      slack += half[part * step + base] ?? 0;
      largest = Math.max(largest, Math.abs(v));
    }
    if (count === 0) {
      if (result === 0) found.empty.push(line);
      continue;
    }
    const expected = op === 'average' ? sum / count : sum;
    const tolerance = (half[target * step + base] ?? 0) + (op === 'average' ? slack / count : slack);
    const deviation = Math.abs(expected - result);
    if (deviation <= tolerance + NOISE * Math.max(1, Math.abs(expected))) found.holding.push(line);
    else found.missing.push({ line, deviation, tolerance, relative: deviation / largest });
  }
  return found;
}
