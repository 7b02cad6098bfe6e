import type { Sheet } from '../../grid/sheet';
import { ExactSum } from '../../numbers/decimal';
import { amountAt, columnBy } from '../../tables/cells';
import type { Column, Table, TableRow } from '../../tables/table';

/** What the disposals of an asset ledger brought in. */
export interface DisposalIncome {
  readonly yuan: number;
  readonly column: Column;
  readonly rows: readonly TableRow[];
}

/** The column of income paid in; where none says so, of income. */
export function disposalIncome(sheet: Sheet, table: Table): DisposalIncome | undefined {
  if (table.kind !== '国有三资清查台账') return undefined;
  const column =
    columnBy(table, /(?:入库|缴库|上缴)[^|]*(?:金额|收入|收益|额)|已(?:入库|缴库|上缴)/, 'amount', 'ytd', 'paid') ??
    columnBy(
      table,
      /(?:应缴|上缴|解缴|净缴)[^|]*(?:国库|财政|数|额|款)|缴[入库][^|]*(?:数|国库)/,
      'amount',
      'ytd',
      'due',
      'paid',
    ) ??
    columnBy(table, /处置(?:收入|收益|价款|所得)|^收益|收益金额/, 'amount', 'ytd');
  if (!column) return undefined;
  const rows = table.rows.filter(
    ({ row, role }) => role === 'item' && amountAt(sheet, table, row, column) !== undefined,
  );
  const sum = new ExactSum();
  for (const { row } of rows) {
    const amount = amountAt(sheet, table, row, column);
    if (amount) sum.add(amount.value * amount.factor);
  }
  return rows.length === 0 ? undefined : { yuan: sum.value, column, rows };
}
