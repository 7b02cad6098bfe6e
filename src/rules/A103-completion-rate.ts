import { defineRule } from '../core/findings/rule';
import { faultReports, holding } from './arithmetic-report';

/** A completion rate is the figure to date over the budget: initial or adjusted, whichever the column follows. */
export const completionRate = defineRule({
  code: 'A103',
  name: 'completion-rate',
  reach: 'sheet',
  levels: ['error'],
  messageIds: ['broken'],
  check: (context) => ({
    passed: holding(context, 'division'),
    reports: faultReports(context, 'completion', () => 'broken', 'error'),
  }),
});
