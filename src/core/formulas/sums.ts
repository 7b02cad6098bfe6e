import type { Position, Rect } from '../grid/address';
import { cellIndex, CellKind } from '../grid/sheet';
import { findChainGaps } from './chain-gaps';
import type { Totals } from './coverage';
import type { FormulaFault } from './fault';
import { type FormulaCell, type FormulaGrid, positionOf } from './formula-grid';
import { JointUse } from './joint-use';
import { plainSum } from './plain-sum';
import { findSteppedChains } from './stepped-chains';
import { findTurnedTotals } from './turned-totals';
import { findUnequalTotals } from './unequal-totals';

/** More numbers than this between a range and its SUM are another block, not an oversight. */
const MOST_MISSED = 3;
/** Ranges beyond this are not searched cell by cell for subtotals. */
const LONGEST = 5000;

/** SUMs that stop short of their last parts, or add a subtotal together with its parts. */
export function findSumFaults(grid: FormulaGrid, totals: Totals): FormulaFault[] {
  const joint = new JointUse(grid, totals);
  const faults: FormulaFault[] = [
    ...findUnequalTotals(grid, totals, joint),
    ...findTurnedTotals(grid, totals),
    ...findChainGaps(grid, totals, joint),
    ...findSteppedChains(grid, totals, joint),
  ];
  for (const cell of grid.cells) {
    const ranges = plainSum(cell);
    if (!ranges) continue;
    const [only] = ranges;
    if (ranges.length === 1 && only) {
      const missed = missedBetween(grid, cell, only);
      if (missed.length > 0 && !missed.some((at) => joint.adds(cell, at))) {
        faults.push({ kind: 'sumMissesAdjacent', cell: positionOf(cell), formula: cell.formula, range: only, missed });
      }
    }
    for (const range of ranges) {
      const subtotal = subtotalInside(grid, cell, range);
      if (subtotal)
        faults.push({ kind: 'sumIncludesSubtotal', cell: positionOf(cell), formula: cell.formula, subtotal });
    }
  }
  return faults;
}

/** Numbers that stand between the range and the SUM below it or beside it, from the range on. */
function missedBetween(grid: FormulaGrid, { row, column }: FormulaCell, range: Rect): Position[] {
  const places: Position[] = [];
  if (range.left === column && range.right === column && range.bottom > range.top) {
    if (range.bottom < row) for (let r = range.bottom + 1; r < row; r++) places.push({ row: r, column });
    else for (let r = range.top - 1; r > row; r--) places.push({ row: r, column });
  } else if (range.top === row && range.bottom === row && range.right > range.left) {
    if (range.right < column) for (let c = range.right + 1; c < column; c++) places.push({ row, column: c });
    else for (let c = range.left - 1; c > column; c--) places.push({ row, column: c });
  }
  // One blank line may part a total from its block; nothing else may.
  const last = places.at(-1);
  const filled = last && grid.kindAt(last.row, last.column) === CellKind.blank ? places.slice(0, -1) : places;
  if (filled.length === 0 || filled.length > MOST_MISSED) return [];
  // Beside the range there must be a number: after a blank or a text another block begins.
  const allNumbers = filled.every((p) => grid.kindAt(p.row, p.column) === CellKind.number);
  return allNumbers && filled.every((p) => isPart(grid, p, range)) ? filled : [];
}

/** Typed, or computed as the parts in the range are: a formula of its own is another total. */
function isPart(grid: FormulaGrid, { row, column }: Position, { top, left, bottom, right }: Rect): boolean {
  if (isRate(grid, row, column) !== isRate(grid, top, left)) return false;
  const cell = grid.at(row, column);
  return (
    cell === undefined ||
    [
      [top, left],
      [bottom, right],
    ].some(([r = 0, c = 0]) => grid.at(r, c)?.pattern === cell.pattern)
  );
}

/** A figure shown in percent is no part of one that is not. */
function isRate({ sheet: { cells } }: FormulaGrid, row: number, column: number): boolean {
  const index = cellIndex(cells, row, column);
  return index >= 0 && (cells.formats[cells.format[index] ?? 0] ?? '').includes('%');
}

/** A SUM inside the range whose own range lies inside it as well. */
function subtotalInside(grid: FormulaGrid, { row, column }: FormulaCell, range: Rect): Position | undefined {
  const size = (range.bottom - range.top + 1) * (range.right - range.left + 1);
  if (size > LONGEST || !grid.spend(size)) return undefined;
  for (let r = range.top; r <= range.bottom; r++) {
    for (let c = range.left; c <= range.right; c++) {
      const inner = grid.at(r, c);
      if (!inner || (r === row && c === column)) continue;
      const ranges = plainSum(inner);
      if (ranges && ranges.length > 0 && ranges.every((part) => isInside(part, range))) return { row: r, column: c };
    }
  }
  return undefined;
}

function isInside(inner: Rect, outer: Rect): boolean {
  return (
    inner.top >= outer.top && inner.bottom <= outer.bottom && inner.left >= outer.left && inner.right <= outer.right
  );
}
