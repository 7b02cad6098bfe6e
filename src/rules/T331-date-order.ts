import { defineRule } from '../core/findings/rule';
import { datesInOrder } from '../core/fiscal/ledgers/learned-order';
import { eachTable, rowReport } from './row-report';

type MessageId = 'named' | 'learned';

/** Dates of a ledger come one after the other: what all other rows and the headers say, the row that differs got wrong. */
export const dateOrder = defineRule<MessageId>({
  code: 'T331',
  name: 'date-order',
  reach: 'sheet',
  levels: ['error', 'warning'],
  messageIds: ['named', 'learned'],
  degrees: [['named', 'learned']],
  check: ({ sheets }) => {
    let judged = 0;
    const reports = eachTable(sheets).flatMap((at) => {
      const order = datesInOrder(at.reading.sheet, at.table);
      judged += order.judged;
      return order.broken.map(({ row, first, second, firstValue, secondValue, isNamed }) =>
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
      );
    });
    return { passed: judged - reports.length, reports, ...(judged === 0 ? { skipped: { why: 'noDatePairs' } } : {}) };
  },
});
