import type { Sheet } from '../../grid/sheet';
import { daysBetween, isoDate } from '../../numbers/date';
import { daysIn } from '../../numbers/period';
import { dateAt } from '../../tables/cells';
import { figureAt } from '../../tables/printed';
import type { Column, Table, TableRow } from '../../tables/table';

/** A row whose last day is not its first and its term. */
export interface WrongTerm {
  readonly row: TableRow;
  readonly first: Column;
  readonly term: Column;
  readonly last: Column;
  readonly firstDay: string;
  readonly months: number;
  readonly lastDay: string;
  readonly expected: string;
}

/** The one row of a ledger whose day breaks the order of all others. */
export interface OutOfTurn {
  readonly row: TableRow;
  readonly column: Column;
  readonly day: string;
  readonly before: string;
  readonly after: string;
}

export interface Judged<Broken> {
  readonly judged: number;
  readonly broken: readonly Broken[];
}

/** Months that make a year, in which a long term is told. */
export const MONTHS_IN_YEAR = 12;

const BEGINS = /发行|起息|起始|起租|借款|放款|举借|存入|签[订约]|开始|^起|生效/;
const ENDS = /到期|期满|终止|止租|截止|^止|还款/;
const TERM = /期限|年限|租期|存期|借期/;
/** So many rows teach what a term is counted in; and of so many of them one may be wrong. */
const LEAST_TERMS = 4;
const MOST_WRONG = 0.15;
/** A term ends on its day, or on the day before; the bank may shift it past a holiday. */
const SHIFTED = 3;

/** 发行日, 期限（年）, 到期日 of one row: the third follows from the others. */
export function termsOf(sheet: Sheet, table: Table): Judged<WrongTerm> {
  const dates = table.columns.filter(({ role }) => role === 'date');
  const leaf = ({ path }: Column): string => path.at(-1) ?? '';
  const firsts = dates.filter((column) => BEGINS.test(leaf(column)));
  const lasts = dates.filter((column) => ENDS.test(leaf(column)) && !firsts.includes(column));
  const terms = table.columns.filter((column) => column.role !== 'date' && TERM.test(leaf(column)));
  for (const first of firsts)
    for (const last of lasts)
      for (const term of terms)
        for (const perYear of [1, MONTHS_IN_YEAR]) {
          const rows = table.rows.flatMap((row) => judgeTerm(sheet, row, first, term, last, perYear));
          const broken = rows.filter(({ isWrong }) => isWrong);
          if (rows.length >= LEAST_TERMS && broken.length <= Math.max(1, MOST_WRONG * rows.length))
            return { judged: rows.length, broken };
        }
  return { judged: 0, broken: [] };
}

function judgeTerm(
  sheet: Sheet,
  row: TableRow,
  first: Column,
  term: Column,
  last: Column,
  perYear: number,
): (WrongTerm & { readonly isWrong: boolean })[] {
  const [firstDay, lastDay] = [dateAt(sheet, row.row, first), dateAt(sheet, row.row, last)];
  const count = figureAt(sheet, row.row, term.column)?.value;
  if (row.role !== 'item' || firstDay === undefined || lastDay === undefined || count === undefined) return [];
  const months = (count * MONTHS_IN_YEAR) / perYear;
  const expected = Number.isInteger(months) && months > 0 ? monthsAfter(firstDay, months) : undefined;
  if (expected === undefined) return [];
  const isWrong = Math.abs(daysBetween(expected, lastDay)) > SHIFTED;
  return [{ row, first, term, last, firstDay, months, lastDay, expected, isWrong }];
}

function monthsAfter(day: string, months: number): string | undefined {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const at = year * MONTHS_IN_YEAR + month - 1 + months;
  const [inYear, inMonth] = [Math.floor(at / MONTHS_IN_YEAR), (at % MONTHS_IN_YEAR) + 1];
  return isoDate(inYear, inMonth, Math.min(date, daysIn(inYear, inMonth)));
}

/** A ledger is kept day by day where so many rows come one after the other. */
const LEAST_IN_TURN = 12;
/** A day that is off by less was entered late. */
const FAR = 14;

/** The day that alone breaks the order of a ledger, by more than somebody may have been late. */
export function daysInTurn(sheet: Sheet, table: Table): Judged<OutOfTurn> {
  const columns = table.columns.filter(({ role }) => role === 'date');
  const found = columns.map((column) => {
    const days = table.rows.flatMap((row) => {
      const day = row.role === 'item' ? dateAt(sheet, row.row, column) : undefined;
      return day === undefined ? [] : [{ row, day }];
    });
    const drops = days.flatMap(({ day }, i) => (i > 0 && day < (days[i - 1]?.day ?? '') ? [i] : []));
    const [at] = drops;
    if (days.length < LEAST_IN_TURN || new Set(days.map(({ day }) => day)).size * 2 < days.length) return undefined;
    if (drops.length !== 1 || at === undefined) return { judged: drops.length === 0 ? days.length : 0, broken: [] };
    // Either the day before the drop is too late, or the one behind it too early: the one without which all is in order.
    const odd = [at - 1, at].filter((i) => {
      const [before, one, after] = [days[i - 1]?.day, days[i]?.day, days[i + 1]?.day];
      return (
        before !== undefined && one !== undefined && after !== undefined && before <= after && isFar(before, one, after)
      );
    });
    const [i, more] = odd;
    const [before, one, after] = i === undefined ? [] : [days[i - 1], days[i], days[i + 1]];
    if (more !== undefined || !before || !one || !after) return { judged: 0, broken: [] };
    return {
      judged: days.length,
      broken: [{ row: one.row, column, day: one.day, before: before.day, after: after.day }],
    };
  });
  const judged = found.filter((one) => one !== undefined);
  return {
    judged: judged.reduce((sum, one) => sum + one.judged, 0),
    broken: judged.flatMap(({ broken }) => broken),
  };
}

function isFar(before: string, day: string, after: string): boolean {
  return daysBetween(day, before) > FAR || daysBetween(after, day) > FAR;
}
