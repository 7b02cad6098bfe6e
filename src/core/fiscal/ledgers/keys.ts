import type { Sheet } from '../../grid/sheet';
import { wordsAt } from '../../tables/cells';
import type { Column, Table, TableRow } from '../../tables/table';

/** A line that has the key of an earlier one. */
export interface RepeatedKey {
  readonly row: TableRow;
  readonly before: TableRow;
  readonly column: Column;
  readonly words: string;
}

/** What a ledger is kept by: numbers of orders and contracts, and the names of those who stand in it once each. */
const KEY =
  /(?:订单|合同|单据|发票|票据|资产|档案|备案|指标文|项目|车牌|采购|凭证|协议|权证|卡片|设备)(?:编?号|号码|编码|代码)$|^(?:编号|单号|卡号|台账编号)$|(?:企业|纳税人|公司|学校|债券)(?:全?名称?)$|统一社会信用代码|纳税人识别号/;

const LEAST_LINES = 10;
/** A column in which more repeat (one order of several lines) is no key. */
const MOST_REPEATED = 0.05;

/** Lines that stand under a key twice, in columns where nearly every line has a key of its own. */
export function repeatedKeys(
  sheet: Sheet,
  table: Table,
): { readonly judged: number; readonly repeated: RepeatedKey[] } {
  let judged = 0;
  const repeated = table.columns
    .filter(({ path, role }) => KEY.test(path.at(-1) ?? '') && (role === 'text' || role === 'item' || role === 'code'))
    .flatMap((column) => {
      const first = new Map<string, TableRow>();
      const again: RepeatedKey[] = [];
      const lines = table.rows.filter(({ role }) => role === 'item');
      for (const row of lines) {
        const words = wordsAt(sheet, row.row, column);
        const before = first.get(words);
        if (words === '') continue;
        if (before) again.push({ row, before, column, words });
        else first.set(words, row);
      }
      const keyed = first.size + again.length;
      if (keyed < LEAST_LINES || keyed < lines.length || again.length > Math.max(1, keyed * MOST_REPEATED)) return [];
      judged += keyed;
      return again;
    });
  return { judged, repeated };
}
