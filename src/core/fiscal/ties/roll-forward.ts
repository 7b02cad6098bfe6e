import type { Position } from '../../grid/address';
import type { Sheet } from '../../grid/sheet';
import { intervalOf, meets, sumInterval, type Printed } from '../../numbers/interval';
import { figureAt } from '../../tables/printed';
import { plainText } from '../../tables/label';
import { groupOf, isAmountRole, type Column, type Table, type TableRow } from '../../tables/table';

/** A table of balances carries forward within a row, from the end of one row to the start of the next, or line by line (running-balance.ts). */
export interface RollForward {
  readonly kind: 'within' | 'chain' | 'running';
  readonly row: TableRow;
  /** What its period is called where periods stand side by side; absent: as its row is. */
  readonly called?: string;
  /** What it should be follows from these: opening, inflow, outflow; or the closing of the row before. */
  readonly from: readonly Position[];
  readonly target: Position;
  readonly expected: number;
  readonly actual: number;
  readonly holds: boolean;
}

/** The four columns of one group of headers: a debt ledger has them once for each sort of debt. */
interface Group {
  readonly opening: Column;
  readonly inflow: Column;
  readonly outflow: Column;
  readonly closing: Column;
}

function groupsOf({ columns }: Table): Group[] {
  const under = (closing: Column, role: Column['role']) => {
    const all = columns.filter((column) => column.role === role);
    const own = all.filter((column) => isOfOneGroup(column, closing));
    // 年初余额 | 本年变动: 新增, 还本 | 年末余额: the flows have a header of their own.
    const found = own.length === 0 && closing.path.length === 1 ? all : own;
    // Two columns of one meaning (本月、累计): which one carries forward cannot be told.
    return found.length === 1 ? found[0] : undefined;
  };
  return columns.flatMap((closing) => {
    if (under(closing, 'closing') !== closing) return [];
    const [inflow, outflow] = [under(closing, 'inflow'), under(closing, 'outflow')];
    // 年初余额 | 月初余额 | 本月流入: the flow carries the balance forward that it stands beside.
    const opening = columns.findLast(
      (column) =>
        column.role === 'opening' &&
        inflow !== undefined &&
        column.column < inflow.column &&
        isOfOneGroup(column, closing),
    );
    return opening && inflow && outflow ? [{ opening, inflow, outflow, closing }] : [];
  });
}

/** Every opening + inflow − outflow = closing of a table that has the four columns. */
export function rollForwards(sheet: Sheet, table: Table): RollForward[] {
  return groupsOf(table).flatMap((group) => rollsOf(sheet, table, group));
}

/** 本年收支结余, 净增加: what came in less what went out, as one figure. */
const NET = /^(?!.*滚存)[^|]*(?:结余|差额|净增加?额?|净变动额?)$/;

/** Opening + what is left of the year = closing, where a table has that as a column of its own between the two. */
export function netFlows(sheet: Sheet, { columns, rows }: Table): RollForward[] {
  return columns.flatMap((closing) => {
    if (closing.role !== 'closing') return [];
    const opening = columns.findLast(({ role, column }) => role === 'opening' && column < closing.column);
    const [net, more] = columns.filter(
      ({ role, column, path }) =>
        opening !== undefined &&
        column > opening.column &&
        column < closing.column &&
        isAmountRole(role) &&
        NET.test(path.at(-1) ?? ''),
    );
    if (!opening || !net || more) return [];
    return rows.flatMap((row) => rollOf(sheet, row, opening, [{ column: net, sign: 1 }], closing) ?? []);
  });
}

/** Where months or years stand down the rows, each begins with what the one before it ended with. */
export function chains(sheet: Sheet, table: Table): RollForward[] {
  return table.columns.flatMap((closing) => {
    if (closing.role !== 'closing') return [];
    const opening = table.columns.findLast(
      (column) => column.role === 'opening' && column.column < closing.column && isOfOneGroup(column, closing),
    );
    return opening ? chainOf(sheet, table, opening, closing) : [];
  });
}

function isOfOneGroup(one: Column, other: Column): boolean {
  return groupOf(one) === groupOf(other);
}

function chainOf(sheet: Sheet, { rows }: Table, opening: Column, closing: Column): RollForward[] {
  const links: RollForward[] = [];
  let before: { readonly at: Position; readonly value: Printed } | undefined;
  for (const row of rows) {
    const [start, end] = [opening, closing].map(({ column }) => figureAt(sheet, row.row, column));
    if (isOfTime(row) && start && before)
      links.push({
        kind: 'chain',
        row,
        from: [before.at],
        target: { row: row.row, column: opening.column },
        expected: before.value.value,
        actual: start.value,
        holds: meets(intervalOf(start), intervalOf(before.value)),
      });
    before = isOfTime(row) && end ? { at: { row: row.row, column: closing.column }, value: end } : undefined;
  }
  return links;
}

/** What came in, or went out, of a balance. */
export interface Flow {
  readonly column: Column;
  readonly sign: 1 | -1;
}

function rollsOf(sheet: Sheet, table: Table, { opening, inflow, outflow, closing }: Group): RollForward[] {
  const flows: readonly Flow[] = [
    { column: inflow, sign: 1 },
    { column: outflow, sign: -1 },
  ];
  return table.rows
    .filter(({ row }) => flows.every(({ column: { column } }) => figureAt(sheet, row, column) !== undefined))
    .flatMap((row) => rollOf(sheet, row, opening, flows, closing) ?? []);
}

/** A row's closing beside its opening and its flows, of which a blank one is none; undefined: it has no such figures. */
export function rollOf(
  sheet: Sheet,
  row: TableRow,
  opening: Column,
  flows: readonly Flow[],
  closing: Column,
): RollForward | undefined {
  const [start, end] = [opening, closing].map(({ column }) => figureAt(sheet, row.row, column));
  const moved = flows.flatMap(({ column: { column }, sign }) => {
    const figure = figureAt(sheet, row.row, column);
    return figure ? [{ column, sign, figure }] : [];
  });
  if (!start || !end || moved.length === 0) return undefined;
  const terms = [start, ...moved.map(({ figure }) => figure)];
  const signs = [1, ...moved.map(({ sign }) => sign)];
  const exact = terms.map((term) => ({ ...term, exact: true }));
  return {
    kind: 'within',
    row,
    from: [opening.column, ...moved.map(({ column }) => column)].map((column) => ({ row: row.row, column })),
    target: { row: row.row, column: closing.column },
    expected: sumInterval(exact, signs).low,
    actual: end.value,
    holds: meets(intervalOf(end), sumInterval(terms, signs)),
  };
}

const OF_TIME =
  /^(?:(?:19|20)\d{2}年?)?(?:\d{1,2}月(?:份|[末底]|\d{1,2}日|[上中下]旬)?|第?[一二三四1-4]季度[末底]?)$|^(?:19|20)\d{2}(?:年度?)?(?:[末底]|及以后)?$/;

/** Only months, quarters and years follow each other, down to days; funds or accounts in rows do not, nor 2020年医院搬迁专项债券. */
export function isOfTime({ label }: TableRow): boolean {
  return OF_TIME.test(plainText(label));
}
