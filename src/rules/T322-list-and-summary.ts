import { defineRule } from '../core/findings/rule';
import { groupedSums } from '../core/fiscal/ties/list-and-summary';
import { bookId, placesOn } from '../core/grid/place';
import { amount, eachTable, rowReport } from './row-report';

type MessageId = 'sum' | 'count';

/** More lines than a reader goes through. */
const MOST_PLACES = 50;

/** A summary by kind, month or size says what the lines of its list come to (SUMIF, COUNTIF). */
export const listAndSummary = defineRule<MessageId>({
  code: 'T322',
  name: 'list-and-summary',
  reach: 'set',
  levels: ['error'],
  messageIds: ['sum', 'count'],
  check: ({ sheets, workbook }) => {
    const judged = groupedSums(eachTable(sheets).map((at) => ({ at, sheet: at.reading.sheet, table: at.table })));
    const broken = judged.filter(({ holds }) => !holds);
    return {
      passed: judged.length - broken.length,
      reports: broken.map(({ summary, row, column, list, of, lines, expected, actual, factor, unit }) => {
        const [should, is] = [expected / factor, actual / factor];
        return {
          ...rowReport<MessageId>(summary.at, row, {
            messageId: of === undefined ? 'count' : 'sum',
            level: 'error',
            columns: [column],
            data: {
              actual: amount(is, unit),
              expected: amount(should, unit),
              difference: amount(Math.abs(is - should), unit),
              lines: lines.length,
              place: list.sheet.name,
              ...(of === undefined ? {} : { source: of.path.at(-1) ?? '' }),
            },
            expected: should,
            actual: is,
          }),
          against: placesOn(
            bookId(workbook),
            list.sheet.name,
            lines.slice(0, MOST_PLACES).map((line) => ({ row: line.row, column: of?.column ?? line.labelColumn })),
          ),
        };
      }),
      ...(judged.length === 0 ? { skipped: { why: 'noListAndSummary' } } : {}),
    };
  },
});
