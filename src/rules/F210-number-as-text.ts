import { defineRule } from '../core/findings/rule';
import { judgeFormulas, tableOf } from './formula-report';

/** Figures stored as text, which SUM skips: one hint a table. */
export const numberAsText = defineRule({
  code: 'F210',
  name: 'number-as-text',
  reach: 'sheet',
  levels: ['hint'],
  messageIds: ['text'],
  check: (context) =>
    judgeFormulas(context, {
      kind: 'numberStoredAsText',
      telling: ({ cell }, reading) => ({ messageId: 'text', level: 'hint', alike: tableOf(reading, cell) }),
      words: () => ({}),
    }),
});
