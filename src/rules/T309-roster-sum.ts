import { defineRule, type Report } from '../core/findings/rule';
import type { SheetReading } from '../core/reading/sheet-reading';
import { rosterPayments, summaryPayments, type Payment } from '../core/fiscal/ledgers/payments';
import { meets } from '../core/numbers/interval';
import { yuanPer } from '../core/numbers/unit';
import { amount, eachTable, rowReport } from './row-report';

type MessageId = 'differs' | 'twoSums';

/** Σ 名册 = 汇总表 = 拨付凭证: the lines of a roster come to what was paid out (indicator S14). */
export const rosterSum = defineRule<MessageId>({
  code: 'T309',
  name: 'roster-sum',
  reach: 'set',
  levels: ['error'],
  messageIds: ['differs', 'twoSums'],
  check: ({ sheets }) => {
    const tables = eachTable(sheets);
    const rosters = tables.flatMap(({ reading, table }) => rosterPayments(reading.sheet, table));
    const summaries = tables.flatMap(({ reading, table }) => summaryPayments(reading.sheet, table));
    const twice = agreeing(summaries);
    const pairs = rosters.flatMap((roster) =>
      summaries.filter((summary) => areOne(roster, summary, rosters)).map((summary) => ({ roster, summary })),
    );
    const reports = [
      ...pairs.flatMap(({ roster, summary }) =>
        isPaid(roster, summary) ? [] : [report(sheets, roster, summary, 'differs')],
      ),
      ...twice.flatMap(({ one, other }) => (isPaid(one, other) ? [] : [report(sheets, other, one, 'twoSums')])),
    ];
    const judged = pairs.length + twice.length;
    return { passed: judged - reports.length, reports, ...(judged === 0 ? { skipped: { why: 'noRosterSum' } } : {}) };
  },
});

function isPaid(one: Payment, other: Payment): boolean {
  const around = ({ yuan, off }: Payment) => ({ low: yuan - off, high: yuan + off });
  return meets(around(one), around(other));
}

/** Two tables that sum up one benefit of one month for the whole county; the list of months is the one that was copied. */
function agreeing(summaries: readonly Payment[]): { readonly one: Payment; readonly other: Payment }[] {
  const whole = summaries.filter(
    ({ place, asOf, row, lines }) =>
      place === '' && asOf !== undefined && lines === 0 && (row.role === 'total' || /^\d{1,2}月/.test(row.name)),
  );
  return whole.flatMap((one, i) =>
    whole
      .slice(i + 1)
      .filter(
        (other) =>
          other.table !== one.table &&
          other.program === one.program &&
          other.asOf === one.asOf &&
          isOneMonth(one) === isOneMonth(other),
      )
      .map((other) => (/^\d{1,2}月/.test(other.row.name) ? { one: other, other: one } : { one, other })),
  );
}

/** A row of a month, or a table of a month: what both are of is as long. */
function isOneMonth({ table, row }: Payment): boolean {
  return /^\d{1,2}月/.test(row.name) || table.period?.from.slice(0, 7) === table.period?.to.slice(0, 7);
}

/** One benefit, one month, one place; a roster that names its place only in its title is of that place. */
function areOne(roster: Payment, summary: Payment, rosters: readonly Payment[]): boolean {
  if (
    roster.program !== summary.program ||
    (roster.asOf !== undefined && summary.asOf !== undefined && roster.asOf !== summary.asOf)
  )
    return false;
  if (roster.place !== '') return roster.place === summary.place;
  const ofPart = [roster.table.title, roster.sheet.name].join(' ');
  if (summary.place !== '')
    return (
      ofPart.includes(summary.place) &&
      !rosters.some(({ table, place }) => table === roster.table && place === summary.place)
    );
  // A roster of one town says nothing of the whole county.
  return (
    !/[一-龥]{1,6}(?:乡|镇|街道|村)(?!医|振兴)/.test(ofPart.replace(/农村|城镇|乡镇/g, '')) &&
    rosters.filter(({ table, place, program }) => table !== roster.table && place === '' && program === roster.program)
      .length === 0
  );
}

function report(
  sheets: readonly SheetReading[],
  roster: Payment,
  summary: Payment,
  messageId: MessageId,
): Report<MessageId> {
  const reading = sheets.find(({ sheet }) => sheet === summary.sheet);
  if (!reading) throw new RangeError(summary.sheet.name);
  const unit = summary.column.unit ?? summary.table.unit ?? '元';
  const shown = (yuan: number) => yuan / yuanPer(unit);
  return rowReport({ reading, table: summary.table }, summary.row, {
    messageId,
    level: 'error',
    columns: [summary.column],
    data: {
      actual: amount(shown(summary.yuan), unit),
      expected: amount(shown(roster.yuan), unit),
      difference: amount(Math.abs(shown(summary.yuan - roster.yuan)), unit),
      ...(messageId === 'differs' ? { lines: roster.lines } : {}),
      place: roster.sheet.name,
    },
    expected: shown(roster.yuan),
    actual: shown(summary.yuan),
  });
}
