import type { PlacedTable } from '../fiscal/indicators/lookup';
import { cellIndex } from '../grid/sheet';
import { isFigureRole, isRateRole, type Column, type ColumnRole, type Table, type TableRow } from '../tables/table';
import type { TableKind } from '../tables/table-kinds';
import { headerName } from '../tables/table-place';
import { moneyUnitOf } from '../tables/unit-of-cell';
import { NO_FIGURE } from './computations';
import type { Entry, Words } from './entry';
import type { SummarySources } from './sources';
import {
  filledColumns,
  LinesDraft,
  NOTHING_ELSE,
  type ColumnLook,
  type Lacking,
  type SummaryBlock,
  type SummaryTable,
} from './summary-table';

/** A compact sheet of tables as they are: their own main columns, in one unit. */
export interface Digest {
  readonly id: string;
  readonly kinds: readonly TableKind[];
}

/** What fits on a page: a longer list is told by its totals, and a wider one by its first columns. */
const MOST_ROWS = 24;
const MOST_COLUMNS = 9;
const MOST_TABLES = 6;

/** What is counted. */
const COUNTS: readonly ColumnRole[] = ['persons', 'count', 'months'];
/** Amounts for one person, one village, one thing: they stay in the unit that they are told in. */
const EACH = /人均|户均|村均|亩均|笔均|均补|单价|标准/;

export function digestTable({ id, kinds }: Digest, sources: SummarySources): SummaryTable | Lacking {
  const tables = kinds.flatMap((kind) => sources.tables(kind)).slice(0, MOST_TABLES);
  const lines = new LinesDraft();
  const blocks = tables.flatMap((placed, i) => blockOf(placed, `${id}.${i}`, lines, sources) ?? []);
  if (blocks.length === 0) return { lacks: kinds };
  // A standard is of its whole year; the sheet is of the day of what was done.
  const days = tables.flatMap(({ table: { period } }) => (sources.isKnownBy(period?.to) ? (period?.to ?? []) : []));
  return { ...NOTHING_ELSE, id, day: days.sort().at(-1) ?? sources.basis.asOf, blocks };
}

function blockOf(
  placed: PlacedTable,
  id: string,
  lines: LinesDraft,
  sources: SummarySources,
): SummaryBlock | undefined {
  const { table, sheet } = placed;
  const shown = table.columns
    .filter((column) => isFigureRole(column.role) && column.role !== 'serial' && !isOfYearBefore(placed, column))
    .slice(0, MOST_COLUMNS);
  const before = lines.lines().length;
  for (const row of rowsOf(placed)) {
    const figures: Record<string, Entry | undefined> = {};
    for (const column of shown)
      figures[`c${column.column}`] =
        sources.cell(placed, row, column, kindOf(placed, row, column)) ?? notOfTotals(placed, row, column);
    const first = Object.values(figures).find((one) => one?.is === 'cited');
    if (first?.is !== 'cited') continue;
    lines.add(`${id}.${row.row}`, { name: row.name }, figures, {
      level: row.level,
      strong: row.role === 'total',
      source: first.cells[0],
    });
  }
  const made = lines.lines().slice(before);
  if (made.length === 0) return undefined;
  const columns = shown.map((column) => ({
    id: `c${column.column}`,
    look: lookOf(placed, column),
    header: headerOf(placed, column),
  }));
  const title = table.title === '' ? sheet.name.trim() : table.title;
  return {
    id,
    heading: { words: 'block.inTenThousand', data: { title: [{ name: title }] } },
    columns: filledColumns(columns, made),
    lines: made,
  };
}

/** Last year's standard beside this year's. */
function isOfYearBefore({ table: { period } }: PlacedTable, { path, role }: Column): boolean {
  const year = /((?:19|20)\d{2})年/.exec(path.join('|'))?.[1];
  return role === 'standard' && year !== undefined && period !== undefined && year < period.to.slice(0, 4);
}

/** A total has no standard, and months and heads do not always add up: no figure is missing there. */
function notOfTotals({ table }: PlacedTable, { role }: TableRow, column: Column): Entry | undefined {
  const isNone = role === 'total' && (isEach(table, column) || COUNTS.includes(column.role));
  return isNone ? { is: 'said', words: { name: NO_FIGURE } } : undefined;
}

/** All rows of a short table; the totals of a long one, and of one that lists persons. */
function rowsOf({ table }: PlacedTable): readonly TableRow[] {
  const rows = table.rows.filter(({ role }) => role !== 'aside');
  const totals = rows.filter(({ role }) => role === 'total');
  const isOfPersons = table.columns.some(({ role }) => role === 'id_number');
  if (isOfPersons) return totals;
  if (rows.length <= MOST_ROWS && !rows.some(({ role }) => role === 'subtotal')) return rows;
  const subtotals = rows.filter(({ role }) => role === 'subtotal');
  // 小计 five times tells nothing.
  const told = new Set(subtotals.map(({ name }) => name)).size === subtotals.length ? subtotals : [];
  return rows.filter((row) => totals.includes(row) || told.includes(row));
}

function kindOf({ table }: PlacedTable, row: TableRow, column: Column): 'money' | 'number' {
  if (isRateRole(column.role) || COUNTS.includes(column.role) || isEach(table, column)) return 'number';
  return moneyUnitOf(table, row, column) === undefined ? 'number' : 'money';
}

function isEach({ kind }: Table, { path, role }: Column): boolean {
  return kind === '社会救助标准' || role === 'standard' || EACH.test(path.at(-1) ?? '');
}

function lookOf({ sheet, table }: PlacedTable, column: Column): ColumnLook {
  const at = cellIndex(sheet.cells, table.bodyRows[0], column.column);
  const format = at < 0 ? '' : (sheet.cells.formats[sheet.cells.format[at] ?? 0] ?? '');
  if (format.includes('%')) return 'percent';
  if (isRateRole(column.role)) return 'points';
  if (COUNTS.includes(column.role)) return 'count';
  return isEach(table, column) || moneyUnitOf(table, undefined, column) === undefined ? 'number' : 'amount';
}

/** The header without what it says twice, and without a unit that is no longer its own. */
function headerOf({ table }: PlacedTable, column: Column): Words {
  const text = headerName(column);
  if (isEach(table, column)) {
    const unit = column.unit ?? table.unit;
    return { name: unit === undefined || /[(（][^()（）]*元/.test(text) ? text : `${text}（${unit}）` };
  }
  return { name: text.replace(/[(（](?:元|千元|万元|亿元)[)）]/g, '') };
}
