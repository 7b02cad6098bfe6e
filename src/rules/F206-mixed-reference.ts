import { defineRule } from '../core/findings/rule';
import { alongOf, FEW, formulaTexts, judgeFormulas, lineOf, resultDiffers } from './formula-report';

/** A reference is fixed with $ where the neighbours' moves along, or the reverse. */
export const mixedReference = defineRule({
  code: 'F206',
  name: 'mixed-reference',
  reach: 'sheet',
  levels: ['warning', 'hint'],
  messageIds: ['differs', 'same'],
  degrees: [['differs', 'same']],
  check: (context) =>
    judgeFormulas(context, {
      kind: 'mixedReference',
      telling: (fault) => {
        const group = { alike: lineOf(fault), apart: FEW };
        return resultDiffers(fault)
          ? { messageId: 'differs', level: 'warning', ...group }
          : { messageId: 'same', level: 'hint', ...group };
      },
      words: (fault) => ({
        ...formulaTexts(fault.formula, fault.usual),
        along: alongOf(fault),
        written: fault.written,
        proper: fault.proper,
      }),
    }),
});
