import { columnNameOf, type TableOnSheet } from '../core/tables/table-place';
import { defineRule, type Amount, type Report } from '../core/findings/rule';
import { bookId, placesOn } from '../core/grid/place';
import type { Workbook } from '../core/grid/sheet';
import type { SheetReading } from '../core/reading/sheet-reading';
import { twoSidedTotals, twinTotals, type TwinTotal, type TwoSidedTotal } from '../core/fiscal/ties/two-sided';
import { exactDifference, ownDecimals } from '../core/numbers/decimal';
import { eachTable } from './row-report';

type MessageId = 'broken' | 'twins';

/** In a two-sided table (两栏), and in a budget of two tables, 收入总计 is 支出总计. */
export const twoSidedBalance = defineRule<MessageId>({
  code: 'T302',
  name: 'two-sided-balance',
  reach: 'set',
  levels: ['error'],
  messageIds: ['broken', 'twins'],
  check: ({ sheets, workbook }) => {
    const totals = sheets.flatMap((reading) =>
      twoSidedTotals(reading.sheet, reading.tables).map((total) => ({ reading, total })),
    );
    const broken = totals.filter(({ total }) => !total.holds);
    const twins = twinTotals(eachTable(sheets).map(({ reading: { sheet }, table }) => ({ sheet, table })));
    const apart = twins.filter(({ holds }) => !holds);
    return {
      passed: totals.length - broken.length + twins.length - apart.length,
      reports: [
        ...broken.map(({ reading, total }) => reportOf(reading, total)),
        ...apart.map((twin) => twinReport(twin, workbook)),
      ],
      ...(totals.length + twins.length === 0 ? { skipped: { why: 'noTwoSidedTable' } } : {}),
    };
  },
});

/** Both tables as one balance: whichever of them is wrong, the other is shown beside it. */
function twinReport(twin: TwinTotal<TableOnSheet>, workbook: Workbook): Report<MessageId> {
  const { income, outgo, incomeAt, outgoAt, incomeValue, outgoValue } = twin;
  const { unit } = income.table;
  const decimals = Math.min(4, Math.max(ownDecimals(incomeValue), ownDecimals(outgoValue)));
  const figure = (value: number): Amount => ({ amount: value, decimals, ...(unit ? { unit } : {}) });
  const difference = exactDifference(incomeValue, outgoValue);
  return {
    level: 'error',
    sheet: income.sheet.name,
    cells: [incomeAt],
    against: placesOn(bookId(workbook), outgo.sheet.name, [outgoAt]),
    follows: [incomeAt],
    messageId: 'twins',
    data: {
      column: columnNameOf([income.table], incomeAt),
      actual: figure(incomeValue),
      expected: figure(outgoValue),
      difference: figure(Math.abs(difference)),
      place: outgo.sheet.name,
    },
    expected: outgoValue,
    actual: incomeValue,
    difference,
  };
}

function reportOf(reading: SheetReading, total: TwoSidedTotal): Report<MessageId> {
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
