import { roundHalfUp } from '../../numbers/decimal';
import { meets, type Interval } from '../../numbers/interval';
import type { Measured } from '../text/mention';
import type { Figure } from '../text/entries';
import type { Verdict } from './claim';

/** One unit of the last printed place of a figure, in its kind's own unit. */
function lastPlace({ placed: { mention } }: Figure): number {
  return mention.unit.factor / 10 ** mention.decimals;
}

/** What a printed figure may stand for where the writer may have cut it off instead of rounding: 9.55 for 9.5575. */
export function orCutOff(figure: Figure): Interval {
  const unit = lastPlace(figure);
  return figure.size < 0
    ? { low: figure.size - unit, high: figure.interval.high }
    : { low: figure.interval.low, high: figure.size + unit };
}

/** A computed rate against the printed one. */
export function judgeRate(stated: Figure, computed: Interval): Verdict {
  if (meets(stated.interval, computed)) {
    const { value, decimals, unit } = stated.placed.mention;
    const middle = (computed.low + computed.high) / 2 / unit.factor;
    return roundHalfUp(middle, decimals) === value ? 'holds' : 'rounding';
  }
  return meets(orCutOff(stated), computed) ? 'rounding' : 'broken';
}

/** A computed amount against the printed one. */
export function judgeAmount(stated: Measured, computed: Interval): Verdict {
  if (!meets(stated.interval, computed)) return 'broken';
  const middle = (computed.low + computed.high) / 2;
  return Math.abs(middle - stated.size) <= Math.abs(stated.size) * 1e-12 + 1e-9 ? 'holds' : 'rounding';
}

export const times = (interval: Interval, factor: number): Interval =>
  factor >= 0
    ? { low: interval.low * factor, high: interval.high * factor }
    : { low: interval.high * factor, high: interval.low * factor };

export const plus = (a: Interval, b: Interval): Interval => ({ low: a.low + b.low, high: a.high + b.high });

export const minus = (a: Interval, b: Interval): Interval => plus(a, times(b, -1));
