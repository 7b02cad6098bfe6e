import { contains, type Position } from '../grid/address';
import type { Sheet } from '../grid/sheet';
import { ownDecimals } from '../numbers/decimal';
import { halfUnit, meets } from '../numbers/interval';
import type { SheetArithmetic, Suspicion } from '../relations/types';
import { figureAt } from '../tables/printed';
import type { ColumnRole, Table } from '../tables/table';
import { placeOf } from './locate';

/** What the figures alone suspect, held against what is known of the table: quiet where its structure explains it. */
export function isCredible(sheet: Sheet, tables: readonly Table[], arithmetic: SheetArithmetic, suspicion: Suspicion): boolean {
  return isSibling(tables, suspicion) && !isRoundedPart(sheet, suspicion) && !isTotalOfRates(tables, suspicion) && !isUnnamedAverage(arithmetic, suspicion);
}

/** That a figure lies between two others happens by itself; only what is called an average is held to be one. */
function isUnnamedAverage({ patterns }: SheetArithmetic, { relations: [leading] }: Suspicion): boolean {
  return leading?.op === 'average' && !patterns[leading.pattern]?.evidence.includes('averageLabel');
}

const RATES: readonly ColumnRole[] = ['pct_yoy', 'month_pct_yoy', 'pct_budget'];

/** Growth and completion rates do not add up down a column, though some happen to. */
function isTotalOfRates(tables: readonly Table[], { relations: [leading] }: Suspicion): boolean {
  if (leading?.op !== 'sum') return false;
  const role = placeOf(tables, leading.target).column?.role;
  return role !== undefined && RATES.includes(role) && leading.operands.every(({ column }) => column === leading.target.column);
}

/** A row can only be missing from a total if it stands where the total's parts stand: not a level deeper or higher. */
function isSibling(tables: readonly Table[], { cause, relations: [leading] }: Suspicion): boolean {
  if (cause.kind !== 'leftOut' || !leading) return true;
  const [cell] = cause.cells;
  const table = cell && tables.find(({ at }) => contains(at, cell));
  if (!table || !table.rows.some(({ ranked }) => ranked !== 'none')) return true;
  const rowOf = new Map(table.rows.map((row) => [row.row, row]));
  const own = rowOf.get(cell.row);
  return own === undefined || leading.operands.some(({ row }) => rowOf.get(row)?.parent === own.parent);
}

/**
 * Parts typed as whole numbers under a total with decimals were rounded before they were typed,
 * whatever the format of their cells shows: what rounding explains is no error.
 */
function isRoundedPart(sheet: Sheet, { relations: [leading], difference }: Suspicion): boolean {
  if (leading?.op !== 'sum') return false;
  const decimals = ({ row, column }: Position) => {
    const value = figureAt(sheet, row, column);
    return value && !value.exact ? ownDecimals(value.value) : undefined;
  };
  const own = decimals(leading.target);
  const parts = leading.operands.map(decimals);
  if (own === undefined || parts.some((part) => part === undefined || part >= own)) return false;
  const slack = parts.reduce<number>((sum, part) => sum + halfUnit(part ?? 0), 0);
  return meets({ low: -slack, high: slack }, { low: difference, high: difference });
}
