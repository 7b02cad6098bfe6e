import type { Sheet } from '../../grid/sheet';
import { intervalOf, meets, sumInterval } from '../../numbers/interval';
import { plainText } from '../../tables/label';
import { figureAt } from '../../tables/printed';
import type { Column, ColumnRole, Table, TableRow } from '../../tables/table';
import type { RollForward } from './roll-forward';

const AMOUNTS: readonly ColumnRole[] = ['inflow', 'outflow', 'amount'];
const INTO = /收入|流入|增加|新增|新借|发行|融资|划入|转入/;
const OUT_OF = /支出|流出|减少|偿还|还本|清理|收回|划出|转出|核销/;

interface Flow {
  readonly column: Column;
  readonly sign: 1 | -1;
}

/**
 * Opening + everything that came in − everything that went out = closing, where what stands between the two balances
 * has several columns a side: 收入 by source, 本年新增 and 本年再融资. What sums they are the rows must show.
 */
export function allFlows(sheet: Sheet, table: Table): RollForward[] {
  const { columns } = table;
  return columns.flatMap((closing) => {
    if (closing.role !== 'closing') return [];
    const opening = columns.findLast(({ role, column }) => role === 'opening' && column < closing.column);
    if (!opening) return [];
    const between = columns.filter(({ column }) => column > opening.column && column < closing.column);
    const flows = between.flatMap((column) => flowOf(column) ?? []);
    // With one column a side they are told by their roles (roll-forward.ts); what has no side is no flow that we know.
    if (flows.length < 3 || flows.length < between.length || new Set(flows.map(({ sign }) => sign)).size < 2) return [];
    return table.rows.flatMap((row) => rollOf(sheet, row, opening, flows, closing) ?? []);
  });
}

function flowOf(column: Column): Flow | undefined {
  if (!AMOUNTS.includes(column.role)) return undefined;
  if (column.role !== 'amount') return { column, sign: column.role === 'inflow' ? 1 : -1 };
  const called = plainText(column.path[0] ?? '');
  if (INTO.test(called) === OUT_OF.test(called)) return undefined;
  return { column, sign: INTO.test(called) ? 1 : -1 };
}

function rollOf(
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
