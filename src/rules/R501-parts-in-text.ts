import { defineTextRule } from '../core/findings/text-rule';
import { claimReport, contradictionsOf } from './text-report';

/** Parts that a text lists beside their total must add up to it, and none may be more than its whole. */
export const partsInText = defineTextRule({
  code: 'R501',
  name: 'parts-in-text',
  levels: ['error', 'hint'],
  messageIds: ['broken', 'exceeds', 'nested', 'remainder'],
  check: (dossier) => [
    ...contradictionsOf(dossier, ['sum']).map((one) => claimReport(one, 'broken', 'error', dossier)),
    ...contradictionsOf(dossier, ['part_of']).map((one) =>
      claimReport(one, 'exceeds', 'error', dossier, ['subject', 'stated', 'from']),
    ),
    ...contradictionsOf(dossier, ['nested']).map((one) =>
      claimReport(one, 'nested', 'error', dossier, ['stated', 'from']),
    ),
    ...contradictionsOf(dossier, ['remainder']).map((one) => claimReport(one, 'remainder', 'hint', dossier)),
  ],
});
