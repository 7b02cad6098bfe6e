import type { Sheet } from '../grid/sheet';
import type { TreasuryBand } from './pack';
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
export function treasurySeries(
  sheets: readonly { readonly sheet: Sheet; readonly tables: readonly Table[] }[],
): TreasurySeries[] {
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

/** How the latest month stands: `monthsBelow` has been low for as many months as make it grave. */
export type CoverageStanding = 'alarm' | 'monthsBelow' | 'low' | 'normal' | 'high';

/** The latest month against its band, and for how many months running it has been below. */
export function standingOf(
  months: readonly Coverage[],
  band: TreasuryBand,
): { standing: CoverageStanding; monthsBelow: number } {
  const value = months.at(-1)?.value ?? NaN;
  const monthsBelow = months.length - 1 - months.findLastIndex((month) => month.value >= band.low.value);
  if (value < band.alarm.value) return { standing: 'alarm', monthsBelow };
  if (monthsBelow >= band.monthsBelow.value) return { standing: 'monthsBelow', monthsBelow };
  if (value < band.low.value) return { standing: 'low', monthsBelow };
  return { standing: value > band.high.value ? 'high' : 'normal', monthsBelow };
}
