import { defineRule } from '../core/findings/rule';
import { countsOfSheets, groupedSums } from '../core/fiscal/ties/list-and-summary';
import { ownCounts } from '../core/fiscal/ties/own-count';
import { bookId, placesOn } from '../core/grid/place';
import { amount, eachTable, rowReport } from './row-report';

type MessageId = 'sum' | 'count' | 'own';

/** More lines than a reader goes through. */
const MOST_PLACES = 50;

/** A summary by kind, month or size says what the lines of its list come to (SUMIF, COUNTIF), a line below it how many they are. */
export const listAndSummary = defineRule<MessageId>({
  code: 'T322',
  name: 'list-and-summary',
  reach: 'set',
  levels: ['error'],
  messageIds: ['sum', 'count', 'own'],
  check: ({ sheets, workbook }) => {
    const places = eachTable(sheets).map((at) => ({ at, sheet: at.reading.sheet, table: at.table }));
    const judged = [...groupedSums(places), ...countsOfSheets(places)];
    const broken = judged.filter(({ holds }) => !holds);
    const counts = eachTable(sheets).flatMap((at) => ownCounts(at.reading.sheet, at.table).map((own) => ({ at, own })));
    const wrong = counts.filter(({ own }) => !own.holds);
    const own = wrong.map(({ at, own: { row, column, lines, stated } }) => ({
      ...rowReport<MessageId>(at, row, {
        messageId: 'own',
        level: 'error',
        columns: [column],
        data: { actual: stated, lines: lines.length },
        expected: lines.length,
        actual: stated,
      }),
      against: placesOn(
        bookId(workbook),
        at.reading.sheet.name,
        lines.slice(0, MOST_PLACES).map((line) => ({ row: line.row, column: line.labelColumn })),
      ),
    }));
    const grouped = broken.map(({ summary, row, column, list, of, lines, expected, actual, factor, unit }) => {
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
    });
    return {
      passed: judged.length - broken.length + counts.length - wrong.length,
      reports: [...grouped, ...own],
      ...(judged.length + counts.length === 0 ? { skipped: { why: 'noListAndSummary' } } : {}),
    };
  },
});
