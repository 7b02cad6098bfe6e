import { defineTextRule } from '../core/findings/text-rule';
import { claimReport, contradictionsOf } from './text-report';

/** The same figure told twice in one text must be the same. */
export const saidTwice = defineTextRule({
  code: 'R505',
  name: 'said-twice',
  levels: ['error'],
  messageIds: ['differs'],
  check: (dossier) =>
    contradictionsOf(dossier, ['equal']).map((one) =>
      claimReport(one, 'differs', 'error', dossier, ['subject', 'stated', 'from']),
    ),
});
