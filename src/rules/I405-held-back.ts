import { defineRule } from '../core/findings/rule';
import { indicatorReport } from './indicator-report';

/** 控支保库款: the coefficient holds while spending falls behind (indicator C05). */
export const heldBack = defineRule<'heldBack'>({
  code: 'I405',
  name: 'held-back',
  reach: 'set',
  levels: ['warning'],
  messageIds: ['heldBack'],
  check: (context) => {
    const cash = context.indicators.find(({ id }) => id === 'C05');
    const { bound, held } = cash?.computed?.target?.numbers ?? {};
    if (!cash?.computed || bound === undefined || held === undefined)
      return { passed: 0, reports: [], skipped: { why: 'noCashAndSpending' } };
    const report =
      cash.computed.verdict === 'pass'
        ? undefined
        : indicatorReport(context, cash, 'heldBack', {
            progress: { amount: held, decimals: 2 },
            schedule: { amount: bound, decimals: 2 },
          });
    return { passed: report ? 0 : 1, reports: report ? [report] : [] };
  },
});
