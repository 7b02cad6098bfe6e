import type { Sheet } from '../../grid/sheet';
import { intervalOf } from '../../numbers/interval';
import { dateAt } from '../../tables/cells';
import { figureAt } from '../../tables/printed';
import { type Column, isAmountRole, type Table, type TableRow } from '../../tables/table';
import { unitOfCell } from '../../tables/unit-of-cell';

/** A row whose two columns stand in the other order than in all other rows. */
export interface OutOfOrder<Value> {
  readonly row: TableRow;
  readonly first: Column;
  readonly second: Column;
  readonly firstValue: Value;
  readonly secondValue: Value;
  /** Whether the headers say, too, which comes first. */
  readonly isNamed: boolean;
}

export interface OrderFound<Value> {
  readonly judged: number;
  readonly broken: readonly OutOfOrder<Value>[];
}

/** An order is learned from so many rows, */
const LEAST_ROWS = 5;
/** fewer where the headers say it, too, */
const LEAST_NAMED = 3;
/** and where so many are otherwise (one in any case), it is none. */
const MOST_BROKEN = 0.1;

/** What happens in the life of a project, a contract or a debt, in its order. */
const STAGES: readonly RegExp[] = [
  /申报|申请|立项|提出/,
  /批复|批准|审批|下达/,
  /公告|招标|采购(?:日期|时间)/,
  /中标|成交|定标/,
  /合同|签[订约]|协议/,
  /开工|起始|起租|租期起|开始|^起|发行|举借|借款|放款|起息/,
  /完工|竣工|截止|终止|结束|止租|租期止|^止|到期|还款/,
  /验收|交付/,
  /结算|决算|审计|支付|付款/,
  /清算|核销|归档/,
];

/** Dates of a row that come one after the other: 开工 before 竣工, 中标 before 合同签订. */
export function datesInOrder(sheet: Sheet, table: Table): OrderFound<string> {
  const columns = table.columns.filter(({ role }) => role === 'date');
  return everyPair(columns, (first, second) => {
    const [earlier, later] = [stageOf(first), stageOf(second)];
    const named = earlier < 0 || later < 0 ? 0 : later - earlier;
    const rows = table.rows.flatMap((row) => {
      const [a, b] = [dateAt(sheet, row.row, first), dateAt(sheet, row.row, second)];
      return row.role === 'item' && a !== undefined && b !== undefined ? [{ row, a, b, ordered: a <= b }] : [];
    });
    return learned(rows, first, second, named > 0, named < 0);
  });
}

function stageOf({ path }: Column): number {
  const header = path.join('|');
  const leaf = STAGES.findIndex((stage) => stage.test(path.at(-1) ?? ''));
  return leaf >= 0 ? leaf : STAGES.findIndex((stage) => stage.test(header));
}

/** What is spent, paid or won is at most what was provided, due or offered; a part at most its whole. */
const BOUNDED: readonly (readonly [part: RegExp, whole: RegExp])[] = [
  [
    /^(?:已|累计|实际|本年|本期)*(?:支付|支出|拨付|报账|使用|兑付)(?:数|金额|资金|额)?$/,
    /^[^|]{0,6}(?:安排|下达|到位|预算|指标)(?:数|金额|资金|额)?$|资金总额/,
  ],
  [/^已?分配(?:数|金额|资金|额)?$/, /(?:下达|到位)(?:数|金额|资金|额)?$|(?:下达|到位)\|(?:小计|合计)$/],
  [/^(?:成交|中标|合同)(?:价|金额|价格)?$/, /预算(?:金额|价)?$|最高限价|控制价|采购预算/],
  [/实[收缴](?:数|金额|租金)?$|已收/, /应[收缴](?:数|金额|租金)?$/],
  [/已整改|已完成整改|整改完成/, /发现问题|问题(?:数|个数|金额)?$/],
  [/^已(?:消化|盘活|收回|使用)/, /结余|结转|存量/],
  [/债务余额|余额\(?决算/, /债务限额|限额/],
  [/^拟(?:核销|上缴|收回|化解|清理|盘活)/, /余额$/],
  [/得分$/, /分值$|满分$/],
  [/^(?:19|20)\d{2}年(?:计划|拟)?安排$|^(?:本次|本年)安排/, /总投资$/],
];

/** The year so far holds its last month; where months stand down the rows their running sums say more. */
const MONTH_IN_YEAR = [
  /^(?:本月|当月)(?:数|额|金额|发生额|完成数?)?$/,
  /^(?:本年)?累计(?:数|额|金额|发生额|完成数?)?$/,
] as const;
const BALANCE = /余额|结[余存转]|库存/;
const MONTH_ROW = /^(?:\d{1,2}|[一二三四五六七八九十]{1,3})月/;

/** Amounts of a row of which the headers say that one is within the other, and that are so in the other rows. */
export function amountsInOrder(sheet: Sheet, table: Table): OrderFound<number> {
  const columns = table.columns.filter(({ role }) => isAmountRole(role));
  const bounds = table.rows.some(({ name }) => MONTH_ROW.test(name)) ? BOUNDED : [...BOUNDED, MONTH_IN_YEAR];
  const [month, year] = MONTH_IN_YEAR;
  return everyPair(columns, (part, whole) => {
    if (!bounds.some(([a, b]) => fits(a, part) && fits(b, whole) && !fits(a, whole) && isLike(part, whole)))
      return undefined;
    // What was given back earlier in the year may leave less of it than its last month took in.
    const isNamed = !(fits(month, part) && fits(year, whole));
    const rows = table.rows.flatMap((row) => {
      // What the month began with is no part of what the year began with.
      if (!isNamed && BALANCE.test(row.name)) return [];
      const [a, b] = [figureAt(sheet, row.row, part.column), figureAt(sheet, row.row, whole.column)];
      // What nothing was planned for has no bound; nor has what was taken back.
      if (row.role !== 'item' || !a || !b || b.value <= 0) return [];
      // Persons among the amounts are counted, and no budget bounds them.
      if (unitOfCell(table, row, part) !== unitOfCell(table, undefined, part)) return [];
      return [{ row, a: a.value, b: b.value, ordered: intervalOf(a).low <= intervalOf(b).high }];
    });
    return learned(rows, part, whole, isNamed, false);
  });
}

/** The words may stand over a group: 债务余额 | 一般债务. */
function fits(words: RegExp, { path }: Column): boolean {
  return path.slice(-2).some((text) => words.test(text));
}

/** Below two groups the columns of one name belong together; and figures of one unit. */
function isLike(part: Column, whole: Column): boolean {
  const [a, b] = [part.path, whole.path];
  const isOfGroup = (path: readonly string[], words: (pair: readonly [RegExp, RegExp]) => RegExp): boolean =>
    path.length > 1 && !BOUNDED.some((pair) => words(pair).test(path.at(-1) ?? ''));
  const below = isOfGroup(a, ([words]) => words) || isOfGroup(b, ([, words]) => words);
  // 已支付 within 资金安排 | 合计.
  const isSum = !isOfGroup(a, ([words]) => words) && /^(?:合计|小计|总计)$/.test(b.at(-1) ?? '');
  return part.unit === whole.unit && (!below || isSum || a.at(-1) === b.at(-1));
}

interface Compared<Value> {
  readonly row: TableRow;
  readonly a: Value;
  readonly b: Value;
  readonly ordered: boolean;
}

function learned<Value>(
  rows: readonly Compared<Value>[],
  first: Column,
  second: Column,
  isNamed: boolean,
  isAgainst: boolean,
): OrderFound<Value> | undefined {
  const broken = rows.filter(({ ordered }) => !ordered);
  const strict = new Set(rows.filter(({ a, b, ordered }) => ordered && a !== b).map(({ row }) => row));
  const least = isNamed ? LEAST_NAMED : LEAST_ROWS;
  if (isAgainst || strict.size < least || broken.length > Math.max(1, MOST_BROKEN * rows.length)) return undefined;
  return {
    judged: rows.length,
    broken: broken.map(({ row, a, b }) => ({ row, first, second, firstValue: a, secondValue: b, isNamed })),
  };
}

function everyPair<Value>(
  columns: readonly Column[],
  judge: (first: Column, second: Column) => OrderFound<Value> | undefined,
): OrderFound<Value> {
  const found = columns.flatMap((first) =>
    columns.flatMap((second) => (first === second ? [] : (judge(first, second) ?? []))),
  );
  return {
    judged: found.reduce((sum, { judged }) => sum + judged, 0),
    broken: oncePerRow(found.flatMap(({ broken }) => broken)),
  };
}

/** A date typed wrong stands against several others of its row: it is told once, the surest way. */
function oncePerRow<Value>(broken: readonly OutOfOrder<Value>[]): OutOfOrder<Value>[] {
  const byRow = new Map<TableRow, OutOfOrder<Value>>();
  for (const one of broken) {
    const known = byRow.get(one.row);
    if (!known || (!known.isNamed && one.isNamed)) byRow.set(one.row, one);
  }
  return [...byRow.values()];
}
