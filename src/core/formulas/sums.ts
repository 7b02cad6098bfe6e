import { contains, type Position, type Rect } from '../grid/address';
import { CellKind } from '../grid/sheet';
import type { FormulaFault } from './fault';
import { type FormulaCell, type FormulaGrid, positionOf } from './formula-grid';

/** More numbers than this between a range and its SUM are another block, not an oversight. */
const MOST_MISSED = 3;
/** Ranges beyond this are not searched cell by cell for subtotals. */
const LONGEST = 5000;
/** A sum of a SUM and what it left out is short, and few formulas use one cell; the index stays linear. */
const LONGEST_JOINT = 12;
const MOST_USERS = 20;

/** SUMs that stop short of their last parts, or add a subtotal together with its parts. */
export function findSumFaults(grid: FormulaGrid): FormulaFault[] {
  const faults: FormulaFault[] = [];
  const joint = new JointUse(grid);
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
      if (subtotal) faults.push({ kind: 'sumIncludesSubtotal', cell: positionOf(cell), formula: cell.formula, subtotal });
    }
  }
  return faults;
}

/** The ranges of a formula that is nothing but SUM(…) over cells of its own sheet. */
function plainSum({ pieces, references }: FormulaCell): readonly Rect[] | undefined {
  const [head, open] = pieces;
  const last = pieces.at(-1);
  if (!head || !('text' in head) || head.text !== 'SUM' || !open || !('text' in open) || open.text !== '(') return undefined;
  if (!last || !('text' in last) || last.text !== ')') return undefined;
  const inner = pieces.slice(2, -1);
  const onlyRanges = inner.every((p) => ('text' in p ? p.text === ',' : p.reference.sheet === undefined));
  return onlyRanges ? references.map((r) => r.rect) : undefined;
}

/** Numbers that stand between the range and the SUM below it or beside it. */
function missedBetween(grid: FormulaGrid, { row, column }: FormulaCell, range: Rect): Position[] {
  const places: Position[] = [];
  if (range.left === column && range.right === column && range.bottom > range.top) {
    if (range.bottom < row) for (let r = range.bottom + 1; r < row; r++) places.push({ row: r, column });
    else for (let r = row + 1; r < range.top; r++) places.push({ row: r, column });
  } else if (range.top === row && range.bottom === row && range.right > range.left) {
    if (range.right < column) for (let c = range.right + 1; c < column; c++) places.push({ row, column: c });
    else for (let c = column + 1; c < range.left; c++) places.push({ row, column: c });
  }
  if (places.length === 0 || places.length > MOST_MISSED) return [];
  // Beside the range there must be a number: after a blank or a text another block begins.
  const allNumbers = places.every((p) => grid.kindAt(p.row, p.column) === CellKind.number);
  const computed = places.some((p) => grid.at(p.row, p.column) !== undefined);
  return allNumbers && !computed ? places : [];
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
  return inner.top >= outer.top && inner.bottom <= outer.bottom && inner.left >= outer.left && inner.right <= outer.right;
}

/** Which formulas use two cells together: a figure that another formula adds to the SUM was left out of it on purpose. */
class JointUse {
  private users: Map<string, FormulaCell[]> | undefined;

  constructor(private readonly grid: FormulaGrid) {}

  adds(sum: FormulaCell, { row, column }: Position): boolean {
    this.users ??= this.index();
    const users = this.users.get(`${row},${column}`) ?? [];
    return users.some(({ references }) => references.some(({ sheet, rect }) => sheet === undefined && contains(rect, sum)));
  }

  private index(): Map<string, FormulaCell[]> {
    const users = new Map<string, FormulaCell[]>();
    for (const cell of this.grid.cells) {
      for (const { sheet, rect } of cell.references) {
        if (sheet !== undefined || (rect.bottom - rect.top + 1) * (rect.right - rect.left + 1) > LONGEST_JOINT) continue;
        for (let row = rect.top; row <= rect.bottom; row++) {
          for (let column = rect.left; column <= rect.right; column++) {
            const key = `${row},${column}`;
            const known = users.get(key);
            if (!known) users.set(key, [cell]);
            else if (known.length < MOST_USERS) known.push(cell);
          }
        }
      }
    }
    return users;
  }
}
