import type { Position } from '../../grid/address';
import type { Sheet } from '../../grid/sheet';
import { intervalOf, meets, scaled } from '../../numbers/interval';
import { yuanPer } from '../../numbers/unit';
import { figureAt } from '../../tables/printed';
import { isFigureRole, type Column, type ColumnRole, type Table, type TableRow } from '../../tables/table';

/** The last totals of two tables that stand side by side: they must be the same. */
export interface TwoSidedTotal {
  readonly left: Position;
  readonly right: Position;
  readonly leftRow: TableRow;
  readonly rightRow: TableRow;
  readonly role: string;
  readonly leftValue: number;
  readonly rightValue: number;
  readonly holds: boolean;
}

const GRAND = /总计$/;
const INCOME = /^(?:收入|来源|资产)/;
const OUTGO = /^(?:支出|运用|负债)/;

/** 收入总计 = 支出总计, column by column, wherever both stand in one row of two tables side by side. */
export function twoSidedTotals(sheet: Sheet, tables: readonly Table[]): TwoSidedTotal[] {
  return tables.flatMap((left) => {
    const right = tables.find(
      (other) => other !== left && other.bodyRows[0] === left.bodyRows[0] && other.at.left > left.at.right,
    );
    const leftRow = grandTotal(left, INCOME);
    const rightRow = right && grandTotal(right, OUTGO);
    if (!right || !leftRow || !rightRow || leftRow.row !== rightRow.row) return [];
    return left.columns
      .filter(({ role }) => isFigureRole(role))
      .flatMap(({ column, role }) => {
        const others = opposite(left, right, role);
        const [other] = others;
        const a = figureAt(sheet, leftRow.row, column);
        const b = other && figureAt(sheet, rightRow.row, other.column);
        if (!other || others.length > 1 || left.columns.filter((one) => one.role === role).length > 1 || !a || !b)
          return [];
        const factor = left.unit && right.unit ? yuanPer(right.unit) / yuanPer(left.unit) : 1;
        return [
          {
            left: { row: leftRow.row, column },
            right: { row: rightRow.row, column: other.column },
            leftRow,
            rightRow,
            role,
            leftValue: a.value,
            rightValue: b.value * factor,
            holds: meets(intervalOf(a), factor === 1 ? intervalOf(b) : scaled(intervalOf(b), factor)),
          },
        ];
      });
  });
}

/** The columns of the other half that a column may balance with: those of its role; of one column their 合计. */
function opposite(left: Table, { columns }: Table, role: ColumnRole): readonly Column[] {
  const figures = columns.filter((column) => isFigureRole(column.role));
  const wholes = figures.filter(({ path }) => /^(?:合计|小计|总计)$/.test(path.at(-1) ?? ''));
  const isOneColumn = left.columns.filter((column) => isFigureRole(column.role)).length === 1;
  return isOneColumn && wholes.length > 0 ? wholes : columns.filter((column) => column.role === role);
}

/** The side is said by the total itself, or by the header over all of its half. */
function grandTotal({ rows, columns }: Table, side: RegExp): TableRow | undefined {
  const isSide = columns.some(({ role, path }) => role === 'item' && path.length > 1 && side.test(path[0] ?? ''));
  return rows.findLast(({ name, role }) => role === 'total' && GRAND.test(name) && (side.test(name) || isSide));
}
