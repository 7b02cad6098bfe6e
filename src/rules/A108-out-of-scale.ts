import { ownDecimals } from '../core/numbers/decimal';
import { rateOutliers, type RateOutlier } from '../core/faults/rate-scale';
import { scaleOutliers, type ScaleOutlier } from '../core/faults/scale-outliers';
import { defineRule, type Report } from '../core/findings/rule';
import type { SheetReading } from '../core/reading/sheet-reading';
import { figureAt } from '../core/tables/printed';
import { columnNameOf, rowName, tablePlaceOf } from '../core/tables/table-place';

type MessageId = 'same' | 'alike' | 'percent';

/** A figure typed in another unit than its table, though every total takes it in; a rate in percent among parts of one. */
export const outOfScale = defineRule<MessageId>({
  code: 'A108',
  name: 'out-of-scale',
  reach: 'sheet',
  levels: ['error', 'warning'],
  messageIds: ['same', 'alike', 'percent'],
  check: ({ sheets }) => {
    let judged = 0;
    const reports = sheets.flatMap((reading) =>
      reading.tables.flatMap((table) => {
        const { judged: own, outliers } = scaleOutliers(reading.sheet, table);
        judged += own;
        const rates = rateOutliers(reading.sheet, table);
        judged += rates.length;
        return [
          ...outliers.map((outlier) => reportOf(reading, outlier)),
          ...rates.map((rate) => rateReport(reading, rate)),
        ];
      }),
    );
    return { passed: judged - reports.length, reports };
  },
});

function rateReport({ sheet, tables }: SheetReading, { cell, value, most }: RateOutlier): Report<MessageId> {
  return {
    level: 'error',
    sheet: sheet.name,
    cells: [cell],
    messageId: 'percent',
    data: {
      row: rowName(sheet, tables, cell),
      column: columnNameOf(tables, cell),
      value: { amount: value, decimals: Math.min(4, ownDecimals(value)) },
      most: { amount: most, decimals: Math.min(4, ownDecimals(most)) },
    },
    expected: value / 100,
    actual: value,
  };
}

function reportOf(reading: SheetReading, { cell, beside, value, factor, isSame }: ScaleOutlier): Report<MessageId> {
  const { sheet, tables } = reading;
  const { table, column } = tablePlaceOf(tables, cell);
  const unit = column?.unit ?? table?.unit;
  const amount = (at: typeof cell) => {
    const figure = figureAt(sheet, at.row, at.column);
    return { amount: figure?.value ?? 0, decimals: Math.min(figure?.decimals ?? 0, 4), ...(unit ? { unit } : {}) };
  };
  return {
    level: isSame ? 'error' : 'warning',
    sheet: sheet.name,
    cells: [cell, beside],
    messageId: isSame ? 'same' : 'alike',
    // What is wrong in its row and its totals follows from it.
    follows: [cell],
    data: {
      row: rowName(sheet, tables, cell),
      column: columnNameOf(tables, cell),
      other: columnNameOf(tables, beside),
      value: amount(cell),
      beside: amount(beside),
      factor: { amount: factor >= 1 ? factor : Math.round(1 / factor), decimals: 0 },
      up: factor >= 1 ? 'yes' : 'no',
    },
    ...(isSame
      ? {
          cause: {
            kind: 'scale' as const,
            cell,
            was: value,
            shouldBe: Number((value / factor).toPrecision(12)),
            factor,
          },
        }
      : {}),
  };
}
