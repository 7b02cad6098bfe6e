import { roundHalfUp } from '../../../src/core/numbers/decimal';
import type { SampleBook } from '../book';
import {
  CASH,
  CASH_AT_YEAR_END,
  JUNE_REVENUE,
  JUNE_SPENDING,
  JUNE_TRANSFERS,
  NON_TAX_NAMES,
  pick,
  REVENUE_CODES,
  TAX_NAMES,
} from '../figures';
import { swap } from '../planted-errors';
import { SheetDraft, sumOfRows, sumOfRun } from '../sheet-draft';
import { caption, rateOf, rolled, TableDraft, type Entry } from '../table-draft';
import { inMonth, upTo, wholeYear } from '../table-truth';

/** What the treasury desk keeps for June 2023: cash by month, the treasury's own report, revenue by level of government, advances. */
const COUNTY = '青禾县';

function sheets(): SheetDraft[] {
  return [cash(), report(), levels(), advances(), advancesBefore()];
}

/** 库款: typed in 元, the sums of the flows below, the state in words. */
function cash(): SheetDraft {
  const sheet = new SheetDraft('库款监测');
  caption(sheet, {
    at: 1,
    title: `${COUNTY}2023年上半年库款运行监测表`,
    left: '填报：国库股',
    right: '单位：元',
    last: 6,
  });
  const table = new TableDraft(sheet, {
    kind: '库款月报',
    unit: '元',
    period: upTo(2023, 6),
    top: 3,
    columns: [
      ['月\u3000份', 'item', 10],
      ['期初库款余额', 'opening', 18],
      ['本期流入|合计', 'inflow', 18],
      ['本期流入|其中：上级调度', 'inflow', 18],
      ['本期流出', 'outflow', 18],
      ['期末余额', 'closing', 18],
      ['状态', 'text', 10],
    ],
  });
  const rows = CASH.map(({ month, opening, inflow, outflow, closing }) =>
    table.add([
      `${month}月`,
      opening,
      inflow,
      roundHalfUp(inflow * 0.62, 0),
      outflow,
      closing,
      closing / (outflow || 1) < 0.35 ? '偏低' : '正常',
    ]),
  );
  table.addTotal(['合\u3000计'], rows, 'typed', [2, 3, 4]);
  sheet.put(table.row + 1, 0, '注：库款不含财政专户资金。');
  return sheet;
}

/** The treasury's own report: codes as text, names padded, revenue, expenditure and stock one below the other. */
function report(): SheetDraft {
  const sheet = new SheetDraft('收支存月报');
  caption(sheet, { title: `国家金库${COUNTY}支库收支存月报表[本级]`, last: 3 });
  sheet.put(1, 0, '(2023年06月<月报>)', { align: 'center' });
  sheet.merge(1, 0, 1, 3);
  sheet.put(2, 0, `编制单位：${COUNTY}支库`);
  sheet.put(2, 2, '编制时间：2023-07-01');
  sheet.put(2, 3, '单位：元', { align: 'right' });
  const table = new TableDraft(sheet, {
    kind: '国库收支存月报',
    unit: '元',
    period: inMonth(2023, 6),
    top: 3,
    columns: [
      ['科目代码', 'code'],
      ['科目名称', 'item', 40],
      ['本月执行数', 'month', 20],
      ['本年累计数', 'ytd', 20],
    ],
  });
  const yuan = (value: number) => roundHalfUp(value * 10_000, 2);
  const line = (code: string, pad: string, name: string, of: { month: number; ytd: number }) =>
    table.add([code, `${pad}${name}`, yuan(of.month), yuan(of.ytd)]);
  const blank = (n: number) => ' '.repeat(n * 4);
  const tax = line('101', '', '税收收入', pick(JUNE_REVENUE, '税收收入'));
  TAX_NAMES.forEach((name) => line(REVENUE_CODES[name] ?? '', blank(1), name, pick(JUNE_REVENUE, name)));
  const nonTax = line('103', '', '非税收入', pick(JUNE_REVENUE, '非税收入'));
  NON_TAX_NAMES.forEach((name) => line(REVENUE_CODES[name] ?? '', blank(1), name, pick(JUNE_REVENUE, name)));
  const helped = line('110', '', '转移性收入', pick(JUNE_TRANSFERS, '上级补助收入合计'));
  const classes = JUNE_SPENDING.filter(({ code }) => code !== undefined);
  const spent = classes.reduce((sum, { month, ytd }) => ({ month: sum.month + month, ytd: sum.ytd + ytd }), {
    month: 0,
    ytd: 0,
  });
  const june = CASH[5];
  if (!june) throw new RangeError('no cash of June');
  // What passes through the accounts beside the budget makes the stock come out.
  const other = (column: 2 | 3, opening: number, out: number) =>
    roundHalfUp(
      june.closing - opening + out - [tax, nonTax, helped].reduce((sum, row) => sum + table.figure(row, column), 0),
      2,
    );
  table.add([
    '119',
    '往来及调度资金',
    other(2, june.opening, yuan(spent.month)),
    other(3, CASH_AT_YEAR_END, yuan(spent.ytd)),
  ]);
  const incomes = [tax, nonTax, helped, table.row - 1];
  table.addTotal(['T01', '收  入  合  计'], incomes, 'typed', [2, 3], {}, 'bold');
  const outgo = classes.map((one) => line(one.code ?? '', '', one.name, one));
  table.addTotal(['T02', '支  出  合  计'], outgo, 'typed', [2, 3], {}, 'bold');
  table.add(['T04', '上年末库存', undefined, CASH_AT_YEAR_END]);
  table.add(['T05', '期末库存', june.closing, june.closing], 'bold');
  return sheet;
}

/** 分级次: central, province, prefecture, county, township side by side and their sum. */
function levels(): SheetDraft {
  const sheet = new SheetDraft('分级次');
  caption(sheet, {
    title: '2023年1-6月国库预算收入月报表（分级次）',
    left: `国库：${COUNTY}支库`,
    right: '单位：万元',
    last: 9,
  });
  const table = new TableDraft(sheet, {
    kind: '国库收入分级表',
    unit: '万元',
    period: upTo(2023, 6),
    top: 2,
    columns: [
      ['国库代码', 'code', 13],
      ['国库名称', 'text', 12],
      ['科目代码', 'code'],
      ['科目名称', 'item', 32],
      ['中央', 'amount'],
      ['省级', 'amount'],
      ['地市级', 'amount'],
      ['区县级', 'amount'],
      ['乡镇级', 'amount'],
      ['合计', 'amount'],
    ],
  });
  const central = pick(JUNE_REVENUE, '上划中央收入').ytd;
  const province = pick(JUNE_REVENUE, '上划省级收入').ytd;
  const shares = (whole: number) => {
    const first = roundHalfUp(whole * 0.6, 2);
    const second = roundHalfUp(whole * 0.28, 2);
    return [first, second, roundHalfUp(whole - first - second, 2)];
  };
  const [toCentral, toProvince] = [shares(central), shares(province)];
  const rows = [...TAX_NAMES, ...NON_TAX_NAMES].map((name, i) =>
    table.add([
      '1806070000',
      `${COUNTY}支库`,
      REVENUE_CODES[name],
      name,
      toCentral[i] ?? 0,
      toProvince[i] ?? 0,
      0,
      pick(JUNE_REVENUE, name).ytd,
      0,
      (row: number) => ({
        formula: (r) => `SUM(E${r + 1}:I${r + 1})`,
        compute: (figure) =>
          roundHalfUp(
            [4, 5, 6, 7, 8].reduce((sum, column) => sum + figure(row, column), 0),
            4,
          ),
      }),
    ]),
  );
  table.addTotal([undefined, undefined, undefined, '合计'], rows, 'run', [4, 5, 6, 7, 8, 9]);
  return sheet;
}

interface Advance {
  readonly unit: string;
  readonly opening: number;
  readonly added: number;
  readonly cleared: number;
  readonly owner: string;
}

const ADVANCES: readonly { readonly group: string; readonly lines: readonly Advance[] }[] = [
  {
    group: '财政对外借款',
    lines: [
      { unit: '县城市建设投资开发有限公司', opening: 2480, added: 0, cleared: 310, owner: '经建股' },
      { unit: '县工业园区管理委员会', opening: 1365.5, added: 120, cleared: 265.5, owner: '企业股' },
      { unit: '青禾供水有限责任公司', opening: 420, added: 0, cleared: 60, owner: '经建股' },
    ],
  },
  {
    group: '预拨经费',
    lines: [
      { unit: '县交通运输局', opening: 1180.26, added: 240, cleared: 395.26, owner: '经建股' },
      { unit: '县水利局', opening: 655, added: 185.4, cleared: 210, owner: '农业股' },
      { unit: '县人民医院', opening: 398.8, added: 0, cleared: 98.8, owner: '社保股' },
    ],
  },
  {
    group: '其他暂付款项',
    lines: [
      { unit: '土地征收储备中心', opening: 1240.33, added: 310, cleared: 182, owner: '综合股' },
      { unit: '各乡镇财政所', opening: 276.7, added: 58.25, cleared: 41.6, owner: '乡财股' },
      { unit: '历史遗留（清理基金会）', opening: 512, added: 0, cleared: 0, owner: '金融股' },
    ],
  },
];

/** The grand total above, a subtotal per group, filler rows that were never filled in. */
function advances(): SheetDraft {
  const sheet = new SheetDraft('暂付款');
  caption(sheet, { title: `${COUNTY}2023年6月暂付款清理情况统计表`, left: '单位：万元', last: 8 });
  const table = new TableDraft(sheet, {
    kind: '暂付款',
    unit: '万元',
    period: inMonth(2023, 6),
    top: 2,
    columns: [
      ['序号', 'serial'],
      ['单位（事项）', 'item', 32],
      ['年初余额', 'opening'],
      ['本年新增', 'inflow'],
      ['本年清理', 'outflow'],
      ['期末余额', 'closing'],
      ['清理率%', 'pct_budget'],
      ['责任股室', 'text'],
      ['备注', 'remark'],
    ],
  });
  const rate = rateOf(4, 2);
  const total = table.keep();
  const subtotals = ADVANCES.map(({ group, lines }) => {
    const at = table.keep();
    const rows = lines.map(({ unit, opening, added, cleared, owner }, i) =>
      table.add([i + 1, unit, opening, added, cleared, rolled(2, 3, 4), rate, owner]),
    );
    table.add(['…', '…']);
    return table.total(at, [undefined, `${group}小计`], rows, 'run', [2, 3, 4, 5], { 6: rate }, 'bold');
  });
  table.total(total, [undefined, '合计'], subtotals, 'plus', [2, 3, 4, 5], { 6: rate });
  sheet.put(table.row, 0, '注：清理率＝本年清理÷年初余额。');
  return sheet;
}

/** Last year's end, which is this year's beginning. */
function advancesBefore(): SheetDraft {
  const sheet = new SheetDraft('上年末暂付款 ');
  caption(sheet, { title: `${COUNTY}2022年末暂付款余额表`, right: '单位：万元', last: 3 });
  const table = new TableDraft(sheet, {
    kind: '暂付款',
    unit: '万元',
    period: wholeYear(2022),
    top: 2,
    columns: [
      ['类别', 'text', 18],
      ['单位（事项）', 'item', 32],
      ['年末余额', 'closing'],
      ['备注', 'remark'],
    ],
  });
  const rows = ADVANCES.flatMap(({ group, lines }) =>
    lines.map(({ unit, opening }, i): number =>
      table.add([i === 0 ? group : undefined, unit, opening] satisfies Entry[]),
    ),
  );
  table.addTotal(['合计'], rows, 'run', [2]);
  return sheet;
}

export const TREASURY: SampleBook = {
  name: 'treasury-2023-06',
  sheets,
  facts: [
    { sheet: '暂付款', code: 'I402', why: '清理基金会遗留款清理率为0' },
    { sheet: '收支存月报', code: 'I402', why: '非税占比高于30%' },
    { sheet: '库款监测', code: 'I401', why: '4月、5月库款保障水平低于0.3，6月回升' },
    { sheet: '库款监测', code: 'I402', why: '库款不足一个月的三保支出；上级调度占流入的62%' },
  ],
  errors: [
    {
      sheet: '库款监测',
      item: '3月',
      column: 1,
      code: ['T301', 'T307'],
      kind: 'notLastMonthsEnd',
      level: 'error',
      change: (was) => was + 200_000,
    },
    {
      sheet: '库款监测',
      item: '合计',
      column: 3,
      code: 'A101',
      kind: 'wrongTotal',
      level: 'error',
      change: (was) => was + 5_000_000,
    },
    {
      sheet: '库款监测',
      item: '6月',
      column: 4,
      code: ['I401', 'T303', 'T307'],
      kind: 'cashRunsOut',
      level: 'warning',
      change: (was) => was + 40_000_000,
      also: [
        { item: '6月', column: 5, change: (was) => roundHalfUp(was - 40_000_000, 2) },
        { item: '合计', column: 4, change: (was) => roundHalfUp(was + 40_000_000, 2) },
      ],
    },
    {
      sheet: '收支存月报',
      item: '个人所得税',
      column: 3,
      code: ['A101', 'T303', 'T305'],
      kind: 'unitSlip',
      level: 'error',
      change: (was) => roundHalfUp(was / 10_000, 2),
    },
    {
      sheet: '收支存月报',
      item: '契税',
      column: 0,
      code: 'T314',
      kind: 'codeAndName',
      level: 'error',
      change: () => '10118',
    },
    {
      sheet: '收支存月报',
      item: '卫生健康支出',
      column: 2,
      code: ['A101', 'T303', 'T305'],
      kind: 'transposed',
      level: 'error',
      change: swap(1),
    },
    {
      sheet: '收支存月报',
      item: '上年末库存',
      column: 3,
      code: ['T307', 'T301'],
      kind: 'notLastYearsEnd',
      level: 'error',
      change: (was) => was + 3_000_000,
    },
    {
      sheet: '分级次',
      item: '企业所得税',
      column: 9,
      code: ['F202', 'A101'],
      kind: 'typedOver',
      level: 'error',
      change: (was) => roundHalfUp(was + 100, 2),
    },
    {
      sheet: '分级次',
      item: '罚没收入',
      column: 7,
      code: ['T303'],
      kind: 'wrongDigit',
      level: 'error',
      change: (was) => roundHalfUp(was + 300, 2),
    },
    {
      sheet: '分级次',
      item: '合计',
      column: 5,
      code: ['F203', 'A101', 'F201'],
      kind: 'sumStartsLate',
      level: 'error',
      change: (_, row) => sumOfRun(4, row - 1, 5),
    },
    {
      sheet: '暂付款',
      item: '县水利局',
      column: 5,
      code: ['T301', 'F202'],
      kind: 'typedOver',
      level: 'error',
      change: (was) => roundHalfUp(was - 60, 2),
    },
    {
      sheet: '暂付款',
      item: '县城市建设投资开发有限公司',
      column: 2,
      code: ['T307', 'T303'],
      kind: 'notLastYearsEnd',
      level: 'error',
      shows: [{ item: '合计', column: 2 }],
      change: (was) => was + 20,
    },
    {
      sheet: '暂付款',
      item: '土地征收储备中心',
      column: 3,
      code: ['T301', 'I402'],
      kind: 'aboveFivePercent',
      level: 'warning',
      shows: [{ item: '合计', column: 5 }],
      change: (was) => was + 6200,
    },
    {
      sheet: '暂付款',
      item: '合计',
      column: 4,
      code: ['F204', 'A101', 'F201', 'T301'],
      kind: 'subtotalTwice',
      level: 'error',
      change: (_, row) => sumOfRun(row + 1, row + 15, 4),
    },
    {
      sheet: '上年末暂付款 ',
      item: '合计',
      column: 2,
      code: ['F201', 'F203', 'A101', 'T307'],
      kind: 'leftOut',
      level: 'error',
      change: (_, row) => sumOfRows([3, 4, 5, 6, 7, 8, row - 1], 2),
    },
  ],
};
