import { defineRule } from '../core/findings/rule';
import { monthBeforeTies, monthTies } from '../core/fiscal/ties/periods';
import { judgeTies, tieReport } from './tie-report';

/** 本月 = 累计 − 上月累计, with last month's table in this workbook or in another that was given (indicator T10). */
export const monthOfTotals = defineRule<'broken' | 'before'>({
  code: 'T305',
  name: 'month-of-totals',
  reach: 'set',
  levels: ['error'],
  messageIds: ['broken', 'before'],
  check: (context) => {
    const { measures, lent, measureBook } = context;
    const before = new Set(monthBeforeTies(measures, lent, measureBook));
    return judgeTies<'broken' | 'before'>([...monthTies(measures, measureBook), ...before], 'noLastMonth', (tie) =>
      tieReport(tie, before.has(tie) ? 'before' : 'broken', 'error', context),
    );
  },
});
