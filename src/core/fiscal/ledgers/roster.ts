import type { Sheet } from '../../grid/sheet';
import { columnBy, columnOf, wordsAt } from '../../tables/cells';
import type { Column, Table, TableRow } from '../../tables/table';
import { readIdNumber, type IdNumber } from './id-number';

/** One person of a roster whose identity number can be read. */
export interface Person {
  readonly row: TableRow;
  readonly number: string;
  readonly id: IdNumber;
  /** 发放月份, where the roster has several months. */
  readonly month: string;
}

export interface Roster {
  readonly id: Column;
  readonly people: readonly Person[];
  /** Lines whose number is nearly an identity number: digits, but too few or too many of them. */
  readonly misshapen: readonly { readonly row: TableRow; readonly number: string }[];
  /** Other lines whose number is no identity number of 18 characters (a passport, a masked number): not judged. */
  readonly unread: number;
}

/** The people of a table with identity numbers; undefined: it has none. */
export function rosterOf(sheet: Sheet, table: Table): Roster | undefined {
  const id = columnOf(table, 'id_number');
  if (!id) return undefined;
  const month = columnBy(table, /月份|年月|所属期/);
  let unread = 0;
  const misshapen: { readonly row: TableRow; readonly number: string }[] = [];
  const people = table.rows.flatMap((row): Person[] => {
    const number = wordsAt(sheet, row.row, id).replace(/[\s'‘’]/g, '');
    const read = readIdNumber(number);
    if (!read && isMisshapen(number)) misshapen.push({ row, number });
    else if (!read && number !== '') unread++;
    return read
      ? [{ row, number: number.toUpperCase(), id: read, month: month ? wordsAt(sheet, row.row, month) : '' }]
      : [];
  });
  return { id, people, misshapen, unread };
}

/** 15 digits are a number of the first kind, which was never wrong. */
function isMisshapen(number: string): boolean {
  return /^\d{14,20}[\dXx]$/.test(number) && number.length !== 15 && number.length !== 18;
}

/** Full years that a benefit asks for by its name: 80周岁以上高龄补贴; 高龄 without a figure begins at `old`. */
export function leastAge(words: string, old: number): number | undefined {
  const bands = [...words.matchAll(/(\d{2,3})\s*(?:周?岁)?(?:[-—~至]\s*\d{2,3})?\s*周?岁/g)]
    .map((match) => Number(match[1]))
    .filter((age) => age >= 60 && age <= 110);
  if (bands.length > 0) return Math.min(...bands);
  return /百岁/.test(words) ? 100 : /高龄/.test(words) ? old : undefined;
}
