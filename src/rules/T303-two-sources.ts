import { defineRule, type Report } from '../core/findings/rule';
import type { Measure } from '../core/fiscal/measure';
import { sharedMeasures, type SharedMeasures, type TwoSources } from '../core/fiscal/ties/two-sources';
import { growthTwice, type GrowthTwice } from '../core/fiscal/ties/growth-twice';
import { amount } from './row-report';
import type { Dossier } from '../core/reading/dossier';
import { Support } from '../core/reading/support';
import { amountLike, isBeside, nameOf, placeText } from './tie-report';

type MessageId = 'differs' | 'doubtful' | 'unitSlip' | 'wholeTable' | 'growth';

/** Two tables of one period that show one measure must show one figure; else the worse supported one is named (indicator T04 for units). */
export const twoSources = defineRule<MessageId>({
  code: 'T303',
  name: 'two-sources',
  reach: 'set',
  levels: ['error', 'warning'],
  messageIds: ['differs', 'doubtful', 'unitSlip', 'wholeTable', 'growth'],
  degrees: [['differs', 'doubtful', 'unitSlip']],
  check: (context) => {
    const shared = sharedMeasures(context.measures, context.lent).filter(({ comparable }) => comparable);
    const support = new Support(context);
    const growth = growthTwice(
      shared,
      context.sheets.flatMap(({ sheet, tables }) => tables.map((table) => ({ sheet, table }))),
    );
    return {
      passed: shared.reduce((sum, { pairs }) => sum + pairs.filter(({ agree }) => agree).length, 0),
      reports: [
        ...shared.flatMap((tables) => reportsOf(tables, support)),
        ...growth.filter(({ holds }) => !holds).map((one) => growthReport(one, context)),
      ],
      ...(shared.length === 0 ? { skipped: { why: 'noSecondSource' } } : {}),
    };
  },
});

function reportsOf({ pairs }: SharedMeasures, support: Support): Report<MessageId>[] {
  const apart = pairs.filter(({ agree }) => !agree);
  const [first] = apart;
  // All of a table is a thousand times off: it is its unit line that is wrong, not its figures.
  const slipped = apart.filter(({ factor, one, other }) => factor !== undefined && one.yuan !== 0 && other.yuan !== 0);
  if (
    first?.factor !== undefined &&
    slipped.length === pairs.length &&
    pairs.length > 1 &&
    slipped.every(({ factor }) => factor === first.factor)
  )
    return [report(first, 'wholeTable', support, pairs.length)];
  return apart.map((pair) =>
    report(pair, pair.factor === undefined ? (support.tells(pair) ? 'differs' : 'doubtful') : 'unitSlip', support, 1),
  );
}

function report(
  { one, other, factor }: TwoSources,
  messageId: MessageId,
  support: Support,
  count: number,
): Report<MessageId> {
  const [worse, better] = support.order(one, other);
  return {
    level: messageId === 'doubtful' ? 'warning' : 'error',
    ...(messageId === 'doubtful' ? { grade: 'yellow' as const } : {}),
    sheet: worse.cell.sheet,
    cells: [worse, ...(isBeside(better, worse) ? [better] : [])].map(({ cell: { row, column } }) => ({ row, column })),
    against: [better.cell],
    messageId,
    ...(messageId === 'wholeTable' ? { extent: 'table' as const } : {}),
    data: {
      row: nameOf(worse),
      ...(messageId === 'wholeTable' ? { count } : { phase: worse.header.split('|').at(-1) ?? '' }),
      actual: amountLike(worse, worse.yuan),
      expected: amountLike(better, better.yuan),
      difference: amountLike(worse, Math.abs(worse.yuan - better.yuan)),
      place: placeText(better, worse, support.dossier),
      ...(factor === undefined ? {} : { factor: Math.round(Math.max(factor, 1 / factor)) }),
    },
    expected: amountLike(worse, better.yuan).amount,
    actual: amountLike(worse, worse.yuan).amount,
    difference: amountLike(worse, worse.yuan - better.yuan).amount,
  };
}

function growthReport(
  { digest, digestColumn, source, sourceColumn, actual, expected }: GrowthTwice,
  dossier: Dossier,
): Report<MessageId> {
  const place: Measure = { ...source, cell: { ...source.cell, column: sourceColumn.column } };
  return {
    level: 'error',
    sheet: digest.cell.sheet,
    cells: [{ row: digest.cell.row, column: digestColumn.column }],
    against: [place.cell],
    messageId: 'growth',
    data: {
      row: nameOf(digest),
      column: digestColumn.path.at(-1) ?? '',
      actual: amount(actual),
      expected: amount(expected),
      place: placeText(place, digest, dossier),
    },
    expected,
    actual,
  };
}
