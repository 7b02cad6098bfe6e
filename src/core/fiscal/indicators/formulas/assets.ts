import { figureAt } from '../../../tables/printed';
import { judged, none, percent, stated } from '../building-blocks';
import { given, plus, ratioOf, times } from '../figure';
import type { Formula, Formulas, Inquiry, Outcome } from '../indicator';
import type { TableKind } from '../../../tables/table-kinds';
import { columnBy, wordsAt } from '../../../tables/cells';
import type { MissingItem } from '../items';
import { columnFor, itemsOf } from '../lookup';

const ASSETS_TABLE = '国有三资清查台账';

/** Square metres a piece; 万平方米 and 亩 are turned into square metres by the header. */
function areaEach(row: RegExp, item: 'idleHouses' | 'idleLand'): Formula {
  return (ask) => {
    const [area, pieces] = [
      ask.number(ASSETS_TABLE, row, 'area', `${item}.area`),
      ask.number(ASSETS_TABLE, row, /^宗数|数量/, `${item}.count`),
    ];
    return stated(ratioOf(times(area, given(squareMetres(ask))), pieces));
  };
}

function squareMetres(ask: Inquiry): number {
  const [placed] = ask.tables(
    ASSETS_TABLE,
    'area',
    ({ table }) => columnFor(table, 'area') !== undefined && columnFor(table, /宗数/) !== undefined,
  );
  const header = (placed && columnFor(placed.table, 'area'))?.path.join('|') ?? '';
  return /万平方米|万㎡|万m2/.test(header) ? 10_000 : /亩/.test(header) ? 666.67 : 1;
}

/** Kinds of goods that offices buy again and again, by the words of lists of assets and of orders. */
const GOODS = [
  /计算机|电脑|笔记本/,
  /打印机|复印机|一体机|扫描仪/,
  /空调/,
  /家具|办公桌|课桌|椅|沙发|文件柜/,
  /投影|显示屏|电视/,
  /(?:轿车|客车|越野车|公务车|汽车|车辆)(?!.*(?:维修|保养|保险|租赁|加油))/,
  /服务器|交换机/,
];

/** What a list names in the rows that its other column marks. */
function things(
  ask: Inquiry,
  kind: TableKind,
  item: MissingItem,
  marking: RegExp,
  marked: RegExp,
  named: RegExp,
): readonly string[] {
  const [placed] = ask.tables(kind, item, ({ table }) => [marking, named].every((header) => columnBy(table, header)));
  const [mark, name] = [marking, named].map((header) => placed && columnBy(placed.table, header));
  if (!placed || !mark || !name) return [];
  return itemsOf(placed.table)
    .filter(({ row }) => marked.test(wordsAt(placed.sheet, row, mark)))
    .map(({ row }) => wordsAt(placed.sheet, row, name));
}

/** Z: assets. */
export const ASSETS = {
  Z01: (ask) => {
    const all = ask.number(ASSETS_TABLE, 'total', /^宗数/, 'idleAssets.count');
    const named = plus(...[/房屋/, /土地/].map((row) => ask.number(ASSETS_TABLE, row, /^宗数/, 'housesAndLand.count')));
    const others = ask.number(ASSETS_TABLE, /^其他/, /^宗数/, 'otherAssets');
    const missingOthers = !Number.isFinite(others.value);
    if (missingOthers && Number.isFinite(named.value)) ask.missing.length = 0;
    const explained = missingOthers ? named : plus(named, others);
    return judged(
      stated(all),
      explained.value < all.value ? 'warn' : 'pass',
      { id: 'explained', numbers: { bound: explained.value } },
      undefined,
    );
  },
  Z02: areaEach(/房屋/, 'idleHouses'),
  Z03: areaEach(/土地/, 'idleLand'),
  Z05: (ask) =>
    stated(ask.whole(ASSETS_TABLE, /数量|宗数/, 'waterAssets.count', 'number', ({ table }) => /水/.test(table.title))),
  Z07: (ask): Outcome | undefined => {
    const [placed] = ask.tables(
      ASSETS_TABLE,
      'worthAndFinancing',
      ({ table }) => columnFor(table, /融资/) !== undefined,
    );
    const [worth, finance, loan] = [/价值|评估/, /融资/, /贷款/].map(
      (header) => placed && columnFor(placed.table, header),
    );
    if (!placed || !worth || !finance) return undefined;
    const over = itemsOf(placed.table).filter(({ row }) => {
      const [value, may, got] = [worth, finance, loan].map((column) =>
        column ? figureAt(placed.sheet, row, column.column)?.value : undefined,
      );
      return value !== undefined && ((may ?? 0) > value || (got ?? 0) > (may ?? value));
    });
    for (const row of over) for (const column of [finance, loan, worth]) if (column) ask.note(placed, row, column);
    return none(over.length, 'fail');
  },
  Z09: (ask) => {
    const idle = things(ask, ASSETS_TABLE, 'idleAssets', /使用状况|资产状态/, /闲置|低效|未使用/, /资产名称|^名称/);
    const bought = things(ask, '电子卖场交易', 'orders', /订单号|单号/, /./, /品目|商品名称/);
    return none(
      GOODS.filter((kind) => [idle, bought].every((names) => names.some((name) => kind.test(name)))).length,
      'warn',
    );
  },
  J02: (ask) => {
    const [done, all] = [/已整改/, /发现问题|问题(?:数|个数)/].map((column) =>
      ask.number(undefined, 'total', column, 'problemsAndMended'),
    );
    if (!done || !all) return undefined;
    return judged(
      percent(done, all),
      done.value < all.value ? 'warn' : 'pass',
      { id: 'atLeast', numbers: { bound: 100 } },
      undefined,
    );
  },
} satisfies Formulas;
