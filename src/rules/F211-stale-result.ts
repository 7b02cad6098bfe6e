import { defineRule } from '../core/findings/rule';
import { FEW, formulaText, judgeFormulas } from './formula-report';

/** A stored result that its formula does not give with the figures as they stand. */
export const staleResult = defineRule({
  code: 'F211',
  name: 'stale-result',
  reach: 'sheet',
  levels: ['warning', 'hint'],
  messageIds: ['stale', 'uncalculated'],
  check: (context) =>
    judgeFormulas(context, {
      kind: 'cachedValueDisagrees',
      // Programs that write formulas without computing them leave 0 as every result; Excel computes when it opens the file.
      telling: ({ isCalculated }) =>
        isCalculated
          ? { messageId: 'stale', level: 'warning', alike: '', apart: FEW }
          : { messageId: 'uncalculated', level: 'hint', alike: '' },
      words: ({ isCalculated, formula }) => (isCalculated ? { formula: formulaText(formula) } : {}),
    }),
});
