import { type Position, contains } from '../grid/address';
import { textAt, type Sheet } from '../grid/sheet';
import { plainText } from './label';
import type { Column, Table, TableRow } from './table';

/** A table with the sheet that it stands on. */
export interface TableOnSheet {
  readonly sheet: Sheet;
  readonly table: Table;
}

/** Where a cell stands in meaning: its table, its row and its column. */
export interface TablePlace {
  readonly table?: Table;
  readonly row?: TableRow;
  readonly column?: Column;
}

export function tablePlaceOf(tables: readonly Table[], cell: Position): TablePlace {
  const table = tables.find(({ at }) => contains(at, cell));
  if (!table) return {};
  const row = table.rows.find((candidate) => candidate.row === cell.row);
  const column = table.columns.find((candidate) => candidate.column === cell.column);
  return { table, ...(row ? { row } : {}), ...(column ? { column } : {}) };
}

/** Names of the rows above it in the hierarchy, and its own. */
export function rowPath(table: Table, row: TableRow): string[] {
  const path: string[] = [];
  let group: string | undefined;
  for (let at: TableRow | undefined = row; at; at = table.rows[at.parent]) {
    path.unshift(at.name || at.code || '');
    group = at.group;
  }
  return group === undefined ? path : [group, ...path];
}

/** What the user calls the row of a cell: its label, or the first words of the row. */
export function rowName(sheet: Sheet, tables: readonly Table[], cell: Position): string {
  const { row } = tablePlaceOf(tables, cell);
  if (row && row.name !== '') return row.name;
  for (let column = 0; column < Math.min(sheet.cells.columnCount, 30); column++) {
    const text = plainText(textAt(sheet, cell.row, column));
    if (text !== '') return row?.code ? `${row.code} ${text}` : text;
  }
  return row?.code ?? '';
}

/** What the user calls the column of a cell: its header, without the groups above where it is plain. */
export function columnNameOf(tables: readonly Table[], cell: Position): string {
  const { column } = tablePlaceOf(tables, cell);
  return column ? headerName(column) : '';
}

/** A header with its groups; a group that its own words begin with is not said twice: 累计 above 累计数. */
export function headerName({ path }: Column): string {
  return path.filter((text, i) => path[i + 1]?.startsWith(text) !== true).join(' ');
}
