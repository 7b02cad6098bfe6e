import type { Position } from '../grid/address';
import type { Sheet } from '../grid/sheet';
import { yuanPer } from '../numbers/unit';
import { figureAt } from '../tables/printed';
import { type Column, isAmountRole, type Table, type TableRow } from '../tables/table';

/** A figure that is a thousand or ten thousand times what the other columns of its row let expect. */
export interface ScaleOutlier {
  readonly cell: Position;
  /** The figure of its row that tells most plainly. */
  readonly beside: Position;
  readonly value: number;
  readonly besideValue: number;
  /** 1000, 10,000 or their inverses: value ÷ what is to be expected. */
  readonly factor: number;
  /** In the rows around, the two columns hold the same figures, and here the same but for the factor. */
  readonly isSame: boolean;
}

/** Rows in which two columns must stand to each other as they usually do. */
const LEAST_ROWS = 6;
/** Powers of ten by which units of money differ. */
const POWERS = [3, -3, 4, -4];
/** So far, in powers of ten, the ratio of two columns usually wanders at most. */
const STEADY = 0.3;
/** And so far a slip of unit may be from a whole power. */
const NEAR = 0.15;
/** Of several columns beside it so many must agree. */
const AGREEING = 0.5;

interface Row {
  readonly row: TableRow;
  readonly logs: ReadonlyMap<Column, number>;
}

interface Suspicion {
  readonly column: Column;
  readonly beside: Column;
  readonly row: TableRow;
  readonly power: number;
  readonly isSame: boolean;
}

/** Figures typed in another unit than the rest of their table, told by the columns beside them: no sum is needed. */
export function scaleOutliers(
  sheet: Sheet,
  table: Table,
): { readonly judged: number; readonly outliers: readonly ScaleOutlier[] } {
  const columns = table.columns.filter(isPlainAmount);
  const rows = figuresOf(sheet, table, columns);
  if (rows.length < LEAST_ROWS) return { judged: 0, outliers: [] };
  const suspicions: Suspicion[] = [];
  let judged = 0;
  columns.forEach((column, i) => {
    for (const beside of columns.slice(i + 1)) {
      if (measuredIn(column) !== measuredIn(beside)) continue;
      const pair = judgePair(rows, column, beside);
      judged += pair.judged;
      suspicions.push(...pair.suspicions);
    }
  });
  return { judged, outliers: byCell(sheet, rows, columns, suspicions) };
}

function isPlainAmount({ role }: Column): boolean {
  return isAmountRole(role) && !['delta', 'month_delta', 'persons', 'count', 'area'].includes(role);
}

/** What stands in brackets in a header: revenue in 万元 and dust in micrograms are not held against each other. */
function measuredIn({ path }: Column): string {
  const bracketed = /[((]([^()()]*)[))]/.exec(path.join(' '))?.[1] ?? '';
  return /元/.test(bracketed) ? '' : bracketed;
}

/** Rows of items with their figures as powers of ten; a total repeats what is wrong in its parts. */
function figuresOf(sheet: Sheet, { rows }: Table, columns: readonly Column[]): Row[] {
  const parents = new Set(rows.map(({ parent }) => parent));
  return rows.flatMap((row, i) => {
    if ((row.role !== 'item' && row.role !== 'ofWhich') || parents.has(i)) return [];
    const logs = new Map<Column, number>();
    for (const column of columns) {
      const value = figureAt(sheet, row.row, column.column)?.value ?? 0;
      if (value !== 0)
        logs.set(column, Math.log10(Math.abs(value)) + Math.log10(column.unit ? yuanPer(column.unit) : 1));
    }
    return logs.size >= 2 ? [{ row, logs }] : [];
  });
}

function judgePair(rows: readonly Row[], a: Column, b: Column): { judged: number; suspicions: Suspicion[] } {
  const ratios = rows.flatMap(({ row, logs }) => {
    const [x, y] = [logs.get(a), logs.get(b)];
    return x === undefined || y === undefined ? [] : [{ row, ratio: x - y }];
  });
  if (ratios.length < LEAST_ROWS) return { judged: 0, suspicions: [] };
  const usual = median(ratios.map(({ ratio }) => ratio));
  const off = ratios.map(({ row, ratio }) => ({ row, by: ratio - usual }));
  const wander = median(off.map(({ by }) => Math.abs(by)));
  const far = off.filter(({ by }) => Math.abs(by) > 2 * STEADY + wander);
  // Where more than one line in ten is far off the columns have little to do with each other.
  if (wander > STEADY || far.length > Math.max(1, ratios.length / 10)) return { judged: 0, suspicions: [] };
  const isSame = off.filter(({ by }) => Math.abs(by) < 1e-6).length * 2 > off.length;
  const suspicions = far.flatMap(({ row, by }) => {
    const power = POWERS.find((one) => Math.abs(by - one) <= Math.max(NEAR, wander));
    if (power === undefined) return [];
    const exact = isSame && Math.abs(by - power) < 1e-6;
    return [
      { row, column: a, beside: b, power, isSame: exact },
      { row, column: b, beside: a, power: -power, isSame: exact },
    ];
  });
  return { judged: ratios.length, suspicions };
}

/** Which of two figures is out of scale the other columns of the row tell, or else the other rows of the column. */
function byCell(
  sheet: Sheet,
  rows: readonly Row[],
  columns: readonly Column[],
  suspicions: readonly Suspicion[],
): ScaleOutlier[] {
  const cells = new Map<string, Suspicion[]>();
  for (const one of suspicions) {
    const key = `${one.row.row},${one.column.column}`;
    cells.set(key, [...(cells.get(key) ?? []), one]);
  }
  const found: ScaleOutlier[] = [];
  for (const own of cells.values()) {
    const [first] = own;
    if (!first) continue;
    const there = rows.find(({ row }) => row === first.row)?.logs.size ?? 0;
    const agreeing = own.filter(({ power }) => power === first.power);
    const isTold = there > 2 ? agreeing.length > AGREEING * (there - 1) : isFarther(rows, first);
    const value = figureAt(sheet, first.row.row, first.column.column)?.value;
    const best = agreeing.find(({ isSame }) => isSame) ?? first;
    const besideValue = figureAt(sheet, first.row.row, best.beside.column)?.value;
    if (!isTold || value === undefined || besideValue === undefined) continue;
    found.push({
      cell: { row: first.row.row, column: first.column.column },
      beside: { row: first.row.row, column: best.beside.column },
      value,
      besideValue,
      factor: 10 ** first.power,
      isSame: best.isSame,
    });
  }
  return columns.length < 2 ? [] : found;
}

/** With two columns the figure is meant that is farther from the others of its column. */
function isFarther(rows: readonly Row[], { row, column, beside }: Suspicion): boolean {
  const from = (one: Column): number => {
    const all = rows.flatMap(({ logs }) => logs.get(one) ?? []);
    const own = rows.find((other) => other.row === row)?.logs.get(one) ?? 0;
    return Math.abs(own - median(all));
  };
  return from(column) > from(beside);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}
