import { significant } from '../../../numbers/decimal';
import { meets } from '../../../numbers/interval';
import { tiersMeet } from '../../../tables/tier';
import { type Call, type TableWords, wordsOfTable } from './figure-words';
import { isShortFor } from '../short-names';
import { isOfOneNature, type NamedFigure, type NamedTable, scopeIn } from './named-table';
import { areOfOnePlace, periodsMeet } from './same-quantity';

/** A figure of a page that tells of other tables, and the one that its words call. */
export interface Quote {
  readonly told: NamedFigure;
  readonly of: NamedFigure;
  readonly agrees: boolean;
  /** How much of its words the other bears, from 0 to 1. */
  readonly likeness: number;
  /** Whether the row or the column of the other bears any of them, not only its title. */
  readonly isNamed: boolean;
}

/** A page that tells is short and narrow, or wide and only a few rows high. */
const MOST_ROWS = 40;
const MOST_COLUMNS = 8;
const FEW_ROWS = 6;
const WIDE_COLUMNS = 20;
/** Of the words of a figure so much must stand in the names of the other, */
const LEAST_LIKENESS = 0.6;
/** and so much of the row and of the column of the other in the words of the figure. */
const LEAST_ROW = 0.6;
const LEAST_COLUMN = 0.5;
/** What a row says that was not asked for makes it less like. */
const UNSAID = 0.3;
/** Of what a figure is part of, so much must be said of the other. */
const LEAST_ABOVE = 0.4;
/** Names that are nearly as like are as like. */
const AS_LIKE = 0.08;
/** A figure so many times another is of something else, whatever its name. */
const MOST_TIMES = 20;

/** A quote with the table that it is of. */
export interface FoundQuote extends Quote {
  readonly table: NamedTable;
}

/** What a page tells of others, if it is one: most of what its words call is found where they say. */
export interface Page {
  readonly agreeing: number;
  readonly differing: readonly FoundQuote[];
}

/** Figures of a page that must be found, digits of them together, */
const LEAST_FOUND = 3;
const LEAST_DIGITS = 9;
/** and so many of a hundred that may be wrong, or one. */
const MOST_WRONG = 0.12;
/** Where so many are found two may be. */
const MANY_FOUND = 8;
/** A figure that is called wrong has a better name, and so have three that are right. */
const CLEAR_NAME = 0.75;
/** Better than this no name need be. */
const GOOD_NAME = 0.9;

/** Tables of which a page tells that takes a single figure from one more. */
const LEAST_TABLES = 3;
const TWIN_ROWS = 3;
const TWINS = 0.6;

const QUOTES = new WeakMap<NamedTable, WeakMap<NamedTable, readonly Quote[]>>();

/** Pages that did not change, and what they tell of others that did not, are kept from one edit to the next. */
function quotesKept(page: NamedTable, other: NamedTable): readonly Quote[] {
  const beside = QUOTES.get(page) ?? new WeakMap<NamedTable, readonly Quote[]>();
  QUOTES.set(page, beside);
  const known = beside.get(other) ?? quotesOf(page, other);
  beside.set(other, known);
  return known;
}

/** Whether a table is a page that tells of others, one figure here and one there, and where what it tells is not what they say. */
export function pageOf(undated: NamedTable, all: readonly NamedTable[]): Page {
  const page = dated(undated, all);
  const others = all.filter((table) => table !== undated);
  const found = new Map<NamedFigure, FoundQuote[]>();
  const single = new Set<NamedTable>();
  for (const table of others) {
    const quotes = quotesKept(page, table);
    const isOther = quotes.filter(({ agrees }) => agrees).length * 2 < quotes.length;
    // Another office's or another year's table has the same names and hardly any of the same figures.
    if (isOther && quotes.length > 1) continue;
    if (isOther) single.add(table);
    for (const quote of quotes) found.set(quote.told, [...(found.get(quote.told) ?? []), { ...quote, table }]);
  }
  const told = [...found.values()].flatMap(meant);
  const agreeing = told.filter(({ agrees }) => agrees);
  const differing = told.filter(({ agrees, likeness, isNamed }) => !agrees && isNamed && likeness >= CLEAR_NAME);
  const values = new Map(agreeing.map(({ told: { yuan, digits } }) => [yuan, digits]));
  const digits = [...values.values()].reduce((sum, own) => sum + own, 0);
  const isPage = values.size >= LEAST_FOUND && digits >= LEAST_DIGITS;
  const wrong = causesOf(told.filter(({ agrees }) => !agrees));
  const most = Math.max(values.size >= MANY_FOUND ? 2 : 1, told.length * MOST_WRONG);
  if (!isPage || wrong > most) return { agreeing: 0, differing: [] };
  // A page for a chief takes one figure from each of many tables.
  if (differing.length === 0) return { agreeing: agreeing.length, differing: [] };
  const tables = [...new Set(agreeing.map(({ table }) => table))];
  const isSpread = tables.filter((table) => !areTwins(page, table)).length >= LEAST_TABLES;
  const clear = differing.filter(
    ({ likeness, table }) =>
      (isSpread || !single.has(table)) &&
      // A twin is compared line by line.
      !areTwins(page, table) &&
      agreeing.filter((one) => one.likeness >= Math.min(likeness, GOOD_NAME) - AS_LIKE).length >= LEAST_FOUND,
  );
  return { agreeing: agreeing.length, differing: innermost(clear) };
}

const DATED = new WeakMap<NamedTable, NamedTable>();

/** A page that names no time is of the time of its workbook: the one that most of the other tables are of. */
function dated(page: NamedTable, all: readonly NamedTable[]): NamedTable {
  if (page.period) return page;
  const beside = all.flatMap(({ book, period }) => (book === page.book && period ? [period] : []));
  const times = new Map<string, number>();
  for (const { to } of beside) times.set(to, (times.get(to) ?? 0) + 1);
  const [most, count = 0] = [...times].sort((a, b) => b[1] - a[1])[0] ?? [];
  const period = beside.find(({ to }) => to === most);
  if (!period || count * 2 <= beside.length) return page;
  const known = DATED.get(page);
  if (known?.period?.to === period.to) return known;
  const made = { ...page, period };
  DATED.set(page, made);
  return made;
}

/** By how much a figure is off; its total is off by as much. */
function differenceOf({ told, of }: Quote): number {
  return significant(Math.abs(told.yuan - of.yuan));
}

function causesOf(differing: readonly Quote[]): number {
  return new Set(differing.map(differenceOf)).size;
}

/** Of what is off by one amount the smallest, the others are its totals. */
function innermost<Found extends Quote>(differing: readonly Found[]): Found[] {
  return differing.filter(
    (one) => !differing.some((other) => differenceOf(other) === differenceOf(one) && other.told.yuan < one.told.yuan),
  );
}

/** Most rows of the one are rows of the other: two forms of one list. */
function areTwins(page: NamedTable, { rows }: NamedTable): boolean {
  const names = new Set(rows.flatMap(({ keys }) => keys));
  const known = page.rows.filter(({ keys }) => keys.some((key) => names.has(key)));
  return known.length >= TWIN_ROWS && known.length >= TWINS * page.rows.length;
}

/** Of the figures that the words may call one that agrees, or else the one they call best. */
function meant(quotes: readonly FoundQuote[]): FoundQuote[] {
  const agreeing = quotes.find(({ agrees }) => agrees);
  if (agreeing) return [agreeing];
  const most = Math.max(...quotes.map(({ likeness }) => likeness));
  const best = quotes.filter(({ likeness }) => likeness >= most - AS_LIKE);
  const [first] = best;
  return first && best.every(({ of }) => of.yuan === first.of.yuan) ? [first] : [];
}

/** What a page tells of another table, as far as its words say which figure is meant. */
function quotesOf(page: NamedTable, other: NamedTable): Quote[] {
  const isWide = page.columns.length > (page.rows.length <= FEW_ROWS ? WIDE_COLUMNS : MOST_COLUMNS);
  if (page.rows.length > MOST_ROWS || isWide) return [];
  if (page.isAccount === true || other.isAccount === true) return [];
  if (!areOfOneThing(page, other)) return [];
  const words = wordsOfTable(other);
  return wordsOfTable(page).calls.flatMap((call) => quoteOf(call, words) ?? []);
}

function areOfOneThing(page: NamedTable, other: NamedTable): boolean {
  return (
    areOfOnePlace(page, other) &&
    periodsMeet(page.period, other.period) &&
    tiersMeet(page.tier, other.tier) &&
    scopesMeet(page, other)
  );
}

/** What everybody means who does not say otherwise. */
const PLAIN_SCOPE = '一般公共预算';

/** A page that says nothing else tells of the general budget; of 财政拨款 or 基本支出 only where it names them. */
function scopesMeet(page: NamedTable, { scope }: NamedTable): boolean {
  const named = new Set([...page.scope, ...page.rows.flatMap((row) => [...row.scope, ...scopeIn(row.label)])]);
  const isPlain = (one: string): boolean => one === PLAIN_SCOPE;
  return (
    scope.every((one) => isPlain(one) || named.has(one)) &&
    page.scope.every((one) => isPlain(one) || scope.includes(one))
  );
}

function quoteOf(call: Call, words: TableWords): Quote | undefined {
  const { told } = call;
  let best: { of: NamedFigure; like: number }[] = [];
  let most = LEAST_LIKENESS - AS_LIKE;
  const columnFits = words.columns.map(({ last }) => coverage(last, call.around) >= LEAST_COLUMN);
  if (!columnFits.includes(true)) return undefined;
  for (const row of rowsCalled(call, words)) {
    for (const of of words.figures.get(row) ?? []) {
      if (columnFits[of.column] !== true || !isOfOneNature(told, of) || of.yuan === 0) continue;
      if (words.isRate(of) || words.stage(of) !== call.stage || !areOfOneSide(call.side, words.side(of))) continue;
      if (!areOfOneMonth(call.month, words.month(of))) continue;
      // Of 一般公共服务支出 and 支出合计 the one is meant that says no more than is asked for.
      const unsaid = 1 - coverage(words.rows[row] ?? new Set(), call.around);
      const like = likenessOf(call, words, of) - UNSAID * unsaid;
      if (like < LEAST_LIKENESS || like < most - AS_LIKE) continue;
      most = Math.max(most, like);
      best = [...best.filter((one) => one.like >= most - AS_LIKE), { of, like }];
    }
  }
  const agreeing = best.find(({ of }) => meets(of.interval, told.interval));
  if (agreeing)
    return { told, of: agreeing.of, agrees: true, likeness: agreeing.like, isNamed: isNamed(call, words, agreeing.of) };
  const [first] = best;
  if (!first || best.some(({ of }) => of.yuan !== first.of.yuan)) return undefined;
  // 其中：非税 of one department is no part of all.
  if (call.above.length > 0 && shareBorne(call.above, words, first.of) < LEAST_ABOVE) return undefined;
  const times = Math.abs(told.yuan / first.of.yuan);
  if (!(times < MOST_TIMES && times > 1 / MOST_TIMES)) return undefined;
  return { told, of: first.of, agrees: false, likeness: most, isNamed: isNamed(call, words, first.of) };
}

function areOfOneMonth(one: number | undefined, other: number | undefined): boolean {
  return one === undefined || other === undefined || one === other;
}

function areOfOneSide(one: string, other: string): boolean {
  return one === '' || other === '' || one === other;
}

/** The rows whose words the call bears or that it calls by a short name, and those that have none, which any call may mean. */
function rowsCalled({ around, name }: Call, { rows, names, byWord, bare }: TableWords): number[] {
  const borne = new Map<number, number>();
  for (const word of around) for (const row of byWord.get(word) ?? []) borne.set(row, (borne.get(row) ?? 0) + 1);
  const called = [...bare];
  for (const [row, count] of borne)
    if (count >= LEAST_ROW * (rows[row]?.size ?? 0) || isShortFor(name, names[row] ?? '')) called.push(row);
  return called;
}

/** Words of a title that are enough of a name. */
const LEAST_TITLE = 3;
const BALANCE = 'closing';

function isNamed(call: Call, { rows, columns, title }: TableWords, { row, column }: NamedFigure): boolean {
  const words = [...call.row, ...call.column];
  // 政府债务余额 is the total of a table that is called so; what flows is called 收入 in many.
  const isBalance = call.stage === BALANCE && rows[row]?.size === 0;
  if (isBalance && words.length >= LEAST_TITLE && words.every((word) => title.has(word))) return true;
  return words.some((word) => rows[row]?.has(word) === true || columns[column]?.all.has(word) === true);
}

function coverage(words: ReadonlySet<string>, by: ReadonlySet<string>): number {
  if (words.size === 0) return 1;
  let found = 0;
  for (const word of words) if (by.has(word)) found++;
  return found / words.size;
}

/** How much of the row and of the column that call a figure the other bears, whichever is less. */
function likenessOf(call: Call, words: TableWords, of: NamedFigure): number {
  return Math.min(shareBorne(call.row, words, of), shareBorne(call.column, words, of));
}

/** How much of some words stands in the row, the column or the title of a figure. */
function shareBorne(some: readonly string[], { title, rows, columns }: TableWords, of: NamedFigure): number {
  if (some.length === 0) return 1;
  const borne = some.filter(
    (word) => rows[of.row]?.has(word) === true || columns[of.column]?.all.has(word) === true || title.has(word),
  );
  return borne.length / some.length;
}
