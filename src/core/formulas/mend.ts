import { cellIndex, CellKind, type Sheet } from '../grid/sheet';
import { rectName, type Position, type Rect } from '../grid/address';
import { evaluate } from './evaluate';
import type { FormulaFault } from './fault';
import { type FormulaCell, FormulaGrid } from './formula-grid';
import { type Piece, piecesOf, type Reference } from './reference';

/** So deep a total of totals follows a figure that is put right; deeper ones are rare. */
const MOST_ROUNDS = 8;

/** The formula that belongs in the cell of a fault, as its neighbours or its range tell; undefined where they do not. */
export function properFormula(fault: FormulaFault): string | undefined {
  if (fault.kind === 'sumMissesAdjacent')
    return fault.usual ?? `SUM(${wholeOf(fault.range, fault.missed).map(rectName).join(',')})`;
  return 'usual' in fault ? fault.usual : undefined;
}

/** A range with what it misses: one range where they make one. */
function wholeOf(range: Rect, missed: readonly Position[]): Rect[] {
  const beyond = missed.filter(({ row, column }) => !isIn(range, row, column));
  const box = beyond.reduce(
    (rect, { row, column }) => ({
      top: Math.min(rect.top, row),
      bottom: Math.max(rect.bottom, row),
      left: Math.min(rect.left, column),
      right: Math.max(rect.right, column),
    }),
    range,
  );
  const size = (rect: Rect) => (rect.bottom - rect.top + 1) * (rect.right - rect.left + 1);
  if (size(box) === size(range) + beyond.length) return [box];
  return [range, ...beyond.map(({ row, column }) => ({ top: row, bottom: row, left: column, right: column }))];
}

function isIn({ top, bottom, left, right }: Rect, row: number, column: number): boolean {
  return row >= top && row <= bottom && column >= left && column <= right;
}

/** The sheet as it would be calculated with the proper formulas in their places. */
export function mendedSheet(sheet: Sheet, faults: readonly FormulaFault[]): Sheet {
  const mended: Sheet = { ...sheet, cells: { ...sheet.cells, number: sheet.cells.number.slice() } };
  const grid = new FormulaGrid(mended);
  const proper = new Map<number, readonly Piece[]>();
  for (const fault of faults) {
    const formula = properFormula(fault);
    const pieces = formula === undefined ? undefined : piecesOf(formula);
    if (pieces) proper.set(cellIndex(sheet.cells, fault.cell.row, fault.cell.column), pieces);
  }
  let changed: readonly Position[] = faults
    .filter(({ cell }) => recalculate(grid, cell, proper))
    .map(({ cell }) => cell);
  for (let round = 0; round < MOST_ROUNDS && changed.length > 0; round++) {
    const before = changed;
    changed = grid.cells.filter(
      (cell) => uses(cell, proper.get(cell.index), before) && recalculate(grid, cell, proper, cell.pieces),
    );
  }
  return mended;
}

/** Whether the cell shows something else afterwards. */
function recalculate(
  grid: FormulaGrid,
  at: Position,
  proper: ReadonlyMap<number, readonly Piece[]>,
  own?: readonly Piece[],
): boolean {
  const { kind, number } = grid.sheet.cells;
  const index = cellIndex(grid.sheet.cells, at.row, at.column);
  const pieces = proper.get(index) ?? own;
  if (index < 0 || kind[index] !== CellKind.number || !pieces) return false;
  const result = evaluate(grid, pieces, at);
  if (result === undefined || result === 'error' || !Number.isFinite(result.value) || result.value === number[index])
    return false;
  number[index] = result.value;
  return true;
}

function uses(
  { references }: FormulaCell,
  proper: readonly Piece[] | undefined,
  changed: readonly Position[],
): boolean {
  const used: readonly Reference[] = proper
    ? proper.flatMap((piece) => ('reference' in piece ? [piece.reference] : []))
    : references;
  return used.some(
    ({ sheet, rect }) =>
      sheet === undefined &&
      changed.some(
        ({ row, column }) => row >= rect.top && row <= rect.bottom && column >= rect.left && column <= rect.right,
      ),
  );
}
