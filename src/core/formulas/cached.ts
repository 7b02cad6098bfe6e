import { CellKind } from '../grid/sheet';
import { evaluate } from './evaluate';
import type { FormulaFault } from './fault';
import { type FormulaGrid, positionOf } from './formula-grid';

/** Binary noise of a chain of doubles, relative to the largest figure in it; no tolerance of amounts. */
const NOISE = 1e-11;

/** Stored results that their formulas do not give: a file written by a tool, or calculation set to manual. */
export function findStaleResults(grid: FormulaGrid): FormulaFault[] {
  const { cells } = grid.sheet;
  const faults: FormulaFault[] = [];
  for (const cell of grid.cells) {
    if (cells.kind[cell.index] !== CellKind.number) continue;
    const actual = cells.number[cell.index] ?? 0;
    const computed = evaluate(grid.sheet, cell.pieces);
    if (!computed || !Number.isFinite(computed.value)) continue;
    const noise = NOISE * Math.max(1, computed.size, Math.abs(actual));
    if (Math.abs(computed.value - actual) > noise) {
      faults.push({ kind: 'cachedValueDisagrees', cell: positionOf(cell), expected: computed.value, actual });
    }
  }
  return faults;
}
