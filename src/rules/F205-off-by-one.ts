import { defineRule } from '../core/findings/rule';
import { alongOf, FEW, formulaTexts, judgeFormulas, lineOf, resultDiffers } from './formula-report';

/** One reference of a formula stands one row or column beside where its neighbours' stand. */
export const offByOne = defineRule({
  code: 'F205',
  name: 'off-by-one',
  reach: 'sheet',
  levels: ['error', 'warning', 'hint'],
  messageIds: ['differs', 'same', 'unknown'],
  degrees: [['differs', 'same', 'unknown']],
  check: (context) =>
    judgeFormulas(context, {
      kind: 'offByOne',
      telling: (fault) => {
        const differs = resultDiffers(fault);
        const group = { alike: lineOf(fault), apart: FEW };
        // Where a run of formulas ends, a first or last row may have a reason to be different.
        if (differs === undefined)
          return { messageId: 'unknown', level: fault.bothSides ? 'warning' : 'hint', ...group };
        return differs
          ? { messageId: 'differs', level: fault.bothSides ? 'error' : 'warning', ...group }
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
