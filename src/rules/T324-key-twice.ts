import { defineRule } from '../core/findings/rule';
import { repeatedKeys } from '../core/fiscal/ledgers/keys';
import { eachTable, rowReport } from './row-report';

/** An order, a contract or a firm stands once in its ledger. */
export const keyTwice = defineRule<'twice'>({
  code: 'T324',
  name: 'key-twice',
  reach: 'sheet',
  levels: ['warning'],
  messageIds: ['twice'],
  check: ({ sheets }) => {
    let judged = 0;
    const reports = eachTable(sheets).flatMap((at) => {
      const keys = repeatedKeys(at.reading.sheet, at.table);
      judged += keys.judged;
      return keys.repeated.map(({ row, before, column, words }) =>
        rowReport(at, row, {
          messageId: 'twice' as const,
          level: 'warning',
          grade: 'yellow',
          columns: [column],
          data: { key: words, first: before.row + 1 },
        }),
      );
    });
    return { passed: judged - reports.length, reports, ...(judged === 0 ? { skipped: { why: 'noKeys' } } : {}) };
  },
});
