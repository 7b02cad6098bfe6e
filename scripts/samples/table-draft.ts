import { cellName } from '../../src/core/grid/address';
import { roundHalfUp } from '../../src/core/numbers/decimal';
import {
  difference,
  percent,
  product,
  sumOfRows,
  sumOfRun,
  type Computed,
  type Content,
  type SheetDraft,
} from './sheet-draft';
import type { SamplePeriod, SampleRole, SampleUnit } from './table-truth';
import type { SampleLook } from './workbook-writer';

/** Header texts from the outermost level to the column's own, parted by `|`. */
export type ColumnPlan = readonly [head: string, role: SampleRole, width?: number];

export interface TablePlan {
  readonly kind: string;
  readonly unit: SampleUnit | null;
  readonly period: SamplePeriod | null;
  /** First header row. */
  readonly top: number;
  readonly left?: number;
  readonly columns: readonly ColumnPlan[];
  /** Decimals of amounts; 2 unless told. */
  readonly decimals?: number;
  /** Groups over several columns are left unmerged by some desks. */
  readonly unmerged?: boolean;
}

/** What stands in one column of a row; a function gets the row it comes to stand in. */
export type Entry = Content | ((row: number) => Content);

export type RowStyle = 'plain' | 'bold' | 'total';

const WORDS: readonly SampleRole[] = ['item', 'text', 'remark'];
const CENTRED: readonly SampleRole[] = ['serial', 'date', 'code'];
const RATES: readonly SampleRole[] = ['pct_yoy', 'month_pct_yoy', 'pct_budget', 'share', 'rate'];
const WHOLE: readonly SampleRole[] = ['persons', 'months', 'count'];
const WIDTHS: Partial<Record<SampleRole, number>> = {
  item: 30,
  text: 14,
  remark: 12,
  serial: 6,
  code: 11,
  date: 12,
  id_number: 21,
  persons: 9,
  months: 7,
  count: 9,
  pct_yoy: 10,
  month_pct_yoy: 10,
  pct_budget: 10,
  share: 9,
  rate: 8,
};

const HEAD: SampleLook = { bold: true, align: 'center', border: true };

/** A table being laid out on a sheet: header, rows from top to bottom, and the truth of its reading. */
export class TableDraft {
  readonly first: number;
  readonly left: number;
  private next: number;

  constructor(
    readonly sheet: SheetDraft,
    private readonly plan: TablePlan,
  ) {
    this.left = plan.left ?? 0;
    const paths = plan.columns.map(([head]) => head.split('|'));
    const levels = Math.max(...paths.map(({ length }) => length));
    this.first = plan.top + levels;
    this.next = this.first;
    plan.columns.forEach(([, role, width], i) => sheet.widen(this.left + i, width ?? WIDTHS[role] ?? 13));
    this.layHeader(paths, levels);
    sheet.tables.push({
      sheet: sheet.name,
      kind: plan.kind,
      unit: plan.unit,
      period: plan.period,
      columns: plan.columns.map(([, role], i) => ({ c: this.left + i, role })),
      top: plan.top,
    });
  }

  /** Row that comes next. */
  get row(): number {
    return this.next;
  }

  /** Adds a row; gives where it stands. */
  add(entries: readonly Entry[], style: RowStyle = 'plain'): number {
    this.put(this.next, entries, style);
    return this.next++;
  }

  /** Keeps a row free, for a total that stands above its parts or for a blank. */
  keep(): number {
    return this.next++;
  }

  put(row: number, entries: readonly Entry[], style: RowStyle = 'plain'): void {
    this.plan.columns.forEach(([, role], i) => {
      const entry = entries[i];
      const content = typeof entry === 'function' ? entry(row) : entry;
      this.sheet.put(row, this.left + i, content, this.lookOf(role, content, style));
    });
  }

  /** A row of sums under (or above) its parts; `others` says what stands in columns that are not added. */
  total(
    at: number,
    label: readonly Entry[],
    parts: readonly number[],
    how: 'typed' | 'run' | 'plus',
    columns: readonly number[],
    others: Readonly<Record<number, Entry>> = {},
    style: RowStyle = 'total',
  ): number {
    const entries: Entry[] = this.plan.columns.map((_, i) => label[i] ?? others[i]);
    for (const column of columns) entries[column] = this.sum(parts, column, how);
    this.put(at, entries, style);
    return at;
  }

  /** Adds a total as the next row. */
  addTotal(
    label: readonly Entry[],
    parts: readonly number[],
    how: 'typed' | 'run' | 'plus',
    columns: readonly number[],
    others: Readonly<Record<number, Entry>> = {},
    style: RowStyle = 'total',
  ): number {
    return this.total(this.keep(), label, parts, how, columns, others, style);
  }

  figure(row: number, column: number): number {
    return this.sheet.figure(row, this.left + column);
  }

  private sum(parts: readonly number[], column: number, how: 'typed' | 'run' | 'plus'): Content {
    const at = this.left + column;
    if (how === 'typed')
      return roundHalfUp(
        parts.reduce((sum, row) => sum + this.sheet.figure(row, at), 0),
        4,
      );
    return how === 'run' ? sumOfRun(Math.min(...parts), Math.max(...parts), at) : sumOfRows(parts, at);
  }

  private layHeader(paths: readonly (readonly string[])[], levels: number): void {
    const { top, unmerged } = this.plan;
    for (let level = 0; level < levels; level++) {
      for (let i = 0; i < paths.length; i++) {
        const path = paths[i] ?? [];
        const text = path[level];
        const prefix = path.slice(0, level + 1).join('|');
        const opens =
          text !== undefined &&
          (level === path.length - 1 || i === 0 || paths[i - 1]?.slice(0, level + 1).join('|') !== prefix);
        this.sheet.put(top + level, this.left + i, opens ? text : undefined, HEAD);
        if (!opens || unmerged) continue;
        let last = i;
        if (level < path.length - 1) while (paths[last + 1]?.slice(0, level + 1).join('|') === prefix) last++;
        const bottom = level === path.length - 1 ? levels - 1 : level;
        if (last > i || bottom > level) this.sheet.merge(top + level, this.left + i, top + bottom, this.left + last);
      }
    }
  }

  private lookOf(role: SampleRole, content: Content, style: RowStyle): SampleLook {
    const bold = style === 'plain' ? {} : { bold: true };
    if (WORDS.includes(role))
      return { border: true, ...bold, ...(style === 'total' && role === 'item' ? { align: 'center' } : {}) };
    if (role === 'date')
      return { border: true, align: 'center', format: typeof content === 'number' ? 'yyyy-mm-dd' : '@' };
    if (CENTRED.includes(role) || role === 'id_number')
      return { border: true, align: 'center', ...(typeof content === 'string' ? { format: '@' } : {}), ...bold };
    if (typeof content === 'string') return { border: true, align: 'right', format: '@' };
    return { border: true, format: this.formatOf(role), ...bold };
  }

  private formatOf(role: SampleRole): string {
    if (RATES.includes(role)) return '0.00';
    const decimals = WHOLE.includes(role) ? 0 : (this.plan.decimals ?? 2);
    return decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`;
  }
}

/** Title over the columns, and the line below it with who made the table and the unit. */
export function caption(
  sheet: SheetDraft,
  {
    at = 0,
    title,
    left,
    middle,
    right,
    last,
  }: { at?: number; title: string; left?: string; middle?: string; right?: string; last: number },
): void {
  sheet.put(at, 0, title, { bold: true, size: 16, align: 'center' });
  sheet.merge(at, 0, at, last);
  if (left !== undefined) sheet.put(at + 1, 0, left);
  if (middle !== undefined) sheet.put(at + 1, Math.floor(last / 2), middle, { align: 'center' });
  if (right !== undefined) sheet.put(at + 1, last, right, { align: 'right' });
}

/** Entries that compute from columns of their own row, as the clerk's formulas do. */
export const minus =
  (a: number, b: number) =>
  (row: number): Computed =>
    difference(row, a, b);
export const rateOf =
  (part: number, whole: number) =>
  (row: number): Computed =>
    percent(row, part, whole, 0);
export const growth =
  (now: number, before: number) =>
  (row: number): Computed =>
    percent(row, now, before, 1);
export const times =
  (...columns: readonly number[]) =>
  (row: number): Computed =>
    product(...columns.map((column) => [row, column] as const));
export const rolled =
  (opening: number, inflow: number, outflow: number) =>
  (row: number): Computed => ({
    formula: (r) =>
      `${cellName({ row: r, column: opening })}+${cellName({ row: r, column: inflow })}-${cellName({ row: r, column: outflow })}`,
    compute: (figure) => roundHalfUp(figure(row, opening) + figure(row, inflow) - figure(row, outflow), 4),
  });
/** Columns of one row added up. */
export const across =
  (...columns: readonly number[]) =>
  (row: number): Computed => ({
    formula: (r) => columns.map((column) => cellName({ row: r, column })).join('+'),
    compute: (figure) =>
      roundHalfUp(
        columns.reduce((sum, column) => sum + figure(row, column), 0),
        4,
      ),
  });
