import { meanings } from '../../fiscal/meanings/meanings';
import type { Meant } from '../../fiscal/meanings/meant';
import type { SubjectId } from '../../fiscal/subjects';
import type { BookId } from '../../grid/book-id';
import type { CellPlace } from '../../grid/place';
import { isShownAsPercent } from '../../grid/shown-value';
import { textAt, type Sheet } from '../../grid/sheet';
import { intervalOf, scaled, type Interval } from '../../numbers/interval';
import { isWholeYear, months, periodIn, periodWithin, type Period } from '../../numbers/period';
import { isMoney, yuanPer } from '../../numbers/unit';
import { figureAt, shownText } from '../../tables/printed';
import { rowPath } from '../../tables/table-place';
import type { Column, ColumnRole, Table, TableRow } from '../../tables/table';
import { unitOfCell } from '../../tables/unit-of-cell';
import type { QuantityKind } from '../text/units';
import { coverageFigures } from './coverage-figures';
import { columnWords, isTimeOnly } from './headers';
import type { Computation } from './proposal';

/** A figure of a workbook by all that tells what it is. */
export interface SourceFigure {
  readonly cell: CellPlace;
  /** Names of the rows above it and its own. */
  readonly path: readonly string[];
  readonly isTotal: boolean;
  readonly header: string;
  /** What its own header names, bare of time, unit and 金额: 送审金额（万元） is 送审. */
  readonly column: string;
  readonly role: ColumnRole;
  readonly subject: SubjectId | undefined;
  readonly title: string;
  /** Whether its table sets several places beside each other. */
  readonly isOfPlaces: boolean;
  /** Whether its column is one of those that a 合计 beside it adds up: 计划资金 | 合计 | 其中 | 中央. */
  readonly isPart: boolean;
  /** Tells the rows of one table from those of others beside it. */
  readonly row: string;
  readonly table: string;
  /** Whether its row is a time and no thing: 9月. */
  readonly isOfTime: boolean;
  /** Whether its table has no other row. */
  readonly isAlone: boolean;
  readonly period: Period | undefined;
  readonly kind: QuantityKind;
  /** What a count counts; empty: money and rates, and counts of which nobody says it. */
  readonly thing: string;
  /** In yuan, percent, or pieces. */
  readonly size: number;
  readonly interval: Interval;
  /** How it comes about, where no cell has it, by one definition of several. */
  readonly reckoned?: Computation;
}

const PERCENT: readonly ColumnRole[] = ['pct_yoy', 'pct_budget', 'month_pct_yoy', 'share', 'rate'];
const COUNTED: readonly ColumnRole[] = ['persons', 'count', 'area'];
const NO_FIGURES: readonly ColumnRole[] = ['item', 'code', 'serial', 'remark', 'date', 'id_number', 'text', 'months'];
const PLACE = /(?:县|区|市直|州|旗|镇|乡)$/;
/** Longer lists are rosters of persons and vouchers, which no report quotes. */
const MOST_ROWS = 2_000;

/** Every figure of some tables with what it is called. */
export function sourceFigures(book: BookId, sheet: Sheet, tables: readonly Table[]): SourceFigure[] {
  return tables
    .filter(({ rows }) => rows.length <= MOST_ROWS)
    .flatMap((table) => [...figuresOf(book, sheet, table), ...coverageFigures(book, sheet, table)]);
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
  const header = column.path.at(-1) ?? '';
  const own = goalYearOf(sheet, table, row, header) ?? ownPeriod(header, row.name, table.period);
  const isPrior = meant?.phase === 'prior' || (row.phase === 'prior' && !PERCENT.includes(column.role));
  const role = isPrior ? 'prior' : roleIn(column.role, header, own);
  const kind: QuantityKind = PERCENT.includes(role)
    ? 'percent'
    : role === 'standard'
      ? 'price'
      : COUNTED.includes(role) || (unit !== undefined && !isMoney(unit))
        ? 'count'
        : 'money';
  const factor =
    kind === 'percent' ? percentIn(sheet, row, column) : unit !== undefined && isMoney(unit) ? yuanPer(unit) : 1;
  // 为上年决算数的％ counts last year as a hundred.
  const whole = role === 'pct_yoy' && OF_LAST_YEAR.test(header) ? WHOLE : 0;
  const interval = scaled(intervalOf({ ...printed, exact: false }), factor);
  return {
    cell: { book, sheet: sheet.name, row: row.row, column: column.column },
    path: rowPath(table, row),
    isTotal: row.role === 'total',
    header: column.path.join('/'),
    column: columnWords(header),
    role,
    subject: meant?.subject,
    title: `${table.title}|${sheet.name}`,
    isOfPlaces: table.columns.some(({ path }) => path.slice(0, -1).some((group) => PLACE.test(group))),
    isPart: isPartColumn(table, column),
    row: `${book}|${sheet.name}|${table.at.left}|${row.row}`,
    table: `${book}|${sheet.name}|${table.at.left}|${table.at.top}`,
    isOfTime: isTimeOnly(row.name),
    isAlone: table.rows.length === 1,
    period:
      role === 'prior' ? (meant?.period ?? table.period) : (own ?? meant?.period ?? periodOfTable(book, table, role)),
    kind,
    thing: kind === 'count' && unit !== undefined && !isMoney(unit) ? unit : '',
    size: printed.value * factor - whole,
    interval: { low: interval.low - whole, high: interval.high - whole },
  };
}

/** A rate that is shown with its sign is stored as a part of one. */
function percentIn(sheet: Sheet, { row }: TableRow, { column }: Column): number {
  return isShownAsPercent(sheet, row, column) || textAt(sheet, row, column).includes('%') ? WHOLE : 1;
}

/** A rate beside 100, the whole of last year. */
const WHOLE = 100;
const OF_LAST_YEAR = /为上年(?!增)[^|]*%|占上年[^|]*%|^上年=100/;

/** The time that its own header or row names: 2023年1－9月, 9月, 2022年末债务余额. */
export function ownPeriod(header: string, row: string, table: Period | undefined): Period | undefined {
  if (/[月季]|半年/.test(header)) {
    const said = periodIn(header) ?? within(header, table);
    if (said) return said;
  }
  const said = periodIn(row) ?? (isTimeOnly(row) ? within(row, table) : undefined);
  // A year in a row that is the table's own says no more than the title does.
  return said && !isTimeOnly(row) && said.to.slice(0, 4) === table?.to.slice(0, 4) ? undefined : said;
}

/** 目标值 beside 目标年度: the year that a goal is for. */
function goalYearOf(sheet: Sheet, { columns }: Table, { row }: TableRow, header: string): Period | undefined {
  const year = /目标/.test(header) ? columns.find(({ path }) => /目标年/.test(path.at(-1) ?? '')) : undefined;
  return year && periodIn(shownText(sheet, row, year.column));
}

function isPartColumn({ columns }: Table, column: Column): boolean {
  if (column.path.at(-1) === '合计') return false;
  const groups = column.path.slice(0, -1).map((_, i) => column.path.slice(0, i + 1).join('/'));
  return columns.some(({ path }) => path.at(-1) === '合计' && groups.includes(path.slice(0, -1).join('/')));
}

const DONE: readonly ColumnRole[] = ['ytd', 'paid', 'closing'];

/** What was done of a year's table stands as of the month that the name of its book says: 公卫资金2023-06.xlsx. */
function periodOfTable(book: BookId, { period }: Table, role: ColumnRole): Period | undefined {
  if (!period || !isWholeYear(period) || !DONE.includes(role)) return period;
  const month = new RegExp(`${period.to.slice(0, 4)}[-年._]?(1[0-2]|0?[1-9])(?![\\d])`).exec(book)?.[1];
  return (month !== undefined && months(Number(period.to.slice(0, 4)), 1, Number(month))) || period;
}

function within(words: string, table: Period | undefined): Period | undefined {
  return table && periodWithin(words, Number(table.to.slice(0, 4)));
}

/**
 * What a plain amount is by its header: that of a time alone holds what was done in it; 幅度%, 审减率% are rates and
 * 债务余额合计 is a balance though no role of a form says so.
 */
export function roleIn(role: ColumnRole, header: string, own: Period | undefined): ColumnRole {
  if (role !== 'amount') return role;
  if (/余额(?:合计|总计|总额)?$/.test(header)) return 'closing';
  if (/[%‰]|率$/.test(header)) return /[增降涨幅]/.test(header) ? 'pct_yoy' : 'rate';
  if (own === undefined || !isTimeOnly(header)) return role;
  return own.from.endsWith('-01-01') ? 'ytd' : 'month';
}
