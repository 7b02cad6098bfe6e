import { isRateName } from '../tables/label';
import { median } from '../numbers/median';
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
/** So many columns to the right a column is held against: a table of months has those beside it for witnesses. */
const NEARBY = 4;
/** Rows that say how two columns usually stand to each other. */
const WITNESSES = 200;

interface Suspicion {
  readonly column: number;
  readonly beside: number;
  readonly row: number;
  readonly power: number;
  readonly isSame: boolean;
}

/** The figures of the items as powers of ten: column c of row r at c · rows.length + r; NaN where there is none. */
interface Logs {
  readonly columns: readonly Column[];
  readonly rows: readonly TableRow[];
  readonly at: Float64Array;
}

/** Figures typed in another unit than the rest of their table, told by the columns beside them: no sum is needed. */
export function scaleOutliers(
  sheet: Sheet,
  table: Table,
): { readonly judged: number; readonly outliers: readonly ScaleOutlier[] } {
  const logs = logsOf(sheet, table);
  const { columns, rows } = logs;
  if (rows.length < LEAST_ROWS) return { judged: 0, outliers: [] };
  const suspicions: Suspicion[] = [];
  let judged = 0;
  for (let a = 0; a < columns.length; a++)
    for (const b of besideOf(logs, a).filter((other) => other > a)) {
      const pair = judgePair(logs, a, b);
      judged += pair.judged;
      suspicions.push(...pair.suspicions);
    }
  return { judged, outliers: oncePerRow(byCell(sheet, logs, suspicions)) };
}

/** Where two columns of a row are of one unit and two of another, nobody knows which are wrong: it is told once. */
function oncePerRow(outliers: readonly ScaleOutlier[]): ScaleOutlier[] {
  const rows = new Map<number, ScaleOutlier[]>();
  for (const outlier of outliers) rows.set(outlier.cell.row, [...(rows.get(outlier.cell.row) ?? []), outlier]);
  return [...rows.values()].flatMap((own) =>
    own.some(({ factor }) => factor > 1) && own.some(({ factor }) => factor < 1) ? own.slice(0, 1) : own,
  );
}

function isPlainAmount({ role }: Column): boolean {
  return isAmountRole(role) && !['delta', 'month_delta', 'persons', 'count', 'area'].includes(role);
}

/** What stands in brackets in a header: revenue in 万元 and dust in micrograms are not held against each other. */
function measuredIn({ path }: Column): string {
  const bracketed = [...path.join(' ').matchAll(/[((]([^()()]*)[))]/g)].at(-1)?.[1] ?? '';
  return /元|yuan/i.test(bracketed) ? '' : bracketed;
}

/** A total repeats what is wrong in its parts: only items are looked at. */
function logsOf(sheet: Sheet, table: Table): Logs {
  const columns = table.columns.filter(isPlainAmount);
  const parents = new Set(table.rows.map(({ parent }) => parent));
  const rows = table.rows.filter(
    ({ role, name, isUnitless }, i) =>
      (role === 'item' || role === 'ofWhich') && !parents.has(i) && isUnitless !== true && !isRateName(name),
  );
  const at = new Float64Array(columns.length * rows.length).fill(NaN);
  columns.forEach(({ column, unit }, c) => {
    const size = unit === undefined ? 0 : Math.log10(yuanPer(unit));
    rows.forEach(({ row }, r) => {
      const value = figureAt(sheet, row, column)?.value ?? 0;
      if (value !== 0) at[c * rows.length + r] = Math.log10(Math.abs(value)) + size;
    });
  });
  return { columns, rows, at };
}

/** The columns that a column is held against. */
function besideOf({ columns }: Logs, c: number): number[] {
  const own = columns[c];
  return columns.flatMap((other, i) =>
    own && i !== c && Math.abs(i - c) <= NEARBY && measuredIn(other) === measuredIn(own) ? [i] : [],
  );
}

function judgePair({ rows, at }: Logs, a: number, b: number): { judged: number; suspicions: Suspicion[] } {
  const ratioAt = (r: number): number => (at[a * rows.length + r] ?? NaN) - (at[b * rows.length + r] ?? NaN);
  const filled: number[] = [];
  for (let r = 0; r < rows.length; r++) if (!Number.isNaN(ratioAt(r))) filled.push(r);
  if (filled.length < LEAST_ROWS) return { judged: 0, suspicions: [] };
  const step = Math.ceil(filled.length / WITNESSES);
  const witnesses = filled.filter((_, i) => i % step === 0).map(ratioAt);
  const usual = median(witnesses);
  const wander = median(witnesses.map((ratio) => Math.abs(ratio - usual)));
  if (wander > STEADY) return { judged: 0, suspicions: [] };
  const far = filled.filter((r) => Math.abs(ratioAt(r) - usual) > 2 * STEADY + wander);
  // Where more than one line in ten is far off the columns have little to do with each other.
  if (far.length > Math.max(1, filled.length / 10)) return { judged: 0, suspicions: [] };
  const isSame = witnesses.filter((ratio) => Math.abs(ratio - usual) < 1e-6).length * 2 > witnesses.length;
  const suspicions = far.flatMap((row) => {
    const by = ratioAt(row) - usual;
    const power = POWERS.find((one) => Math.abs(by - one) <= Math.max(NEAR, wander));
    if (power === undefined) return [];
    const exact = isSame && Math.abs(by - power) < 1e-6;
    return [
      { row, column: a, beside: b, power, isSame: exact },
      { row, column: b, beside: a, power: -power, isSame: exact },
    ];
  });
  return { judged: filled.length, suspicions };
}

/** Which of two figures is out of scale the other columns of the row tell, or else the other rows of the column. */
function byCell(sheet: Sheet, logs: Logs, suspicions: readonly Suspicion[]): ScaleOutlier[] {
  const cells = new Map<string, Suspicion[]>();
  for (const one of suspicions) {
    const key = `${one.row},${one.column}`;
    cells.set(key, [...(cells.get(key) ?? []), one]);
  }
  return [...cells.values()].flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    const witnesses = besideOf(logs, first.column).filter(
      (c) => !Number.isNaN(logs.at[c * logs.rows.length + first.row]),
    );
    const agreeing = own.filter(({ power }) => power === first.power);
    const isTold = witnesses.length > 1 ? agreeing.length > AGREEING * witnesses.length : isFarther(logs, first);
    const best = agreeing.find(({ isSame }) => isSame) ?? first;
    const cell = cellOf(logs, first.row, first.column);
    const beside = cellOf(logs, first.row, best.beside);
    const value = figureAt(sheet, cell.row, cell.column)?.value;
    const besideValue = figureAt(sheet, beside.row, beside.column)?.value;
    return isTold && value !== undefined && besideValue !== undefined
      ? [{ cell, beside, value, besideValue, factor: 10 ** first.power, isSame: best.isSame }]
      : [];
  });
}

function cellOf({ rows, columns }: Logs, r: number, c: number): Position {
  return { row: rows[r]?.row ?? 0, column: columns[c]?.column ?? 0 };
}

/** With two columns the figure is meant that is farther from the others of its column. */
function isFarther({ rows, at }: Logs, { row, column, beside }: Suspicion): boolean {
  const from = (c: number): number => {
    const all = at.subarray(c * rows.length, (c + 1) * rows.length);
    return Math.abs((all[row] ?? NaN) - median(Array.from(all).filter((log) => !Number.isNaN(log))));
  };
  return from(column) > from(beside);
}
