import type { Sheet } from '../../grid/sheet';
import { shownText } from '../../tables/printed';
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
  /(?:订单|合同|报告|批次|流水|受理|单据|发票|票据|资产|档案|备案|指标文|项目|车牌|采购|凭证|协议|权证|卡片|设备)(?:编?号|号码|编码|代码)$|^(?:资金|指标)?文号$|^(?:编号|单号|卡号|台账编号)$|(?:企业|纳税人|公司|学校|债券)(?:全?名称?)$|统一社会信用代码|纳税人识别号/;
/** A code of a thing that has a name: whoever is called otherwise has another. */
const CODE_OF_NAME = /(?:债券|单位|品目|物资|商品|学校|企业|项目|资产)(?:编码|代码|编号)$/;

const LEAST_LINES = 10;
/** Where two names stand under one code, fewer lines show that each should have its own. */
const LEAST_NAMED = 4;
/** A column in which more repeat (one order of several lines) is no key. */
const MOST_REPEATED = 0.05;
/** So many lines at most are without one: a count below the list. */
const MOST_WITHOUT = 0.1;

/** Lines that stand under a key twice, in columns where nearly every line has a key of its own. */
export function repeatedKeys(
  sheet: Sheet,
  table: Table,
): { readonly judged: number; readonly repeated: RepeatedKey[] } {
  let judged = 0;
  const lines = table.rows.filter(({ role }) => role === 'item');
  const repeated = table.columns
    .filter(({ role }) => role === 'text' || role === 'item' || role === 'code')
    .flatMap((column) => {
      const header = column.path.at(-1) ?? '';
      const isOfName = CODE_OF_NAME.test(header);
      const named = nameColumn(table, header);
      const nameIn = (row: TableRow): string => (named ? shownText(sheet, row.row, named.column) : row.name);
      if (!isOfName && !KEY.test(header)) return [];
      const first = new Map<string, TableRow>();
      const again: RepeatedKey[] = [];
      let names = 0;
      for (const row of lines) {
        const words = shownText(sheet, row.row, column.column).trim();
        const before = first.get(words);
        if (words === '') continue;
        if (!before) first.set(words, row);
        else if (!isOfName || nameIn(before) !== nameIn(row)) again.push({ row, before, column, words });
        else names++;
      }
      const keyed = first.size + again.length;
      const least = isOfName && again.length > 0 && names === 0 ? LEAST_NAMED : LEAST_LINES;
      const without = lines.length - keyed - names;
      if (keyed < least || without > Math.ceil(lines.length * MOST_WITHOUT)) return [];
      if (names > 0 || again.length > Math.max(1, keyed * MOST_REPEATED)) return [];
      judged += keyed;
      return again;
    });
  return { judged, repeated };
}

/** The column that names what a code stands for: 单位名称 beside 单位编码. */
function nameColumn({ columns }: Table, header: string): Column | undefined {
  const thing = header.replace(/(?:编码|代码|编号)$/, '');
  return columns.find(({ path }) => [thing, `${thing}名称`].includes(path.at(-1) ?? ''));
}
