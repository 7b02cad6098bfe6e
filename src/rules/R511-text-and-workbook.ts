import { cellName } from '../core/grid/address';
import { defineTextRule, type TextReport } from '../core/findings/text-rule';
import { printed, subjectOf } from './text-report';

/** A figure of the text that differs from the one cell of the workbooks that has its name, column and period, or from what follows from the cells of its row. */
export const textAndWorkbook = defineTextRule({
  code: 'R511',
  name: 'text-and-workbook',
  levels: ['error'],
  messageIds: ['differs', 'computes'],
  check: ({ reading, matches }) =>
    matches.flatMap(({ figure, verdict, sources: [source] }): TextReport<'differs' | 'computes'>[] => {
      const [first, ...others] = source?.computation.cells ?? [];
      if (verdict !== 'wrong' || !source || !first) return [];
      const { mention } = figure.placed;
      const expected = source.size / mention.unit.factor;
      const said = {
        subject: subjectOf(figure, reading) || (source.path.at(-1) ?? ''),
        stated: printed(figure, reading),
        expected: `${Number(expected.toFixed(Math.max(2, mention.decimals)))}${mention.unitText.replace(/\s/g, '')}`,
        sheet: first.sheet,
      };
      return [
        {
          level: 'error',
          at: [mention],
          against: [first, ...others],
          ...(others.length === 0
            ? { messageId: 'differs', data: { ...said, cell: cellName(first) } }
            : { messageId: 'computes', data: { ...said, cells: [first, ...others].map(cellName) } }),
          expected,
          actual: mention.value,
          difference: mention.value - expected,
          meaning: [...source.path, source.header, subjectOf(figure, reading)],
        },
      ];
    }),
});
