import { cellName } from '../core/grid/address';
import { defineTextRule, type TextReport } from '../core/findings/text-rule';
import { printed, subjectOf } from './text-report';

/** A figure of the text that differs from the one cell of the workbooks that has its name, column and period. */
export const textAndWorkbook = defineTextRule({
  code: 'R511',
  name: 'text-and-workbook',
  levels: ['error'],
  messageIds: ['differs'],
  check: ({ reading, matches }) =>
    matches.flatMap(({ figure, verdict, sources: [source] }): TextReport<'differs'>[] => {
      if (verdict !== 'wrong' || !source) return [];
      const { mention } = figure.placed;
      const expected = source.size / mention.unit.factor;
      return [
        {
          level: 'error',
          at: [mention],
          against: [source.cell],
          messageId: 'differs',
          data: {
            subject: subjectOf(figure, reading) || (source.path.at(-1) ?? ''),
            stated: printed(figure, reading),
            expected: `${Number(expected.toFixed(Math.max(2, mention.decimals)))}${mention.unitText.replace(/\s/g, '')}`,
            sheet: source.cell.sheet,
            cell: cellName(source.cell),
          },
          expected,
          actual: mention.value,
          difference: mention.value - expected,
          meaning: [...source.path, source.header, subjectOf(figure, reading)],
        },
      ];
    }),
});
