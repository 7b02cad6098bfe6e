import { defineRule, type Report } from '../core/findings/rule';
import type { SheetReading } from '../core/reading/sheet-reading';
import { isWholeYear, periodIn, type Period } from '../core/numbers/period';
import { saidPeriods, type SaidPeriod } from '../core/tables/said-periods';
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

/** A report of fewer tables than this has no usual month. */
const LEAST_TABLES = 3;

/** The one table of a monthly report whose title still has another month: the file and all the others agree. */
function amongSheets(said: readonly SaidTable[], fileName: string): Report<MessageId>[] {
  const ofFile = periodIn(fileName);
  if (!ofFile || isWholeYear(ofFile)) return [];
  const titled = said.flatMap((one) => {
    const [title] = one.periods.filter(({ where }) => where === 'title');
    return title ? [{ ...one, title }] : [];
  });
  const others = titled.filter(({ title }) => monthOf(title.period) !== monthOf(ofFile));
  const [astray] = others;
  if (!astray?.title.cell || others.length !== 1 || titled.length - 1 < LEAST_TABLES) return [];
  return [
    {
      level: 'warning',
      grade: 'yellow',
      sheet: astray.reading.sheet.name,
      cells: [astray.title.cell],
      messageId: 'amongSheets',
      data: { title: astray.title.text, count: titled.length - 1, file: fileName },
    },
  ];
}
