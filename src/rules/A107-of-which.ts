import { columnNameOf, rowName } from '../core/check/locate';
import { defineRule, type Amount, type Report, type SheetReading } from '../core/check/rule';
import { exactDifference, ownDecimals } from '../core/numbers/decimal';
import { ofWhichLists, type OfWhichExcess } from '../core/tables/of-which';
import type { Table } from '../core/tables/table';

/** What is listed after 其中 is part of its item: it cannot come to more. */
export const ofWhich = defineRule<'exceeds'>({
  code: 'A107',
  name: 'of-which',
  levels: ['error'],
  messageIds: ['exceeds'],
  check: ({ sheets }) => {
    let judged = 0;
    const reports = sheets.flatMap((reading) =>
      reading.tables.flatMap((table) => {
        const lists = ofWhichLists(reading.sheet, table);
        judged += lists.judged;
        return lists.excesses.map((excess) => reportOf(reading, table, excess));
      }),
    );
    return { passed: judged - reports.length, reports };
  },
});

function reportOf(reading: SheetReading, { unit }: Table, { item, column, parts, whole, sum }: OfWhichExcess): Report<'exceeds'> {
  const target = { row: item.row, column: column.column };
  const range = parts.map(({ row }) => ({ row, column: column.column }));
  const decimals = Math.min(4, Math.max(ownDecimals(whole), ownDecimals(sum)));
  const amount = (value: number): Amount => ({ amount: value, decimals, ...(unit ? { unit } : {}) });
  return {
    level: 'error',
    sheet: reading.sheet.name,
    cells: [...range, target],
    relation: { op: 'sum', target, range },
    messageId: 'exceeds',
    data: {
      row: rowName(reading.sheet, reading.tables, target),
      column: columnNameOf(reading.tables, target),
      whole: amount(whole),
      sum: amount(sum),
      difference: amount(exactDifference(sum, whole)),
      parts: parts.map(({ name }) => name),
    },
    expected: sum,
    actual: whole,
    difference: exactDifference(whole, sum),
  };
}
