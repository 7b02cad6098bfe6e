import { defineTextRule } from '../core/findings/text-rule';
import { claimReport, contradictionsOf } from './text-report';

/** A rate of completion against its amount and budget, and how far that is from 序时进度. */
export const completionInText = defineTextRule({
  code: 'R503',
  name: 'completion-in-text',
  levels: ['error'],
  messageIds: ['rate', 'pace'],
  check: (dossier) => [
    ...contradictionsOf(dossier, ['progress']).map((one) => claimReport(one, 'rate', 'error', dossier)),
    ...contradictionsOf(dossier, ['pace']).map((one) => claimReport(one, 'pace', 'error', dossier)),
  ],
});
