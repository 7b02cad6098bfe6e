import { BLAME } from '../weights';
import type { Broken } from './broken';
import { gridIndex, placeIn } from './repair';

export function lineIndex({ pattern, cells }: Broken, cell: number): number {
  const k = placeIn(cells, cell);
  return k === 0 ? pattern.target : (pattern.operands[k - 1] ?? -1);
}

/** Whether the pattern has a number there in most of the lines that hold: then a blank is an omission. */
export function wasUsual(broken: readonly Broken[], cell: number): boolean {
  const [b] = broken;
  if (!b || isSparse(b)) return false;
  const index = lineIndex(b, cell);
  const { holding } = b.pattern.lines;
  let filled = 0;
  for (const line of holding) {
    const v = b.pattern.view.value[gridIndex(b.pattern, line, index)] ?? NaN;
    if (v === v) filled++;
  }
  return filled >= BLAME.usual * holding.length;
}

/** A book of debit and credit fills every other cell of a column: a blank in it is no omission. */
function isSparse({ cells: [, ...parts], pattern: { view } }: Broken): boolean {
  const filled = parts.filter((cell) => !Number.isNaN(view.value[cell])).length;
  return parts.length >= BLAME.sparseParts && filled < BLAME.usual * parts.length;
}

/** Whether a relation lacks a figure that it usually has: then that is missed before others are blamed. */
export function lacksFigure(broken: Broken): boolean {
  return broken.cells.some((cell) => Number.isNaN(broken.pattern.view.value[cell]) && wasUsual([broken], cell));
}
