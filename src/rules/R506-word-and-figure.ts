import { defineTextRule } from '../core/findings/text-rule';
import { claimReport, contradictionsOf, printed } from './text-report';

/** 小于, 增收 … 下降: words that the figures beside them contradict. */
export const wordAndFigure = defineTextRule({
  code: 'R506',
  name: 'word-and-figure',
  levels: ['error'],
  messageIds: ['direction'],
  check: (dossier) =>
    contradictionsOf(dossier, ['direction']).map((one) => {
      const { word, stated, operands } = one.claim;
      const figures = [...new Set([...operands, stated])].map((figure) => printed(figure, dossier.reading));
      const words = word ? dossier.reading.plain.slice(word.start, word.end) : stated.placed.lead;
      const report = claimReport(one, 'direction', 'error', dossier);
      return { ...report, data: { subject: report.data['subject'] ?? '', words, figures } };
    }),
});
