import { MAX_COLUMNS, type Position } from '../grid/address';
import type { Totals } from './coverage';
import type { FormulaCell, FormulaGrid } from './formula-grid';

/** A sum of a SUM and what it left out is short, and few formulas use one total. */
const LONGEST_JOINT = 12;
const MOST_USERS = 20;

/** Which formulas use two cells together: a figure that another formula adds to the SUM was left out of it on purpose. */
export class JointUse {
  private users: Map<number, FormulaCell[]> | undefined;

  constructor(
    private readonly grid: FormulaGrid,
    private readonly totals: Totals,
  ) {}

  adds(sum: FormulaCell, { row, column }: Position): boolean {
    this.users ??= this.index();
    const users = this.users.get(placeKey(sum.row, sum.column)) ?? [];
    return users.some((user) =>
      rangesOf(user).some(
        ({ top, left, bottom, right }) => row >= top && row <= bottom && column >= left && column <= right,
      ),
    );
  }

  /** The users of every plain total. */
  private index(): Map<number, FormulaCell[]> {
    const users = new Map<number, FormulaCell[]>();
    for (const { cell } of [...this.totals.down, ...this.totals.across]) users.set(placeKey(cell.row, cell.column), []);
    for (const cell of this.grid.cells) {
      for (const { top, left, bottom, right } of rangesOf(cell)) {
        for (let row = top; row <= bottom; row++) {
          for (let column = left; column <= right; column++) {
            const known = users.get(placeKey(row, column));
            if (known && known.length < MOST_USERS) known.push(cell);
          }
        }
      }
    }
    return users;
  }
}

function placeKey(row: number, column: number): number {
  return row * MAX_COLUMNS + column;
}

/** The short ranges of a formula on its own sheet. */
function rangesOf({ template, corners }: FormulaCell) {
  const ranges: { top: number; left: number; bottom: number; right: number }[] = [];
  for (const piece of template.pieces) {
    if (!('first' in piece) || piece.sheet !== undefined) continue;
    const [first, last] = [2 * piece.first, 2 * piece.last];
    const [top = 0, left = 0] = [corners[first], corners[first + 1]];
    const [bottom = 0, right = 0] = [corners[last], corners[last + 1]];
    if ((bottom - top + 1) * (right - left + 1) <= LONGEST_JOINT) ranges.push({ top, left, bottom, right });
  }
  return ranges;
}
