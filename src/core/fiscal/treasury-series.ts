import type { Sheet } from '../grid/sheet';
import type { Pack, TreasuryBand } from './pack';
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

/** Of several treasury tables that of the latest period, the first met where they are of one. */
export function latestSeries<Series extends TreasurySeries>(all: readonly Series[]): Series | undefined {
  return all.reduce<Series | undefined>(
    (latest, one) => (!latest || (one.table.period?.to ?? '') > (latest.table.period?.to ?? '') ? one : latest),
    undefined,
  );
}

/** How the latest month stands: `monthsBelow` has been low for as many months as make it grave. */
export type CoverageStanding = 'alarm' | 'monthsBelow' | 'low' | 'normal' | 'high';

/** The latest month of a series against its band. */
export interface JudgedCoverage {
  readonly last: Coverage;
  readonly standing: CoverageStanding;
  /** For how many months running it has been below. */
  readonly monthsBelow: number;
}

/**
 * How a series stands. The band is that of K1: where the pack chooses another definition, or the series
 * is empty, there is nothing to judge by (undefined).
 */
export function judgeCoverage(
  { months }: Pick<TreasurySeries, 'months'>,
  { treasury: band, calibres }: Pack,
): JudgedCoverage | undefined {
  const last = months.at(-1);
  if (!last || calibres.coverage !== 'K1') return undefined;
  const monthsBelow = months.length - 1 - months.findLastIndex(({ value }) => value >= band.low.value);
  return { last, monthsBelow, standing: standingOf(last.value, monthsBelow, band) };
}

function standingOf(value: number, monthsBelow: number, band: TreasuryBand): CoverageStanding {
  if (value < band.alarm.value) return 'alarm';
  if (monthsBelow >= band.monthsBelow.value) return 'monthsBelow';
  if (value < band.low.value) return 'low';
  return value > band.high.value ? 'high' : 'normal';
}
