import type { Amount } from '../core/findings/rule';
import { roundHalfUp } from '../core/numbers/decimal';
import { yuanPer, type Unit } from '../core/numbers/unit';

/** From here on nobody reads yuan: 4,751.30 万元, not 47,513,008.28 元. */
const MOST_YUAN = 10_000;
const PLACES = 2;

/** An amount that was worked out, to two places in the unit in which people speak of so much. */
export function readable(value: number, unit: Unit | undefined): Amount {
  const yuan = unit === undefined ? 0 : value * yuanPer(unit);
  const isLarge = Math.abs(yuan) >= MOST_YUAN && (unit === '元' || unit === '千元');
  const [shown, shownUnit] = isLarge ? ([yuan / yuanPer('万元'), '万元'] as const) : ([value, unit] as const);
  return { amount: roundHalfUp(shown, PLACES), decimals: PLACES, ...(shownUnit ? { unit: shownUnit } : {}) };
}
