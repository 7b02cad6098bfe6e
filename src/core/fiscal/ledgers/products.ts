import type { Sheet } from '../../grid/sheet';
import { intervalOf, meets, scaled, type Interval } from '../../numbers/interval';
import { amountAt } from '../../tables/cells';
import { figureAt } from '../../tables/printed';
import { groupOf, isAmountRole, type Column, type Table, type TableRow } from '../../tables/table';

/** 金额 = 人数 × 标准 × 月数 in one row. */
export interface Product {
  readonly row: TableRow;
  readonly target: Column;
  readonly factors: readonly Column[];
  /** In the unit of the target. */
  readonly expected: number;
  readonly actual: number;
  readonly holds: boolean;
}

const LEAST_ROWS = 3;
/** Headers that say persons, standard and months say enough: half of the rows may be wrong. */
const LEAST_FIT = 0.5;

/**
 * Rows of a table with persons and a standard, against the amount column that their product fits best; where groups of
 * columns (80—89岁 | 90—99岁) have all of these each, group by group.
 */
export function products(sheet: Sheet, table: Table): Product[] {
  const groups = new Map<string, Column[]>();
  for (const column of table.columns) {
    const group = groupOf(column);
    groups.set(group, [...(groups.get(group) ?? []), column]);
  }
  const whole = [...groups].filter(
    ([group, columns]) =>
      group !== '' &&
      columns.some(({ role }) => role === 'standard') &&
      columns.some(({ role }) => role === 'persons' || role === 'count') &&
      columns.some(isProduct),
  );
  const parts = whole.length > 1 ? whole.map(([, columns]) => ({ ...table, columns })) : [table];
  return parts.flatMap((part) => productsOf(sheet, part));
}

function isProduct({ role }: Column): boolean {
  return isAmountRole(role) && role !== 'persons' && role !== 'count' && role !== 'area';
}

function productsOf(sheet: Sheet, table: Table): Product[] {
  let best: Product[] = [];
  for (const persons of table.columns.filter(({ role }) => role === 'persons' || role === 'count')) {
    for (const standard of table.columns.filter(({ role }) => role === 'standard')) {
      const months = table.columns.find(({ role }) => role === 'months');
      for (const factors of months
        ? [
            [persons, standard, months],
            [persons, standard],
          ]
        : [[persons, standard]]) {
        for (const target of table.columns.filter(isProduct)) {
          const judged = table.rows
            .filter(({ role }) => role === 'item')
            .flatMap((row) => judge(sheet, table, row, target, factors) ?? []);
          if (holding(judged) > holding(best)) best = judged;
        }
      }
    }
  }
  return best.length >= LEAST_ROWS && holding(best) >= best.length * LEAST_FIT ? best : [];
}

function holding(judged: readonly Product[]): number {
  return judged.filter(({ holds }) => holds).length;
}

function judge(
  sheet: Sheet,
  table: Table,
  row: TableRow,
  target: Column,
  factors: readonly Column[],
): Product | undefined {
  const amount = amountAt(sheet, table, row.row, target);
  const values = factors.map((factor) =>
    factor.role === 'standard'
      ? amountAt(sheet, { ...table, unit: '元' }, row.row, factor)
      : figureAt(sheet, row.row, factor.column),
  );
  if (!amount || values.some((value) => value === undefined || value.value <= 0)) return undefined;
  const found = values.filter((value) => value !== undefined);
  const expected = found.reduce((product, { value }) => product * value, 1);
  // Whole persons, months and yuan are counted, not rounded, however many decimals they are shown with.
  const interval = found.reduce<Interval>(
    (product, value) =>
      times(product, Number.isInteger(value.value) ? { low: value.value, high: value.value } : intervalOf(value)),
    { low: 1, high: 1 },
  );
  const factor = 1 / amount.factor;
  return {
    row,
    target,
    factors,
    expected: expected * factor,
    actual: amount.value,
    holds: meets(intervalOf(amount), scaled(interval, factor)),
  };
}

function times(a: Interval, b: Interval): Interval {
  return { low: a.low * b.low, high: a.high * b.high };
}
