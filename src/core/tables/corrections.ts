import type { Period } from '../numbers/period';
import type { Unit } from '../numbers/unit';
import { itemName, plainText } from './label';
import type { Column, ColumnRole, TableRow } from './table';
import type { TableKind } from './table-kinds';

/**
 * What a user said of a table that was read otherwise. It is applied before anything else is
 * understood of the table. Sheet and title are compared without their figures, so that what was said
 * in May holds for the same table in June.
 */
export interface Correction {
  readonly sheet: string;
  readonly title: string;
  readonly kind?: TableKind;
  readonly unit?: Unit;
  /** Of this sheet's month: the only part that does not hold for a sheet of another name. */
  readonly period?: Period;
  readonly columns?: readonly { readonly header: string; readonly role: ColumnRole }[];
  readonly rows?: readonly { readonly label: string; readonly subject: string }[];
}

/** The correction of a table, the last one said; undefined: none. */
export function correctionOf(corrections: readonly Correction[], sheet: string, title: string): Correction | undefined {
  return corrections.findLast(
    (correction) => undated(correction.sheet) === undated(sheet) && undated(correction.title) === undated(title),
  );
}

/** What a sheet or a table is called in every month. */
function undated(name: string): string {
  return plainText(name)
    .replace(/[\d〇一二三四五六七八九十]+(?=[年月季日号])|\d+/g, '#')
    .replace(/(?:#[-—~至－])+#/g, '#');
}

/** A header as a correction names it: its levels, outermost first. */
export function headerOf({ path }: Pick<Column, 'path'>): string {
  return path.join('|');
}

export function correctedColumns(columns: readonly Column[], correction: Correction | undefined): readonly Column[] {
  const said = new Map(correction?.columns?.map(({ header, role }) => [plainText(header), role]));
  return said.size === 0
    ? columns
    : columns.map((column) => ({ ...column, role: said.get(plainText(headerOf(column))) ?? column.role }));
}

export function correctedRows(rows: readonly TableRow[], correction: Correction | undefined): readonly TableRow[] {
  const said = new Map(correction?.rows?.map(({ label, subject }) => [itemName(label), subject]));
  return said.size === 0
    ? rows
    : rows.map((row) => (said.has(row.name) ? { ...row, subject: said.get(row.name) ?? '' } : row));
}
