import { columnName, type Position } from '../core/grid/address';
import { columnNameOf, rowName } from '../core/tables/table-place';
import { type ColumnExcess, ofWhichColumns } from '../core/faults/of-which-columns';
import { defineRule, type Amount, type Report } from '../core/findings/rule';
import type { SheetReading } from '../core/reading/sheet-reading';
import { exactDifference, ownDecimals } from '../core/numbers/decimal';
import { ofWhichLists, type OfWhichExcess } from '../core/tables/of-which';
import { itemName } from '../core/tables/label';
import type { Table } from '../core/tables/table';

/** What is listed after 其中 is part of its item: it cannot come to more. */
export const ofWhich = defineRule<'exceeds'>({
  code: 'A107',
  name: 'of-which',
  reach: 'sheet',
  levels: ['error'],
  messageIds: ['exceeds'],
  check: ({ sheets }) => {
    let judged = 0;
    const reports = sheets.flatMap((reading) =>
      reading.tables.flatMap((table) => {
        const lists = ofWhichLists(reading.sheet, table);
        const columns = ofWhichColumns(reading.sheet, table);
        judged += lists.judged + columns.judged;
        return [
          ...lists.excesses.map((excess) => listReport(reading, table, excess)),
          ...columns.excesses.map((excess) => columnReport(reading, table, excess)),
        ];
      }),
    );
    return { passed: judged - reports.length, reports };
  },
});

function listReport(
  reading: SheetReading,
  table: Table,
  { item, column, parts, whole, sum }: OfWhichExcess,
): Report<'exceeds'> {
  const at = (row: number) => ({ row, column: column.column });
  return reportOf(reading, table, {
    target: at(item.row),
    range: parts.map(({ row }) => at(row)),
    whole,
    sum,
    parts: parts.map(({ name }) => name),
  });
}

function columnReport(
  reading: SheetReading,
  table: Table,
  { row: { row }, part, whole, partFigure, wholeFigure }: ColumnExcess,
): Report<'exceeds'> {
  const target = { row, column: whole.column };
  return reportOf(reading, table, {
    target,
    range: [{ row, column: part.column }],
    whole: wholeFigure,
    sum: partFigure,
    parts: [itemName(part.path.at(-1) ?? '')],
  });
}

interface Exceeding {
  readonly target: Position;
  readonly range: readonly Position[];
  readonly whole: number;
  readonly sum: number;
  readonly parts: readonly string[];
}

function reportOf(
  reading: SheetReading,
  { unit }: Table,
  { target, range, whole, sum, parts }: Exceeding,
): Report<'exceeds'> {
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
      column: columnNameOf(reading.tables, target) || columnName(target.column),
      whole: amount(whole),
      sum: amount(sum),
      difference: amount(exactDifference(sum, whole)),
      parts,
    },
    expected: sum,
    actual: whole,
    difference: exactDifference(whole, sum),
  };
}
