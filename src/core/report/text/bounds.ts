import type { Placed } from './layout';

/** What the words around a figure make of it: no less, no more, nearly, or a goal that nobody says was reached. */
export type Bound = 'atLeast' | 'atMost' | 'about' | 'goal';

const AT_LEAST_BEFORE = /(?:超过|超|突破|逾|多达|不低于|不少于|高于|达到?了?(?=$))$/;
const AT_LEAST_BEHIND = /^(?:以上|多|余|及以上)/;
const AT_MOST_BEFORE = /(?:近|将近|不超过|不高于|不足|低于|控制在|接近|仅)$/;
const AT_MOST_BEHIND = /^(?:以下|以内|之内)/;
const ABOUT = /(?:约|大约|大概|左右|预估|估算|预计)$/;
const GOAL = /力争|确保|力求|争取(?:达|实|完)|应(?:维持|保持|控制)|目标(?:是|为)/;

export function boundOf({ lead, clauses, trail }: Placed): Bound | undefined {
  if (GOAL.test(clauses.slice(-2).join(','))) return 'goal';
  if (/^左右/.test(trail) || ABOUT.test(lead)) return 'about';
  if (AT_LEAST_BEHIND.test(trail) || (AT_LEAST_BEFORE.test(lead) && !/达到?了?$/.test(lead))) return 'atLeast';
  if (AT_MOST_BEHIND.test(trail) || (AT_MOST_BEFORE.test(lead) && !/仅$/.test(lead))) return 'atMost';
  return undefined;
}
