import { defineTextRule, type TextReport } from '../core/findings/text-rule';
import { ownDecimals } from '../core/numbers/decimal';

/** 34.568.64: separators that make no number. */
export const unreadableFigure = defineTextRule({
  code: 'R509',
  name: 'unreadable-figure',
  levels: ['error'],
  messageIds: ['separators'],
  check: ({ reading: { mentions, plain } }) =>
    mentions
      .filter(({ broken }) => broken)
      .map((mention): TextReport<'separators'> => {
        const figure = plain.slice(mention.start, mention.end);
        return {
          level: 'error',
          at: [mention],
          messageId: 'separators',
          data: {
            figure,
            meant: { amount: mention.value, decimals: Math.max(mention.decimals, ownDecimals(mention.value)) },
          },
          meaning: [figure],
        };
      }),
});
