import { defineRule } from '../core/findings/rule';
import { formulaText, judgeFormulas, tableOf, whereText } from './formula-report';

/** Arithmetic on a blank cell that lies outside every table. */
export const referenceToBlank = defineRule({
  code: 'F207',
  name: 'reference-to-blank',
  reach: 'sheet',
  levels: ['hint'],
  messageIds: ['blank'],
  check: (context) =>
    judgeFormulas(context, {
      kind: 'referenceToBlank',
      telling: (fault, reading) => ({ messageId: 'blank', level: 'hint', alike: tableOf(reading, fault.cell) }),
      words: ({ formula }, _, all) => ({
        formula: formulaText(formula),
        blank: whereText(all.map(({ blank }) => blank)),
      }),
    }),
});
