import { columnNameOf } from '../core/tables/table-place';
import { defineRule, type Amount, type Report } from '../core/findings/rule';
import type { SheetReading } from '../core/reading/sheet-reading';
import { twoSidedTotals, type TwoSidedTotal } from '../core/fiscal/ties/two-sided';
import { exactDifference, ownDecimals } from '../core/numbers/decimal';

/** In a two-sided table (两栏) 收入总计 is 支出总计. */
export const twoSidedBalance = defineRule<'broken'>({
  code: 'T302',
  name: 'two-sided-balance',
  reach: 'sheet',
  levels: ['error'],
  messageIds: ['broken'],
  check: ({ sheets }) => {
    const totals = sheets.flatMap((reading) =>
      twoSidedTotals(reading.sheet, reading.tables).map((total) => ({ reading, total })),
    );
    const broken = totals.filter(({ total }) => !total.holds);
    return {
      passed: totals.length - broken.length,
      reports: broken.map(({ reading, total }) => reportOf(reading, total)),
      ...(totals.length === 0 ? { skipped: { why: 'noTwoSidedTable' } } : {}),
    };
  },
});

function reportOf(reading: SheetReading, total: TwoSidedTotal): Report<'broken'> {
  const unit = reading.tables.find(({ rows }) => rows.includes(total.leftRow))?.unit;
  const decimals = Math.min(4, Math.max(ownDecimals(total.leftValue), ownDecimals(total.rightValue)));
  const amount = (value: number): Amount => ({ amount: value, decimals, ...(unit ? { unit } : {}) });
  const difference = exactDifference(total.leftValue, total.rightValue);
  return {
    level: 'error',
    sheet: reading.sheet.name,
    cells: [total.left, total.right],
    messageId: 'broken',
    data: {
      left: total.leftRow.name,
      right: total.rightRow.name,
      column: columnNameOf(reading.tables, total.left),
      actual: amount(total.leftValue),
      expected: amount(total.rightValue),
      difference: amount(Math.abs(difference)),
    },
    expected: total.rightValue,
    actual: total.leftValue,
    difference,
  };
}
