import { defineTextRule } from '../core/findings/text-rule';
import { claimReport, contradictionsOf } from './text-report';

/** 小于, 增收 … 下降: words that the figures beside them contradict. */
export const wordAndFigure = defineTextRule({
  code: 'R506',
  name: 'word-and-figure',
  levels: ['error'],
  messageIds: ['direction'],
  check: (dossier) =>
    contradictionsOf(dossier, ['direction']).map((one) => claimReport(one, 'direction', 'error', dossier)),
});
