import { significant } from '../../numbers/decimal';
import { intervalOf, scaled } from '../../numbers/interval';
import type { Measured, Mention } from './mention';

/** A figure in the kind's own unit. */
export function measured({ value, decimals, unit }: Mention): Measured {
  const interval = intervalOf({ value, decimals, exact: false });
  if (unit.factor === 1) return { size: value, interval };
  return { size: significant(value * unit.factor), interval: scaled(interval, unit.factor) };
}
