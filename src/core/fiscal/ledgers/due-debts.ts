import { daysBetween } from '../../numbers/date';
import { dateAt } from '../../tables/cells';
import type { Column, TableRow } from '../../tables/table';
import { columnFor, itemsOf, type PlacedTable } from '../indicators/lookup';

/** A table of what falls due, with what is there to pay it. */
export interface DueDebts {
  readonly placed: PlacedTable;
  readonly due: Column;
  readonly means: Column;
  /** The rows that fall due within so many days of a day. */
  within(asOf: string, days: number): readonly TableRow[];
}

/** Undefined where a table does not tell when, how much and by what means. */
export function dueDebts(placed: PlacedTable): DueDebts | undefined {
  const { sheet, table } = placed;
  const day = table.columns.find(({ role }) => role === 'date');
  const due = columnFor(table, /到期本息\|(?:小计|合计)|本息合计|到期本息$/) ?? columnFor(table, /本金/);
  const means = columnFor(table, /资金来源\|(?:小计|合计)|资金来源$|偿债资金/);
  if (!day || !due || !means) return undefined;
  return {
    placed,
    due,
    means,
    within: (asOf, days) =>
      itemsOf(table).filter(({ row }) => {
        const date = dateAt(sheet, row, day);
        return date !== undefined && daysBetween(asOf, date) >= 0 && daysBetween(asOf, date) <= days;
      }),
  };
}
