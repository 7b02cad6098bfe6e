import type { Position } from '../grid/address';
import type { Sheet } from '../grid/sheet';
import { intervalOf, meets, sumInterval, type Printed } from '../numbers/interval';
import { figureAt } from '../tables/printed';
import { plainText } from '../tables/label';
import type { Table, TableRow } from '../tables/table';

/** A cash table carries forward in two ways: within a row, and from the end of one row to the start of the next. */
export interface RollForward {
  readonly kind: 'within' | 'chain';
  readonly row: TableRow;
  /** What it should be follows from these: opening, inflow, outflow; or the closing of the row before. */
  readonly from: readonly Position[];
  readonly target: Position;
  readonly expected: number;
  readonly actual: number;
  readonly holds: boolean;
}

const OPENING = /(?:月初|期初|年初|上期|上月末|昨日)[^|]*(?:余额|结余|库存|结存)/;
const CLOSING = /(?:月末|期末|月底|本期末|今日)[^|]*(?:余额|结余|库存|结存)/;
const INFLOW = /流入|收入|增加/;
const OUTFLOW = /流出|支出|减少|拨付/;

/** Every opening + inflow − outflow = closing of a table that has the four columns. */
export function rollForwards(sheet: Sheet, table: Table): RollForward[] {
  const column = (pattern: RegExp, not?: RegExp) => {
    const found = table.columns.filter(({ path }) => pattern.test(path.join('|')) && !not?.test(path.join('|')));
    // Two columns of one meaning (本月、累计): which one carries forward cannot be told.
    return found.length === 1 ? found[0]?.column : undefined;
  };
  const opening = column(OPENING);
  const closing = column(CLOSING);
  const inflow = column(INFLOW, /余额|结余|库存|结存/);
  const outflow = column(OUTFLOW, /余额|结余|库存|结存/);
  if (opening === undefined || closing === undefined || inflow === undefined || outflow === undefined) return [];
  const rolls: RollForward[] = [];
  let before: { readonly at: Position; readonly value: Printed } | undefined;
  for (const row of table.rows) {
    if (row.role !== 'item') continue;
    const at = (c: number) => ({ row: row.row, column: c });
    const [start, into, out, end] = [opening, inflow, outflow, closing].map((c) => figureAt(sheet, row.row, c));
    if (start && into && out && end) {
      const terms = [start, into, out];
      const signs = [1, 1, -1];
      rolls.push({
        kind: 'within',
        row,
        from: [at(opening), at(inflow), at(outflow)],
        target: at(closing),
        expected: sumInterval(terms.map((term) => ({ ...term, exact: true })), signs).low,
        actual: end.value,
        holds: meets(intervalOf(end), sumInterval(terms, signs)),
      });
    }
    if (isMonth(row) && start && before) {
      rolls.push({ kind: 'chain', row, from: [before.at], target: at(opening), expected: before.value.value, actual: start.value, holds: meets(intervalOf(start), intervalOf(before.value)) });
    }
    before = isMonth(row) && end ? { at: at(closing), value: end } : undefined;
  }
  return rolls;
}

/** Only months follow each other; funds or accounts in rows do not. */
function isMonth({ label }: TableRow): boolean {
  return /^\d{1,2}月/.test(plainText(label));
}
