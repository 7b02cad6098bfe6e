import type { Position } from '../grid/address';
import { exactSum } from '../numbers/decimal';
import { CellKind, numberAt } from '../grid/sheet';
import { type Coverage, linesOf, type Totals } from './coverage';
import type { FormulaFault } from './fault';
import { type FormulaGrid, positionOf } from './formula-grid';
import { isRoundingOf } from './noise';
import { isSerial } from './serial';
import { copiedTo, writtenFormula } from './reference';

/** So many totals of a row must add up the same rows before a typed one among them is out of line. */
const LEAST_TOTALS = 2;

/**
 * Totals typed in a row where the others add up the same rows by formulas. What is no more than its
 * largest part is no total but an average or a rate, and nothing is said of it.
 */
export function findTypedTotals(grid: FormulaGrid, totals: Totals): FormulaFault[] {
  return [...rowsOfTotals(totals)].flatMap((row) => {
    const [first] = row;
    if (!first || row.length < LEAST_TOTALS) return [];
    return typedIn(grid, first.cell.row).flatMap((at) => faultOf(grid, at, usualNear(row, at)) ?? []);
  });
}

function rowsOfTotals({ down }: Totals): Iterable<Coverage[]> {
  const rows = new Map<number, Coverage[]>();
  for (const coverage of down) {
    const row = rows.get(coverage.cell.row);
    if (row) row.push(coverage);
    else rows.set(coverage.cell.row, [coverage]);
  }
  return rows.values();
}

/**
 * The totals that are made like the nearest ones of a cell's row, which must be most of them: 收入 and 支出 side by side
 * are added up each in its own way.
 */
function usualNear(totals: readonly Coverage[], { column }: Position): Coverage[] {
  const nearest = [...totals].sort((a, b) => Math.abs(a.cell.column - column) - Math.abs(b.cell.column - column));
  const keys = new Set(nearest.slice(0, LEAST_TOTALS).map(({ key }) => key));
  const group = totals.filter(({ key }) => keys.has(key));
  const farther = totals.filter(({ key }) => !keys.has(key));
  const isOfOwnSide = farther.every(
    (other) =>
      group.every((one) => one.cell.column < other.cell.column) ||
      group.every((one) => one.cell.column > other.cell.column),
  );
  return keys.size === 1 && (group.length * 2 > totals.length || isOfOwnSide) ? group : [];
}

function typedIn(grid: FormulaGrid, row: number): Position[] {
  const { cells } = grid.sheet;
  const found: Position[] = [];
  for (let index = cells.rowStart[row] ?? 0; index < (cells.rowStart[row + 1] ?? 0); index++) {
    const column = cells.column[index] ?? 0;
    if (grid.typedNumberAt(row, column) !== undefined) found.push({ row, column });
  }
  return found;
}

function faultOf(grid: FormulaGrid, at: Position, usual: readonly Coverage[]): FormulaFault | undefined {
  const [sample] = usual;
  const actual = numberAt(grid.sheet, at.row, at.column);
  const lines = sample ? linesOf(sample) : [];
  // A text among the parts belongs to a column of another kind.
  if (!sample || isSerial(grid, at) || lines.some((row) => grid.kindAt(row, at.column) === CellKind.text))
    return undefined;
  const parts = lines.map((row) => numberAt(grid.sheet, row, at.column)).filter((part) => Number.isFinite(part));
  const expected = exactSum(parts);
  const isTotal = parts.filter((part) => part !== 0).length >= 2 && parts.every((part) => part >= 0 && part < actual);
  if (!isTotal || parts.length * 2 <= lines.length || isRoundingOf(actual, expected, expected)) return undefined;
  const pieces = copiedTo(sample.cell.pieces, sample.cell, at);
  if (!pieces) return undefined;
  const neighbours = [...usual]
    .sort((a, b) => Math.abs(a.cell.column - at.column) - Math.abs(b.cell.column - at.column))
    .map(({ cell }) => positionOf(cell));
  const bothSides =
    neighbours.some(({ column }) => column < at.column) && neighbours.some(({ column }) => column > at.column);
  return {
    kind: 'constantInFormulaRegion',
    cell: at,
    usual: writtenFormula(pieces),
    neighbours,
    bothSides,
    expected,
    actual,
  };
}
