import { defineRule } from '../core/findings/rule';
import { alongOf, FEW, formulaText, judgeFormulas, lineOf, resultDiffers } from './formula-report';

/** A typed number where the cells around it compute. */
export const typedOver = defineRule({
  code: 'F202',
  name: 'typed-over',
  reach: 'sheet',
  levels: ['error', 'warning', 'hint'],
  messageIds: ['differs', 'same', 'unknown'],
  degrees: [['differs', 'same', 'unknown']],
  check: (context) =>
    judgeFormulas(context, {
      kind: 'constantInFormulaRegion',
      telling: (fault) => {
        const differs = resultDiffers(fault);
        const group = { alike: fault.line ?? lineOf(fault), apart: FEW };
        if (differs === undefined) return { messageId: 'unknown', level: 'warning', ...group };
        return differs
          ? { messageId: 'differs', level: 'error', ...group }
          : { messageId: 'same', level: 'hint', ...group };
      },
      words: (fault) => ({ usual: formulaText(fault.usual), along: alongOf(fault) }),
    }),
});
