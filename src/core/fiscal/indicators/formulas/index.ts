import type { IndicatorId, UnsupportedId } from '../catalogue';
import type { Formula } from '../indicator';
import { ASSETS } from './assets';
import { CASH } from './cash';
import type { COUNTS } from './counts';
import { DEBT } from './debt';
import { EXPENDITURE } from './expenditure';
import { FIRMS } from './firms';
import { GUARANTEE } from './guarantee';
import { PROCUREMENT } from './procurement';
import { REVENUE } from './revenue';
import { SOCIAL } from './social';
import { TIME } from './time';

/** Indicators that are computed from figures: all but those that count what rules found, and the unsupported. */
type FormulaId = Exclude<IndicatorId, keyof typeof COUNTS | UnsupportedId>;

/** How each is computed. One that is missing does not compile. */
export const FORMULAS: Readonly<Record<FormulaId, Formula>> = {
  ...TIME,
  ...REVENUE,
  ...EXPENDITURE,
  ...CASH,
  ...GUARANTEE,
  ...SOCIAL,
  ...FIRMS,
  ...PROCUREMENT,
  ...ASSETS,
  ...DEBT,
};
