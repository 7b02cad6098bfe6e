import { defineRule } from '../core/findings/rule';
import { raisedThreePublic } from '../core/fiscal/ledgers/three-public';
import { amount, eachTable, rowReport } from './row-report';

type MessageId = 'spent' | 'planned';

/** 三公经费只减不增: neither the budget nor what was spent is above last year's. */
export const threePublicRaised = defineRule<MessageId>({
  code: 'T325',
  name: 'three-public-raised',
  reach: 'sheet',
  levels: ['warning'],
  messageIds: ['spent', 'planned'],
  check: ({ sheets }) => {
    let judged = 0;
    const reports = eachTable(sheets).flatMap((at) => {
      const found = raisedThreePublic(at.reading.sheet, at.table);
      judged += found.judged;
      return found.raised.map(({ row, column, isBudget, factor, ...yuan }) => {
        const unit = column.unit ?? at.table.unit;
        const [actual, before] = [yuan.actual / factor, yuan.before / factor];
        return rowReport<MessageId>(at, row, {
          messageId: isBudget ? 'planned' : 'spent',
          level: 'warning',
          grade: 'yellow',
          columns: [column],
          data: {
            actual: amount(actual, unit),
            before: amount(before, unit),
            difference: amount(actual - before, unit),
          },
          expected: before,
          actual,
        });
      });
    });
    return { passed: judged - reports.length, reports, ...(judged === 0 ? { skipped: { why: 'noThreePublic' } } : {}) };
  },
});
