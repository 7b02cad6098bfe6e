import { cellName } from '../core/grid/address';
import { defineTextRule, type TextReport } from '../core/findings/text-rule';
import { printed, subjectOf } from './text-report';

/** A figure of the text that differs from the one cell of the workbooks that has its name, column and period, from what follows from the cells of its row, or from a coverage by our definition. */
export const textAndWorkbook = defineTextRule({
  code: 'R511',
  name: 'text-and-workbook',
  levels: ['error', 'warning'],
  messageIds: ['differs', 'computes', 'byDefinition'],
  check: ({ reading, matches }) =>
    matches.flatMap(({ figure, verdict, sources: [source] }): TextReport<'differs' | 'computes' | 'byDefinition'>[] => {
      const [first, ...others] = source?.computation.cells ?? [];
      // Of several definitions of a coverage the text may have another.
      const isByDefinition = verdict === 'byDefinition';
      if ((verdict !== 'wrong' && !isByDefinition) || !source || !first) return [];
      const { mention } = figure.placed;
      const expected = source.size / mention.unit.factor;
      const said = {
        subject: subjectOf(figure, reading) || (source.path.at(-1) ?? ''),
        stated: printed(figure, reading),
        expected: `${Number(expected.toFixed(Math.max(mention.unit.kind === 'number' ? 3 : 2, mention.decimals)))}${mention.unitText.replace(/\s/g, '')}`,
        sheet: first.sheet,
      };
      return [
        {
          level: isByDefinition ? 'warning' : 'error',
          at: [mention],
          against: [first, ...others],
          ...(others.length === 0
            ? { messageId: 'differs', data: { ...said, cell: cellName(first) } }
            : {
                messageId: isByDefinition ? 'byDefinition' : 'computes',
                data: { ...said, cells: [first, ...others].map(cellName) },
              }),
          expected,
          actual: mention.value,
          difference: mention.value - expected,
          meaning: [...source.path, source.header, subjectOf(figure, reading)],
        },
      ];
    }),
});
