import type { Rect } from '../../grid/address';
import { cellIndex, CellKind, type Sheet, storedValue } from '../../grid/sheet';
import type { CellError, CellValue } from '../../grid/value';
import { Matrix } from './value';

/** Gives a cell its result before it is read, where the file has none. */
export interface Pending {
  /** The cell's result where it is not computed; undefined: it stands in the sheet. */
  settle(index: number): CellValue;
}

/** A sheet as formulas read it. */
export class Source {
  constructor(
    readonly sheet: Sheet,
    private readonly pending?: Pending,
  ) {}

  /** Whether cells may still be without their results. */
  get isPending(): boolean {
    return this.pending !== undefined;
  }

  value(row: number, column: number): CellValue {
    return this.stored(cellIndex(this.sheet.cells, row, column));
  }

  stored(index: number): CellValue {
    if (index < 0) return undefined;
    return this.pending?.settle(index) ?? storedValue(this.sheet.cells, index);
  }
}

/** A rectangle of a sheet. Of a whole column only the rows count that hold anything. */
export class Area extends Matrix {
  readonly height: number;
  readonly width: number;

  constructor(
    readonly source: Source,
    readonly rect: Rect,
  ) {
    super();
    const { rowCount, columnCount } = source.sheet.cells;
    this.height = Math.max(1, Math.min(rect.bottom + 1, Math.max(rowCount, rect.top + 1)) - rect.top);
    this.width = Math.max(1, Math.min(rect.right + 1, Math.max(columnCount, rect.left + 1)) - rect.left);
  }

  at(row: number, column: number): CellValue {
    return this.source.value(this.rect.top + row, this.rect.left + column);
  }

  /** How many stored cells its rows hold: what it costs to go through them. */
  get effort(): number {
    const { rowStart } = this.source.sheet.cells;
    return (rowStart[this.rect.top + this.height] ?? rowStart.at(-1) ?? 0) - (rowStart[this.rect.top] ?? 0) + 1;
  }

  /** Its stored cells, each with its row; a cell that is not there is blank. */
  *stored(): Generator<readonly [index: number, row: number]> {
    const { cells } = this.source.sheet;
    const { top, left, right } = this.rect;
    const last = Math.min(top + this.height, cells.rowCount);
    for (let row = top; row < last; row++) {
      const end = cells.rowStart[row + 1] ?? 0;
      for (let index = firstFrom(cells.column, left, cells.rowStart[row] ?? 0, end); index < end; index++) {
        if ((cells.column[index] ?? 0) > right) break;
        yield [index, row];
      }
    }
  }

  /** Calls `visit` with its numbers, up to the first error, which it gives back. */
  eachNumber(visit: (value: number) => void): CellError | undefined {
    const { source, rect } = this;
    const { cells } = source.sheet;
    const last = Math.min(rect.top + this.height, cells.rowCount);
    for (let row = rect.top; row < last; row++) {
      const end = cells.rowStart[row + 1] ?? 0;
      for (let index = firstFrom(cells.column, rect.left, cells.rowStart[row] ?? 0, end); index < end; index++) {
        if ((cells.column[index] ?? 0) > rect.right) break;
        if (!source.isPending && cells.kind[index] === CellKind.number) {
          visit(cells.number[index] ?? 0);
          continue;
        }
        const value = source.stored(index);
        if (typeof value === 'number') visit(value);
        else if (typeof value === 'object') return value;
      }
    }
    return undefined;
  }

  override *values(): Generator<CellValue> {
    for (const [index] of this.stored()) yield this.source.stored(index);
  }
}

/** The first place from which columns are at least `left`. */
function firstFrom(column: Uint16Array, left: number, from: number, end: number): number {
  if (end - from < 8) {
    while (from < end && (column[from] ?? 0) < left) from++;
    return from;
  }
  let [low, high] = [from, end];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((column[middle] ?? 0) < left) low = middle + 1;
    else high = middle;
  }
  return low;
}
