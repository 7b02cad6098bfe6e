import { BLAME } from '../weights';
import type { Broken } from './broken';
import { gridIndex, placeIn } from './repair';

export function lineIndex({ pattern, cells }: Broken, cell: number): number {
  const k = placeIn(cells, cell);
  return k === 0 ? pattern.target : (pattern.operands[k - 1] ?? -1);
}

/** Whether the pattern has a number there in most of the lines that hold: then a blank is an omission. */
export function wasUsual([first]: readonly Broken[], cell: number): boolean {
  return first !== undefined && !isSparse(first) && isUsual(first, lineIndex(first, cell));
}

/** Every part of a long list asks the same of it. */
const LACKS = new WeakMap<Broken, boolean>();

/** Whether a relation lacks a figure that it usually has: then that is missed before others are blamed. */
export function lacksFigure(broken: Broken): boolean {
  const known = LACKS.get(broken) ?? isFigureMissing(broken);
  LACKS.set(broken, known);
  return known;
}

function isFigureMissing(broken: Broken): boolean {
  const { pattern, cells } = broken;
  const isBlank = (cell: number): boolean => Number.isNaN(pattern.view.value[cell]);
  // Of a long list nearly all may be blank: each is asked for by its place.
  return (
    cells.some(isBlank) &&
    !isSparse(broken) &&
    cells.some(
      (cell, k) => isBlank(cell) && isUsual(broken, k === 0 ? pattern.target : (pattern.operands[k - 1] ?? -1)),
    )
  );
}

function isUsual({ pattern }: Broken, index: number): boolean {
  const { holding } = pattern.lines;
  let filled = 0;
  for (const line of holding) if (!Number.isNaN(pattern.view.value[gridIndex(pattern, line, index)])) filled++;
  return filled >= BLAME.usual * holding.length;
}

/** A book of debit and credit fills every other cell of a column: a blank in it is no omission. */
function isSparse({ cells: [, ...parts], pattern: { view } }: Broken): boolean {
  const filled = parts.filter((cell) => !Number.isNaN(view.value[cell])).length;
  return parts.length >= BLAME.sparseParts && filled < BLAME.usual * parts.length;
}
