import type { NoResult } from '../../grid/computed';
import type { CellError, CellValue } from '../../grid/value';

/** What stands for a result that is not computed. It spreads like an error value, but no IFERROR catches it. */
export interface NotComputed extends CellError {
  readonly why: NoResult;
}

export function notComputed(why: NoResult): NotComputed {
  return { error: '', why };
}

/** A rectangle of values: cells, or what an operation makes of them. */
export abstract class Matrix {
  abstract readonly height: number;
  abstract readonly width: number;
  abstract at(row: number, column: number): CellValue;

  *values(): Generator<CellValue> {
    for (let row = 0; row < this.height; row++)
      for (let column = 0; column < this.width; column++) yield this.at(row, column);
  }
}

export class ValueMatrix extends Matrix {
  constructor(
    readonly height: number,
    readonly width: number,
    private readonly items: readonly CellValue[],
  ) {
    super();
  }

  at(row: number, column: number): CellValue {
    return this.items[row * this.width + column];
  }
}

export type Value = CellValue | Matrix;

export const ERROR = {
  div: { error: '#DIV/0!' },
  value: { error: '#VALUE!' },
  ref: { error: '#REF!' },
  na: { error: '#N/A' },
  num: { error: '#NUM!' },
  name: { error: '#NAME?' },
} as const;

export function isError(value: Value): value is CellError {
  return typeof value === 'object' && !(value instanceof Matrix);
}

export function isNotComputed(value: unknown): value is NotComputed {
  return typeof value === 'object' && value !== null && 'why' in value;
}

/** A number as Excel reads it in a text: separators and a percent sign at most. */
const WRITTEN_NUMBER = /^[-+]?(\d{1,3}(,\d{3})+|\d+)?(\.\d*)?(E[-+]?\d+)?%?$/i;

export function numberIn(text: string): number | undefined {
  const plain = text.trim();
  if (!/\d/.test(plain) || !WRITTEN_NUMBER.test(plain)) return undefined;
  const percent = plain.endsWith('%');
  const value = Number(plain.replaceAll(',', '').replace('%', ''));
  return percent ? value / 100 : value;
}

/** The value as an operand of arithmetic. */
export function toNumber(value: CellValue): number | CellError {
  switch (typeof value) {
    case 'number':
      return value;
    case 'undefined':
      return 0;
    case 'boolean':
      return value ? 1 : 0;
    case 'string': {
      const number = numberIn(value);
      if (number !== undefined) return number;
      // Dates, full-width digits, amounts with a unit: what Excel makes of them hangs on where it runs.
      return /\d|[０-９]/.test(value) ? notComputed({ kind: 'text', text: value }) : ERROR.value;
    }
    default:
      return value;
  }
}

export function toText(value: CellValue): string | CellError {
  switch (typeof value) {
    case 'string':
      return value;
    case 'undefined':
      return '';
    case 'boolean':
      return value ? 'TRUE' : 'FALSE';
    case 'number':
      return String(Number(value.toPrecision(15))).toUpperCase();
    default:
      return value;
  }
}

export function toTruth(value: CellValue): boolean | CellError {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'string') {
    const word = value.toUpperCase();
    return word === 'TRUE' ? true : word === 'FALSE' ? false : ERROR.value;
  }
  const number = toNumber(value);
  return typeof number === 'number' ? number !== 0 : number;
}

/** Excel's order: numbers before texts before truth values; texts without regard to case. */
export function compare(a: CellValue, b: CellValue): number {
  const [left, right] = [a ?? blankBeside(b), b ?? blankBeside(a)];
  const rank = rankOf(left) - rankOf(right);
  if (rank !== 0) return rank;
  if (typeof left === 'number' && typeof right === 'number') {
    if (left === right) return 0;
    return Number(left.toPrecision(15)) === Number(right.toPrecision(15)) ? 0 : left - right;
  }
  if (typeof left === 'string' && typeof right === 'string') {
    const [p, q] = [left.toLowerCase(), right.toLowerCase()];
    return p === q ? 0 : p < q ? -1 : 1;
  }
  return Number(left) - Number(right);
}

function blankBeside(other: CellValue): CellValue {
  return typeof other === 'string' ? '' : typeof other === 'boolean' ? false : 0;
}

function rankOf(value: CellValue): number {
  return typeof value === 'string' ? 1 : typeof value === 'boolean' ? 2 : 0;
}
