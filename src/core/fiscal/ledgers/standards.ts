import type { Sheet } from '../../grid/sheet';
import { intervalOf, meets, quotientInterval, scaled, type Interval } from '../../numbers/interval';
import { amountAt, wordsAt } from '../../tables/cells';
import { figureAt } from '../../tables/printed';
import type { Column, Table, TableRow } from '../../tables/table';

/** A line whose standard is not that of its kind. */
export interface OwnStandard {
  readonly row: TableRow;
  readonly standard: Column;
  readonly kind: Column;
  readonly words: string;
  readonly expected: number;
  readonly actual: number;
  /** Lines of its kind, this one too. */
  readonly lines: number;
}

/** What was looked at, and what is unlike the rest. */
export interface Unlike<T> {
  readonly judged: number;
  readonly unlike: readonly T[];
}

const LEAST_LINES = 8;
const LEAST_OF_KIND = 3;
const MOST_KINDS = 12;
/** The share of lines that stand in kinds of several lines; else the column says names, not kinds. */
const MOST_TOLD = 0.8;
/** One line in ten may have a wrong standard; where more differ, the standard does not follow from the kind. */
const MOST_UNLIKE = 0.1;

/** 学段 → 生均标准, 类别 → 月标准: a column that says the kind of a line fixes its standard. */
export function standardsOfKinds(sheet: Sheet, table: Table): Unlike<OwnStandard> {
  let best: Unlike<OwnStandard> = { judged: 0, unlike: [] };
  let bestKinds = Infinity;
  for (const standard of table.columns.filter(({ role }) => role === 'standard')) {
    for (const kind of table.columns.filter(({ role }) => role === 'text' || role === 'item')) {
      const found = judgeKinds(sheet, table, standard, kind);
      // Of two columns that fix it the one with fewer kinds says why.
      if (found && found.kinds < bestKinds) [best, bestKinds] = [found, found.kinds];
    }
  }
  return best;
}

function judgeKinds(
  sheet: Sheet,
  table: Table,
  standard: Column,
  kind: Column,
): (Unlike<OwnStandard> & { readonly kinds: number }) | undefined {
  const groups = new Map<string, { readonly row: TableRow; readonly value: number }[]>();
  for (const row of table.rows.filter(({ role }) => role === 'item')) {
    const [words, value] = [wordsAt(sheet, row.row, kind), figureAt(sheet, row.row, standard.column)?.value];
    if (words === '' || value === undefined) continue;
    groups.set(words, [...(groups.get(words) ?? []), { row, value }]);
  }
  const lineCount = [...groups.values()].reduce((sum, lines) => sum + lines.length, 0);
  // Of a kind with two lines nobody can tell which of them is right.
  const told = [...groups].filter(([, lines]) => lines.length >= LEAST_OF_KIND);
  const kinds = told.map(([words, lines]) => ({
    words,
    lines,
    usual: usualOf(lines.map(({ value }) => value)),
  }));
  const judged = kinds.reduce((sum, { lines }) => sum + lines.length, 0);
  const fixesSomething = new Set(kinds.map(({ usual }) => usual)).size > 1;
  if (!fixesSomething || judged < LEAST_LINES || kinds.length > MOST_KINDS || judged < lineCount * MOST_TOLD)
    return undefined;
  const unlike = kinds.flatMap(({ words, lines, usual }) =>
    lines
      .filter(({ value }) => value !== usual)
      .map(({ row, value }) => ({ row, standard, kind, words, expected: usual, actual: value, lines: lines.length })),
  );
  return unlike.length <= Math.max(1, judged * MOST_UNLIKE) ? { judged, unlike, kinds: kinds.length } : undefined;
}

function usualOf(values: readonly number[]): number {
  const times = new Map<number, number>();
  for (const value of values) times.set(value, (times.get(value) ?? 0) + 1);
  return [...times].reduce((most, one) => (one[1] > most[1] ? one : most), [NaN, 0])[0];
}

/** A month of a line whose amount a person is not that of its other months. */
export interface OwnQuotient {
  readonly row: TableRow;
  readonly amount: Column;
  readonly persons: Column;
  /** 2月. */
  readonly month: string;
  /** What a person gets in the other months, in yuan where the table says its unit. */
  readonly standard: number;
  readonly months: number;
  readonly expected: number;
  readonly actual: number;
  readonly factor: number;
}

const LEAST_MONTHS = 4;
/** The share of months that agree; the standard may have been raised once in the year. */
const MOST_MONTHS = 0.75;

/** 人数 | 金额 for month after month: where nearly all months come to one standard, so do the others. */
export function quotientsOfMonths(sheet: Sheet, table: Table): Unlike<OwnQuotient> {
  // 户数 and 人数 of a month are of two standards.
  const byWord = new Map<string, MonthColumns[]>();
  for (const persons of table.columns.filter(({ role }) => role === 'persons')) {
    const month = monthOf(persons);
    const amount = table.columns.find((column) => column.role === 'amount' && monthOf(column) === month);
    const word = persons.path.filter((text) => text !== month).join('|');
    if (month !== undefined && amount) byWord.set(word, [...(byWord.get(word) ?? []), { persons, amount }]);
  }
  const lines = [...byWord.values()]
    .filter((pairs) => pairs.length >= LEAST_MONTHS)
    .flatMap((pairs) =>
      table.rows.filter(({ role }) => role === 'item').map((row) => judgeMonths(sheet, table, row, pairs)),
    );
  return {
    judged: lines.reduce((sum, { judged }) => sum + judged, 0),
    unlike: lines.flatMap(({ unlike }) => unlike),
  };
}

interface MonthColumns {
  readonly persons: Column;
  readonly amount: Column;
}

/** 1月 | 人数, or 人数 | 1月. */
function monthOf({ path }: Column): string | undefined {
  return path.find((text) => /^\d{1,2}月份?$/.test(text));
}

function judgeMonths(sheet: Sheet, table: Table, row: TableRow, pairs: readonly MonthColumns[]): Unlike<OwnQuotient> {
  const months = pairs.flatMap((pair) => {
    const [heads, paid] = [figureAt(sheet, row.row, pair.persons.column), amountAt(sheet, table, row.row, pair.amount)];
    if (!heads || !paid || heads.value <= 0 || paid.value <= 0) return [];
    const interval = quotientInterval(scaled(intervalOf(paid), paid.factor), { low: heads.value, high: heads.value });
    return interval ? [{ ...pair, heads: heads.value, paid, interval }] : [];
  });
  const standard = wholeStandard(months.map(({ interval }) => interval));
  if (standard === undefined) return { judged: 0, unlike: [] };
  const unlike = months.filter(({ interval }) => !meets(interval, { low: standard, high: standard }));
  return {
    judged: months.length,
    unlike: unlike.map(({ persons, amount, heads, paid }) => ({
      row,
      persons,
      amount,
      month: monthOf(amount) ?? '',
      standard,
      months: months.length - unlike.length,
      expected: heads * standard,
      actual: paid.value * paid.factor,
      factor: paid.factor,
    })),
  };
}

/** The standard that most quotients meet: standards are set in whole yuan. */
function wholeStandard(quotients: readonly Interval[]): number | undefined {
  if (quotients.length < LEAST_MONTHS) return undefined;
  return quotients
    .map(({ low, high }) => Math.round((low + high) / 2))
    .find((standard) => {
      const agreeing = quotients.filter((quotient) => meets(quotient, { low: standard, high: standard })).length;
      return agreeing >= quotients.length * MOST_MONTHS;
    });
}
