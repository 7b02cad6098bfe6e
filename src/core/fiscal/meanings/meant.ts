import type { Period } from '../../numbers/period';
import type { Column, Table, TableRow } from '../../tables/table';
import type { Phase } from '../measure';
import type { Side, SubjectId } from '../subjects';

/** A cell of a table and what it is of. */
export interface Meant {
  readonly row: TableRow;
  readonly column: Column;
  readonly phase: Phase;
  readonly subject: SubjectId | undefined;
  readonly side: Side;
  readonly name: string;
  readonly scope: string;
  /** Where the row is of another time than the table: months down the rows. */
  readonly period?: Period;
  /** Where the row, not the column, says which balance it is. */
  readonly header?: string;
  /** See {@link Measure.isAside}. */
  readonly isAside?: true;
}

/** Phases of what is planned, not done. */
export const PLANS: readonly Phase[] = ['budget_initial', 'budget_adjusted'];

export function pathOf(table: Table, row: TableRow): string {
  const parent = table.rows[row.parent];
  const own = row.name || row.code || '';
  const above = parent && parent.role === 'item' ? parent.name : row.group;
  return above === undefined ? own : `${above}/${own}`;
}

/** The total of a table of tax alone, or of what is no tax, is that and not all revenue; of one kind of transfers, nothing known. */
export function wholeOf({ title, rows, kind: tableKind }: Table): string | undefined {
  // 暂存款 is what others have left here.
  if (tableKind === '暂付款' && /暂存/.test(title) && !/暂付/.test(title)) return '';
  const [kind, more] = new Set(title.match(/(?:专项|一般性)转移支付/g));
  if (kind !== undefined && more === undefined && !rows.some(({ name }) => KIND_OF_TRANSFER.test(name))) return '';
  const isNonTax = /非税/.test(title);
  const isTax = /税收|税种|税务/.test(title.replace(/非税(?:收入)?/g, ''));
  if (isNonTax === isTax || /一般公共预算|财政收入|地方收入|收支/.test(title)) return undefined;
  const other = isTax ? /非税/ : /^(?:[一二三四]、)?(?:税收收入|各项税收)/;
  return rows.some(({ name }) => other.test(name)) ? undefined : isTax ? '税收收入' : '非税收入';
}

const KIND_OF_TRANSFER = /^(?:[一二三四]、)?(?:专项|一般性)转移支付/;
