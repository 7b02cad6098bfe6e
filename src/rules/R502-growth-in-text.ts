import { defineTextRule } from '../core/findings/text-rule';
import { claimReport, contradictionsOf } from './text-report';

/** An amount, what it grew by and the rate of growth must agree: G = W ÷ (A − W). */
export const growthInText = defineTextRule({
  code: 'R502',
  name: 'growth-in-text',
  levels: ['error'],
  messageIds: ['rate', 'difference', 'impossible'],
  check: (dossier) => [
    ...contradictionsOf(dossier, ['growth', 'points']).map((one) => claimReport(one, 'rate', 'error', dossier)),
    ...contradictionsOf(dossier, ['delta']).map((one) =>
      one.claim.operands.length > 1
        ? claimReport(one, 'difference', 'error', dossier)
        : claimReport(one, 'impossible', 'error', dossier, ['subject', 'stated', 'from']),
    ),
  ],
});
