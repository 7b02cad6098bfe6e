import { monthNumber } from '../../../numbers/period';
import { bounded, judged, percent, progress, stated, sumOf, tie } from '../building-blocks';
import { given, minus, percentOf, plus, times } from '../figure';
import type { Formula } from '../indicator';
import { balance } from './cash';

const PARTS = ['guaranteeLivelihood', 'guaranteeWages', 'guaranteeRunning'];
const MONTHS = 12;

/** B: 三保. */
export const GUARANTEE: Readonly<Record<string, Formula>> = {
  B01: (ask) => bounded(ask.firstOf('guarantee', 'budget_adjusted', 'budget_initial'), ask.figure('guarantee', 'demand'), ask.pack.guaranteeCoverage, 'atLeast', 'fail'),
  B02: (ask) => progress(ask, ask.figure('guarantee', 'ytd'), ask.firstOf('guarantee', 'budget_adjusted', 'budget_initial')),
  B03: (ask) => tie(ask.figure('guarantee', 'ytd'), sumOf(ask, PARTS, 'ytd')),
  B04: (ask) => percent(ask.figure('guarantee', 'ytd'), ask.figure('expenditure', 'ytd')),
  B05: (ask) => {
    const own = percentOf(ask.figure('guarantee', 'ytd'), ask.firstOf('guarantee', 'budget_adjusted', 'budget_initial'));
    const all = percentOf(ask.figure('expenditure', 'ytd'), ask.firstOf('expenditure', 'budget_adjusted', 'budget_initial'));
    const lead = minus(own, all);
    return judged(stated(lead), lead.value < 0 ? 'warn' : 'pass', { id: 'atLeast', numbers: { bound: 0 } }, undefined);
  },
  B06: (ask) => {
    const unspent = minus(ask.firstOf('guarantee', 'budget_adjusted', 'budget_initial'), ask.figure('guarantee', 'ytd'));
    if (ask.asOf === undefined) return undefined;
    // What can still flow in this year, at the pace of the latest month.
    const left = MONTHS - monthNumber(ask.asOf);
    const means = plus(balance(ask), times(ask.figure('cash', 'inflow'), given(left)));
    const spare = minus(means, unspent);
    return judged(stated(spare), spare.value < 0 ? 'fail' : 'pass', { id: 'atLeast', numbers: { bound: 0 } }, undefined);
  },
};
