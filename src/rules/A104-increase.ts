import { defineRule } from '../core/findings/rule';
import { faultReports, holding } from './arithmetic-report';

/** An increase is this year's figure less last year's. */
export const increase = defineRule({
  code: 'A104',
  name: 'increase',
  reach: 'sheet',
  levels: ['error'],
  messageIds: ['broken'],
  check: (context) => ({
    passed: holding(context, 'difference'),
    reports: faultReports(context, 'increase', () => 'broken', 'error'),
  }),
});
