import type { Position } from '../../grid/address';
import type { Sheet } from '../../grid/sheet';
import { intervalOf, meets, scaled } from '../../numbers/interval';
import { yuanPer } from '../../numbers/unit';
import { figureAt } from '../../tables/printed';
import {
  isAmountRole,
  isFigureRole,
  type Column,
  type ColumnRole,
  type Table,
  type TableRow,
} from '../../tables/table';
import type { TableOnSheet } from '../../tables/table-place';

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

/** 调节后余额: what bank and book come to when each has what the other lacked. */
const GRAND = /总计$|^调节后/;
const INCOME = /^(?:收入|来源|资产|调节后)/;
const OUTGO = /^(?:支出|运用|负债|调节后)/;

/** 收入总计 = 支出总计, column by column, of two tables side by side; each may stand right below its own side. */
export function twoSidedTotals(sheet: Sheet, tables: readonly Table[]): TwoSidedTotal[] {
  return tables.flatMap((left) => {
    const right = tables.find(
      (other) => other !== left && other.bodyRows[0] === left.bodyRows[0] && other.at.left > left.at.right,
    );
    const leftRow = grandTotal(left, INCOME);
    const rightRow = right && grandTotal(right, OUTGO);
    if (!right || !leftRow || !rightRow) return [];
    if (leftRow.row !== rightRow.row && !(isLast(left, leftRow) && isLast(right, rightRow))) return [];
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

function isLast({ rows }: Table, { row }: TableRow): boolean {
  return rows.every((other) => other.row <= row || other.role === 'aside' || /^附|^[备注]/.test(other.name));
}

/** 收入总计 of one sheet and 支出总计 of another, in a column that both have. */
export interface TwinTotal<Place extends TableOnSheet> {
  readonly income: Place;
  readonly outgo: Place;
  readonly incomeAt: Position;
  readonly outgoAt: Position;
  /** In the unit of the income. */
  readonly incomeValue: number;
  readonly outgoValue: number;
  readonly holds: boolean;
}

/**
 * A budget in two tables, called alike but for 收入 and 支出, balances as if they stood side by side. Where no column
 * does they are of two things.
 */
export function twinTotals<Place extends TableOnSheet>(places: readonly Place[]): TwinTotal<Place>[] {
  const totals = (side: RegExp) =>
    places.flatMap((place) => {
      const row = grandTotal(place.table, side);
      return row ? [{ place, row }] : [];
    });
  const outgoes = totals(OUTGO);
  return totals(INCOME).flatMap(({ place: income, row }) => {
    const twins = outgoes.filter(({ place }) => areTwins(income.table, place.table));
    const [twin] = twins;
    if (!twin || twins.length > 1) return [];
    const judged = income.table.columns
      // One side of a budget is often adjusted before the other.
      .filter(({ role }) => isFigureRole(role) && isAmountRole(role) && role !== 'budget_adjusted')
      .flatMap((column) => compareTotals(income, row, column, twin.place, twin.row) ?? []);
    return judged.some(({ holds }) => holds) ? judged : [];
  });
}

function areTwins(income: Table, outgo: Table): boolean {
  // One below the other: 收入项目 …, and under it 支出项目 ….
  if (income.sheet === outgo.sheet) return outgo.at.left === income.at.left && outgo.headerRows[0] > income.bodyRows[1];
  return (
    income.sheet !== outgo.sheet &&
    /收入/.test(income.title) &&
    income.title.replaceAll('收入', '支出') === outgo.title.replaceAll('收入', '支出') &&
    income.period?.to === outgo.period?.to
  );
}

function compareTotals<Place extends TableOnSheet>(
  income: Place,
  row: TableRow,
  { role, column }: Column,
  outgo: Place,
  outgoRow: TableRow,
): TwinTotal<Place> | undefined {
  const [own, others] = [income, outgo].map(({ table }) => table.columns.filter((one) => one.role === role));
  const [other] = others ?? [];
  if (!other || own?.length !== 1 || others?.length !== 1) return undefined;
  const a = figureAt(income.sheet, row.row, column);
  const b = figureAt(outgo.sheet, outgoRow.row, other.column);
  if (!a || !b) return undefined;
  const { unit } = income.table;
  const factor = unit && outgo.table.unit ? yuanPer(outgo.table.unit) / yuanPer(unit) : 1;
  return {
    income,
    outgo,
    incomeAt: { row: row.row, column },
    outgoAt: { row: outgoRow.row, column: other.column },
    incomeValue: a.value,
    outgoValue: b.value * factor,
    holds: meets(intervalOf(a), factor === 1 ? intervalOf(b) : scaled(intervalOf(b), factor)),
  };
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
  return rows.findLast(
    ({ name, role }) =>
      (role === 'total' || name.startsWith('调节后')) && GRAND.test(name) && (side.test(name) || isSide),
  );
}
