import { monthNumber } from '../../../numbers/period';
import { bounded, judged, percent, progress, stated, sumOf, tie } from '../building-blocks';
import { given, minus, percentOf, plus, times } from '../figure';
import type { Formulas, Inquiry, Outcome } from '../indicator';
import { columnFor, figureIn } from '../lookup';
import { balance } from './cash';

const PARTS = ['guaranteeLivelihood', 'guaranteeWages', 'guaranteeRunning'] as const;
const MONTHS = 12;

/** The total may be covered while items of it are not. */
function uncoveredItem(ask: Inquiry): Outcome | undefined {
  for (const placed of ask.tables(
    '三保台账',
    'guaranteeDemand',
    ({ table }) => columnFor(table, 'demand') !== undefined,
  )) {
    const [need, plan] = [
      columnFor(placed.table, 'demand'),
      columnFor(placed.table, 'budget_adjusted') ?? columnFor(placed.table, 'budget_initial'),
    ];
    if (!need || !plan) continue;
    const open = placed.table.rows.filter(
      (row) => figureIn(placed, row, plan, 'money').value < figureIn(placed, row, need, 'money').value,
    );
    for (const row of open) ask.note(placed, row, plan);
    const [first] = open;
    if (first)
      return bounded(
        figureIn(placed, first, plan, 'money'),
        figureIn(placed, first, need, 'money'),
        ask.pack.guaranteeCoverage,
        'atLeast',
        'fail',
      );
  }
  return undefined;
}

/** B: 三保. */
export const GUARANTEE = {
  B01: (ask) => {
    const total = bounded(
      ask.firstOf('guarantee', 'budget_adjusted', 'budget_initial'),
      ask.figure('guarantee', 'demand'),
      ask.pack.guaranteeCoverage,
      'atLeast',
      'fail',
    );
    const open = uncoveredItem(ask);
    return total?.verdict === 'pass' ? (open ?? total) : total;
  },
  B02: (ask) =>
    progress(ask, ask.figure('guarantee', 'ytd'), ask.firstOf('guarantee', 'budget_adjusted', 'budget_initial')),
  B03: (ask) => tie(ask.figure('guarantee', 'ytd'), sumOf(ask, PARTS, 'ytd')),
  B04: (ask) => percent(ask.figure('guarantee', 'ytd'), ask.figure('expenditure', 'ytd')),
  B05: (ask) => {
    const own = percentOf(
      ask.figure('guarantee', 'ytd'),
      ask.firstOf('guarantee', 'budget_adjusted', 'budget_initial'),
    );
    const all = percentOf(
      ask.figure('expenditure', 'ytd'),
      ask.firstOf('expenditure', 'budget_adjusted', 'budget_initial'),
    );
    const lead = minus(own, all);
    return judged(stated(lead), lead.value < 0 ? 'warn' : 'pass', { id: 'atLeast', numbers: { bound: 0 } }, undefined);
  },
  B06: (ask) => {
    const unspent = minus(
      ask.firstOf('guarantee', 'budget_adjusted', 'budget_initial'),
      ask.figure('guarantee', 'ytd'),
    );
    if (ask.asOf === undefined) return undefined;
    // What can still flow in this year, at the pace of the latest month.
    const left = MONTHS - monthNumber(ask.asOf);
    const means = plus(balance(ask), times(ask.figure('cash', 'inflow'), given(left)));
    const spare = minus(means, unspent);
    return judged(
      stated(spare),
      spare.value < 0 ? 'fail' : 'pass',
      { id: 'atLeast', numbers: { bound: 0 } },
      undefined,
    );
  },
} satisfies Formulas;
