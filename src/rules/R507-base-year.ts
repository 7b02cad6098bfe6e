import { defineTextRule } from '../core/findings/text-rule';
import { claimReport, contradictionsOf } from './text-report';

/** 由2021年的 where all neighbours compare with 2022: another base year than the rest (indicator T13). */
export const baseYear = defineTextRule({
  code: 'R507',
  name: 'base-year',
  levels: ['warning'],
  messageIds: ['differs'],
  check: (dossier) =>
    contradictionsOf(dossier, ['base_year']).map((one) => ({
      ...claimReport(one, 'differs', 'warning', dossier, ['subject', 'stated']),
      grade: 'yellow' as const,
    })),
});
