import type { Position } from '../grid/address';
import { CellKind } from '../grid/sheet';
import { type Coverage, coverageOf, type TotalAxis } from './coverage';
import type { FormulaFault } from './fault';
import { type FormulaGrid, positionOf } from './formula-grid';
import type { JointUse } from './joint-use';
import { copiedTo, writtenFormula } from './reference';

/** So many times as many totals must agree as differ. */
const LEAST_ODDS = 3;
/** Two totals alone do not outvote each other: the longer one is believed where the other lacks so few lines. */
const MOST_MISSED_OF_TWO = 3;

/**
 * Totals of one row that add up the same rows, each in its own column, but for one that leaves some out;
 * totals of one column likewise. It does not matter whether they are written as SUM or with plus signs,
 * nor where the rows left out stand.
 */
export function findShortTotals(grid: FormulaGrid, joint: JointUse): FormulaFault[] {
  return (['down', 'across'] as const).flatMap((axis) =>
    [...besideEachOther(grid, axis)].flatMap((totals) => shortAmong(grid, joint, totals, axis)),
  );
}

function besideEachOther(grid: FormulaGrid, axis: TotalAxis): Iterable<Coverage[]> {
  const groups = new Map<number, Coverage[]>();
  for (const cell of grid.cells) {
    const coverage = coverageOf(grid, cell, axis);
    if (!coverage) continue;
    const line = axis === 'down' ? cell.row : cell.column;
    const group = groups.get(line);
    if (group) group.push(coverage);
    else groups.set(line, [coverage]);
  }
  return groups.values();
}

function shortAmong(grid: FormulaGrid, joint: JointUse, totals: readonly Coverage[], axis: TotalAxis): FormulaFault[] {
  const alike = new Map<string, Coverage[]>();
  for (const total of totals) {
    const key = total.lines.join();
    const group = alike.get(key);
    if (group) group.push(total);
    else alike.set(key, [total]);
  }
  const [most, ...others] = [...alike.values()].sort(
    (a, b) => b.length - a.length || (b[0]?.lines.length ?? 0) - (a[0]?.lines.length ?? 0),
  );
  if (!most?.[0]) return [];
  const usual = most[0];
  return others.flat().flatMap((total) => {
    const few = alike.get(total.lines.join())?.length ?? 0;
    const isOutvoted = most.length >= LEAST_ODDS * few || (most.length === 2 && totals.length === 3);
    const isPair = totals.length === 2 && usual.lines.length - total.lines.length <= MOST_MISSED_OF_TWO;
    return isOutvoted || isPair ? (faultOf(grid, joint, total, usual, axis) ?? []) : [];
  });
}

function faultOf(
  grid: FormulaGrid,
  joint: JointUse,
  { cell, lines }: Coverage,
  usual: Coverage,
  axis: TotalAxis,
): FormulaFault | undefined {
  const covered = new Set(lines);
  if (!lines.every((line) => usual.lines.includes(line))) return undefined;
  const missed = usual.lines
    .filter((line) => !covered.has(line))
    .map((line): Position => (axis === 'down' ? { row: line, column: cell.column } : { row: cell.row, column: line }))
    .filter(({ row, column }) => grid.kindAt(row, column) === CellKind.number);
  // Less than half of the total is another total.
  if (missed.length === 0 || missed.length > lines.length || missed.some((at) => joint.adds(cell, at)))
    return undefined;
  const pieces = copiedTo(usual.cell.pieces, usual.cell, cell);
  return {
    kind: 'sumMissesAdjacent',
    cell: positionOf(cell),
    formula: cell.formula,
    range: extent(lines, cell, axis),
    missed,
    ...(pieces ? { usual: writtenFormula(pieces) } : {}),
  };
}

function extent(lines: readonly number[], { row, column }: Position, axis: TotalAxis) {
  const [from, to] = [lines[0] ?? 0, lines.at(-1) ?? 0];
  return axis === 'down'
    ? { top: from, bottom: to, left: column, right: column }
    : { top: row, bottom: row, left: from, right: to };
}
