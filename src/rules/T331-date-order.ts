import { defineRule } from '../core/findings/rule';
import { daysInTurn, MONTHS_IN_YEAR, termsOf } from '../core/fiscal/ledgers/date-arithmetic';
import { datesInOrder } from '../core/fiscal/ledgers/learned-order';
import { eachTable, rowReport } from './row-report';

type MessageId = 'named' | 'learned' | 'term' | 'turn';

/** Dates of a ledger come one after the other: what all other rows and the headers say, the row that differs got wrong. */
export const dateOrder = defineRule<MessageId>({
  code: 'T331',
  name: 'date-order',
  reach: 'sheet',
  levels: ['error', 'warning'],
  messageIds: ['named', 'learned', 'term', 'turn'],
  degrees: [['named', 'learned']],
  check: ({ sheets }) => {
    let judged = 0;
    const reports = eachTable(sheets).flatMap((at) => {
      const order = datesInOrder(at.reading.sheet, at.table);
      judged += order.judged;
      const terms = termsOf(at.reading.sheet, at.table);
      const told = new Set([...order.broken, ...terms.broken].map(({ row }) => row));
      const turns = daysInTurn(at.reading.sheet, at.table);
      judged += terms.judged + turns.judged;
      return [
        ...order.broken.map(({ row, first, second, firstValue, secondValue, isNamed }) =>
          rowReport<MessageId>(at, row, {
            messageId: isNamed ? 'named' : 'learned',
            level: isNamed ? 'error' : 'warning',
            columns: [first, second],
            data: {
              before: first.path.at(-1) ?? '',
              first: firstValue,
              after: second.path.at(-1) ?? '',
              second: secondValue,
            },
          }),
        ),
        ...terms.broken.map(({ row, first, term, last, firstDay, months, lastDay, expected }) =>
          rowReport<MessageId>(at, row, {
            messageId: 'term',
            level: 'error',
            columns: [last, first, term],
            data: { column: last.path.at(-1) ?? '', last: lastDay, first: firstDay, ...spanOf(months), expected },
          }),
        ),
        ...turns.broken
          .filter(({ row }) => !told.has(row))
          .map(({ row, column, day, before, after }) =>
            rowReport<MessageId>(at, row, {
              messageId: 'turn',
              level: 'warning',
              columns: [column],
              data: { column: column.path.at(-1) ?? '', day, before, after },
            }),
          ),
      ];
    });
    return { passed: judged - reports.length, reports, ...(judged === 0 ? { skipped: { why: 'noDatePairs' } } : {}) };
  },
});

/** 30 years, or 9 months. */
function spanOf(months: number): { readonly count: number; readonly span: 'years' | 'months' } {
  const years = months / MONTHS_IN_YEAR;
  return Number.isInteger(years) ? { count: years, span: 'years' } : { count: months, span: 'months' };
}
