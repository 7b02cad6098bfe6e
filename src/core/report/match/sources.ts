import { meanings, type Meant } from '../../fiscal/meanings';
import type { SubjectId } from '../../fiscal/subjects';
import type { BookId } from '../../grid/book-id';
import type { CellPlace } from '../../grid/place';
import type { Sheet } from '../../grid/sheet';
import { intervalOf, scaled, type Interval } from '../../numbers/interval';
import type { Period } from '../../numbers/period';
import { isMoney, yuanPer } from '../../numbers/unit';
import { figureAt } from '../../tables/printed';
import { rowPath } from '../../tables/table-place';
import type { Column, ColumnRole, Table, TableRow } from '../../tables/table';
import { unitOfCell } from '../../tables/unit-of-cell';
import type { QuantityKind } from '../text/units';

/** A figure of a workbook by all that tells what it is. */
export interface SourceFigure {
  readonly cell: CellPlace;
  /** Names of the rows above it and its own. */
  readonly path: readonly string[];
  readonly isTotal: boolean;
  readonly header: string;
  readonly role: ColumnRole;
  readonly subject: SubjectId | undefined;
  readonly title: string;
  /** Whether its table sets several places beside each other. */
  readonly isOfPlaces: boolean;
  /** Tells the rows of one table from those of others beside it. */
  readonly row: string;
  readonly table: string;
  readonly period: Period | undefined;
  readonly kind: QuantityKind;
  /** In yuan, percent, or pieces. */
  readonly size: number;
  readonly interval: Interval;
}

const PERCENT: readonly ColumnRole[] = ['pct_yoy', 'pct_budget', 'month_pct_yoy', 'share', 'rate'];
const COUNTED: readonly ColumnRole[] = ['persons', 'count', 'area'];
const NO_FIGURES: readonly ColumnRole[] = ['item', 'code', 'serial', 'remark', 'date', 'id_number', 'text', 'months'];
const PLACE = /(?:县|区|市直|州|旗|镇|乡)$/;
/** Longer lists are rosters of persons and vouchers, which no report quotes. */
const MOST_ROWS = 2_000;

/** Every figure of some tables with what it is called. */
export function sourceFigures(book: BookId, sheet: Sheet, tables: readonly Table[]): SourceFigure[] {
  return tables.filter(({ rows }) => rows.length <= MOST_ROWS).flatMap((table) => figuresOf(book, sheet, table));
}

function figuresOf(book: BookId, sheet: Sheet, table: Table): SourceFigure[] {
  const meant = new Map<string, Meant>();
  const subjects = new Map<TableRow, SubjectId>();
  for (const one of meanings(table)) {
    meant.set(`${one.row.row}|${one.column.column}`, one);
    if (one.subject !== undefined && one.scope === '') subjects.set(one.row, one.subject);
  }
  const columns = table.columns.filter(({ role }) => !NO_FIGURES.includes(role));
  return table.rows.flatMap((row) =>
    columns.flatMap((column) => {
      const one = meant.get(`${row.row}|${column.column}`);
      const figure = figureIn(book, sheet, table, row, column, one);
      // Rates and increases are of the subject of their row.
      return figure ? [one ? figure : { ...figure, subject: subjects.get(row) }] : [];
    }),
  );
}

function figureIn(
  book: BookId,
  sheet: Sheet,
  table: Table,
  row: TableRow,
  column: Column,
  meant: Meant | undefined,
): SourceFigure | undefined {
  const printed = figureAt(sheet, row.row, column.column);
  if (!printed) return undefined;
  const unit = unitOfCell(table, row, column);
  const kind: QuantityKind = PERCENT.includes(column.role)
    ? 'percent'
    : column.role === 'standard'
      ? 'price'
      : COUNTED.includes(column.role) || (unit !== undefined && !isMoney(unit))
        ? 'count'
        : 'money';
  const factor = kind !== 'percent' && unit !== undefined && isMoney(unit) ? yuanPer(unit) : 1;
  return {
    cell: { book, sheet: sheet.name, row: row.row, column: column.column },
    path: rowPath(table, row),
    isTotal: row.role === 'total',
    header: column.path.join('/'),
    role: meant?.phase === 'prior' ? 'prior' : column.role,
    subject: meant?.subject,
    title: `${table.title}|${sheet.name}`,
    isOfPlaces: table.columns.some(({ path }) => path.slice(0, -1).some((group) => PLACE.test(group))),
    row: `${book}|${sheet.name}|${table.at.left}|${row.row}`,
    table: `${book}|${sheet.name}|${table.at.left}|${table.at.top}`,
    period: meant?.period ?? table.period,
    kind,
    size: printed.value * factor,
    interval: scaled(intervalOf({ ...printed, exact: false }), factor),
  };
}
