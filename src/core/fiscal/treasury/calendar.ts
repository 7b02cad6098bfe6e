import type { Position } from '../../grid/address';
import type { Sheet } from '../../grid/sheet';
import type { Unit } from '../../numbers/unit';
import { itemName, plainText } from '../../tables/label';
import { figureAt } from '../../tables/printed';
import { moneyUnitOf } from '../../tables/unit-of-cell';
import { isFigureRole, type Column, type Table, type TableRow } from '../../tables/table';

/** A month of a treasury table; a table that names none is of no known month. */
export interface CalendarMonth {
  readonly year?: number;
  /** 1–12. */
  readonly month?: number;
}

/** What stands in a row or a column of a treasury table: 月末库款余额, 本月流出. */
export interface Line {
  /** Its label or its header, the outermost level first. */
  readonly text: string;
  readonly unit: Unit | undefined;
  /** Whether its figures are to date although its own words do not say so: it stands under 累计. */
  readonly toDate: boolean;
  /** One cell for each month of the calendar. */
  readonly cells: readonly Position[];
}

/** A treasury table as months and lines, whether months go down, across, or there is but one. */
export interface Calendar {
  /** Whose treasury it is, where a table lists several; empty: the table's own. */
  readonly place: string;
  readonly months: readonly CalendarMonth[];
  readonly lines: readonly Line[];
}

const NUMERALS = '一二三四五六七八九十';
const MONTH =
  /^(?:((?:19|20)\d{2})年?[-./]?)?(?:(\d{1,2})月(?:份|末|底)?|([一二三四五六七八九]|十[一二]?|元)月(?:份|末|底)?)$/;
const YEAR_AND_MONTH = /^((?:19|20)\d{2})[-./年]?(\d{1,2})$/;

/** The month that a label or a header is, with its year where it says it. */
function monthIn(text: string): { readonly year?: number; readonly month: number } | undefined {
  const plain = plainText(text).replace(/\s/g, '');
  const [, year, digits, numeral] = MONTH.exec(plain) ?? [];
  const [, y, m] = digits === undefined && numeral === undefined ? (YEAR_AND_MONTH.exec(plain) ?? []) : [];
  const month = Number(digits ?? m ?? (numeral === undefined ? NaN : monthOfNumeral(numeral)));
  if (!(month >= 1 && month <= 12)) return undefined;
  const said = year ?? y;
  return said === undefined ? { month } : { year: Number(said), month };
}

function monthOfNumeral(text: string): number {
  if (text === '元') return 1;
  return text.length === 2 ? 10 + NUMERALS.indexOf(text[1] ?? '') + 1 : NUMERALS.indexOf(text) + 1;
}

/** A table as calendars: one, or one for each place that it lists. */
export function calendarsOf(sheet: Sheet, table: Table): Calendar[] {
  return monthsDown(table) ?? monthsAcross(table) ?? itemsDown(sheet, table) ?? placesDown(table);
}

function monthsDown(table: Table): Calendar[] | undefined {
  const rows = table.rows.flatMap((row) => {
    const month = monthIn(row.name) ?? monthIn(row.label);
    return month ? [{ row, month }] : [];
  });
  if (rows.length === 0 || rows.length * 2 < table.rows.length) return undefined;
  const lines = figureColumns(table).map((column): Line => ({
    text: column.path.join('|'),
    unit: column.unit ?? table.unit,
    toDate: false,
    cells: rows.map(({ row }) => ({ row: row.row, column: column.column })),
  }));
  return [
    {
      place: '',
      months: withYears(
        rows.map(({ month }) => month),
        table,
      ),
      lines,
    },
  ];
}

function monthsAcross(table: Table): Calendar[] | undefined {
  const columns = figureColumns(table).flatMap((column) => {
    const month = column.path.map(monthIn).find((found) => found !== undefined);
    const year = column.path.map((text) => /^((?:19|20)\d{2})年?度?$/.exec(text)?.[1]).find((text) => text);
    return month ? [{ column, month: year === undefined ? month : { year: Number(year), ...month } }] : [];
  });
  if (columns.length < 2) return undefined;
  const byYear = yearsDown(table, columns);
  if (byYear) return [byYear];
  const lines = table.rows.map((row) => ({
    ...lineOf(table, row),
    cells: columns.map(({ column }) => ({ row: row.row, column: column.column })),
  }));
  return [
    {
      place: '',
      months: withYears(
        columns.map(({ month }) => month),
        table,
      ),
      lines,
    },
  ];
}

/** Years down and months across: what the figures are stands in the title alone. */
function yearsDown(
  table: Table,
  columns: readonly { readonly column: Column; readonly month: { readonly month: number } }[],
): Calendar | undefined {
  const years = table.rows.flatMap((row) => {
    const year = /^((?:19|20)\d{2})年?度?$/.exec(row.name)?.[1];
    return year === undefined ? [] : [{ row, year: Number(year) }];
  });
  if (years.length === 0 || years.length < table.rows.length) return undefined;
  const cells = years.flatMap(({ row, year }) =>
    columns.map(({ column, month: { month } }) => ({
      when: { year, month },
      cell: { row: row.row, column: column.column },
    })),
  );
  return {
    place: '',
    months: cells.map(({ when }) => when),
    lines: [{ text: table.title, unit: table.unit, toDate: false, cells: cells.map(({ cell }) => cell) }],
  };
}

/** One month, its balance and flows in the rows; 本月 beside 累计 gives two lines of each. */
function itemsDown(sheet: Sheet, table: Table): Calendar[] | undefined {
  if (!table.rows.some(({ label }) => /库款|库存|流出|保障系数/.test(label))) return undefined;
  const columns = table.columns.filter(({ role }) => role === 'ytd' || role === 'month' || role === 'closing');
  const amounts = columns.length > 0 ? columns : table.columns.filter(({ role }) => role === 'amount');
  const lines = table.rows.flatMap((row) =>
    amounts
      .filter(({ column }) => figureAt(sheet, row.row, column) !== undefined)
      .map((column) => ({
        ...lineOf(table, row),
        unit: moneyUnitOf(table, row, column),
        toDate: column.role === 'ytd',
        cells: [{ row: row.row, column: column.column }],
      })),
  );
  return [{ place: '', months: [monthOfTable(table)], lines }];
}

/** One month, a place in each row. */
function placesDown(table: Table): Calendar[] {
  const columns = figureColumns(table);
  const [first, last] = table.bodyRows;
  // Without any names there is one line, the county's own.
  const rows =
    table.rows.length > 0
      ? table.rows
      : Array.from({ length: Math.min(MOST_NAMELESS, last - first + 1) }, (_, i) => ({ row: first + i, name: '' }));
  const isAlone = rows.length === 1;
  return rows.map((row) => ({
    place: isAlone ? '' : row.name,
    months: [monthOfTable(table)],
    lines: columns.map((column) => ({
      text: column.path.join('|'),
      unit: column.unit ?? table.unit,
      toDate: column.role === 'ytd',
      cells: [{ row: row.row, column: column.column }],
    })),
  }));
}

const MOST_NAMELESS = 12;

function figureColumns(table: Table): Column[] {
  return table.columns.filter(({ role }) => isFigureRole(role));
}

function lineOf(table: Table, row: TableRow): Omit<Line, 'cells'> {
  const parent = table.rows[row.parent];
  const isInside = parent !== undefined && (row.role === 'ofWhich' || parent.role !== 'total');
  const own = row.role === 'ofWhich' ? `其中:${row.name}` : row.name;
  return {
    text: isInside ? `${itemName(parent.label)}|${own}` : own,
    unit: moneyUnitOf(table, row),
    toDate: false,
  };
}

function monthOfTable({ period }: Table): CalendarMonth {
  return period ? { year: Number(period.to.slice(0, 4)), month: Number(period.to.slice(5, 7)) } : {};
}

/** Gives each month its year: as it says, or counted back from the year of the table wherever December is passed. */
function withYears(
  months: readonly { readonly year?: number; readonly month: number }[],
  { period }: Table,
): CalendarMonth[] {
  const isBackwards =
    months.length > 1 && months.every(({ month }, i) => i === 0 || month < (months[i - 1]?.month ?? 0));
  return isBackwards ? yearsOf([...months].reverse(), period).reverse() : yearsOf(months, period);
}

function yearsOf(
  months: readonly { readonly year?: number; readonly month: number }[],
  period: Table['period'],
): CalendarMonth[] {
  let turns = 0;
  const turnsAt = months.map(({ month }, i) => {
    const before = months[i - 1];
    if (before && month < before.month) turns++;
    return turns;
  });
  const last = period && Number(period.to.slice(0, 4));
  let said: number | undefined;
  return months.map(({ year, month }, i) => {
    // 2022年7月, 8月, …: the year holds until the next one.
    said = year ?? (said !== undefined && month < (months[i - 1]?.month ?? 0) ? said + 1 : said);
    const counted = last === undefined ? undefined : last - turns + (turnsAt[i] ?? 0);
    const known = said ?? counted;
    return known === undefined ? { month } : { year: known, month };
  });
}
