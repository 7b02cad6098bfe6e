import { defineRule } from '../core/findings/rule';
import { faultReports, holding } from './arithmetic-report';

/** A share or a ratio follows from its two figures. */
export const share = defineRule({
  code: 'A106',
  name: 'share',
  reach: 'sheet',
  levels: ['error'],
  messageIds: ['broken'],
  check: (context) => ({
    passed: holding(context, 'division'),
    reports: faultReports(context, 'share', () => 'broken', 'error'),
  }),
});
