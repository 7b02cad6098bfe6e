import { defineRule } from '../core/findings/rule';
import { alongOf, FEW, formulaTexts, judgeFormulas, lineOf, resultDiffers } from './formula-report';

/** A formula of another build than those on both sides of it. */
export const unlikeNeighbours = defineRule({
  code: 'F201',
  name: 'unlike-neighbours',
  reach: 'sheet',
  levels: ['warning', 'hint'],
  messageIds: ['differs', 'same', 'unknown'],
  degrees: [['differs', 'same', 'unknown']],
  check: (context) => {
    const judgement = judgeFormulas(context, {
      kind: 'unlikeNeighbours',
      telling: (fault) => {
        const differs = resultDiffers(fault);
        const group = { alike: lineOf(fault), apart: FEW };
        if (differs === undefined) return { messageId: 'unknown', level: 'hint', ...group };
        return differs
          ? { messageId: 'differs', level: 'warning', ...group }
          : { messageId: 'same', level: 'hint', ...group };
      },
      words: (fault) => ({
        ...formulaTexts(fault.formula, fault.usual),
        along: alongOf(fault),
      }),
    });
    return judgement.passed === 0 ? { ...judgement, skipped: { why: 'noFormulas' } } : judgement;
  },
});
