import { defineTextRule } from '../core/findings/text-rule';
import { claimReport, contradictionsOf } from './text-report';

/** So far from a twelfth it was rounded to whole yuan in some office, and no slip. */
const ROUNDED = 0.01;

/** A monthly standard is a twelfth of the yearly one (indicator T14). */
export const yearAndMonth = defineTextRule({
  code: 'R508',
  name: 'year-and-month',
  levels: ['error', 'hint'],
  messageIds: ['differs'],
  check: (dossier) =>
    contradictionsOf(dossier, ['monthly']).map((one) => {
      const report = claimReport(one, 'differs', 'error', dossier);
      const isNear = Math.abs(report.difference ?? 0) <= ROUNDED * Math.abs(report.expected ?? 0);
      if (!isNear) return report;
      const { subject = '', stated = '', computed = '', from = '' } = report.data;
      return { ...report, level: 'hint' as const, data: { subject, stated, computed, from } };
    }),
});
