import type { Position } from '../grid/address';
import type { Sheet } from '../grid/sheet';
import { figureAt } from '../tables/printed';
import { isShareRole, type Table } from '../tables/table';

/** A rate typed as 42 in a column of 0.42 and the like. */
export interface RateOutlier {
  readonly cell: Position;
  readonly value: number;
  /** The largest of the other rates of its column. */
  readonly most: number;
}

const LEAST_RATES = 6;
/** More than this is no rate of 0 to 1, were it done twice over. */
const MOST = 1.6;
/** As a percentage it lies where the others lie, give or take so many times. */
const WITHIN = 1.5;

/** The one rate of a column that is in percent where all the others are parts of one. */
export function rateOutliers(sheet: Sheet, table: Table): RateOutlier[] {
  return (
    table.columns
      // Growth may be of any size.
      .filter(({ role }) => isShareRole(role))
      .flatMap(({ column }) => {
        const rates = table.rows.flatMap(({ row }) => {
          const value = figureAt(sheet, row, column)?.value;
          return value === undefined || value === 0 ? [] : [{ row, value }];
        });
        const others = rates.filter(({ value }) => Math.abs(value) <= MOST).map(({ value }) => Math.abs(value));
        const [far] = rates.filter(({ value }) => Math.abs(value) > MOST);
        if (!far || rates.length - others.length !== 1 || others.length < LEAST_RATES) return [];
        const [least, most] = [Math.min(...others), Math.max(...others)];
        const asPart = Math.abs(far.value) / 100;
        // Rates of 1 and 2 that are percentages themselves have no part below.
        if (most <= 0.02 || asPart > most * WITHIN || asPart < least / WITHIN) return [];
        return [{ cell: { row: far.row, column }, value: far.value, most }];
      })
  );
}
