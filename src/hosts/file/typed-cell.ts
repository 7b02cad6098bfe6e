import { CellStoreBuilder, makeSheet } from '../../core/grid/build';
import type { Sheet } from '../../core/grid/sheet';
import { ownDecimals } from '../../core/numbers/decimal';
import { textDecimals } from '../../core/grid/shown-decimals';

/** A field of a text file. */
export interface TypedCell {
  readonly text: string;
  /** A quoted field is a text by the writer's own word. */
  readonly quoted: boolean;
}

const PLAIN_NUMBER = /^[-+]?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?%?$/;

/**
 * A sheet as Excel would make it of the fields: what looks like a number becomes one. A long run of
 * digits stays text, for a double would change it: codes, identity numbers, bank accounts.
 */
export function sheetFromCells(name: string, rows: readonly (readonly TypedCell[])[]): Sheet {
  const builder = new CellStoreBuilder();
  rows.forEach((fields, row) =>
    fields.forEach(({ text, quoted }, column) => {
      const trimmed = text.trim();
      if (trimmed === '') return;
      const number = !quoted && PLAIN_NUMBER.test(trimmed) && !isCode(trimmed) ? toNumber(trimmed) : undefined;
      if (number === undefined) builder.add(row, column, text);
      // What is shown matters only where the number itself would not show as many decimals: 12.50.
      else builder.add(row, column, number, textDecimals(trimmed) === ownDecimals(number) ? {} : { shown: trimmed });
    }),
  );
  return makeSheet(name, builder.build());
}

function isCode(text: string): boolean {
  return /^0\d/.test(text) || /^\d{16,}$/.test(text);
}

function toNumber(text: string): number {
  const number = Number(text.replace(/[,%]/g, ''));
  return text.endsWith('%') ? number / 100 : number;
}
