import { isWholeYear } from '../numbers/period';
import type { SheetReading } from './sheet-reading';

/** The latest day that any table speaks of; a plan for the whole year counts only where nothing narrower is there. */
export function latestPeriodEnd(sheets: readonly Pick<SheetReading, 'tables'>[]): string | undefined {
  const periods = sheets.flatMap(({ tables }) => tables.flatMap(({ period }) => period ?? []));
  const narrow = periods.filter((period) => !isWholeYear(period));
  return (narrow.length > 0 ? narrow : periods)
    .map(({ to }) => to)
    .sort()
    .at(-1);
}
