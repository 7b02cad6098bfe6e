import { defineTextRule } from '../core/findings/text-rule';
import { claimReport, contradictionsOf, printed } from './text-report';

/** 库款系数0.2以上 beside 应维持在0.3－0.8, 仅完成0万元 of a plan: what the text itself says falls short. */
export const againstBound = defineTextRule({
  code: 'R510',
  name: 'against-bound',
  levels: ['warning'],
  messageIds: ['outside', 'undone'],
  check: (dossier) => [
    ...contradictionsOf(dossier, ['bound']).map((one) => {
      const report = claimReport(one, 'outside', 'warning', dossier);
      const [low, high] = one.claim.operands.map((figure) => printed(figure, dossier.reading));
      return {
        ...report,
        grade: 'red' as const,
        data: {
          subject: report.data['subject'] ?? '',
          stated: report.data['stated'] ?? '',
          low: low ?? '',
          high: high ?? '',
        },
      };
    }),
    ...contradictionsOf(dossier, ['undone']).map((one) => {
      const report = claimReport(one, 'undone', 'warning', dossier);
      const { subject = '', stated = '' } = report.data;
      return { ...report, grade: 'red' as const, data: { subject, stated } };
    }),
  ],
});
