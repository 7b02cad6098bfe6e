import type { IndicatorId } from '../core/fiscal/indicators/catalogue';
import { defineRule } from '../core/findings/rule';
import { indicatorReport } from './indicator-report';

/** Indicators with a rule of their own, which says more; and ties, which are arithmetic. */
const ELSEWHERE: ReadonlySet<IndicatorId> = new Set<IndicatorId>([
  'C01',
  'C03',
  'C05',
  'T03',
  'R02',
  'R08',
  'E03',
  'D04',
  'F11',
]);

/** Every computed indicator that misses its bound, with the bound and where it comes from. */
export const beyondBand = defineRule<'beyond'>({
  code: 'I402',
  name: 'beyond-band',
  reach: 'set',
  levels: ['warning', 'hint'],
  messageIds: ['beyond'],
  check: (context) => {
    const judged = context.indicators.filter(
      ({ id, computed }) => computed?.target !== undefined && computed.target.id !== 'tie' && !ELSEWHERE.has(id),
    );
    const missed = judged.filter(({ computed }) => computed?.verdict !== 'pass');
    return {
      passed: judged.length - missed.length,
      reports: missed.flatMap((indicator) => indicatorReport(context, indicator, 'beyond') ?? []),
      ...(judged.length === 0 ? { skipped: { why: 'noIndicators' } } : {}),
    };
  },
});
