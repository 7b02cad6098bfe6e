import { scaleOutliers, type ScaleOutlier } from '../core/faults/scale-outliers';
import { defineRule, type Report } from '../core/findings/rule';
import type { SheetReading } from '../core/reading/sheet-reading';
import { figureAt } from '../core/tables/printed';
import { columnNameOf, rowName, tablePlaceOf } from '../core/tables/table-place';

/** A figure typed in another unit than its table, though every total takes it in. */
export const outOfScale = defineRule<'same' | 'alike'>({
  code: 'A108',
  name: 'out-of-scale',
  reach: 'sheet',
  levels: ['error', 'warning'],
  messageIds: ['same', 'alike'],
  check: ({ sheets }) => {
    let judged = 0;
    const reports = sheets.flatMap((reading) =>
      reading.tables.flatMap((table) => {
        const { judged: own, outliers } = scaleOutliers(reading.sheet, table);
        judged += own;
        return outliers.map((outlier) => reportOf(reading, outlier));
      }),
    );
    return { passed: judged - reports.length, reports };
  },
});

function reportOf(
  reading: SheetReading,
  { cell, beside, value, factor, isSame }: ScaleOutlier,
): Report<'same' | 'alike'> {
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
