import { READING } from '../weights';
import type { NumberCells } from './number-cells';
import type { SheetHints } from '../types';

/** Marks the numbers that are headings: rows and columns of years or serial numbers, and hinted ones. */
export function headingCells(
  numbers: NumberCells,
  rowCount: number,
  columnCount: number,
  hints?: SheetHints,
): Uint8Array {
  const masked = new Uint8Array(numbers.size);
  const rows = new LineForms(rowCount);
  for (let k = 0; k < numbers.size; k++) rows.add(numbers.row[k] ?? 0, numbers.value[k] ?? 0);
  for (let k = 0; k < numbers.size; k++) {
    const row = numbers.row[k] ?? 0;
    if (hints?.skipRows.has(row) || (!hints?.amountRows?.has(row) && isHeadingRow(rows, row))) masked[k] = 1;
  }
  const columns = new LineForms(columnCount);
  for (let k = 0; k < numbers.size; k++) {
    if (!masked[k]) columns.add(numbers.column[k] ?? 0, numbers.value[k] ?? 0);
  }
  for (let k = 0; k < numbers.size; k++) {
    const column = numbers.column[k] ?? 0;
    if (hints?.skipColumns.has(column) || isHeadingColumn(columns, column)) masked[k] = 1;
  }
  return masked;
}

function isHeadingRow(rows: LineForms, row: number): boolean {
  const count = rows.count[row] ?? 0;
  if (count === 1) return rows.allYears(row) && row < READING.loneYearRows;
  return (count >= READING.headingRow && rows.allYears(row)) || (count > READING.headingRow && rows.isSerial(row));
}

function isHeadingColumn(columns: LineForms, column: number): boolean {
  return (
    (columns.count[column] ?? 0) >= READING.headingColumn && (columns.allYears(column) || columns.isSerial(column))
  );
}

/** Running description of each line, so that no list of its numbers is needed. */
class LineForms {
  readonly count: Uint32Array;
  private readonly years: Uint32Array;
  private readonly steps: Uint32Array;
  private readonly first: Float64Array;
  private readonly last: Float64Array;

  constructor(lines: number) {
    this.count = new Uint32Array(lines);
    this.years = new Uint32Array(lines);
    this.steps = new Uint32Array(lines);
    this.first = new Float64Array(lines);
    this.last = new Float64Array(lines);
  }

  add(line: number, value: number): void {
    if (this.count[line] === 0) this.first[line] = value;
    else if (value === (this.last[line] ?? 0) + 1) this.steps[line] = (this.steps[line] ?? 0) + 1;
    this.last[line] = value;
    this.count[line] = (this.count[line] ?? 0) + 1;
    if (Number.isInteger(value) && value >= READING.firstYear && value <= READING.lastYear)
      this.years[line] = (this.years[line] ?? 0) + 1;
  }

  allYears(line: number): boolean {
    return this.years[line] === this.count[line];
  }

  /** 1, 2, 3 … or 0, 1, 2 … */
  isSerial(line: number): boolean {
    const first = this.first[line] ?? 0;
    return this.steps[line] === (this.count[line] ?? 0) - 1 && Number.isInteger(first) && Math.abs(first) <= 1;
  }
}
