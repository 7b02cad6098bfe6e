import type { Position } from '../grid/address';
import type { FormulaGrid } from './formula-grid';

/** So many figures in a row must count upwards one by one. */
const LEAST_COUNTED = 4;
/** And so many where rows are skipped: pointers into another table. */
const LEAST_POINTING = 8;
/** Pointers skip rows, amounts leap. */
const MOST_RISE = 12;

/** Whether a typed number counts rows or points to one (行次, 序号): it and those above or below it go up by whole numbers. */
export function isSerial(grid: FormulaGrid, { row, column }: Position): boolean {
  const own = grid.typedNumberAt(row, column);
  if (own === undefined || !Number.isInteger(own) || own <= 0) return false;
  return goesUp(grid, row, column, 1, LEAST_COUNTED) || goesUp(grid, row, column, MOST_RISE, LEAST_POINTING);
}

function goesUp(grid: FormulaGrid, row: number, column: number, mostRise: number, least: number): boolean {
  const above = runFrom(grid, row, column, -1, mostRise, least);
  return above + 1 >= least || above + 1 + runFrom(grid, row, column, 1, mostRise, least) >= least;
}

/** How many rows on, up to a number of them, the numbers still go the same way. */
function runFrom(grid: FormulaGrid, row: number, column: number, step: 1 | -1, mostRise: number, most: number): number {
  let before = grid.typedNumberAt(row, column) ?? 0;
  for (let run = 0; run < most; run++) {
    const next = grid.typedNumberAt(row + step * (run + 1), column);
    const rise = next === undefined ? 0 : step * (next - before);
    if (next === undefined || !Number.isInteger(next) || rise <= 0 || rise > mostRise) return run;
    before = next;
  }
  return most;
}
