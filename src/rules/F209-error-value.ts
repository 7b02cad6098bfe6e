import { defineRule, type Level } from '../core/findings/rule';
import { formulaText, judgeFormulas, tableOf } from './formula-report';

/** Excel's error values, as words that a message may select by. */
const WORDS: Readonly<Record<string, string>> = {
  '#REF!': 'ref',
  '#NAME?': 'name',
  '#VALUE!': 'value',
  '#DIV/0!': 'div',
  '#N/A': 'na',
  '#NUM!': 'num',
  '#NULL!': 'null',
};

/** No figure to divide by, nothing found to look up: often the data's doing, not the formula's. */
const OF_THE_DATA: readonly string[] = ['#DIV/0!', '#N/A'];

/** A cell that shows an error value where the error arises; what it spoils further is counted. */
export const errorValue = defineRule({
  code: 'F209',
  name: 'error-value',
  reach: 'sheet',
  levels: ['error', 'warning', 'hint'],
  messageIds: ['formula', 'typed'],
  check: (context) =>
    judgeFormulas(context, {
      kind: 'errorValue',
      telling: ({ error, formula, cell }, reading) => ({
        messageId: formula === undefined ? 'typed' : 'formula',
        level: levelOf(error),
        alike: `${error} ${tableOf(reading, cell)}`,
      }),
      words: ({ error, formula }, _, all) => ({
        ...(formula === undefined ? {} : { formula: formulaText(formula) }),
        error,
        why: WORDS[error] ?? 'other',
        dependents: all.reduce((sum, { dependents }) => sum + dependents, 0),
      }),
    }),
});

function levelOf(error: string): Level {
  return OF_THE_DATA.includes(error) ? 'warning' : 'error';
}
