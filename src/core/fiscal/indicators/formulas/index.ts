import type { Formulas } from '../indicator';
import { ASSETS } from './assets';
import { CASH } from './cash';
import { DEBT } from './debt';
import { EXPENDITURE } from './expenditure';
import { FIRMS } from './firms';
import { GUARANTEE } from './guarantee';
import { PROCUREMENT } from './procurement';
import { REVENUE } from './revenue';
import { SOCIAL } from './social';
import { TIME } from './time';

/** How each indicator that can be computed is computed. Those that are not here say what they would need. */
export const FORMULAS: Formulas = {
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
