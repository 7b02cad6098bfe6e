import { defineRule } from '../core/findings/rule';
import { faultReports, holding } from './arithmetic-report';

/** A growth rate follows from this year's and last year's figures. */
export const growthRate = defineRule({
  code: 'A102',
  name: 'growth-rate',
  reach: 'sheet',
  levels: ['error'],
  messageIds: ['broken'],
  check: (context) => ({
    passed: holding(context, 'relative_change'),
    reports: faultReports(context, 'growth', () => 'broken', 'error'),
  }),
});
