import type { Position } from '../grid/address';
import type { FormulaGrid } from './formula-grid';

/** So many figures in a row must count upwards. */
const LEAST_RUN = 5;

/** Whether a typed number counts rows or points to one (行次, 序号): it and those above or below it go up by whole numbers. */
export function isSerial(grid: FormulaGrid, { row, column }: Position): boolean {
  const own = grid.typedNumberAt(row, column);
  if (own === undefined || !Number.isInteger(own) || own <= 0) return false;
  return runFrom(grid, row, column, -1) + runFrom(grid, row, column, 1) + 1 >= LEAST_RUN;
}

/** How many rows on the numbers still go the same way. */
function runFrom(grid: FormulaGrid, row: number, column: number, step: 1 | -1): number {
  let before = grid.typedNumberAt(row, column) ?? 0;
  let run = 0;
  for (; run < LEAST_RUN; run++) {
    const next = grid.typedNumberAt(row + step * (run + 1), column);
    const rise = next === undefined ? 0 : step * (next - before);
    if (next === undefined || !Number.isInteger(next) || rise <= 0 || rise > MOST_RISE) break;
    before = next;
  }
  return run;
}

/** Pointers skip rows, amounts leap. */
const MOST_RISE = 12;
