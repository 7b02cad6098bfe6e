import { contains, type Position } from '../grid/address';
import type { Sheet } from '../grid/sheet';
import { ownDecimals } from '../numbers/decimal';
import { halfUnit, meets } from '../numbers/interval';
import type { SheetArithmetic, Suspicion } from '../relations/types';
import { figureAt } from '../tables/printed';
import type { ColumnRole, Table } from '../tables/table';
import { tablePlaceOf } from '../tables/table-place';

/** What the figures alone suspect, held against what is known of the table: quiet where its structure explains it. */
export function isCredible(
  sheet: Sheet,
  tables: readonly Table[],
  arithmetic: SheetArithmetic,
  suspicion: Suspicion,
): boolean {
  return (
    isSibling(tables, suspicion) &&
    !isOfStockAndFlow(tables, suspicion) &&
    !isSumWithRates(tables, suspicion) &&
    !isRoundedPart(sheet, suspicion) &&
    !isTotalOfRates(tables, suspicion) &&
    !isUnnamedAverage(arithmetic, suspicion)
  );
}

/** That a figure lies between two others happens by itself; only what is called an average is held to be one. */
function isUnnamedAverage({ patterns }: SheetArithmetic, { relations: [leading] }: Suspicion): boolean {
  return leading?.op === 'average' && !patterns[leading.pattern]?.evidence.includes('averageLabel');
}

const STOCKS: readonly ColumnRole[] = ['opening', 'closing'];
const FLOWS: readonly ColumnRole[] = ['inflow', 'outflow'];

/**
 * A ledger ties its balances and its flows in one way, opening + inflow − outflow = closing, which has
 * a rule of its own. Whatever else the figures of its rows seem to say is the chance of many zeros.
 */
function isOfStockAndFlow(tables: readonly Table[], { relations: [leading] }: Suspicion): boolean {
  if (!leading) return false;
  const cells = [leading.target, ...leading.operands];
  if (cells.some(({ row }) => row !== leading.target.row)) return false;
  const { table } = tablePlaceOf(tables, leading.target);
  const isLedger = [...STOCKS, ...FLOWS].every((role) => table?.columns.some((column) => column.role === role));
  const roles = cells.map((cell) => tablePlaceOf(tables, cell).column?.role ?? 'amount');
  return isLedger && roles.some((role) => STOCKS.includes(role)) && roles.some((role) => FLOWS.includes(role));
}

const PERCENTAGES: readonly ColumnRole[] = ['pct_yoy', 'month_pct_yoy', 'pct_budget', 'share', 'rate'];

/** Amounts and rates are not added to each other. */
function isSumWithRates(tables: readonly Table[], { relations: [leading] }: Suspicion): boolean {
  if (leading?.op !== 'sum' && leading?.op !== 'difference') return false;
  const rates = [leading.target, ...leading.operands].filter((cell) =>
    PERCENTAGES.includes(tablePlaceOf(tables, cell).column?.role ?? 'amount'),
  );
  return rates.length > 0 && rates.length <= leading.operands.length;
}

const RATES: readonly ColumnRole[] = ['pct_yoy', 'month_pct_yoy', 'pct_budget'];

/** Growth and completion rates do not add up down a column, though some happen to. */
function isTotalOfRates(tables: readonly Table[], { relations: [leading] }: Suspicion): boolean {
  if (leading?.op !== 'sum') return false;
  const role = tablePlaceOf(tables, leading.target).column?.role;
  return (
    role !== undefined &&
    RATES.includes(role) &&
    leading.operands.every(({ column }) => column === leading.target.column)
  );
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
