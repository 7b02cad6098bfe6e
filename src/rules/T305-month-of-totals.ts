import { defineRule } from '../core/findings/rule';
import { monthTies } from '../core/fiscal/ties/periods';
import { judgeTies, tieReport } from './tie-report';

/** 本月 = 累计 − 上月累计, with last month's table in this workbook or in another that was given (indicator T10). */
export const monthOfTotals = defineRule<'broken'>({
  code: 'T305',
  name: 'month-of-totals',
  reach: 'set',
  levels: ['error'],
  messageIds: ['broken'],
  check: (context) =>
    judgeTies(monthTies(context.measures, context.measureBook), 'noLastMonth', (tie) =>
      tieReport(tie, 'broken', 'error', context),
    ),
});
