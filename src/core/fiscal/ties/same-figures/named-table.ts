import type { BookId } from '../../../grid/book-id';
import type { Sheet } from '../../../grid/sheet';
import { significant, ownDecimals } from '../../../numbers/decimal';
import { halfUnit, scaled, shifted, type Interval } from '../../../numbers/interval';
import type { Period } from '../../../numbers/period';
import { isMoney, yuanPer, type AnyUnit } from '../../../numbers/unit';
import { wordsAt } from '../../../tables/cells';
import { plainText } from '../../../tables/label';
import { figureAt } from '../../../tables/printed';
import { isAmountRole, type Column, type ColumnRole, type Table, type TableRow } from '../../../tables/table';
import { unitOfCell } from '../../../tables/unit-of-cell';
import { rowPath } from '../../../tables/table-place';
import type { Tier } from '../../../tables/tier';
import { placeOf } from '../../whose-figure';
import { columnKeys, nameKey, rowKeys } from './name-keys';
import { rolesMeet } from './stages';

/** A row or a column that has a name. */
export interface Named {
  /** Of the sheet, 0-based. */
  readonly at: number;
  /** As a reader calls it. */
  readonly label: string;
  readonly keys: readonly string[];
  /** 0 for a total, more the further within. */
  readonly depth: number;
  /** 本年累计, 上年同期: which of several rows under one name it is; empty: there is one. */
  readonly part: string;
  readonly role: ColumnRole | undefined;
  readonly tier: Tier | undefined;
  /** What the rows above it say that the table is about, where its title does not: 一般公共预算支出 above 教育. */
  readonly scope: readonly string[];
}

/** A figure in yuan where a unit of money is stated, else as it is. */
export interface NamedFigure {
  /** Indices into rows and columns of its table. */
  readonly row: number;
  readonly column: number;
  readonly yuan: number;
  readonly interval: Interval;
  /** Digits that it has as it is printed: 300 has one. */
  readonly digits: number;
  readonly factor: number;
  readonly unit: AnyUnit | undefined;
  /** Its column of the sheet, where that is not its column's: on the right of an account. */
  readonly at?: number;
}

/** The figures of a table under the names of their rows and columns. Plain data: a companion lends it. */
export interface NamedTable {
  readonly book: BookId;
  readonly sheet: string;
  /** What it is called, by its title and its sheet. */
  readonly title: string;
  readonly tier: Tier | undefined;
  /** Whose table it is, as a line above it says. */
  readonly place: string;
  /** The county that its title or its file names. */
  readonly county: string;
  readonly period: Period | undefined;
  /** What of a place's money it is about, as title and sheet name say: 一般公共预算, 基本支出. */
  readonly scope: readonly string[];
  readonly rows: readonly Named[];
  readonly columns: readonly Named[];
  readonly figures: readonly NamedFigure[];
  /** Both sides of an account in one column; only a row that is called after its sheet is compared with it. */
  readonly isAccount?: true;
}

/** Longer or wider, it is an export of vouchers: what it comes to is judged elsewhere. */
const MOST_ROWS = 5000;
const MOST_COLUMNS = 200;
const LEAST_FIGURES = 3;
/** They follow from two others, which are compared. */
const DERIVED: readonly ColumnRole[] = ['delta', 'month_delta'];

export function namedTables(book: BookId, sheet: Sheet, tables: readonly Table[]): NamedTable[] {
  const named = tables
    .filter(({ rows, columns }) => rows.length <= MOST_ROWS && columns.length <= MOST_COLUMNS)
    .map((table) => ({ table, named: namedTable(book, sheet, { ...table, title: fullTitle(table, tables) }) }))
    .filter(({ named: { figures } }) => figures.length >= LEAST_FIGURES);
  const accounts = named.flatMap(({ table: left, named: one }) =>
    named.flatMap(({ table: right, named: other }) => (areSides(left, right) ? accountsOf(one, other) : [])),
  );
  return [...named.map((each) => each.named), ...accounts];
}

/** （支出部分）below a table is of what that is about. */
function fullTitle({ title, at, headerRows }: Table, tables: readonly Table[]): string {
  if (!/^\(.*\)$/.test(title)) return title;
  const above = tables.findLast((other) => other.at.left === at.left && other.bodyRows[1] < headerRows[0]);
  return `${above?.title ?? ''}${title}`;
}

/** 收入 on the left, 支出 on the right. */
function areSides(left: Table, right: Table): boolean {
  const lastOfLeft = Math.max(...left.columns.map(({ column }) => column));
  return (
    left !== right &&
    left.headerRows[0] === right.headerRows[0] &&
    right.columns.every(({ column }) => column > lastOfLeft) &&
    left.rows.length + right.rows.length <= MOST_OF_AN_ACCOUNT
  );
}

const MOST_OF_AN_ACCOUNT = 100;
const MOST_SIDE_COLUMNS = 4;

/**
 * The two sides of an account as one list, since a summary has all of it in one row: of every column of the left with
 * that of the right which is of its stage.
 */
function accountsOf(left: NamedTable, right: NamedTable): NamedTable[] {
  if (left.columns.length > MOST_SIDE_COLUMNS || right.columns.length > MOST_SIDE_COLUMNS) return [];
  return left.columns.flatMap((one, l) =>
    right.columns.flatMap((other, r): NamedTable[] => {
      if (!rolesMeet(one.role, other.role)) return [];
      const rows = [...left.rows, ...right.rows];
      const column = { ...one, role: one.role ?? other.role, label: one.label === other.label ? one.label : '' };
      const figures = [
        ...inOneColumn(left, l, 0),
        ...inOneColumn(right, r, left.rows.length).map((figure) => ({ ...figure, at: other.at })),
      ];
      return [{ ...left, rows, columns: [column], figures, isAccount: true }];
    }),
  );
}

function inOneColumn({ figures }: NamedTable, column: number, shift: number): NamedFigure[] {
  return figures.flatMap((figure) =>
    figure.column === column ? [{ ...figure, row: figure.row + shift, column: 0 }] : [],
  );
}

function namedTable(book: BookId, sheet: Sheet, table: Table): NamedTable {
  const columns = table.columns.filter(({ role }) => isAmountRole(role) && !DERIVED.includes(role));
  const rows = namedRows(sheet, table);
  return {
    book,
    sheet: sheet.name,
    title: `${table.title}|${sheet.name}`,
    tier: table.tier,
    place: table.place ?? '',
    county: placeOf(table, book),
    period: table.period,
    scope: scopeIn(`${table.title}|${sheet.name}`),
    rows: rows.map(({ name }) => name),
    columns: columns.map((column) => ({
      at: column.column,
      label: column.path.join('|'),
      keys: columnKeys(column, table.period),
      depth: depthOf(column),
      part: '',
      role: column.role,
      tier: column.tier,
      scope: [],
    })),
    figures: figuresOf(sheet, table, rows, columns),
  };
}

function figuresOf(sheet: Sheet, table: Table, rows: readonly NamedRow[], columns: readonly Column[]): NamedFigure[] {
  const plain = unitOfCell(table);
  const units = columns.map((column) => unitOfCell(table, undefined, column));
  return rows.flatMap(({ row: line, name: { at } }, row) => {
    const saysUnit = unitOfCell(table, line) !== plain;
    return columns.flatMap((column, index): NamedFigure[] => {
      const figure = figureAt(sheet, at, column.column);
      if (!figure) return [];
      const { value, decimals } = figure;
      const unit = saysUnit ? unitOfCell(table, line, column) : units[index];
      const factor = unit !== undefined && isMoney(unit) ? yuanPer(unit) : 1;
      const half = halfUnit(decimals);
      // Another table may keep more places of what this one computes from rounded figures: what is printed counts.
      const interval = scaled(shifted({ low: -half, high: half }, value), factor);
      const digits = printedDigits(value, decimals);
      return [{ row, column: index, yuan: value * factor, interval, digits, factor, unit }];
    });
  });
}

/** Digits without the zeros around them: 300 has one, 12.50 three. */
export function printedDigits(value: number, decimals: number): number {
  let digits = Math.round(significant(Math.abs(value) * 10 ** decimals));
  while (digits !== 0 && digits % 10 === 0) digits /= 10;
  return digits === 0 ? 0 : String(digits).length;
}

/** Money is not compared with persons. Where nothing says what a figure is, cents say that it is yuan. */
export function isOfOneNature(a: NamedFigure, b: NamedFigure): boolean {
  return isOfMoney(a, b) === isOfMoney(b, a);
}

/** A price has more decimals. */
const CENTS = 2;

function isOfMoney({ unit, yuan }: NamedFigure, other: NamedFigure): boolean {
  if (unit !== undefined) return isMoney(unit);
  return other.unit === '元' && ownDecimals(yuan) > 0 && ownDecimals(yuan) <= CENTS;
}

function depthOf({ path }: Column): number {
  const last = plainText(path.at(-1) ?? '');
  if (!/^(?:合计|总计|共计|小计)$/.test(last)) return 2;
  return path.length === 1 ? 0 : 1;
}

interface NamedRow {
  readonly row: TableRow;
  readonly name: Named;
}

/** Its rows; a name over several of them (本年累计, 上年同期, 增减%) names each with its words. */
function namedRows(sheet: Sheet, table: Table): NamedRow[] {
  const words = table.columns.find(({ role }) => role === 'text');
  const merged = new Map(
    sheet.merges.filter(({ top, bottom }) => bottom > top).map((merge) => [`${merge.left}|${merge.top}`, merge]),
  );
  const listed = new Set(table.rows.map(({ row }) => row));
  const beside = wordsBeside(sheet, table);
  const also = alsoCalled(sheet, table);
  // 金额 below 税收, 教育支出, 库款: the columns say what it is of.
  const isWide = table.rows.length <= WIDE_ROWS && table.columns.length > table.rows.length;
  const all = table.rows.flatMap((row): NamedRow[] => {
    const own = withWords(named(table, row), beside(row));
    const name = row.role === 'item' ? { ...own, keys: [...new Set([...own.keys, ...also(row)])] } : own;
    if (name.keys.length === 0 && !isWide) return [];
    const merge = merged.get(`${row.labelColumn}|${row.row}`);
    if (!words || !merge || merge.left >= words.column) return [{ row, name }];
    return Array.from({ length: merge.bottom - merge.top + 1 }, (_, i) => row.row + i)
      .filter((at) => at === row.row || !listed.has(at))
      .map((at) => {
        const part = wordsAt(sheet, at, words);
        return { row, name: { ...name, at, part, role: phaseIn(part) } };
      });
  });
  return all.sort((a, b) => a.name.at - b.name.at);
}

/** Of the words beside rows of one name so many must be different before they call the rows. */
const MOSTLY = 0.8;

/**
 * 石桥镇 before each of its villages does not tell the lines apart; the words in the column after it do, where hardly
 * any stand twice.
 */
function wordsBeside(sheet: Sheet, { rows, columns }: Table): (row: TableRow) => string {
  const items = rows.filter(({ role, name }) => role === 'item' && name !== '');
  const times = new Map<string, number>();
  for (const { name } of items) times.set(name, (times.get(name) ?? 0) + 1);
  const alike = items.filter(({ name }) => (times.get(name) ?? 0) > 1);
  const words = columns.find(({ role, column }) => role === 'text' && column > (alike[0]?.labelColumn ?? Infinity));
  if (!words) return () => '';
  const beside = new Map(alike.map((row) => [row, wordsAt(sheet, row.row, words)]));
  return new Set(beside.values()).size >= MOSTLY * alike.length ? (row) => beside.get(row) ?? '' : () => '';
}

/** Rows at most of a page whose indicators are its columns. */
const WIDE_ROWS = 6;
/** Columns of words that are looked at. */
const MOST_CALLING = 4;
const MOST_LETTERS = 20;

/** Numbers of projects, offices in charge, levels of a fund: another table may call its rows by what only stands beside them here. */
function alsoCalled(sheet: Sheet, { rows, columns }: Table): (row: TableRow) => readonly string[] {
  const items = rows.filter(({ role, name }) => role === 'item' && name !== '');
  const calling = columns
    .filter(({ role, column }) => role === 'text' && column !== items[0]?.labelColumn)
    .slice(0, MOST_CALLING)
    .flatMap((column) => {
      const words = new Map(items.map((row) => [row, wordsAt(sheet, row.row, column)]));
      const known = [...words.values()].filter((word) => word.length >= 2 && word.length <= MOST_LETTERS);
      return new Set(known).size >= MOSTLY * items.length ? [words] : [];
    });
  return (row) => calling.flatMap((words) => nameKey(words.get(row) ?? '') || []);
}

function withWords(name: Named, words: string): Named {
  const beside = nameKey(words);
  const [own] = name.keys;
  return beside !== '' && own !== undefined && beside !== own
    ? { ...name, label: `${name.label} ${words}`, keys: [`${own}/${beside}`, beside] }
    : name;
}

function named(table: Table, row: TableRow): Named {
  const keys = rowKeys(table, row);
  const depth = row.role === 'total' ? 0 : row.role === 'subtotal' ? 1 : 2 + row.level;
  const part = row.phase === undefined ? '' : PHASES[row.phase];
  const scope = scopeIn(rowPath(table, row).join('|'));
  return { at: row.row, label: row.name, keys, depth, part, role: row.phase, tier: undefined, scope };
}

/** What the two rows of one name are called. */
const PHASES = { prior: '上年同期', ytd: '本年累计' } as const;

function phaseIn(words: string): ColumnRole | undefined {
  return /上年|去年/.test(words) ? 'prior' : /本年|累计|今年/.test(words) ? 'ytd' : undefined;
}

/** Tables of one subject that differ in one of these are of two calibres, though most of their figures are alike. */
const SCOPES =
  /一般公共预算|公共财政预算|政府性基金|国有资本|社会保险基金|社保基金|财政拨款|基本支出|项目支出|财政专户|单位资金|事业收入|转移支付|政府采购/g;

const ALSO_CALLED: Readonly<Record<string, string>> = { 社保基金: '社会保险基金', 公共财政预算: '一般公共预算' };

export function scopeIn(text: string): string[] {
  return [...new Set((text.match(SCOPES) ?? []).map((word) => ALSO_CALLED[word] ?? word))].sort();
}
