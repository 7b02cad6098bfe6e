import { defineRule } from '../core/findings/rule';
import { openingTies } from '../core/fiscal/ties/periods';
import { judgeTies, tieReport } from './tie-report';

/** 年初 = 上年年末, 月初 = 上月末: a balance taken up from another table. */
export const openingBalance = defineRule<'broken'>({
  code: 'T307',
  name: 'opening-balance',
  reach: 'set',
  levels: ['error'],
  messageIds: ['broken'],
  check: (context) =>
    judgeTies(openingTies(context.measures, context.lent), 'noEarlierBalance', (tie) =>
      tieReport(tie, 'broken', 'error', context),
    ),
});
