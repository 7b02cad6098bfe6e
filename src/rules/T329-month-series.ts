import { cellName } from '../core/grid/address';
import { type Amount, defineRule, type Report } from '../core/findings/rule';
import { causesIn, type MonthSeries, monthSeries, type SeriesRelation } from '../core/fiscal/ties/month-series';
import { exactDifference, ownDecimals, roundHalfUp } from '../core/numbers/decimal';
import type { SheetReading } from '../core/reading/sheet-reading';
import { columnNameOf, rowName, tablePlaceOf } from '../core/tables/table-place';
import type { Table } from '../core/tables/table';

type MessageId = 'cumulative' | 'daily' | 'january' | 'opening' | 'growth';

/** For each slip in a series so many lines must come out; rates on revised figures miss more often, and 累计 and 月初 say themselves what they are. */
const HOLDING = { called: 2, opening: 2, cumulative: 4, growth: 9 } as const;

/** Month after month: the total since January is that of the month before with the month's own, a rate follows from the year before. */
export const monthSeriesRule = defineRule<MessageId>({
  code: 'T329',
  name: 'month-series',
  reach: 'sheet',
  levels: ['error', 'warning'],
  messageIds: ['cumulative', 'daily', 'january', 'opening', 'growth'],
  check: ({ sheets }) => {
    const found = sheets.flatMap((reading) =>
      reading.tables.flatMap((table) =>
        monthSeries(reading.sheet, table).map((series) => ({ reading, table, series })),
      ),
    );
    return {
      passed: found.reduce((sum, { series }) => sum + series.relations.filter(({ holds }) => holds).length, 0),
      reports: found.flatMap(({ reading, table, series }) => reportsOf(reading, table, series)),
      ...(found.length === 0 ? { skipped: { why: 'noMonthSeries' } } : {}),
    };
  },
});

function reportsOf(
  reading: SheetReading,
  table: Table,
  { kind, isOfDays, relations }: MonthSeries,
): Report<MessageId>[] {
  const broken = relations.filter(({ holds }) => !holds);
  const [first] = relations;
  const isCalled =
    kind === 'cumulative' &&
    first !== undefined &&
    /累计/.test(rowName(reading.sheet, reading.tables, first.target) + columnNameOf(reading.tables, first.target));
  if (HOLDING[isCalled ? 'called' : kind] * causesIn(relations) > relations.length - broken.length) return [];
  return broken.map((relation) => reportOf(reading, table, relation, isOfDays));
}

function reportOf(reading: SheetReading, table: Table, relation: SeriesRelation, isOfDays: boolean): Report<MessageId> {
  const { kind, target, from, actual, expected, scale } = relation;
  const { column } = tablePlaceOf(reading.tables, target);
  const unit = kind === 'growth' ? undefined : (column?.unit ?? table.unit);
  const factor = kind === 'growth' ? 100 / scale : 1;
  const decimals = Math.min(4, Math.max(0, ownDecimals(actual) - (factor > 1 ? 2 : 0)));
  const figure = (value: number): Amount => {
    return { amount: roundHalfUp(value * factor, decimals), decimals, ...(unit ? { unit } : {}) };
  };
  const difference = exactDifference(actual, expected);
  return {
    level: kind === 'growth' ? 'warning' : 'error',
    sheet: reading.sheet.name,
    cells: [target, ...from],
    // A total typed wrong breaks its own month and the next: one cause, told once.
    follows: [target, ...from],
    messageId: isOfDays ? 'daily' : kind === 'cumulative' && from.length === 1 ? 'january' : kind,
    data: {
      row: rowName(reading.sheet, reading.tables, target),
      column: columnNameOf(reading.tables, target),
      from: from.map(cellName),
      actual: figure(actual),
      expected: figure(expected),
      difference: figure(Math.abs(difference)),
    },
    expected,
    actual,
    difference,
  };
}
