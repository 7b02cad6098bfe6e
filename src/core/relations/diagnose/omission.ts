import { BLAME } from '../weights';
import type { Broken } from './broken';
import { gridIndex } from './repair';

const PLACES = new WeakMap<readonly number[], ReadonlyMap<number, number>>();

/** Where a cell stands among those of a relation, which may be ten thousand. */
export function placeOf(cells: readonly number[], cell: number): number {
  let places = PLACES.get(cells);
  if (!places) {
    places = new Map(cells.map((one, k) => [one, k]));
    PLACES.set(cells, places);
  }
  return places.get(cell) ?? -1;
}

export function lineIndex({ pattern, cells }: Broken, cell: number): number {
  const k = placeOf(cells, cell);
  return k === 0 ? pattern.target : (pattern.operands[k - 1] ?? -1);
}

/** Whether the pattern has a number there in most of the lines that hold: then a blank is an omission. */
export function wasUsual(broken: readonly Broken[], cell: number): boolean {
  const [b] = broken;
  if (!b) return false;
  const index = lineIndex(b, cell);
  const { holding } = b.pattern.lines;
  let filled = 0;
  for (const line of holding) {
    const v = b.pattern.view.value[gridIndex(b.pattern, line, index)] ?? NaN;
    if (v === v) filled++;
  }
  return filled >= BLAME.usual * holding.length;
}

/** Whether a relation lacks a figure that it usually has: then that is missed before others are blamed. */
export function lacksFigure(broken: Broken): boolean {
  return broken.cells.some((cell) => Number.isNaN(broken.pattern.view.value[cell]) && wasUsual([broken], cell));
}
