import { numberAt } from '../grid/sheet';
import { exactSum } from '../numbers/decimal';
import { cellAt, type Coverage, type Totals } from './coverage';
import type { FormulaFault } from './fault';
import { type FormulaGrid, positionOf } from './formula-grid';
import type { JointUse } from './joint-use';
import { isRoundingOf } from './noise';
import { isSum } from './plain-sum';

/** So many cells must follow at one step before the next is missed. */
const LEAST_STEPS = 3;

/** A total of every second or third cell, `C6+E6+G6`, that stops before the last one of its step. */
export function findSteppedChains(grid: FormulaGrid, totals: Totals, joint: JointUse): FormulaFault[] {
  return [...totals.down, ...totals.across].flatMap((coverage) => {
    const { cell, axis, spans } = coverage;
    const step = stepOf(coverage);
    const next = (spans.at(-1)?.to ?? 0) + step;
    const own = axis === 'down' ? cell.row : cell.column;
    if (step === 0 || next >= own) return [];
    const at = cellAt(coverage, next);
    const missed = grid.typedNumberAt(at.row, at.column);
    if (missed === undefined || joint.adds(cell, at) || hasTwin(grid, coverage)) return [];
    const parts = spans
      .map(({ from }) => cellAt(coverage, from))
      .map(({ row, column }) => numberAt(grid.sheet, row, column));
    const sum = exactSum(parts.filter((part) => Number.isFinite(part)));
    // Their own total is not one of them.
    if (sum !== 0 && isRoundingOf(missed, sum, sum)) return [];
    const [first, last] = [cellAt(coverage, spans[0]?.from ?? 0), cellAt(coverage, spans.at(-1)?.to ?? 0)];
    const range = { top: first.row, left: first.column, bottom: last.row, right: last.column };
    return [{ kind: 'sumMissesAdjacent', cell: positionOf(cell), formula: cell.formula, range, missed: [at] }];
  });
}

/** The distance from each of its cells to the next; 0 where they stand together or it is not always the same. */
function stepOf({ cell, spans }: Coverage): number {
  if (isSum(cell) || spans.length < LEAST_STEPS || spans.some(({ from, to }) => from !== to)) return 0;
  const step = (spans[1]?.from ?? 0) - (spans[0]?.from ?? 0);
  return spans.every(({ from }, k) => k === 0 || from - (spans[k - 1]?.from ?? 0) === step) ? step : 0;
}

/** The totals next to it stop there, too. */
function hasTwin(grid: FormulaGrid, { cell: { row, column, pattern }, axis }: Coverage): boolean {
  return [-1, 1].some(
    (k) => (axis === 'down' ? grid.at(row, column + k) : grid.at(row + k, column))?.pattern === pattern,
  );
}
