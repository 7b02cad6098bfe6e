import { defineRule } from '../core/findings/rule';
import { quotientsOfMonths, standardsOfKinds } from '../core/fiscal/ledgers/standards';
import { amount, eachTable, rowReport } from './row-report';

type MessageId = 'kind' | 'month';

/** One kind of lines has one standard (小学 650 everywhere), and one line the same in every month. */
export const standardOfKind = defineRule<MessageId>({
  code: 'T323',
  name: 'standard-of-kind',
  reach: 'sheet',
  levels: ['error'],
  messageIds: ['kind', 'month'],
  check: ({ sheets }) => {
    let judged = 0;
    const reports = eachTable(sheets).flatMap((at) => {
      const kinds = standardsOfKinds(at.reading.sheet, at.table);
      const months = quotientsOfMonths(at.reading.sheet, at.table);
      judged += kinds.judged + months.judged;
      return [
        ...kinds.unlike.map(({ row, standard, kind, words, expected, actual, lines }) =>
          rowReport<MessageId>(at, row, {
            messageId: 'kind',
            level: 'error',
            columns: [standard, kind],
            data: { kind: words, lines: lines - 1, actual: amount(actual), expected: amount(expected) },
            expected,
            actual,
          }),
        ),
        ...months.unlike.map(({ row, persons, amount: paid, month, standard, months: others, factor, ...one }) => {
          const unit = paid.unit ?? at.table.unit;
          const [expected, actual] = [one.expected / factor, one.actual / factor];
          return rowReport<MessageId>(at, row, {
            messageId: 'month',
            level: 'error',
            columns: [paid, persons],
            data: {
              month,
              months: others,
              standard: amount(standard, '元'),
              actual: amount(actual, unit),
              expected: amount(expected, unit),
              difference: amount(Math.abs(actual - expected), unit),
            },
            expected,
            actual,
          });
        }),
      ];
    });
    return {
      passed: judged - reports.length,
      reports,
      ...(judged === 0 ? { skipped: { why: 'noKindsAndStandards' } } : {}),
    };
  },
});
