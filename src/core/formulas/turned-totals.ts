import { numberAt } from '../grid/sheet';
import { cellAt, type Coverage, linesOf, type Totals } from './coverage';
import { evaluate } from './evaluate';
import type { FormulaFault } from './fault';
import { type FormulaCell, type FormulaGrid, positionOf } from './formula-grid';
import { isRoundingOf } from './noise';
import { copiedTo, writtenFormula } from './reference';

/** So many figures of its own line a total must have before it should add them up. */
const LEAST_FIGURES = 2;

/**
 * Totals that add up the wrong way: in a row of column totals one of the row itself, though its own column
 * holds typed figures to add, or in a column of row totals one of the column.
 */
export function findTurnedTotals(grid: FormulaGrid, totals: Totals): FormulaFault[] {
  return [...totals.across, ...totals.down].flatMap((total) => turned(grid, totals, total) ?? []);
}

function turned(grid: FormulaGrid, totals: Totals, { cell, axis, spans }: Coverage): FormulaFault | undefined {
  // What stands on both sides of it, or alone beside it, adds up across its own direction.
  const [before, after] = [-1, 1].map((k) => {
    const beside = axis === 'across' ? grid.at(cell.row, cell.column + k) : grid.at(cell.row + k, cell.column);
    const coverage = totals.of(beside);
    return coverage && coverage.axis !== axis ? coverage : undefined;
  });
  const sample = before ?? after;
  if (!sample || (axis === 'down' && !(before && after))) return undefined;
  if (before && after && before.key !== after.key) return undefined;
  if (axis === 'across') {
    const only = spans.length === 1 ? spans[0] : undefined;
    const parts = only && linesOf({ spans }).map((column) => totals.of(grid.at(cell.row, column)));
    if (!parts?.every((part) => part?.axis === 'down' && part.key === sample.key)) return undefined;
  }
  return fault(grid, cell, sample);
}

function fault(grid: FormulaGrid, cell: FormulaCell, sample: Coverage): FormulaFault | undefined {
  const own = linesOf(sample).map((line) => cellAt({ cell, axis: sample.axis }, line));
  const typed = own.filter(({ row, column }) => grid.typedNumberAt(row, column) !== undefined);
  const computed = own.some(({ row, column }) => grid.at(row, column) !== undefined);
  if (computed || typed.length < Math.min(LEAST_FIGURES, own.length)) return undefined;
  const pieces = copiedTo(sample.cell.pieces, sample.cell, cell);
  const result = pieces && evaluate(grid, pieces, cell);
  const actual = numberAt(grid.sheet, cell.row, cell.column);
  if (!pieces || !result || result === 'error' || !Number.isFinite(actual)) return undefined;
  if (isRoundingOf(actual, result.value, result.size)) return undefined;
  return {
    kind: 'unlikeNeighbours',
    cell: positionOf(cell),
    formula: cell.formula,
    usual: writtenFormula(pieces),
    neighbours: [positionOf(sample.cell)],
    bothSides: true,
    expected: result.value,
    actual,
  };
}
