import type { BookId } from '../../grid/book-id';
import { cellIndex, CellKind, type Sheet } from '../../grid/sheet';
import { yuanPer, type Unit } from '../../numbers/unit';
import { wholeOfGroup } from '../../tables/group-whole';
import { figureAt } from '../../tables/printed';
import type { Column, ColumnRole, Table, TableRow } from '../../tables/table';
import type { TableKind } from '../../tables/table-kinds';
import type { Measure } from '../measure';
import type { MeasuredSheet } from '../measures';
import { cellText, NOTHING, plus, type Figure } from './figure';

/** One table with the sheet and the book that it stands in. */
export interface PlacedTable {
  readonly book: BookId;
  readonly sheet: Sheet;
  readonly table: Table;
}

/** Tables of one kind, the latest first; `unknown` tables may be asked for by their headers. */
export function tablesOf(sheets: readonly MeasuredSheet[], kind: TableKind | undefined): PlacedTable[] {
  return sheets
    .flatMap(({ book, sheet, tables }) => tables.map((table) => ({ book, sheet, table })))
    .filter(({ table }) => kind === undefined || table.kind === kind)
    .sort((a, b) => (b.table.period?.to ?? '').localeCompare(a.table.period?.to ?? ''));
}

/** The last column of a role, or whose header fits: this year's stands right of last year's. */
export function columnFor(table: Table, wanted: ColumnRole | RegExp): Column | undefined {
  if (wanted instanceof RegExp)
    return table.columns.findLast(
      ({ path, role }) => wanted.test(path.join('|')) && role !== 'remark' && role !== 'text' && role !== 'item',
    );
  const last = table.columns.findLast(({ role }) => role === wanted);
  return last && wholeOfGroup(table, last);
}

export function rowFor(table: Table, wanted: RegExp | 'total'): TableRow | undefined {
  return wanted === 'total'
    ? table.rows.findLast(({ role }) => role === 'total')
    : table.rows.find(({ name }) => wanted.test(name));
}

export function itemsOf({ rows }: Table): readonly TableRow[] {
  const parents = new Set(rows.map(({ parent }) => parent));
  return rows.filter(({ role }, i) => role === 'item' && !parents.has(i));
}

/** What a cell of a table holds: an amount in 万元, or a plain number. */
export function figureIn({ sheet, table }: PlacedTable, row: TableRow, column: Column, as: 'money' | 'number'): Figure {
  const figure = figureAt(sheet, row.row, column.column);
  if (!figure) return NOTHING;
  const unit: Unit = column.unit ?? table.unit ?? '元';
  const factor = as === 'money' ? yuanPer(unit) / 10_000 : 1;
  const isLive = sheet.cells.kind[cellIndex(sheet.cells, row.row, column.column)] === CellKind.number;
  return {
    value: figure.value * factor,
    live: isLive ? cellText(sheet.name, { row: row.row, column: column.column }, factor) : undefined,
  };
}

/** The sum over items, or what the total row says where there is one. */
export function wholeIn(
  placed: PlacedTable,
  column: Column,
  as: 'money' | 'number',
): { figure: Figure; rows: readonly TableRow[] } {
  const total = rowFor(placed.table, 'total');
  const stated = total && figureIn(placed, total, column, as);
  if (total && stated && Number.isFinite(stated.value)) return { figure: stated, rows: [total] };
  const rows = itemsOf(placed.table).filter(({ row }) => figureAt(placed.sheet, row, column.column) !== undefined);
  return { figure: rows.length === 0 ? NOTHING : plus(...rows.map((row) => figureIn(placed, row, column, as))), rows };
}

export function cellOf({ book, sheet }: PlacedTable, { row }: TableRow, { column }: Column): Measure['cell'] {
  return { book, sheet: sheet.name, row, column };
}
