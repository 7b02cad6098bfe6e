import { cellAt, type Coverage, covers, linesOf, type Totals } from './coverage';
import type { FormulaFault } from './fault';
import { type FormulaGrid, positionOf } from './formula-grid';
import type { JointUse } from './joint-use';
import { isSum } from './plain-sum';

/** So many cells a chain must add up before a gap in it is an oversight rather than its sense. */
const LEAST_CHAIN = 5;
/** And so many times as many as it leaves out. */
const LEAST_ODDS = 3;

/** A total written with plus signs, `C4+C5+C6+C9`, that passes over figures typed in the midst of its parts. */
export function findChainGaps(grid: FormulaGrid, totals: Totals, joint: JointUse): FormulaFault[] {
  return [...totals.down, ...totals.across].flatMap((coverage) => {
    const { cell, axis, spans, count } = coverage;
    // One gap makes two spans.
    if (isSum(cell) || spans.length !== 2 || count < LEAST_CHAIN) return [];
    const missed = gapOf(coverage).map((line) => cellAt(coverage, line));
    if (missed.length * LEAST_ODDS > count) return [];
    if (!missed.every(({ row, column }) => grid.typedNumberAt(row, column) !== undefined)) return [];
    // Totals beside it that leave out the same do so on purpose.
    if (missed.some((at) => joint.adds(cell, at)) || hasTwin(grid, coverage)) return [];
    const [from, to] = [linesOf(coverage)[0] ?? 0, linesOf(coverage).at(-1) ?? 0];
    const range =
      axis === 'down'
        ? { top: from, bottom: to, left: cell.column, right: cell.column }
        : { top: cell.row, bottom: cell.row, left: from, right: to };
    return [{ kind: 'sumMissesAdjacent', cell: positionOf(cell), formula: cell.formula, range, missed }];
  });
}

/** The lines passed over. */
function gapOf(coverage: Coverage): number[] {
  const { spans } = coverage;
  const gap: number[] = [];
  for (let line = spans[0]?.from ?? 0; line < (spans.at(-1)?.to ?? 0); line++)
    if (!covers(coverage, line)) gap.push(line);
  return gap;
}

function hasTwin(grid: FormulaGrid, { cell: { row, column, pattern }, axis }: Coverage): boolean {
  return [-1, 1].some(
    (k) => (axis === 'down' ? grid.at(row, column + k) : grid.at(row + k, column))?.pattern === pattern,
  );
}
