import type { Sheet } from '../../grid/sheet';
import { isOfWhich, plainText } from '../../tables/label';
import type { Column, ColumnRole, Table } from '../../tables/table';
import { type Flow, rollOf, type RollForward } from './roll-forward';

const AMOUNTS: readonly ColumnRole[] = ['inflow', 'outflow', 'amount'];
const INTO = /收入|流入|增加|新增|新借|发行|融资|划入|转入|进账|入账|进项|收进|存入/;
const OUT_OF = /支出|流出|减少|偿还|还本|清理|收回|划出|转出|核销|付出|出账|出项|拨出|支取/;

/** Columns whose words say nothing of their side are tried on both; of more of them too many ways would come out by chance. */
const MOST_TRIED = 4;
/** In so many rows that move a way must come out that only the figures name. */
const LEAST_ROWS = 3;

/**
 * Opening + everything that came in − everything that went out = closing, where what stands between the two balances
 * has several columns a side: 收入 by source, 本年新增 and 本年再融资. Where the words do not say on which side a
 * column stands (核销, 拨款), the figures do: in the rows of one way alone the balances come out.
 */
export function allFlows(sheet: Sheet, table: Table): readonly RollForward[] {
  const { columns } = table;
  return columns.flatMap((closing) => {
    if (closing.role !== 'closing') return [];
    const opening = columns.findLast(({ role, column }) => role === 'opening' && column < closing.column);
    if (!opening) return [];
    // 其中：再融资 stands in the column before it already.
    const between = columns.filter(
      ({ column, path }) =>
        column > opening.column && column < closing.column && !path.some((header) => isOfWhich(header)),
    );
    // With one column a side they are told by their roles (roll-forward.ts).
    if (between.length < 3 || !between.every(({ role }) => AMOUNTS.includes(role))) return [];
    const ways = waysOf(between).map((flows) =>
      table.rows.flatMap((row) => rollOf(sheet, row, opening, flows, closing) ?? []),
    );
    const [best, ...others] = ways.sort((a, b) => holding(b) - holding(a));
    // On which side a column of zeros stands is all the same.
    const next = others.find((way) => way.some(({ expected }, i) => expected !== best?.[i]?.expected));
    if (!best || (next && (holding(next) === holding(best) || holding(best) < LEAST_ROWS))) return [];
    return best;
  });
}

function holding(rolls: readonly RollForward[]): number {
  return rolls.filter(({ holds }) => holds).length;
}

/** On which side each column may stand. */
function waysOf(columns: readonly Column[]): (readonly Flow[])[] {
  if (columns.filter((column) => signOf(column) === undefined).length > MOST_TRIED) return [];
  return columns.reduce<(readonly Flow[])[]>(
    (ways, column) => {
      const told = signOf(column);
      const signs: readonly Flow['sign'][] = told === undefined ? [1, -1] : [told];
      return signs.flatMap((sign) => ways.map((way) => [...way, { column, sign }]));
    },
    [[]],
  );
}

function signOf({ role, path }: Column): Flow['sign'] | undefined {
  if (role !== 'amount') return role === 'inflow' ? 1 : -1;
  const called = plainText(path[0] ?? '');
  if (INTO.test(called) === OUT_OF.test(called)) return undefined;
  return INTO.test(called) ? 1 : -1;
}
