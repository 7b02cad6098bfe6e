import { monthNumber } from '../../../numbers/period';
import { doneAndBudget, growth, halfYear, judged, percent, stated } from '../building-blocks';
import { minus, percentOf } from '../figure';
import type { Formulas } from '../indicator';
import { schedule } from '../../schedule';

/** T: dates, units, and what every execution table must agree on. */
export const TIME = {
  T01: (_ask, { asOf }) => (asOf === undefined ? undefined : { value: asOf, verdict: 'pass' }),
  T02: (ask) =>
    ask.asOf === undefined
      ? undefined
      : {
          value: schedule(ask.pack, ask.asOf) * 100,
          verdict: 'pass',
          calibre: `schedule.${ask.pack.calibres.schedule}`,
        },
  T03: (ask) => {
    const revenue = halfYear(ask, ...doneAndBudget(ask, 'localRevenue'));
    // Both are asked for: where revenue is half there, spending may still not be.
    if (revenue?.verdict !== 'pass' || !ask.has('expenditure', 'ytd')) return revenue;
    const spending = halfYear(ask, ...doneAndBudget(ask, 'expenditure'));
    return spending?.verdict === 'fail' ? spending : revenue;
  },
  T05: (ask) => stated(minus(ask.figure('localRevenue', 'ytd'), ask.figure('localRevenue', 'prior'))),
  T06: (ask) => growth(ask.figure('localRevenue', 'ytd'), ask.figure('localRevenue', 'prior')),
  T07: (ask) => percent(ask.figure('localRevenue', 'ytd'), ask.figure('localRevenue', 'budget_initial')),
  T09: (ask) => {
    // Points are the difference of two rates; the one that every county watches is the share of non-tax.
    const [now, before] = (['ytd', 'prior'] as const).map((phase) =>
      percentOf(ask.figure('nonTax', phase), ask.figure('localRevenue', phase)),
    );
    return now && before ? stated(minus(now, before)) : undefined;
  },
  T12: (ask) => {
    const [month, toDate] = [ask.figure('localRevenue', 'month'), ask.figure('localRevenue', 'ytd')];
    const earlier = ask.asOf === undefined ? 0 : monthNumber(ask.asOf) - 1;
    if (earlier < 1) return undefined;
    const usual = (toDate.value - month.value) / earlier;
    const change = month.value / usual - 1;
    const { low, high, source } = ask.pack.spike;
    const live = month.live && toDate.live ? `${month.live}/((${toDate.live}-${month.live})/${earlier})-1` : undefined;
    return judged(
      stated({ value: change, live }),
      change > high || change < low ? 'warn' : 'pass',
      { id: 'between', numbers: { low, high } },
      source,
    );
  },
  T13: (ask) => {
    const [placed] = ask.tables(
      '社会救助标准',
      'yearlyStandards',
      ({ table }) => yearsIn(table.columns.map(({ path }) => path.join(' '))).length > 1,
    );
    if (!placed || ask.asOf === undefined) return undefined;
    const base = Math.min(...yearsIn(placed.table.columns.map(({ path }) => path.join(' '))));
    return judged(
      { value: base, verdict: 'pass' },
      base === Number(ask.asOf.slice(0, 4)) - 1 ? 'pass' : 'warn',
      { id: 'tie', numbers: { bound: Number(ask.asOf.slice(0, 4)) - 1 } },
      undefined,
    );
  },
} satisfies Formulas;

function yearsIn(texts: readonly string[]): number[] {
  return [
    ...new Set(texts.flatMap((text) => [...text.matchAll(/((?:19|20)\d{2})年/g)].map((match) => Number(match[1])))),
  ];
}
