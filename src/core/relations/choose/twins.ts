import { TELLING } from '../weights';
import type { AxisView } from '../view/axis-view';
import type { Equations } from './equations';

/**
 * Adds the lines that are all zero, and those that repeat another: without them every sum has twins. For
 * each line the first with the same figures, blank as good as zero; −1 for a line of zeros.
 */
export function addTrivialEquations(view: AxisView, equations: Equations): Int32Array {
  const { size, lines, value, step, crossStep } = view;
  const found = new Int32Array(size);
  const first = new Map<string, number>();
  const firstFilled = new Map<string, number>();
  const some = lines.subarray(0, TELLING.alike);
  for (let i = 0; i < size; i++) {
    let mark = '';
    let filled = '';
    let zero = true;
    for (const line of some) {
      const v = value[i * step + line * crossStep] ?? NaN;
      if (v === v && v !== 0) zero = false;
      mark += v === v ? `${v},` : ',';
      filled += v === v && v !== 0 ? `${v},` : ',';
    }
    if (zero) equations.addZero(i);
    const twin = first.get(mark);
    if (twin === undefined) first.set(mark, i);
    else equations.addEqual(i, twin);
    const alike = firstFilled.get(filled);
    if (alike === undefined) firstFilled.set(filled, i);
    found[i] = zero ? -1 : (alike ?? i);
  }
  return found;
}

/** Adds the equations that twins found before stand for. */
export function trivialLines(twins: Int32Array, equations: Equations): void {
  twins.forEach((twin, i) => {
    if (twin === -1) equations.addZero(i);
    else if (twin < i) equations.addEqual(i, twin);
  });
}
