import { defineRule } from '../core/findings/rule';
import { indicatorReport } from './indicator-report';

/** 控支保库款: the coefficient holds while spending falls behind (indicator C05). */
export const heldBack = defineRule<'heldBack'>({
  code: 'I405',
  name: 'held-back',
  levels: ['warning'],
  messageIds: ['heldBack'],
  check: (context) => {
    const [cash, spending] = (['C05', 'E03'] as const).map((wanted) =>
      context.indicators.find(({ id }) => id === wanted),
    );
    if (!cash?.computed || typeof spending?.computed?.value !== 'number')
      return { passed: 0, reports: [], skipped: { why: 'noCashAndSpending' } };
    const { bound = 0 } = spending.computed.target?.numbers ?? {};
    const progress = { amount: Math.round(spending.computed.value * 100) / 100, decimals: 2 };
    const report =
      cash.computed.verdict === 'pass'
        ? undefined
        : indicatorReport(context, cash, 'heldBack', {
            progress,
            schedule: { amount: bound, decimals: 2 },
          });
    return { passed: report ? 0 : 1, reports: report ? [report] : [] };
  },
});
