import { READING, SIZES } from '../weights';
import type { Position } from '../../grid/address';
import type { Sheet } from '../../grid/sheet';
import { powerOfTen } from '../../numbers/decimal';
import type { SheetHints } from '../types';
import { headingCells } from './header-lines';
import { readLabels, type Labels } from './labels';
import { collectNumbers, type NumberCells, type TextNumber } from './number-cells';
import { printedHalf, resolution } from './precision';

/**
 * The numbers of a sheet without its empty rows and columns, row by row: cell (r, c) stands at
 * r · columns.length + c. Leaving the empty lines out makes the search indifferent to them.
 */
export interface NumberGrid {
  /** Sheet row, or column, of each line of the grid. */
  readonly rows: Int32Array;
  readonly columns: Int32Array;
  /** NaN where there is no number. */
  readonly value: Float64Array;
  /** Half a unit of the last place printed. */
  readonly half: Float64Array;
  /** A unit of the last place that the number really uses. */
  readonly unit: Float64Array;
  /** 1 for the result of a formula. */
  readonly computed: Uint8Array;
  readonly labels: Labels;
  /** Numbers that are text where numbers are the rule: they are in the grid, and a SUM passes them over. */
  readonly strays: readonly TextNumber[];
  /** Indices of cells in which a figure stands that nobody can read. */
  readonly unread: ReadonlySet<number>;
}

export function readNumberGrid(sheet: Sheet, hints?: SheetHints): NumberGrid {
  const numbers = collectNumbers(sheet);
  const { rowCount, columnCount } = sheet.cells;
  const masked = headingCells(numbers, rowCount, columnCount, hints);
  const columnAt = lineNumbers(numbers.column, masked, columnCount);
  const rowAt = lineNumbers(numbers.row, masked, rowCount, rowsOfStrays(numbers, columnAt.of, hints));
  const width = columnAt.used.length;
  const tooSparse = rowAt.used.length * width > SIZES.cells;
  const size = tooSparse ? 0 : rowAt.used.length * width;
  const value = new Float64Array(size).fill(NaN);
  const half = new Float64Array(size);
  const unit = new Float64Array(size);
  const computed = new Uint8Array(size);
  for (let k = 0; k < numbers.size && !tooSparse; k++) {
    if (masked[k]) continue;
    const at = (rowAt.of[numbers.row[k] ?? 0] ?? 0) * width + (columnAt.of[numbers.column[k] ?? 0] ?? 0);
    const number = numbers.value[k] ?? 0;
    const h = printedHalf(sheet.cells, numbers.index[k] ?? 0);
    value[at] = number;
    half[at] = h;
    if ((sheet.cells.formula[numbers.index[k] ?? 0] ?? 0) !== 0) computed[at] = 1;
    unit[at] = Math.max(2 * h, 1 / powerOfTen(resolution(number)));
  }
  const strays = tooSparse
    ? []
    : numbers.strays.filter(({ row, column }) => !hints?.skipRows.has(row) && !hints?.skipColumns.has(column));
  const known = strays.filter((stray) => {
    const at = gridIndexOf(stray, rowAt.of, columnAt.of, width);
    if (at < 0) return false;
    value[at] = stray.value;
    half[at] = 0.5 / powerOfTen(stray.decimals);
    unit[at] = 1 / powerOfTen(resolution(stray.value));
    return true;
  });
  if (!hints?.amountRows?.size) widenRoundedTables(numbers, masked, value, half);
  const rows = tooSparse ? new Int32Array(0) : rowAt.used;
  const columns = tooSparse ? new Int32Array(0) : columnAt.used;
  return {
    rows,
    columns,
    value,
    half,
    unit,
    computed,
    labels: readLabels(sheet, rows, columns, numbers, masked, hints?.sides),
    strays: known,
    unread: new Set(
      (hints?.unread ?? []).map((cell) => gridIndexOf(cell, rowAt.of, columnAt.of, width)).filter((at) => at >= 0),
    ),
  };
}

/** −1 outside the rows and columns of numbers. */
function gridIndexOf({ row, column }: Position, rowOf: Int32Array, columnOf: Int32Array, width: number): number {
  const [r = -1, c = -1] = [rowOf[row], columnOf[column]];
  return r < 0 || c < 0 ? -1 : r * width + c;
}

/** A list of one column has no other number where one stands as text: its row belongs to the list all the same. */
function rowsOfStrays({ strays }: NumberCells, columnOf: Int32Array, hints?: SheetHints): number[] {
  return strays
    .filter(({ row, column }) => (columnOf[column] ?? -1) >= 0 && !hints?.skipRows.has(row))
    .map(({ row }) => row);
}

/** The lines with numbers, and those `between` them. */
function lineNumbers(
  line: Uint32Array | Uint16Array,
  masked: Uint8Array,
  count: number,
  between: readonly number[] = [],
): { of: Int32Array; used: Int32Array } {
  const of = new Int32Array(count).fill(-1);
  for (let k = 0; k < masked.length; k++) if (!masked[k]) of[line[k] ?? 0] = 0;
  const first = of.indexOf(0);
  const last = of.lastIndexOf(0);
  for (const i of between) if (i > first && i < last) of[i] = 0;
  const used: number[] = [];
  for (let i = 0; i < count; i++) if (of[i] === 0) of[i] = used.push(i) - 1;
  return { of, used: Int32Array.from(used) };
}

/** Some offices round every figure to 5 or 10 to protect persons, though no amounts of money: then that is the last place printed. */
function widenRoundedTables(numbers: NumberCells, masked: Uint8Array, value: Float64Array, half: Float64Array): void {
  let integers = 0;
  let filled = 0;
  let fives = 0;
  let tens = 0;
  let hundreds = 0;
  for (let k = 0; k < numbers.size; k++) {
    const number = Math.abs(numbers.value[k] ?? 0);
    if (masked[k] || number === 0) continue;
    filled++;
    if (!Number.isInteger(number)) continue;
    integers++;
    if (number % 5 === 0) fives++;
    if (number % 10 === 0) tens++;
    if (number % 100 === 0) hundreds++;
  }
  if (filled < READING.roundedFilled || integers <= READING.roundedIntegers || hundreds === integers) return;
  const base = tens === integers ? 10 : fives === integers ? 5 : 1;
  if (base === 1) return;
  for (let at = 0; at < value.length; at++) {
    if (Number.isInteger(value[at])) half[at] = Math.max(half[at] ?? 0, base / 2);
  }
}
