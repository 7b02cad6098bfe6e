import { defineRule } from '../core/findings/rule';
import { faultReports, holding } from './arithmetic-report';

/** A total is the sum of its parts, within what rounding allows. */
export const totalOfParts = defineRule({
  code: 'A101',
  name: 'total-of-parts',
  reach: 'sheet',
  levels: ['error'],
  messageIds: ['broken'],
  check: (context) => ({
    passed: holding(context, 'sum'),
    reports: faultReports(context, 'total', () => 'broken', 'error'),
  }),
});
