import { cellIndex, CellKind, textAt, type Sheet } from '../grid/sheet';
import { dateIn, dateOfSerial } from '../numbers/date';
import type { Printed } from '../numbers/interval';
import { isMoney, yuanPer, type AnyUnit } from '../numbers/unit';
import { wholeOfGroup } from './group-whole';
import { plainText } from './label';
import { figureAt } from './printed';
import { unitOfCell } from './unit-of-cell';
import type { Column, ColumnRole, Table, TableRow } from './table';

/** The first column of a role whose header also fits. */
export function columnOf({ columns }: Table, role: ColumnRole, header?: RegExp): Column | undefined {
  const found = columns.find(
    (column) => column.role === role && (header === undefined || header.test(column.path.join('|'))),
  );
  return found && wholeOfGroup({ columns }, found);
}

/** The first column whose header fits, whatever its role. */
export function columnBy({ columns }: Table, header: RegExp, ...roles: readonly ColumnRole[]): Column | undefined {
  return columns.find(
    (column) => header.test(column.path.join('|')) && (roles.length === 0 || roles.includes(column.role)),
  );
}

/** ISO date of a cell, written or stored as Excel stores dates. */
export function dateAt({ cells }: Sheet, row: number, { column }: Column): string | undefined {
  const at = cellIndex(cells, row, column);
  if (at < 0) return undefined;
  if (cells.kind[at] === CellKind.number) {
    const value = cells.number[at] ?? NaN;
    // 20230630 typed as a number is a date written without its points.
    return value > 19_000_000 ? dateIn(String(value)) : dateOfSerial(value);
  }
  return cells.kind[at] === CellKind.text ? dateIn(cells.texts[cells.text[at] ?? 0] ?? '') : undefined;
}

export function wordsAt(sheet: Sheet, row: number, { column }: Column): string {
  return plainText(textAt(sheet, row, column));
}

/** The line of a table on a row of the sheet; lines stand in the order of the sheet, and there may be many. */
function rowOf({ rows }: Table, row: number): TableRow | undefined {
  let [low, high] = [0, rows.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const line = rows[middle];
    if (!line || line.row === row) return line;
    if (line.row < row) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}

/** A figure in yuan where its column or table states a unit, else as it is; and its unit. */
export interface Amounted extends Printed {
  readonly factor: number;
  readonly unit: AnyUnit | undefined;
}

export function amountAt(sheet: Sheet, table: Table, row: number, column: Column): Amounted | undefined {
  const figure = figureAt(sheet, row, column.column);
  const unit = unitOfCell(table, rowOf(table, row), column);
  return figure && { ...figure, factor: unit !== undefined && isMoney(unit) ? yuanPer(unit) : 1, unit };
}
