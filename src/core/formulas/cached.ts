import { CellKind } from '../grid/sheet';
import { type Outcome, type Result, resultsOf } from './evaluate';
import type { FormulaFault } from './fault';
import { type FormulaCell, type FormulaGrid, positionOf } from './formula-grid';
import { isRoundingOf } from './noise';

/**
 * Stored results that their formulas do not give: a file written by a tool, or calculation set to
 * manual. A result cut to its own decimals is none: Excel stores it so under "precision as displayed".
 */
export function findStaleResults(grid: FormulaGrid): FormulaFault[] {
  const { cells, computed } = grid.sheet;
  if (computed?.wasZero) return uncalculated(grid);
  const stale: { readonly cell: FormulaCell; readonly expected: number; readonly actual: number }[] = [];
  let isCalculated = false;
  for (const cell of grid.cells) {
    if (cells.kind[cell.index] !== CellKind.number) continue;
    const actual = cells.number[cell.index] ?? 0;
    isCalculated ||= actual !== 0;
    const { results } = resultsOf(grid, cell);
    if (!results.every(isResult)) continue;
    const [computed] = results;
    if (computed && !results.some(({ value, size }) => isRoundingOf(actual, value, size)))
      stale.push({ cell, expected: computed.value, actual });
  }
  return stale.map(({ cell, expected, actual }) => ({
    kind: 'cachedValueDisagrees',
    cell: positionOf(cell),
    formula: cell.formula,
    expected,
    actual,
    isCalculated,
  }));
}

/** Nothing was ever calculated; the results were computed when the file was read. */
function uncalculated(grid: FormulaGrid): FormulaFault[] {
  const { kind, number } = grid.sheet.cells;
  return grid.cells.flatMap((cell) => {
    const expected = number[cell.index] ?? 0;
    return kind[cell.index] !== CellKind.number || expected === 0
      ? []
      : [
          {
            kind: 'cachedValueDisagrees',
            cell: positionOf(cell),
            formula: cell.formula,
            expected,
            actual: 0,
            isCalculated: false,
          },
        ];
  });
}

function isResult(outcome: Outcome | undefined): outcome is Result {
  return outcome !== undefined && outcome !== 'error';
}
