import type { Position } from '../grid/address';
import { coverageOf, type TotalAxis } from './coverage';
import type { FormulaFault } from './fault';
import { type FormulaGrid, positionOf } from './formula-grid';
import type { JointUse } from './joint-use';

/** So many cells a chain must add up before a gap in it is an oversight rather than its sense. */
const LEAST_CHAIN = 5;
/** And so many times as many as it leaves out. */
const LEAST_ODDS = 3;

/** A total written with plus signs, `C4+C5+C6+C9`, that passes over figures typed in the midst of its parts. */
export function findChainGaps(grid: FormulaGrid, joint: JointUse): FormulaFault[] {
  return (['down', 'across'] as const).flatMap((axis) =>
    grid.cells.flatMap((cell) => {
      const coverage = coverageOf(grid, cell, axis);
      if (!coverage || cell.references.length !== coverage.lines.length || coverage.lines.length < LEAST_CHAIN)
        return [];
      const { lines } = coverage;
      const missed = gapOf(lines).map((line): Position =>
        axis === 'down' ? { row: line, column: cell.column } : { row: cell.row, column: line },
      );
      if (missed.length === 0 || missed.length * LEAST_ODDS > lines.length) return [];
      if (
        !missed.every(({ row, column }) => grid.typedNumberAt(row, column) !== undefined) ||
        missed.some((at) => joint.adds(cell, at))
      )
        return [];
      // Totals beside it that leave out the same do so on purpose.
      if (hasTwin(grid, cell, axis)) return [];
      const [from, to] = [lines[0] ?? 0, lines.at(-1) ?? 0];
      const range =
        axis === 'down'
          ? { top: from, bottom: to, left: cell.column, right: cell.column }
          : { top: cell.row, bottom: cell.row, left: from, right: to };
      return [{ kind: 'sumMissesAdjacent', cell: positionOf(cell), formula: cell.formula, range, missed }];
    }),
  );
}

/** The lines passed over, where they stand together. */
function gapOf(lines: readonly number[]): number[] {
  const covered = new Set(lines);
  const gap: number[] = [];
  for (let line = (lines[0] ?? 0) + 1; line < (lines.at(-1) ?? 0) && gap.length <= lines.length; line++)
    if (!covered.has(line)) gap.push(line);
  return (gap.at(-1) ?? 0) - (gap[0] ?? 0) === gap.length - 1 ? gap : [];
}

function hasTwin(
  grid: FormulaGrid,
  { row, column, pattern }: { readonly row: number; readonly column: number; readonly pattern: number },
  axis: TotalAxis,
): boolean {
  return [-1, 1].some(
    (k) => (axis === 'down' ? grid.at(row, column + k) : grid.at(row + k, column))?.pattern === pattern,
  );
}
