import type { IndicatorId } from '../core/fiscal/indicators/catalogue';
import type { Evaluated } from '../core/fiscal/indicators/evaluate';
import { schedule } from '../core/fiscal/schedule';
import type { Dossier } from '../core/reading/dossier';
import { defineRule, type Datum } from '../core/findings/rule';
import { roundHalfUp } from '../core/numbers/decimal';
import { indicatorReport } from './indicator-report';
import { amount } from './row-report';

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
      reports: missed.flatMap(
        (indicator) => indicatorReport(context, indicator, 'beyond', boundOf(indicator, context)) ?? [],
      ),
      ...(judged.length === 0 ? { skipped: { why: 'noIndicators' } } : {}),
    };
  },
});

/** The bound that is missed, by what it is measured, and where it comes from. */
function boundOf({ id, unit, computed }: Evaluated, { pack, asOf }: Dossier): Readonly<Record<string, Datum>> {
  const { target, source, value = 0 } = computed ?? {};
  const { bound = 0, held = 0, low = 0, high = 0 } = target?.numbers ?? {};
  const due = asOf === undefined ? 0 : schedule(pack, asOf) * 100;
  const done = target?.id === 'fundSchedule' ? held : Number(value);
  return {
    name: { indicator: id },
    unit: unit === '' || unit === '%' ? unit : ` ${unit}`,
    target: target?.id ?? 'none',
    bound: amount(roundHalfUp(bound, 2)),
    held: { amount: roundHalfUp(held, 2), decimals: 2 },
    due: amount(roundHalfUp(due, 2)),
    points: { amount: roundHalfUp(due - done, 2), decimals: 2 },
    low: amount(low),
    high: amount(high),
    source: source ? { cites: source } : 'none',
  };
}
