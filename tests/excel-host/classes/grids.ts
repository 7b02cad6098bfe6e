import { enter } from '../model/entry';
import { formatOf, formulaOnWire, valueOnWire, valueType, type SimCell } from '../model/cell';
import { SimulatedFault } from '../wire/fault';
import type { Scalar, Server } from '../wire/remote';
import { cellCount, isUnbounded } from './areas';
import { writable, type SimRange } from './targets';

/** Cells that one property of one range gives at most; beyond it Excel may answer `null`. */
const MOST_CELLS = 5_000_000;

function read(self: SimRange, get: (cell: SimCell | undefined) => unknown): unknown[][] | null {
  const { sheet, rect } = self;
  // Whole rows and columns have no grid either: Excel answers null, not an error.
  if (isUnbounded(rect) || cellCount(rect) > MOST_CELLS) return null;
  const rows: unknown[][] = [];
  for (let row = rect.top; row <= rect.bottom; row++) {
    const cells: unknown[] = [];
    for (let column = rect.left; column <= rect.right; column++) cells.push(get(sheet.cell(row, column)));
    rows.push(cells);
  }
  return rows;
}

/** A grid of the range's shape, or one value for all of it. `null` leaves a cell as it is. */
function write(self: SimRange, grid: unknown, put: (cell: SimCell, value: unknown) => void, contents: boolean): void {
  const { rect } = self;
  const sheet = writable(self.sheet);
  if (isUnbounded(rect)) throw SimulatedFault.invalidArgument();
  const rows: readonly unknown[] | undefined = Array.isArray(grid) ? grid : undefined;
  const wide = (row: unknown): boolean => Array.isArray(row) && row.length === rect.right - rect.left + 1;
  if (rows && (rows.length !== rect.bottom - rect.top + 1 || !rows.every(wide))) throw SimulatedFault.wrongShape();
  for (let row = rect.top; row <= rect.bottom; row++) {
    const cells: unknown = rows ? rows[row - rect.top] : undefined;
    for (let column = rect.left; column <= rect.right; column++) {
      const value: unknown = Array.isArray(cells) ? cells[column - rect.left] : grid;
      if (value === null || (contents && sheet.coveredByMerge(row, column))) continue;
      put(sheet.make(row, column), value);
    }
  }
}

function contents(get: (cell: SimCell | undefined) => unknown): Scalar<SimRange> {
  return {
    get: (self) => read(self, get),
    set: (self, grid, server: Server) =>
      write(self, grid, (cell, value) => enter(cell, value, (formula) => server.evaluate(formula)), true),
  };
}

export const values = contents(valueOnWire);
export const formulas = contents(formulaOnWire);
export const types: Scalar<SimRange> = { get: (self) => read(self, valueType) };
export const numberFormats: Scalar<SimRange> = {
  get: (self) => read(self, (cell) => formatOf(cell, 'numberFormat')),
  set: (self, grid) =>
    write(
      self,
      grid,
      (cell, value) => {
        if (typeof value !== 'string') throw SimulatedFault.invalidArgument();
        cell.format.numberFormat = value;
      },
      false,
    ),
};
