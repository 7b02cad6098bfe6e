import { CellStoreBuilder, makeSheet } from '../../core/grid/build';
import { textDecimals } from '../../core/grid/shown-decimals';
import type { Sheet } from '../../core/grid/sheet';
import { textAmount } from '../../core/numbers/amount-text';
import { ownDecimals } from '../../core/numbers/decimal';

/** `="0012"`: how exports keep a program from reading a code as a number. */
const PROTECTED = /^="([^"]*)"$/;

/**
 * A sheet as a person reads the fields of a text file, which knows no types: what looks like a number is one,
 * quoted or not. A long run of digits stays text, for a double would change it: codes, identity numbers, accounts.
 */
export function sheetFromFields(name: string, rows: readonly (readonly string[])[], decimalComma = false): Sheet {
  const builder = new CellStoreBuilder();
  rows.forEach((fields, row) =>
    fields.forEach((field, column) => {
      const plain = (PROTECTED.exec(field.trim())?.[1] ?? field).trim();
      if (plain === '') return;
      const text = decimalComma ? withPoint(plain) : plain;
      const number = isCode(text) ? undefined : numberOf(text);
      if (number === undefined) builder.add(row, column, PROTECTED.test(field.trim()) ? plain : field);
      // What is shown matters only where the number itself would not show as many decimals: 12.50.
      else builder.add(row, column, number, textDecimals(text) === ownDecimals(number) ? {} : { shown: text });
    }),
  );
  return makeSheet(name, builder.build());
}

/** Most fields are plain: they are spared the long expression. */
function numberOf(text: string): number | undefined {
  return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : textAmount(text)?.value;
}

function withPoint(text: string): string {
  return /^[^a-z]*\d(?:\.\d{3})*(?:,\d+)?\D*$/i.test(text) ? text.replace(/\./g, '').replace(',', '.') : text;
}

function isCode(text: string): boolean {
  return /^0\d/.test(text) || /^\d{16,}$/.test(text);
}
