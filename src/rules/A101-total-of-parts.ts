import { defineRule } from '../core/findings/rule';
import { faultReports, holding } from './arithmetic-report';

/** A total is the sum of its parts, within what rounding allows; where its label alone calls it one, it is worth a word. */
export const totalOfParts = defineRule({
  code: 'A101',
  name: 'total-of-parts',
  reach: 'sheet',
  levels: ['error', 'warning'],
  messageIds: ['broken', 'worded', 'signs', 'units'],
  check: (context) => ({
    passed: holding(context, 'sum'),
    reports: faultReports(
      context,
      'total',
      ({ ground, stated }) => stated ?? (ground === 'label' ? 'worded' : 'broken'),
    ),
  }),
});
