import { defineRule } from '../core/findings/rule';
import { priorYearTies } from '../core/fiscal/ties/periods';
import { judgeTies, tieReport } from './tie-report';

/** 上年同期 = the 累计 of last year's table of the same month (indicator T11). A reclassification must be explained, so it is a warning. */
export const priorYear = defineRule<'broken'>({
  code: 'T306',
  name: 'prior-year',
  reach: 'set',
  levels: ['warning'],
  messageIds: ['broken'],
  check: (context) =>
    judgeTies(priorYearTies(context.measures, context.measureBook), 'noLastYear', (tie) =>
      tieReport(tie, 'broken', 'warning', context, 'yellow'),
    ),
});
