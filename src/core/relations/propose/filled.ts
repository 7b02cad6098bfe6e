import type { AxisView } from '../view/axis-view';

/** The lines that have a number in a crossing line: any, or one that is not zero. */
export function filledIn({ value, size, step, crossStep }: AxisView, line: number, withZero = false): Int32Array {
  const filled: number[] = [];
  for (let i = 0, at = line * crossStep; i < size; i++, at += step) {
    const v = value[at] ?? NaN;
    if (v === v && (withZero || v !== 0)) filled.push(i);
  }
  return Int32Array.from(filled);
}
