import { LEAST_MULTIPLE } from '../core/report/claims/assistance';
import { inForce, type Bound } from '../core/fiscal/pack';
import { defineTextRule, type TextDossier, type TextReport } from '../core/findings/text-rule';
import { claimReport, contradictionsOf, printed } from './text-report';

/** 库款系数0.2以上 beside 应维持在0.3－0.8, 仅完成0万元 of a plan: what the text itself says falls short. */
export const againstBound = defineTextRule({
  code: 'R510',
  name: 'against-bound',
  levels: ['warning', 'hint'],
  messageIds: ['outside', 'undone', 'outdated', 'belowMultiple', 'eachImplausible', 'heads'],
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
    ...belowMultiple(dossier),
    ...eachImplausible(dossier),
    ...heads(dossier),
    ...outdated(dossier),
  ],
});

/** 特困 under 1.3 times 低保. */
function belowMultiple(dossier: TextDossier): TextReport<'belowMultiple'>[] {
  return contradictionsOf(dossier, ['multiple']).map((one) => {
    const report = claimReport(one, 'belowMultiple', 'warning', dossier, ['subject', 'stated', 'from']);
    const subject = String(report.data['subject'] ?? '').replace(/(?:提高|调整|增加)[至到为]?$/, '');
    return { ...report, grade: 'red' as const, data: { ...report.data, subject, multiple: LEAST_MULTIPLE } };
  });
}

/** Houses of two square metres, plots of a square kilometre. */
function eachImplausible(dossier: TextDossier): TextReport<'eachImplausible'>[] {
  return contradictionsOf(dossier, ['each']).map((one) => {
    const report = claimReport(one, 'eachImplausible', 'warning', dossier, ['stated', 'from']);
    const { computed } = one.claim;
    const each = computed ? (computed.low + computed.high) / 2 : 0;
    const { level, at, messageId, meaning } = report;
    return { level, at, messageId, meaning, data: { ...report.data, each: Number(each.toPrecision(3)) } };
  });
}

/** 786万元 at 420元 a month is for 3119 persons; the workbooks have others. */
function heads(dossier: TextDossier): TextReport<'heads'>[] {
  return contradictionsOf(dossier, ['heads']).map((one) => {
    const report = claimReport(one, 'heads', 'warning', dossier, ['subject', 'stated', 'from']);
    const { computed } = one.claim;
    const { level, at, messageId, meaning } = report;
    return {
      level,
      at,
      messageId,
      meaning,
      data: { ...report.data, heads: computed ? Math.round((computed.low + computed.high) / 2) : 0 },
    };
  });
}

/** 按照小学生均650元／年: a standard that a later one has raised (indicators E09, E10). */
function outdated({ reading, pack }: TextDossier): TextReport<'outdated'>[] {
  const days = reading.periods.filter(({ isCompared }) => !isCompared).map(({ period }) => period.to);
  const asOf = days.reduce((latest, day) => (day > latest ? day : latest), '');
  const standards: readonly (readonly [RegExp, readonly Bound[]])[] = [
    [/小学.*生均/, pack.primaryPupil],
    [/(?:初中|中学).*生均/, pack.juniorPupil],
  ];
  return reading.entries.flatMap(({ level, opens }): TextReport<'outdated'>[] => {
    const [words, bounds = []] = standards.find(([one]) => one.test(opens.lead)) ?? [];
    const subject = words?.exec(opens.lead)?.[0] ?? '';
    const bound = asOf === '' || level.isBlank ? undefined : inForce(bounds, asOf);
    if (!bound || !['price', 'money'].includes(level.unit.kind) || level.interval.high >= bound.value) return [];
    return [
      {
        level: 'hint',
        at: [level.placed.mention],
        messageId: 'outdated',
        data: {
          subject,
          stated: printed(level, reading),
          bound: bound.value,
          document: { cites: bound.source },
        },
        expected: bound.value,
        actual: level.size,
        difference: level.size - bound.value,
        source: bound.source,
        meaning: [subject],
      },
    ];
  });
}
