import type { Position } from '../../grid/address';
import { type Sheet, textAt } from '../../grid/sheet';
import { intervalOf, meets, sumInterval, type Printed } from '../../numbers/interval';
import { itemName } from '../../tables/label';
import { figureAt } from '../../tables/printed';
import { type Column, isAmountRole, type Table, type TableRow } from '../../tables/table';
import type { RollForward } from './roll-forward';

const BALANCE = /^(?:余额|结余|结存|账面余额|结存余额)$/;
const IN_AND_OUT: readonly (readonly [RegExp, RegExp])[] = [
  [/^借方?(?:发生额|金额)?$/, /^贷方?(?:发生额|金额)?$/],
  [/^(?:收入|收方|收入金额|存入|增加|本次收入|入库|收)$/, /^(?:支出|付方|支出金额|支取|减少|本次支出|出库|付)$/],
];
/** Rows that sum up a stretch, and those that only carry the balance over. */
const SUMS_UP = /^(?:本月|本年|本日|本页|本季|累计|合计|总计|小计|月计|日计)|合计$|累计$/;
const CARRIES = /^(?:承前页|过次页|上年结转|结转下年|期初余额|上月结转|结转下页|年初余额)$/;

/** A figure that a stretch of lines begins or ends with. */
interface Balance {
  readonly at: Position;
  readonly value: Printed;
}

/**
 * The lines of an account book: each balance is the one before it, with what came in and went out since. Which of
 * the two columns adds to the balance most lines tell.
 */
export function runningBalances(sheet: Sheet, table: Table): RollForward[] {
  const columns = accountColumns(table);
  if (!columns) return [];
  const readings = ([1, -1] as const).map((sign) => linesOf(sheet, table, columns, sign));
  const holding = (lines: readonly RollForward[]) => lines.filter(({ holds }) => holds).length;
  const [best = []] = readings.sort((a, b) => holding(b) - holding(a));
  return best;
}

interface AccountColumns {
  readonly into: number;
  readonly out: number;
  readonly balance: number;
}

function accountColumns({ columns }: Table): AccountColumns | undefined {
  const named = (words: RegExp) => {
    const found = columns.filter(({ path, role }) => isAmountRole(role) && words.test(bare(path.at(-1) ?? '')));
    return found.length === 1 ? found[0] : undefined;
  };
  const balance = named(BALANCE);
  // Where the opening stands beside it, each line is by itself.
  if (!balance || columns.some(({ role }: Column) => role === 'opening')) return undefined;
  for (const [left, right] of IN_AND_OUT) {
    const [into, out] = [named(left), named(right)];
    if (into && out && balance.column > Math.max(into.column, out.column))
      return { into: into.column, out: out.column, balance: balance.column };
  }
  return undefined;
}

/** 贷方发生额（收）: which way it goes is said twice. */
function bare(header: string): string {
  return header.replace(/\([^()]*\)$/, '');
}

function linesOf(sheet: Sheet, { rows }: Table, columns: AccountColumns, sign: 1 | -1): RollForward[] {
  const lines: RollForward[] = [];
  let before: Balance | undefined;
  for (const row of rows) {
    const end = figureAt(sheet, row.row, columns.balance);
    if (!end) continue;
    const here = { at: { row: row.row, column: columns.balance }, value: end };
    if (before) lines.push(lineOf(sheet, row, before, here, columns, sign));
    before = here;
  }
  return lines;
}

function lineOf(
  sheet: Sheet,
  row: TableRow,
  before: Balance,
  { at, value }: Balance,
  { into, out }: AccountColumns,
  sign: 1 | -1,
): RollForward {
  const isCarried = wordsBefore(sheet, row, Math.min(into, out)).some(
    (name) => SUMS_UP.test(name) || CARRIES.test(name),
  );
  const flows = [
    { column: into, factor: sign },
    { column: out, factor: -sign },
  ].flatMap(({ column, factor }) => {
    const figure = isCarried ? undefined : figureAt(sheet, row.row, column);
    return figure ? [{ at: { row: row.row, column }, figure, factor }] : [];
  });
  const terms = [before.value, ...flows.map(({ figure }) => figure)];
  const signs = [1, ...flows.map(({ factor }) => factor)];
  return {
    kind: 'running',
    row,
    from: [before.at, ...flows.map((flow) => flow.at)],
    target: at,
    expected: sumInterval(
      terms.map((term) => ({ ...term, exact: true })),
      signs,
    ).low,
    actual: value.value,
    holds: meets(intervalOf(value), sumInterval(terms, signs)),
  };
}

/** What a line is called, in whichever of its columns: 日期, 凭证号, 摘要. */
function wordsBefore(sheet: Sheet, { row }: TableRow, end: number): string[] {
  return Array.from({ length: end }, (_, column) => itemName(textAt(sheet, row, column)));
}
