import type { Sheet } from '../grid/sheet';
import type { Table } from '../tables/table';
import { readTreasury, treasuryCoverage, type TreasuryMonth } from './treasury';

export interface Coverage extends TreasuryMonth {
  /** 库款系数, K1; a plain ratio. */
  readonly value: number;
}

/** The months of one treasury table, ascending. */
export interface TreasurySeries {
  readonly sheet: Sheet;
  readonly table: Table;
  readonly months: readonly Coverage[];
}

/** Every table of the workbook from which treasury coverage can be computed. */
export function treasurySeries(sheets: readonly { readonly sheet: Sheet; readonly tables: readonly Table[] }[]): TreasurySeries[] {
  return sheets.flatMap(({ sheet, tables }) =>
    tables.flatMap((table) => {
      const months = readTreasury(sheet, table).flatMap((month) => {
        const value = treasuryCoverage(month);
        return value === undefined ? [] : [{ ...month, value }];
      });
      return months.length === 0 ? [] : [{ sheet, table, months }];
    }),
  );
}
