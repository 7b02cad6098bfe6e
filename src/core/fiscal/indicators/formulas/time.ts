import { monthNumber } from '../../../numbers/period';
import { growth, halfYear, judged, percent, stated, violations } from '../building-blocks';
import { minus } from '../figure';
import type { Formulas } from '../indicator';
import { schedule } from '../../schedule';

/** T: dates, units, and what every execution table must agree on. */
export const TIME: Formulas = {
  T01: (_ask, { asOf }) => (asOf === undefined ? undefined : { value: asOf, verdict: 'pass' }),
  T02: (ask) =>
    ask.asOf === undefined
      ? undefined
      : {
          value: schedule(ask.pack, ask.asOf) * 100,
          verdict: 'pass',
          calibre: `schedule.${ask.pack.calibres.schedule}`,
        },
  T03: (ask) => halfYear(ask, ask.figure('localRevenue', 'ytd'), ask.figure('localRevenue', 'budget_initial')),
  T04: (ask) => violations(ask, 'T303', '两张列有同一指标的表'),
  T05: (ask) => stated(minus(ask.figure('localRevenue', 'ytd'), ask.figure('localRevenue', 'prior'))),
  T06: (ask) => growth(ask.figure('localRevenue', 'ytd'), ask.figure('localRevenue', 'prior')),
  T07: (ask) => percent(ask.figure('localRevenue', 'ytd'), ask.figure('localRevenue', 'budget_initial')),
  T08: (ask) => violations(ask, 'A106', '列有占比的表'),
  T10: (ask) => violations(ask, 'T305', '上月的同一张表'),
  T11: (ask) => violations(ask, 'T306', '上年同月的同一张表', 'warn'),
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
      '列有上年标准的救助标准表',
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
  T14: (ask) => violations(ask, 'T311', '同时列有年标准、月标准的表', 'warn'),
};

function yearsIn(texts: readonly string[]): number[] {
  return [
    ...new Set(texts.flatMap((text) => [...text.matchAll(/((?:19|20)\d{2})年/g)].map((match) => Number(match[1])))),
  ];
}
