import { roundHalfUp } from '../../../src/core/numbers/decimal';
import type { SampleBook } from '../book';
import { paidInUpTo } from '../disposals';
import {
  CASH,
  isTransferGroup,
  JUNE_REVENUE,
  JUNE_SPENDING,
  JUNE_TRANSFERS,
  mayFund,
  NON_TAX_NAMES,
  pick,
  REVENUE_CODES,
  TAX_NAMES,
  type Line,
} from '../figures';
import { swap } from '../planted-errors';
import { meantFor, product, quotient, SheetDraft, sumOfRun } from '../sheet-draft';
import { caption, growth, minus, rateOf, rolled, TableDraft, times, type Entry } from '../table-draft';
import { inMonth, upTo } from '../table-truth';

/** The month after the first sample, laid out by another desk: total first, codes beside the names, nothing merged twice. */
const COUNTY = '青禾县';

function sheets(): SheetDraft[] {
  return [revenue(), spending(), transfers(), cash(), fund(), balance(), villages()];
}

/** 教育费附加 and the like that the tax office collects although they are no tax, 万元 to date. */
export const SURCHARGES = { budget: 1940, month: 171.36, ytd: 1032.7, prior: 1016.4 };

function revenue(): SheetDraft {
  const sheet = new SheetDraft('收入完成', [], { ghostRows: 25 });
  caption(sheet, {
    title: `${COUNTY}２０２３年６月一般公共预算收入完成情况表`,
    left: '单位：万元',
    right: '2023年7月3日',
    last: 8,
  });
  const table = new TableDraft(sheet, {
    kind: '一般公共预算收入执行情况表',
    unit: '万元',
    period: inMonth(2023, 6),
    top: 3,
    columns: [
      ['科目编码', 'code'],
      ['预算科目', 'item', 34],
      ['年初预算', 'budget_initial'],
      ['本月完成', 'month'],
      ['累计|完成数', 'ytd'],
      ['累计|上年同期', 'prior'],
      ['累计|增减额', 'delta'],
      ['累计|增减%', 'pct_yoy'],
      ['累计|完成预算%', 'pct_budget'],
    ],
  });
  const rates: Entry[] = [minus(4, 5), growth(4, 5), rateOf(4, 2)];
  const entries = (line: Line, pad: string): Entry[] => [
    REVENUE_CODES[line.name],
    `${pad}${line.name}`,
    line.initial,
    line.month,
    line.ytd,
    line.prior,
    ...rates,
  ];
  const others = { 6: rates[0], 7: rates[1], 8: rates[2] };
  const sums = [2, 3, 4, 5];
  const total = table.keep();
  const tax = table.keep();
  const taxes = TAX_NAMES.map((name) => table.add(entries(pick(JUNE_REVENUE, name), '\u3000')));
  const nonTax = table.keep();
  const nonTaxes: number[] = [];
  for (const name of NON_TAX_NAMES) {
    nonTaxes.push(table.add(entries(pick(JUNE_REVENUE, name), '\u3000')));
    if (name.startsWith('国有资源'))
      table.add([
        undefined,
        '\u3000\u3000其中：资产处置收入',
        1200,
        roundHalfUp(paidInUpTo('2023-06-30') - paidInUpTo('2023-05-31'), 2),
        paidInUpTo('2023-06-30'),
        702.35,
        ...rates,
      ]);
  }
  table.total(tax, ['101', '税收收入'], taxes, 'run', sums, others, 'bold');
  table.total(nonTax, ['103', '非税收入'], nonTaxes, 'plus', sums, others, 'bold');
  table.total(total, [undefined, '地方一般公共预算收入合计'], [tax, nonTax], 'plus', sums, others);
  const shared = ['上划中央收入', '上划省级收入'].map((name) => table.add(entries(pick(JUNE_REVENUE, name), '')));
  table.addTotal([undefined, '一般公共预算总收入'], [total, ...shared], 'plus', sums, others, 'bold');
  const local = pick(JUNE_REVENUE, '合计');
  const taxLine = pick(JUNE_REVENUE, '税收收入');
  const byTax = [
    taxLine.initial + SURCHARGES.budget,
    taxLine.month + SURCHARGES.month,
    taxLine.ytd + SURCHARGES.ytd,
    taxLine.prior + SURCHARGES.prior,
  ].map((value) => roundHalfUp(value, 2));
  const all = [local.initial, local.month, local.ytd, local.prior];
  table.add([undefined, '按部门分：税务部门', ...byTax, ...rates]);
  table.add([
    undefined,
    '\u3000\u3000\u3000\u3000\u3000财政部门',
    ...all.map((value, i) => roundHalfUp(value - (byTax[i] ?? 0), 2)),
    ...rates,
  ]);
  sheet.put(table.row + 1, 1, '说明：累计数含5月份更正入库。');
  return sheet;
}

function spending(): SheetDraft {
  const sheet = new SheetDraft('支出完成');
  caption(sheet, { title: `${COUNTY}2023年上半年一般公共预算支出完成情况表（万元）`, last: 9 });
  const table = new TableDraft(sheet, {
    kind: '支出执行表',
    unit: '万元',
    period: upTo(2023, 6),
    top: 1,
    decimals: 0,
    columns: [
      ['项目', 'item', 36],
      ['年初预算数', 'budget_initial'],
      ['调整预算数', 'budget_adjusted'],
      ['本月|支出数', 'month'],
      ['本月|上年同月', 'month_prior'],
      ['1-6月累计|支出数', 'ytd'],
      ['1-6月累计|上年同期', 'prior'],
      ['1-6月累计|增减额', 'delta'],
      ['1-6月累计|增长%', 'pct_yoy'],
      ['占调整预算%', 'pct_budget'],
    ],
  });
  const numerals = [...'一二三四五六七八九十'];
  const numeral = (n: number) =>
    n <= 10 ? numerals[n - 1] : n < 20 ? `十${numerals[n - 11]}` : `二十${n === 20 ? '' : numerals[n - 21]}`;
  const rates: Entry[] = [minus(5, 6), growth(5, 6), rateOf(5, 2)];
  const classes = JUNE_SPENDING.filter(({ code }) => code !== undefined);
  const rows = classes.map((line, i) =>
    table.add([
      `${numeral(i + 1)}、${line.name}`,
      line.initial,
      line.adjusted,
      line.month,
      line.monthPrior,
      line.ytd,
      line.prior,
      ...rates,
    ]),
  );
  table.keep();
  table.addTotal(['支 出 合 计'], rows, 'run', [1, 2, 3, 4, 5, 6], { 7: rates[0], 8: rates[1], 9: rates[2] });
  sheet.put(table.row, 0, '备注：1.债务还本支出不列入本表。2.调整预算数为截至6月底指标数。');
  sheet.put(table.row + 1, 0, '分管领导：\u3000\u3000\u3000\u3000国库股股长：');
  sheet.put(table.row + 1, 6, '填表人：');
  return sheet;
}

const TRANSFER_CODES: Readonly<Record<string, string>> = {
  返还性收入: '11001',
  所得税基数返还收入: '1100102',
  成品油税费改革税收返还收入: '1100103',
  增值税税收返还收入: '1100104',
  一般性转移支付收入: '11002',
  均衡性转移支付收入: '1100202',
  县级基本财力保障机制奖补资金收入: '1100207',
  结算补助收入: '1100208',
  重点生态功能区转移支付收入: '1100226',
  革命老区转移支付收入: '1100228',
  民族地区转移支付收入: '1100229',
  专项转移支付收入: '11003',
  一般公共服务: '1100301',
  节能环保: '1100311',
  农林水: '1100313',
  交通运输: '1100314',
  住房保障: '1100321',
};

function transfers(): SheetDraft {
  const sheet = new SheetDraft('上级补助');
  caption(sheet, { title: `${COUNTY}2023年1至6月上级补助收入到位情况`, right: '（单位：万元）', last: 7 });
  const table = new TableDraft(sheet, {
    kind: '转移支付表',
    unit: '万元',
    period: upTo(2023, 6),
    top: 2,
    decimals: 0,
    columns: [
      ['科目', 'item', 44],
      ['年初预算', 'budget_initial'],
      ['6月份到位', 'month'],
      ['累计到位', 'ytd'],
      ['去年同期', 'prior'],
      ['同比增减', 'delta'],
      ['增幅（%）', 'pct_yoy'],
      ['备注', 'remark', 16],
    ],
  });
  const entries = (line: Line, pad: string): Entry[] => {
    const code = TRANSFER_CODES[line.name];
    return [
      `${pad}${code === undefined ? '' : `${code} `}${line.name}`,
      line.initial,
      line.month,
      line.ytd,
      line.prior,
      minus(3, 4),
      growth(3, 4),
    ];
  };
  const [total, ...lines] = JUNE_TRANSFERS;
  for (const line of lines) {
    const at = table.add(
      entries(line, isTransferGroup(line) ? '' : '\u3000\u3000'),
      isTransferGroup(line) ? 'bold' : 'plain',
    );
    if (line.name === '共同财政事权转移支付收入') sheet.put(at, 7, '含教育、卫生等', { border: true });
  }
  if (total) table.add(['合\u3000\u3000计', ...entries(total, '').slice(1)], 'total');
  return sheet;
}

/** The year only in the sheet name, which is how the treasury desk keeps a sheet a month. */
function cash(): SheetDraft {
  const sheet = new SheetDraft('库款2023年6月');
  caption(sheet, { title: `${COUNTY}地方财政库款情况表`, left: '填报单位：国库股', right: '金额单位：元', last: 6 });
  const table = new TableDraft(sheet, {
    kind: '库款月报',
    unit: '元',
    period: inMonth(2023, 6),
    top: 2,
    columns: [
      ['资金性质', 'item', 26],
      ['年初余额', 'opening', 18],
      ['月初余额', 'opening', 18],
      ['本月流入', 'inflow', 18],
      ['本月流出', 'outflow', 18],
      ['月末余额', 'closing', 18],
      ['备注', 'remark'],
    ],
  });
  const june = CASH[5];
  const january = CASH[0];
  if (!june || !january) throw new RangeError('no cash of June');
  const parts = [
    ['政府性基金预算资金', 9_884_210.66, 6_120_447.35, 18_553_900.2, 15_004_118.27],
    ['国有资本经营预算资金', 412_300, 206_150, 0, 82_460],
    ['国库集中支付在途资金', 2_317_889.4, 1_905_773.11, 4_200_318.94, 4_011_206.05],
  ] as const;
  const rest = (total: number, i: 1 | 2 | 3 | 4) =>
    roundHalfUp(total - parts.reduce((sum, part) => sum + part[i], 0), 2);
  const rows = [
    [
      '一般公共预算资金',
      rest(january.opening, 1),
      rest(june.opening, 2),
      rest(june.inflow, 3),
      rest(june.outflow, 4),
    ] as const,
    ...parts,
  ].map((part) => table.add([...part, rolled(2, 3, 4)]));
  table.addTotal(['合计'], rows, 'run', [1, 2, 3, 4, 5]);
  table.add([
    '附：财政专户资金余额',
    31_206_418.7,
    29_884_106.32,
    12_405_600,
    10_918_240.5,
    rolled(2, 3, 4),
    '不计入库款',
  ]);
  sheet.put(table.row, 0, '注：财政专户资金、债券资金不含在合计内。');
  return sheet;
}

/** Revenue and expenditure one below the other, each with its own header. */
function fund(): SheetDraft {
  const sheet = new SheetDraft('基金收支');
  caption(sheet, { title: `${COUNTY}2023年1—6月政府性基金预算执行情况表`, right: '单位：万元', last: 4 });
  const month: Readonly<Record<string, number>> = {
    国有土地使用权出让收入: 3420.75,
    国有土地收益基金收入: 88.2,
    农业土地开发资金收入: 5.15,
    城市基础设施配套费收入: 102.6,
    污水处理费收入: 64.33,
    其他政府性基金收入: 6.9,
    文化旅游体育与传媒支出: 3.1,
    社会保障和就业支出: 96.35,
    城乡社区支出: 2988.4,
    农林水支出: 41.77,
    其他支出: 1204.5,
    债务付息支出: 0,
  };
  const block = (top: number, head: string, side: 'revenue' | 'expenditure', total: string) => {
    const table = new TableDraft(sheet, {
      kind: '政府性基金',
      unit: '万元',
      period: upTo(2023, 6),
      top,
      columns: [
        [head, 'item', 42],
        ['年初预算', 'budget_initial'],
        ['本月', 'month'],
        ['累计', 'ytd'],
        ['完成预算%', 'pct_budget'],
      ],
    });
    const rows = mayFund(side)
      .slice(0, 6)
      .map(({ label, budget, ytd }) => {
        const now = month[label.slice(2)] ?? 0;
        return table.add([label, budget, now, roundHalfUp(ytd + now, 2), rateOf(3, 1)]);
      });
    table.addTotal([total], rows, 'run', [1, 2, 3], { 4: rateOf(3, 1) });
    return table.row;
  };
  const next = block(2, '收入项目', 'revenue', '本年收入合计');
  block(next + 1, '支出项目', 'expenditure', '本年支出合计');
  return sheet;
}

/** Two halves of one table: both end on the same sum. */
function balance(): SheetDraft {
  const sheet = new SheetDraft('收支平衡');
  caption(sheet, { title: `${COUNTY}2023年一般公共预算收支平衡情况（截至6月底）`, right: '单位：万元', last: 6 });
  const side = (left: number, head: string) =>
    new TableDraft(sheet, {
      kind: '收支平衡表',
      unit: '万元',
      period: upTo(2023, 6),
      top: 2,
      left,
      columns: [
        [head, 'item', 36],
        ['预算数', 'budget_initial'],
        ['累计执行数', 'ytd'],
      ],
    });
  const local = pick(JUNE_REVENUE, '合计');
  const helped = pick(JUNE_TRANSFERS, '上级补助收入合计');
  const spent = pick(JUNE_SPENDING, '合计');
  const income: readonly (readonly [string, number, number])[] = [
    ['上年结余收入', 48_620, 48_620],
    ['动用预算稳定调节基金', 12_400, 12_400],
    ['从政府性基金预算调入', 3_500, 0],
    ['从其他资金调入', 56_000, 18_300],
    ['地方政府一般债务转贷收入', 12_400, 6_400],
  ];
  const outgo: readonly (readonly [string, number, number])[] = [
    ['上解上级支出', 5_860, 2_114.5],
    ['地方政府一般债务还本支出', 8_240, 4_120],
  ];
  const sum = (list: readonly (readonly [string, number, number])[], i: 1 | 2) =>
    list.reduce((all, one) => all + one[i], 0);
  const totals = [local.initial + helped.initial + sum(income, 1), local.ytd + helped.ytd + sum(income, 2)].map(
    (value) => roundHalfUp(value, 2),
  );
  const [budgetTotal = 0, total = 0] = totals;
  const tax = pick(JUNE_REVENUE, '税收收入');
  const nonTax = pick(JUNE_REVENUE, '非税收入');
  const left = side(0, '收\u3000\u3000入');
  left.add(['一、地方一般公共预算收入', local.initial, local.ytd], 'bold');
  left.add(['\u3000\u3000税收收入', tax.initial, tax.ytd]);
  left.add(['\u3000\u3000非税收入', nonTax.initial, nonTax.ytd]);
  left.add(['二、上级补助收入', helped.initial, helped.ytd], 'bold');
  income.forEach(([name, ...figures], i) => left.add([`${'三四五六七'[i]}、${name}`, ...figures], 'bold'));
  left.add(['收入总计', budgetTotal, total], 'total');
  const right = side(4, '支\u3000\u3000出');
  const budget = [spent.initial, ...outgo.map((one) => one[1])];
  right.add(['一、一般公共预算支出', budget[0], spent.ytd], 'bold');
  outgo.forEach(([name, ...figures], i) => right.add([`${'二三'[i]}、${name}`, ...figures], 'bold'));
  right.add(['四、补充预算稳定调节基金', 0, 0], 'bold');
  right.add(
    [
      '五、滚存结余',
      roundHalfUp(budgetTotal - budget.reduce((a, b) => a + b, 0), 2),
      roundHalfUp(total - spent.ytd - sum(outgo, 2), 2),
    ],
    'bold',
  );
  while (right.row < left.row - 1) right.add([]);
  right.add(['支出总计', budgetTotal, total], 'total');
  return sheet;
}

function villages(): SheetDraft {
  const sheet = new SheetDraft('村级运转');
  sheet.put(0, 0, `${COUNTY}2023年1-6月村级组织运转经费补助发放情况`, { bold: true, size: 14 });
  const table = new TableDraft(sheet, {
    kind: '低保/补贴发放表',
    unit: '元',
    period: upTo(2023, 6),
    top: 2,
    decimals: 0,
    columns: [
      ['序号', 'serial'],
      ['乡镇', 'item', 14],
      ['村（社区）数', 'count'],
      ['月标准（元）', 'standard'],
      ['月数', 'months'],
      ['应发金额（元）', 'due', 15],
      ['实发金额（元）', 'paid', 15],
      ['差额（元）', 'amount'],
      ['村均补助（元）', 'amount'],
    ],
  });
  const towns: readonly (readonly [string, number, number])[] = [
    ['青山镇', 14, 2600],
    ['白水乡', 9, 2350],
    ['石桥乡', 11, 2480],
    ['云岭镇', 17, 2720],
    ['河口镇', 8, 2600],
    ['东坪乡', 12, 2350],
    ['南河乡', 7, 2290],
    ['柳林镇', 15, 2480],
    ['双溪乡', 6, 2350],
    ['北关镇', 10, 2720],
  ];
  const rows = towns.map(([town, count, standard], i) =>
    table.add([
      i + 1,
      town,
      count,
      standard,
      6,
      times(2, 3, 4),
      count * standard * 6,
      minus(5, 6),
      (row: number) => quotient(row, 5, 2),
    ]),
  );
  table.addTotal([undefined, '合计'], rows, 'run', [2, 5, 6, 7], { 8: (row: number) => quotient(row, 5, 2) });
  return sheet;
}

export const COUNTY_JUNE: SampleBook = {
  name: 'county-2023-06',
  sheets,
  facts: [
    { sheet: '收入完成', code: 'I402', why: '非税占比高于30%' },
    { sheet: '收入完成', code: 'I403', why: '非税收入完成预算49.35%，未过半' },
    { sheet: '收支平衡', code: 'I402', why: '非税占比高于30%；政府性基金调入一般公共预算计划3500万元，半年未调入' },
    { sheet: '支出完成', code: 'I402', why: '预备费支出3.7%，远低于序时进度' },
    { sheet: '基金收支', code: 'I402', why: '土地出让收入完成预算的33%，低于序时进度' },
    { sheet: '基金收支', code: 'I403', why: '政府性基金收入、支出未过半' },
    { sheet: '库款2023年6月', code: 'I401', why: '库款保障水平低于0.3' },
  ],
  errors: [
    {
      sheet: '收入完成',
      item: '企业所得税',
      column: 4,
      code: 'T305',
      kind: 'transposed',
      level: 'error',
      change: swap(2),
    },
    {
      sheet: '收入完成',
      item: '房产税',
      column: 3,
      code: 'T305',
      kind: 'wrongDigit',
      level: 'error',
      change: (was) => was + 30,
    },
    {
      sheet: '收入完成',
      item: '资产处置收入',
      column: 4,
      code: 'T312',
      kind: 'notPaidIn',
      level: 'error',
      change: (was) => was - 60,
    },
    {
      sheet: '收入完成',
      item: '耕地占用税',
      column: 6,
      code: ['A104', 'F202'],
      kind: 'typedOver',
      level: 'error',
      change: (was) => was + 18,
    },
    {
      sheet: '收入完成',
      item: '非税收入',
      column: 2,
      code: ['F203', 'A101', 'F201', 'T304'],
      kind: 'sumStopsShort',
      level: 'error',
      change: (_, row) => sumOfRun(row + 1, row + 3, 2),
    },
    {
      sheet: '收入完成',
      item: '一般公共预算总收入',
      column: 5,
      code: ['A101', 'F202'],
      kind: 'typedOver',
      level: 'error',
      change: (was) => was + 2000,
    },
    {
      sheet: '收入完成',
      item: '财政部门',
      column: 4,
      code: ['T303', 'T304', 'A101', 'I402'],
      kind: 'wrongPart',
      level: 'error',
      change: (was) => was - 1000,
    },
    {
      sheet: '支出完成',
      item: '教育支出',
      column: 5,
      code: 'T305',
      kind: 'wrongDigit',
      level: 'error',
      change: (was) => was + 2000,
    },
    {
      sheet: '支出完成',
      item: '粮油物资储备支出',
      column: 5,
      code: ['T320', 'T305'],
      kind: 'overBudget',
      level: 'error',
      shows: [{ item: '粮油物资储备支出', column: 9 }],
      change: (was) => was + 500,
    },
    {
      sheet: '支出完成',
      item: '住房保障支出',
      column: 9,
      code: ['F201', 'A103'],
      kind: 'otherDenominator',
      level: 'error',
      change: (_, row) => ({
        formula: () => `ROUND((F${row + 1}/B${row + 1})*100,2)`,
        compute: (figure) => roundHalfUp((figure(row, 5) / figure(row, 1)) * 100, 2),
      }),
    },
    {
      sheet: '支出完成',
      item: '农林水支出',
      column: 7,
      code: ['F205', 'A104', 'F201'],
      kind: 'offByOne',
      level: 'error',
      change: (_, row) => meantFor(row - 1, minus(5, 6)),
    },
    {
      sheet: '支出完成',
      item: '支出合计',
      column: 2,
      code: ['F203', 'A101'],
      kind: 'sumStopsShort',
      level: 'error',
      change: (_, row) => sumOfRun(3, row - 4, 2),
    },
    {
      sheet: '支出完成',
      item: '商业服务业等支出',
      column: 8,
      code: 'F209',
      kind: 'errorValue',
      level: 'error',
      change: () => ({ formula: () => 'ROUND((F18/#REF!-1)*100,2)', error: '#REF!' }),
    },
    {
      sheet: '上级补助',
      item: '均衡性转移支付收入',
      column: 3,
      code: ['T305', 'A101'],
      kind: 'transposed',
      level: 'error',
      change: swap(1),
    },
    {
      sheet: '上级补助',
      item: '节能环保',
      column: 1,
      code: ['A101', 'T303'],
      kind: 'droppedDigit',
      level: 'error',
      change: (was) => Math.floor(was / 10),
    },
    {
      sheet: '上级补助',
      item: '农林水',
      column: 0,
      code: 'T314',
      kind: 'codeAndName',
      level: 'error',
      change: () => '\u3000\u30001100313 交通运输',
    },
    {
      sheet: '上级补助',
      item: '革命老区转移支付收入',
      column: 4,
      code: 'A101',
      kind: 'wrongDigit',
      level: 'error',
      change: (was) => was + 100,
    },
    {
      sheet: '库款2023年6月',
      item: '一般公共预算资金',
      column: 2,
      code: ['T307', 'T301'],
      shows: [{ item: '合计', column: 2 }],
      kind: 'notLastMonthsEnd',
      level: 'error',
      change: (was) => was + 1_000_000,
    },
    {
      sheet: '库款2023年6月',
      item: '政府性基金预算资金',
      column: 5,
      code: ['T301', 'F202'],
      kind: 'typedOver',
      level: 'error',
      change: (was) => was + 500_000,
    },
    {
      sheet: '基金收支',
      item: '城市基础设施配套费收入',
      column: 3,
      code: 'T305',
      kind: 'wrongDigit',
      level: 'error',
      change: (was) => was + 90,
    },
    {
      sheet: '基金收支',
      item: '社会保障和就业支出',
      column: 4,
      code: ['A103', 'F202'],
      kind: 'typedOver',
      level: 'error',
      change: (was) => was - 9,
    },
    {
      sheet: '收支平衡',
      item: '税收收入',
      column: 2,
      code: ['T303', 'T304', 'A101'],
      kind: 'differsFromRevenueTable',
      level: 'error',
      change: (was) => was + 450,
    },
    {
      sheet: '收支平衡',
      item: '支出总计',
      column: 6,
      code: ['T302', 'A101'],
      kind: 'unbalanced',
      level: 'error',
      change: (was) => was + 1200,
    },
    {
      sheet: '收支平衡',
      item: '上级补助收入',
      column: 1,
      code: ['T303', 'A101'],
      kind: 'unitSlip',
      level: 'error',
      change: (was) => was * 10_000,
    },
    {
      sheet: '村级运转',
      item: '石桥乡',
      column: 6,
      code: 'T308',
      kind: 'paidLess',
      level: 'error',
      change: (was) => was - 14_880,
    },
    {
      sheet: '村级运转',
      item: '云岭镇',
      column: 5,
      code: ['F205', 'T310', 'F201'],
      kind: 'offByOne',
      level: 'error',
      change: (_, row) => product([row, 2], [row - 1, 3], [row, 4]),
    },
    {
      sheet: '村级运转',
      item: '双溪乡',
      column: 5,
      code: ['F202', 'T310', 'T308'],
      kind: 'typedOver',
      level: 'error',
      change: (was) => was + 6000,
    },
  ],
};
