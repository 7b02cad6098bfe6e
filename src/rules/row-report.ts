import { rowName } from '../core/tables/table-place';
import type { Amount, Datum, Level, Report } from '../core/findings/rule';
import type { Grade } from '../core/fiscal/grade';
import type { SheetReading } from '../core/reading/sheet-reading';
import { ownDecimals, roundHalfUp } from '../core/numbers/decimal';
import type { AnyUnit } from '../core/numbers/unit';
import type { Column, Table, TableRow } from '../core/tables/table';

/** One table with the sheet that it stands on. */
export interface TableReading {
  readonly reading: SheetReading;
  readonly table: Table;
}

export function eachTable(sheets: readonly SheetReading[]): TableReading[] {
  return sheets.flatMap((reading) => reading.tables.map((table) => ({ reading, table })));
}

/** An amount with no more decimals than it needs. */
export function amount(value: number, unit?: AnyUnit): Amount {
  const rounded = roundHalfUp(value, 6);
  return { amount: rounded, decimals: Math.min(4, Math.max(0, ownDecimals(rounded))), ...(unit ? { unit } : {}) };
}

export interface RowReport<MessageId extends string> {
  readonly messageId: MessageId;
  readonly level: Level;
  readonly grade?: Grade;
  /** Whether what says that the first cell is wrong explains it. */
  readonly followsFirst?: boolean;
  /** The column to look at first, first. */
  readonly columns: readonly Column[];
  readonly data?: Readonly<Record<string, Datum>>;
  readonly expected?: number;
  readonly actual?: number;
}

/** A report about cells of one row. */
export function rowReport<MessageId extends string>(
  { reading }: TableReading,
  { row }: TableRow,
  { columns, data = {}, expected, actual, followsFirst = false, ...rest }: RowReport<MessageId>,
): Report<MessageId> {
  const cells = columns.map(({ column }) => ({ row, column }));
  const [first = { row, column: 0 }] = cells;
  return {
    ...rest,
    sheet: reading.sheet.name,
    cells,
    ...(followsFirst ? { follows: [first] } : {}),
    data: { row: rowName(reading.sheet, reading.tables, first), column: columns[0]?.path.at(-1) ?? '', ...data },
    ...(expected === undefined ? {} : { expected: roundHalfUp(expected, 6) }),
    ...(actual === undefined ? {} : { actual: roundHalfUp(actual, 6) }),
    ...(expected === undefined || actual === undefined ? {} : { difference: roundHalfUp(actual - expected, 6) }),
  };
}
