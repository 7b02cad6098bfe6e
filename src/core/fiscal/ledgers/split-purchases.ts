import type { Sheet } from '../../grid/sheet';
import { ExactSum } from '../../numbers/decimal';
import { amountAt, columnBy, dateAt, wordsAt } from '../../tables/cells';
import type { Column, Table, TableRow } from '../../tables/table';

/** One buyer, one budget project, one category, one year: what was bought otherwise than by open tender. */
export interface Purchases {
  readonly buyer: string;
  readonly item: string;
  readonly column: Column;
  readonly lines: readonly TableRow[];
  readonly yuan: number;
}

/** Groups of purchases in a list of orders; each but once below the amount from which open tender is asked. */
export function purchasesOf(sheet: Sheet, table: Table, openTender: number): Purchases[] {
  const buyer = columnBy(table, /采购(?:单位|人)|预算单位/, 'text', 'item');
  const item = columnBy(table, /品目|采购目录|商品类别/, 'text', 'item') ?? columnBy(table, /类别/, 'text', 'item');
  const paid = columnBy(table, /成交(?:金额|价)|合同(?:金额|价)|交易金额|采购金额/, 'amount', 'ytd', 'paid');
  if (!buyer || !item || !paid || buyer === item) return [];
  const project = columnBy(table, /预算项目|项目名称/, 'text', 'item');
  const way = columnBy(table, /(?:采购|交易)方式/, 'text', 'item');
  const kind = columnBy(table, /^(?:采购)?类别$/, 'text', 'item');
  const day = table.columns.find(({ role }) => role === 'date');
  const groups = new Map<string, { buyer: string; item: string; lines: TableRow[]; sum: ExactSum }>();
  for (const row of table.rows.filter(({ role }) => role === 'item')) {
    const amount = amountAt(sheet, table, row.row, paid);
    const [who, what] = [buyer, item].map((column) => wordsAt(sheet, row.row, column));
    const [inProject = '', byWay = '', ofKind = ''] = [project, way, kind].map((column) =>
      column ? wordsAt(sheet, row.row, column) : '',
    );
    // The rule is of goods and services; works are tendered by a law of their own.
    if (!amount || !who || !what || /公开招标/.test(byWay) || /工程/.test(`${ofKind}${what}`)) continue;
    const yuan = amount.value * amount.factor;
    if (yuan <= 0 || yuan >= openTender) continue;
    const year = (day && dateAt(sheet, row.row, day)?.slice(0, 4)) ?? '';
    const key = [who, what, inProject, year].join('|');
    const group = groups.get(key) ?? { buyer: who, item: what, lines: [], sum: new ExactSum() };
    group.lines.push(row);
    group.sum.add(yuan);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ sum, ...group }) => ({ ...group, column: paid, yuan: sum.value }));
}
