import { noiseOf } from '../noise';
import type { AxisView } from '../view/axis-view';

/** A crossing line that does not agree: by how much, and what rounding would excuse. */
export interface Miss {
  readonly line: number;
  readonly deviation: number;
  readonly tolerance: number;
  /** What rounding at the places that the figures really use would excuse: at least the tolerance. */
  readonly loose: number;
  readonly relative: number;
}

/** Every line of a pattern, sorted by how it stands there. */
export interface PatternLines {
  readonly holding: number[];
  readonly missing: Miss[];
  /** The target says 0 and no part has a number. */
  readonly empty: number[];
}

export function linesOfSum(
  view: AxisView,
  op: 'sum' | 'average',
  target: number,
  parts: Int32Array,
  factors?: Float64Array,
): PatternLines {
  const { value, half, unit, unread, step, crossStep } = view;
  const found: PatternLines = { holding: [], missing: [], empty: [] };
  for (const line of view.lines) {
    const base = line * crossStep;
    const result = value[target * step + base] ?? NaN;
    if (result !== result || (unread.size > 0 && isUnread(view, parts, line))) continue;
    let sum = 0;
    let count = 0;
    let slack = 0;
    let loose = 0;
    let largest = Math.abs(result);
    for (let k = 0; k < parts.length; k++) {
      const at = (parts[k] ?? 0) * step + base;
      const figure = value[at] ?? NaN;
      if (figure !== figure) continue;
      const factor = factors ? (factors[k] ?? 1) : 1;
      const v = factor * figure;
      sum += v;
      count++;
      slack += Math.abs(factor) * (half[at] ?? 0);
      loose += Math.abs(factor) * (unit[at] ?? 0);
      largest = Math.max(largest, Math.abs(v));
    }
    if (count === 0) {
      if (result === 0) found.empty.push(line);
      continue;
    }
    const expected = op === 'average' ? sum / count : sum;
    const tolerance = (half[target * step + base] ?? 0) + (op === 'average' ? slack / count : slack);
    const excused = ((unit[target * step + base] ?? 0) + (op === 'average' ? loose / count : loose)) / 2;
    const deviation = Math.abs(expected - result);
    if (deviation <= tolerance + noiseOf(expected)) found.holding.push(line);
    else found.missing.push({ line, deviation, tolerance, loose: excused, relative: deviation / largest });
  }
  return found;
}

/** One of the parts is there and could not be read. */
export function isUnread({ unread, step, crossStep }: AxisView, parts: Int32Array, line: number): boolean {
  return parts.some((part) => unread.has(part * step + line * crossStep));
}

/** 1, 2, 3 …: the parts number something, and their sum is nothing. */
export function isCounting({ value, step, crossStep }: AxisView, parts: readonly number[], line: number): boolean {
  const at = (part: number | undefined): number => value[(part ?? 0) * step + line * crossStep] ?? NaN;
  return parts.length > 3 && parts.every((part, k) => k === 0 || at(part) === at(parts[k - 1]) + 1);
}
