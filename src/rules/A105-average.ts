import { defineRule } from '../core/findings/rule';
import { faultReports, holding } from './arithmetic-report';

/** An average is the mean of its members. */
export const average = defineRule({
  code: 'A105',
  name: 'average',
  reach: 'sheet',
  levels: ['error'],
  messageIds: ['broken'],
  check: (context) => ({
    passed: holding(context, 'average'),
    reports: faultReports(context, 'average', () => 'broken', 'error'),
  }),
});
