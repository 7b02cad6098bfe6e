import { READING } from '../weights';
import { CellKind, type Sheet } from '../../grid/sheet';
import { type TextAmount, textAmount } from '../../numbers/amount-text';

/** A number that stands in its cell as text, where the sheet's other numbers are numbers. */
export interface TextNumber {
  readonly row: number;
  readonly column: number;
  readonly value: number;
  readonly decimals: number;
}

/** The number cells of a sheet, in row-and-column order; `index` is that of the store. */
export interface NumberCells {
  readonly size: number;
  readonly row: Uint32Array;
  readonly column: Uint16Array;
  readonly value: Float64Array;
  readonly index: Uint32Array;
  /** Text cells that a SUM skips although they are numbers. */
  readonly strays: readonly TextNumber[];
}

/**
 * Exports of some treasuries hold every number as text. Where text numbers are the rule they are numbers like any;
 * where they are the exception they are numbers to whoever reads the sheet, but not to a SUM, and kept as strays.
 */
export function collectNumbers(sheet: Sheet): NumberCells {
  const { cells } = sheet;
  const parsed = new Map<number, TextAmount>();
  let numbers = 0;
  for (let at = 0; at < cells.kind.length; at++) {
    if (cells.kind[at] === CellKind.number) numbers++;
    else if (cells.kind[at] === CellKind.text) {
      const value = numberOfText(cells.texts[cells.text[at] ?? 0] ?? '');
      if (value) parsed.set(at, value);
    }
  }
  const textIsTheRule = parsed.size >= READING.textNumbers && parsed.size > READING.textTimes * numbers;
  const capacity = numbers + (textIsTheRule ? parsed.size : 0);
  const row = new Uint32Array(capacity);
  const column = new Uint16Array(capacity);
  const value = new Float64Array(capacity);
  const index = new Uint32Array(capacity);
  const strays: TextNumber[] = [];
  let size = 0;
  for (let r = 0; r < cells.rowCount; r++) {
    const end = cells.rowStart[r + 1] ?? 0;
    for (let at = cells.rowStart[r] ?? 0; at < end; at++) {
      const kind = cells.kind[at];
      const asText = kind === CellKind.text ? parsed.get(at) : undefined;
      if (kind !== CellKind.number && asText === undefined) continue;
      if (asText !== undefined && !textIsTheRule) {
        strays.push({ row: r, column: cells.column[at] ?? 0, ...asText });
        continue;
      }
      row[size] = r;
      column[size] = cells.column[at] ?? 0;
      value[size] = asText?.value ?? cells.number[at] ?? 0;
      index[size] = at;
      size++;
    }
  }
  return { size, row, column, value, index, strays };
}

function numberOfText(text: string): TextAmount | undefined {
  // Most text cells are words: one look at the first and last character spares the regular expression.
  return text.length > 0 && text.length <= READING.longestNumber && /\d|[０-９]/.test(text)
    ? textAmount(text)
    : undefined;
}
