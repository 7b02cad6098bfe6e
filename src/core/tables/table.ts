import type { Rect } from '../grid/address';
import type { Period } from '../numbers/period';
import type { AnyUnit, Unit } from '../numbers/unit';
import type { StatedSum } from '../relations/types';
import type { TableKind } from './table-kinds';
import type { Tier } from './tier';

/** What a column may hold, by its header. The words are those of the command line's `tables`. */
export const COLUMN_ROLES = [
  'item',
  'code',
  'serial',
  'budget_initial',
  'budget_adjusted',
  'month',
  'month_prior',
  'month_delta',
  'month_pct_yoy',
  'ytd',
  'prior',
  'delta',
  'pct_yoy',
  'pct_budget',
  'share',
  'remark',
  'opening',
  'inflow',
  'outflow',
  'closing',
  'limit',
  'demand',
  'due',
  'paid',
  'standard',
  'persons',
  'months',
  'count',
  'area',
  'rate',
  'date',
  'id_number',
  'amount',
  'text',
] as const;

export type ColumnRole = (typeof COLUMN_ROLES)[number];

export interface Column {
  readonly column: number;
  readonly role: ColumnRole;
  /** Header texts from the outermost level to the column's own. */
  readonly path: readonly string[];
  /** The unit that its own header states, where one table mixes units. */
  readonly unit?: Unit;
  /** The tier that its own headers name, where one table has several side by side. */
  readonly tier?: Tier;
}

/** `aside`: 另：隐性债务, which no total takes up. */
export type RowRole = 'item' | 'total' | 'subtotal' | 'ofWhich' | 'aside';

export interface TableRow {
  readonly row: number;
  /** The label as it is written. */
  readonly label: string;
  /** The label without code, numbering and padding. */
  readonly name: string;
  readonly labelColumn: number;
  readonly role: RowRole;
  /** 0 for an outermost row. */
  readonly level: number;
  /** Index into the table's rows, or -1. */
  readonly parent: number;
  /** What made it a child: its code, numbering, indent, or 其中 before it. */
  readonly ranked: 'code' | 'numbering' | 'indent' | 'ofWhich' | 'none';
  readonly code?: string;
  /** In a table with two rows for each item (上年同期, 本期): which of the two it is. */
  readonly phase?: 'prior' | 'ytd';
  /** What a column left of the names says of several rows: 一般债券 beside 还本 and 付息. */
  readonly group?: string;
  /** The unit that a column of units states for the row. */
  readonly unit?: AnyUnit;
  /** Its own unit is none that is known: %, 倍. */
  readonly isUnitless?: true;
  /** Id of the subject that the user said it is. */
  readonly subject?: string;
}

/** Why a table was read as it was; an id with its words, put into a sentence by `messages`. */
export interface Evidence {
  readonly id:
    | 'corrected'
    | 'title'
    | 'unitLine'
    | 'unitHeader'
    | 'periodTitle'
    | 'periodSheet'
    | 'periodFile'
    | 'periodBook'
    | 'headerRows'
    | 'codes'
    | 'numbering'
    | 'indent'
    | 'ofWhich'
    | 'sideBySide'
    | 'kindTitle'
    | 'kindItems'
    | 'kindHeaders'
    | 'textNumbers'
    | 'notes';
  readonly text: string;
}

export interface Table {
  readonly sheet: string;
  readonly kind: TableKind;
  readonly title: string;
  /** 编制单位, 填报单位, 地区: whose table it is, where a line above says so. */
  readonly place?: string;
  /** 全市, 市本级 …: how much of the place it is about, where title or sheet name says so. */
  readonly tier?: Tier;
  readonly at: Rect;
  readonly headerRows: readonly [first: number, last: number];
  readonly bodyRows: readonly [first: number, last: number];
  readonly unit?: Unit;
  readonly period?: Period;
  readonly columns: readonly Column[];
  readonly rows: readonly TableRow[];
  /** Sums that the form states itself. */
  readonly stated: readonly StatedSum[];
  /** 0–1. */
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
}

/** Parts of a whole: done of a budget, a share, a rate of interest. */
const SHARES: readonly ColumnRole[] = ['pct_budget', 'share', 'rate'];
const GROWTH: readonly ColumnRole[] = ['pct_yoy', 'month_pct_yoy'];
const COUNTS: readonly ColumnRole[] = ['persons', 'count'];
const NO_FIGURE: readonly ColumnRole[] = ['item', 'code', 'serial', 'remark', 'text', 'date', 'id_number'];
const NO_AMOUNT: readonly ColumnRole[] = [...NO_FIGURE, ...SHARES, ...GROWTH, 'standard', 'months'];

/** Whether a column holds parts of a whole, which growth is not. */
export function isShareRole(role: ColumnRole): boolean {
  return SHARES.includes(role);
}

/** Whether a column holds rates of any kind: whatever the amounts stand in, these do not. */
export function isRateRole(role: ColumnRole): boolean {
  return SHARES.includes(role) || GROWTH.includes(role);
}

/** Whether a column holds persons or things that were counted one by one. */
export function isCountRole(role: ColumnRole): boolean {
  return COUNTS.includes(role);
}

/** Whether a column holds figures at all, amounts or rates. */
export function isFigureRole(role: ColumnRole): boolean {
  return !NO_FIGURE.includes(role);
}

/** Whether a column holds amounts that can be added up and compared. */
export function isAmountRole(role: ColumnRole): boolean {
  return !NO_AMOUNT.includes(role);
}

/** The headers above a column's own, outermost first; empty: it has one header alone. */
export function groupOf({ path }: Column): string {
  return path.slice(0, -1).join('|');
}
