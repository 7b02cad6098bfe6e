import type { Position } from '../grid/address';
import type { Sheet } from '../grid/sheet';
import { exactDifference, exactSum } from '../numbers/decimal';
import type { RelationPattern, SheetArithmetic } from '../relations/types';
import { figureAt } from '../tables/printed';
import { isAmountRole, type Table } from '../tables/table';
import type { ArithmeticFault } from './find-faults';

/** So many figures of a row must be those of the row beside it, and of so many digits that it is no chance. */
const LEAST_FIGURES = 3;
const LEAST_VALUE = 100;

/**
 * A row that holds the figures of the row above or below it, and whose own total says that it should not: typed into
 * the wrong line. All totals below it miss by it, each differently, and only the row explains them together.
 */
export function copiedRows(sheet: Sheet, table: Table, { patterns }: SheetArithmetic): ArithmeticFault[] {
  const [first, last] = table.bodyRows;
  // What adds up in another table of the sheet says nothing of this one.
  const across = patterns.filter(
    ({ axis, op, held }) => axis === 'columns' && op === 'sum' && held.some((row) => row >= first && row <= last),
  );
  const columns = table.columns.filter(({ role }) => isAmountRole(role)).map(({ column }) => column);
  return table.rows.flatMap(({ row, role }, i) => {
    if (role !== 'item') return [];
    const beside = [table.rows[i - 1], table.rows[i + 1]].find(
      (other) => other?.role === 'item' && sameFigures(sheet, columns, row, other.row).length >= LEAST_FIGURES,
    );
    if (!beside) return [];
    const same = sameFigures(sheet, columns, row, beside.row);
    const broken = across.flatMap((pattern) => brokenAt(sheet, pattern, row, same) ?? []);
    const [total] = broken;
    return total ? [faultOf(total, same, row)] : [];
  });
}

/** Columns in which two rows hold the same figure, of some size. */
function sameFigures(sheet: Sheet, columns: readonly number[], row: number, other: number): number[] {
  const same = columns.filter((column) => {
    const [a, b] = [figureAt(sheet, row, column)?.value, figureAt(sheet, other, column)?.value];
    return a !== undefined && a === b && Math.abs(a) >= LEAST_VALUE;
  });
  const distinct = new Set(same.map((column) => figureAt(sheet, row, column)?.value));
  return distinct.size >= LEAST_FIGURES ? same : [];
}

interface BrokenTotal {
  readonly target: Position;
  readonly operands: readonly Position[];
  readonly expected: number;
  readonly actual: number;
}

/** The total of the row, where it is made of the copied figures and does not come out. */
function brokenAt(
  sheet: Sheet,
  { target, operands, held }: RelationPattern,
  row: number,
  same: readonly number[],
): BrokenTotal | undefined {
  if (held.includes(row) || same.includes(target) || !operands.some((column) => same.includes(column)))
    return undefined;
  const actual = figureAt(sheet, row, target)?.value;
  const parts = operands.flatMap((column) => figureAt(sheet, row, column)?.value ?? []);
  if (actual === undefined || parts.length < 2) return undefined;
  const at = (column: number): Position => ({ row, column });
  return { target: at(target), operands: operands.map(at), expected: exactSum(parts), actual };
}

function faultOf(
  { target, operands, expected, actual }: BrokenTotal,
  same: readonly number[],
  row: number,
): ArithmeticFault {
  const copied = same.map((column) => ({ row, column }));
  return {
    kind: 'total',
    cells: [...copied, target],
    relations: [{ op: 'sum', target, operands }],
    cause: { kind: 'copiedRow', cells: copied },
    expected,
    actual,
    difference: exactDifference(actual, expected),
    scale: 1,
  };
}
