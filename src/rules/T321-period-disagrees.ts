import { defineRule, type Report } from '../core/findings/rule';
import type { SheetReading } from '../core/reading/sheet-reading';
import type { Position } from '../core/grid/address';
import { isWholeYear, periodIn, periodWithin, type Period } from '../core/numbers/period';
import { saidPeriods, type SaidPeriod } from '../core/tables/said-periods';
import { shownText } from '../core/tables/printed';
import type { Table } from '../core/tables/table';
import { eachTable } from './row-report';

type MessageId = 'within' | 'amongSheets';

/** Title, headers, as-of line and sheet name of a table speak of one month, and the sheets of a monthly report of one. */
export const periodDisagrees = defineRule<MessageId>({
  code: 'T321',
  name: 'period-disagrees',
  reach: 'set',
  levels: ['warning'],
  messageIds: ['within', 'amongSheets'],
  check: ({ sheets, workbook }) => {
    const said = eachTable(sheets).map(({ reading, table }) => ({
      reading,
      table,
      periods: saidPeriods(reading.sheet, table),
    }));
    const within = said.flatMap(({ reading, periods }) => withinTable(reading, periods) ?? []);
    const among = amongSheets(said, workbook.fileName ?? '');
    const judged = said.filter(({ periods }) => periods.length > 0).length;
    return {
      passed: Math.max(0, judged - within.length - among.length),
      reports: [...within, ...among],
      ...(judged === 0 ? { skipped: { why: 'noPeriods' } } : {}),
    };
  },
});

/** Year and month in which a period ends: 截至6月13日 is of June. */
function monthOf({ to }: Period): string {
  return to.slice(0, 7);
}

/** The first that speaks of another month than the title, or than whatever speaks first. */
function withinTable({ sheet }: SheetReading, periods: readonly SaidPeriod[]): Report<MessageId> | undefined {
  const [first] = periods;
  const other = first && periods.find(({ period }) => monthOf(period) !== monthOf(first.period));
  const cells = [other?.cell, first?.cell].flatMap((cell) => cell ?? []);
  if (!first || !other || cells.length === 0) return undefined;
  return {
    level: 'warning',
    grade: 'yellow',
    sheet: sheet.name,
    cells,
    messageId: 'within',
    data: { first: first.text, where: other.where, other: other.text },
  };
}

interface SaidTable {
  readonly reading: SheetReading;
  readonly table: Table;
  readonly periods: readonly SaidPeriod[];
}

/** So many others, tables or the name of the file, must agree on what the one that differs should say. */
const LEAST_TABLES = 2;

/**
 * The one table of a monthly or yearly report whose title still has the period of the last: all the others agree, and
 * so does the name of the file where it says one. A table that is last year's by its words or its sheet's name is meant.
 */
function amongSheets(said: readonly SaidTable[], fileName: string): Report<MessageId>[] {
  const all = said.flatMap((one) => ownTitle(one) ?? []);
  // Among the months of a report a plan for the year may stand; a report of the year has no months.
  const monthly = all.filter(({ period }) => !isWholeYear(period));
  const titled = monthly.length > 1 ? monthly : all;
  const ofFile = periodIn(fileName) ?? periodWithin(fileName, yearOf(titled));
  const usual = mostCommon(titled.map(({ period }) => keyOf(period)));
  if (usual === undefined || (ofFile && keyOf(ofFile) !== usual)) return [];
  const others = titled.filter(({ period }) => keyOf(period) !== usual);
  const [astray] = others;
  if (
    !astray ||
    others.length !== 1 ||
    titled.length - 1 + (ofFile ? 1 : 0) < LEAST_TABLES ||
    !isStale(astray, titled, ofFile)
  )
    return [];
  return [
    {
      level: 'warning',
      grade: 'yellow',
      sheet: astray.reading.sheet.name,
      cells: [astray.cell],
      messageId: 'amongSheets',
      data: { title: astray.text, count: titled.length - 1, usual },
    },
  ];
}

interface Titled extends SaidTable {
  readonly text: string;
  readonly period: Period;
  readonly cell: Position;
}

/** The title of a table with the period that it says, a whole year, too. */
function ownTitle(one: SaidTable): Titled | undefined {
  const { reading, table } = one;
  const said = one.periods.find(({ where }) => where === 'title');
  if (said?.cell) return { ...one, text: said.text, period: said.period, cell: said.cell };
  for (let row = table.at.top; row < table.headerRows[0]; row++)
    for (let column = table.at.left; column <= table.at.right; column++) {
      const text = shownText(reading.sheet, row, column);
      const period = text.length > LEAST_TITLE ? periodIn(text) : undefined;
      if (period && isWholeYear(period)) return { ...one, text, period, cell: { row, column } };
    }
  return undefined;
}

/** 2024年 alone is no title. */
const LEAST_TITLE = 6;

/** A month by its end, whatever it began with; a year as such. */
function keyOf(period: Period): string {
  return isWholeYear(period) ? period.to.slice(0, 4) : monthOf(period);
}

function mostCommon(keys: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** The year that the titles speak of, for a file name that says a month alone. */
function yearOf(titled: readonly Titled[]): number {
  return Number(titled[0]?.period.to.slice(0, 4));
}

/** What a table of a year is: last year's budget stands beside this year's final account. */
const MATTER = /决算|预算|执行|计划/g;

/** Whether the title was left as it was: not a table of another time that belongs there. */
function isStale(astray: Titled, titled: readonly Titled[], ofFile: Period | undefined): boolean {
  const { reading, period, text } = astray;
  const others = titled.filter((one) => one !== astray);
  const undated = (title: string): string =>
    title.replace(/[\d一二三四五六七八九十〇零元\s年月日季度上下半至—~～-]/g, '');
  // The same table of the other period stands there, too: one for each.
  if (others.some((other) => undated(other.text) === undated(text))) return false;
  if (periodWithin(reading.sheet.name, Number(period.to.slice(0, 4)))?.to === period.to) return false;
  const isYear = isWholeYear(period);
  if (others.some((other) => isWholeYear(other.period) !== isYear)) return false;
  if (!isYear) return others.every((other) => other.period.to.startsWith(period.to.slice(0, 4)));
  const matter = (title: string): string => title.match(MATTER)?.at(-1) ?? '';
  return ofFile !== undefined && matter(text) !== '' && others.every((other) => other.text.includes(matter(text)));
}
