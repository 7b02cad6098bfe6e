import { contains, type Position } from '../grid/address';
import type { FormulaCell, FormulaGrid } from './formula-grid';

/** A sum of a SUM and what it left out is short, and few formulas use one cell; the index stays linear. */
const LONGEST_JOINT = 12;
const MOST_USERS = 20;

/** Which formulas use two cells together: a figure that another formula adds to the SUM was left out of it on purpose. */
export class JointUse {
  private users: Map<string, FormulaCell[]> | undefined;

  constructor(private readonly grid: FormulaGrid) {}

  adds(sum: FormulaCell, { row, column }: Position): boolean {
    this.users ??= this.index();
    const users = this.users.get(`${row},${column}`) ?? [];
    return users.some(({ references }) =>
      references.some(({ sheet, rect }) => sheet === undefined && contains(rect, sum)),
    );
  }

  private index(): Map<string, FormulaCell[]> {
    const users = new Map<string, FormulaCell[]>();
    for (const cell of this.grid.cells) {
      for (const { sheet, rect } of cell.references) {
        if (sheet !== undefined || (rect.bottom - rect.top + 1) * (rect.right - rect.left + 1) > LONGEST_JOINT)
          continue;
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
