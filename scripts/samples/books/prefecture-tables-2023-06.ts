import { roundHalfUp } from '../../../src/core/numbers/decimal';
import type { SampleBook } from '../book';
import { JUNE_REVENUE, JUNE_SPENDING, pick } from '../figures';
import { seeded } from '../random';
import { SheetDraft, sumOfRun } from '../sheet-draft';
import {
  across,
  caption,
  growth,
  minus,
  rateOf,
  rolled,
  TableDraft,
  type ColumnPlan,
  type Entry,
} from '../table-draft';
import { inMonth, upTo } from '../table-truth';
import { SURCHARGES } from './county-2023-06';

/** What the prefecture sends round and collects: its counties beside each other, its own offices, social insurance, the form of basic figures. */
const COUNTY = '青禾县';
const PREFECTURE = '云溪市';

function sheets(): SheetDraft[] {
  return [revenueByCounty(), spendingByCounty(), offices(), insurance(), capital(), basics()];
}

const tax = pick(JUNE_REVENUE, '税收收入');
const nonTax = pick(JUNE_REVENUE, '非税收入');
const local = pick(JUNE_REVENUE, '合计');
const spent = pick(JUNE_SPENDING, '合计');

interface Place {
  readonly name: string;
  readonly plan: number;
  readonly month: number;
  readonly ytd: number;
  readonly prior: number;
  readonly nonTax: number;
  readonly byTax: number;
  readonly byTaxPrior: number;
}

function places(): Place[] {
  const random = seeded(20230661);
  const made = ([name, plan]: readonly [string, number]): Place => {
    const ytd = roundHalfUp(plan * (0.505 + random() * 0.03), 2);
    const prior = roundHalfUp(ytd / (0.97 + random() * 0.1), 2);
    const byTax = roundHalfUp(ytd * (0.66 + random() * 0.08), 2);
    return {
      name,
      plan,
      month: roundHalfUp(ytd * (0.15 + random() * 0.05), 2),
      ytd,
      prior,
      nonTax: roundHalfUp(ytd * (0.26 + random() * 0.03), 2),
      byTax,
      byTaxPrior: roundHalfUp(byTax / (0.97 + random() * 0.08), 2),
    };
  };
  const ours: Place = {
    name: COUNTY,
    plan: local.initial,
    month: local.month,
    ytd: local.ytd,
    prior: local.prior,
    nonTax: nonTax.ytd,
    byTax: roundHalfUp(tax.ytd + SURCHARGES.ytd, 2),
    byTaxPrior: roundHalfUp(tax.prior + SURCHARGES.prior, 2),
  };
  const others = (
    [
      ['市  直', 268_000],
      ['云溪区', 86_400],
      ['南屏县', 62_300],
      ['禾口县', 48_750],
      ['龙塘县', 55_100],
      ['北源市', 79_600],
    ] as const
  ).map(made);
  return [...others.slice(0, 3), ours, ...others.slice(3)];
}

/** 分级 at the left, 分部门 at the right; the two halves repeat the places. Words broken over two rows of the header. */
function revenueByCounty(): SheetDraft {
  const sheet = new SheetDraft('分级分部门');
  caption(sheet, {
    title: `2023年6月全市财政收入分级分部门完成情况表`,
    left: `${PREFECTURE}财政局`,
    right: '单位：万元',
    last: 17,
  });
  const plan = { kind: '分级分部门', unit: '万元', period: inMonth(2023, 6), top: 2 } as const;
  const left = new TableDraft(sheet, {
    ...plan,
    columns: [
      ['地\u3000区', 'item', 12],
      ['年初预算\n计划', 'budget_initial'],
      ['分级完成情况|当月完成数', 'month'],
      ['分级完成情况|累计完成数', 'ytd'],
      ['分级完成情况|上年同期', 'prior'],
      ['分级完成情况|执行进度%', 'pct_budget'],
      ['分级完成情况|增幅%', 'pct_yoy'],
      ['其中：非税收入|金额', 'amount'],
      ['其中：非税收入|占比%', 'share'],
    ],
  });
  const right = new TableDraft(sheet, {
    ...plan,
    left: 10,
    columns: [
      ['地\u3000区', 'item', 12],
      ['税务部门|累计完成', 'ytd'],
      ['税务部门|上年同期', 'prior'],
      ['税务部门|增幅%', 'pct_yoy'],
      ['财政部门|累计完成', 'ytd'],
      ['财政部门|上年同期', 'prior'],
      ['财政部门|增幅%', 'pct_yoy'],
      ['备注', 'remark'],
    ],
  });
  const [leftTotal, rightTotal] = [left.keep(), right.keep()];
  const all = places();
  const leftRows = all.map(({ name, plan: goal, month, ytd, prior, nonTax: part }) =>
    left.add([name, goal, month, ytd, prior, rateOf(3, 1), growth(3, 4), part, rateOf(7, 3)]),
  );
  const rightRows = all.map(({ name, ytd, prior, byTax, byTaxPrior }) =>
    right.add([
      name,
      byTax,
      byTaxPrior,
      growth(11, 12),
      roundHalfUp(ytd - byTax, 2),
      roundHalfUp(prior - byTaxPrior, 2),
      growth(14, 15),
    ]),
  );
  left.total(leftTotal, ['合\u3000计'], leftRows, 'run', [1, 2, 3, 4, 7], {
    5: rateOf(3, 1),
    6: growth(3, 4),
    8: rateOf(7, 3),
  });
  right.total(rightTotal, ['合\u3000计'], rightRows, 'run', [1, 2, 4, 5], { 3: growth(11, 12), 6: growth(14, 15) });
  return sheet;
}

const AREAS = ['市直', '云溪区', COUNTY, '南屏县'];

/** Functions down, places across, three columns each; the sum over the places stands first. */
function spendingByCounty(): SheetDraft {
  const random = seeded(20230662);
  const sheet = new SheetDraft('支出分级分科目');
  caption(sheet, { title: '全市财政支出分级分科目执行情况表', middle: '2023年1－6月', right: '单位：万元', last: 15 });
  const group = (area: string): ColumnPlan[] => [
    [`${area}|年度预算`, 'budget_initial', 12],
    [`${area}|累计完成`, 'ytd', 12],
    [`${area}|进度%`, 'pct_budget', 9],
  ];
  const table = new TableDraft(sheet, {
    kind: '财政支出分级分科目',
    unit: '万元',
    period: upTo(2023, 6),
    top: 2,
    decimals: 0,
    unmerged: true,
    columns: [['支出科目', 'item', 30], ...['合计', ...AREAS].flatMap(group)],
  });
  const rates: Record<number, Entry> = Object.fromEntries(
    [0, 1, 2, 3, 4].map((i) => [i * 3 + 3, rateOf(i * 3 + 2, i * 3 + 1)]),
  );
  const classes = JUNE_SPENDING.filter(({ code }) => code !== undefined);
  const rows = classes.map((line) => {
    const area = (name: string, i: number): Entry[] => {
      const factor = name === '市直' ? 2.3 : 0.8 + random() * 0.5;
      const budget = name === COUNTY ? line.initial : Math.round(line.initial * factor);
      return [
        budget,
        name === COUNTY ? line.ytd : Math.round(budget * (line.ytd / line.initial) * (0.98 + random() * 0.06)),
        rates[i * 3 + 6],
      ];
    };
    return table.add([line.name, across(4, 7, 10, 13), across(5, 8, 11, 14), rates[3], ...AREAS.flatMap(area)]);
  });
  table.addTotal(['合\u3000\u3000计'], rows, 'run', [1, 2, 4, 5, 7, 8, 10, 11, 13, 14], rates);
  return sheet;
}

/** 市直: three header levels over what each office had at first, got later and spent. */
function offices(): SheetDraft {
  const random = seeded(20230663);
  const sheet = new SheetDraft('市直单位 ');
  caption(sheet, {
    at: 1,
    title: '2023年上半年市直预算单位预算执行情况表',
    left: '编报：市财政局国库科',
    right: '单位：万元',
    last: 12,
  });
  const table = new TableDraft(sheet, {
    kind: '市直预算单位执行表',
    unit: '万元',
    period: upTo(2023, 6),
    top: 3,
    columns: [
      ['序号', 'serial'],
      ['预算单位', 'item', 22],
      ['A 年初预算|基本支出', 'budget_initial'],
      ['A 年初预算|项目支出', 'budget_initial'],
      ['A 年初预算|合计', 'budget_initial'],
      ['B 本级追加', 'amount'],
      ['C 上级转移支付', 'amount', 15],
      ['D 总预算|年度总预算数', 'budget_adjusted', 14],
      ['D 总预算|总执行数', 'ytd'],
      ['D 总预算|总进度%', 'pct_budget'],
      ['D 总预算|未执行数', 'amount'],
      ['序时进度%', 'pct_budget'],
      ['备注', 'remark'],
    ],
  });
  const names = [
    '市委办公室',
    '市政府办公室',
    '市教育局',
    '市公安局',
    '市民政局',
    '市财政局',
    '市人社局',
    '市卫健委',
    '市农业农村局',
    '市水利局',
    '市生态环境局',
    '市应急管理局',
  ];
  const rows = names.map((name, i) => {
    const basic = roundHalfUp(600 + random() * 4_000, 2);
    const project = roundHalfUp(basic * (0.2 + random()), 2);
    const added = i % 3 === 0 ? roundHalfUp(random() * 400, 2) : 0;
    const given = roundHalfUp(random() * 900, 2);
    return table.add([
      i + 1,
      name,
      basic,
      project,
      across(2, 3),
      added,
      given,
      across(4, 5, 6),
      roundHalfUp((basic + project + added + given) * (0.5 + random() * 0.06), 2),
      rateOf(8, 7),
      minus(7, 8),
      50,
    ]);
  });
  table.addTotal([undefined, '合计'], rows, 'run', [2, 3, 4, 5, 6, 7, 8, 10], { 9: rateOf(8, 7), 11: 50 });
  return sheet;
}

/** 社保基金 by insurance: a ledger with heads. */
function insurance(): SheetDraft {
  const sheet = new SheetDraft('社保基金');
  caption(sheet, { title: `${COUNTY}2023年1—6月社会保险基金收支情况表`, right: '单位：万元、人', last: 7 });
  const table = new TableDraft(sheet, {
    kind: '社保基金',
    unit: '万元',
    period: upTo(2023, 6),
    top: 2,
    columns: [
      ['险\u3000种', 'item', 32],
      ['年初滚存结余', 'opening'],
      ['本年收入', 'inflow'],
      ['其中：财政补贴', 'amount'],
      ['本年支出', 'outflow'],
      ['期末滚存结余', 'closing'],
      ['缴费人数', 'persons', 11],
      ['享受待遇人数', 'persons', 13],
    ],
  });
  const lines = [
    ['城乡居民基本养老保险基金', 21_846.5, 9_318.2, 6_940, 7_205.46, 168_420, 52_316],
    ['机关事业单位基本养老保险基金', 3_260.18, 13_402.75, 4_100, 13_118.6, 9_862, 5_217],
    ['城乡居民基本医疗保险基金', 8_412.9, 21_760.4, 14_206, 18_334.12, 318_640, 96_284],
    ['职工基本医疗保险基金', 15_077.33, 7_846.09, 0, 6_512.84, 24_918, 13_560],
    ['工伤保险基金', 986.4, 412.66, 0, 286.3, 21_305, 148],
  ] as const;
  const rows = lines.map(([name, opening, into, aid, out, payers, takers]) =>
    table.add([name, opening, into, aid, out, rolled(1, 2, 4), payers, takers]),
  );
  table.addTotal(['合计'], rows, 'run', [1, 2, 3, 4, 5], { 6: '—', 7: '—' });
  return sheet;
}

/** 国有资本经营: small, revenue over expenditure in one column of items, dashes for what there is none of. */
function capital(): SheetDraft {
  const sheet = new SheetDraft('国资预算');
  caption(sheet, {
    title: `${COUNTY}国有资本经营预算收支执行情况表`,
    left: '（2023年1-6月）',
    right: '单位：万元',
    last: 5,
  });
  const table = new TableDraft(sheet, {
    kind: '国有资本经营',
    unit: '万元',
    period: upTo(2023, 6),
    top: 2,
    columns: [
      ['项目', 'item', 34],
      ['年初预算数', 'budget_initial'],
      ['累计执行数', 'ytd'],
      ['完成预算%', 'pct_budget'],
      ['上年同期数', 'prior'],
      ['增减%', 'pct_yoy'],
    ],
  });
  const rates: Record<number, Entry> = { 3: rateOf(2, 1), 5: growth(2, 4) };
  const line = (name: string, budget: number, ytd: number, prior: number) =>
    table.add([name, budget, ytd, rates[3], prior, rates[5]]);
  const none = (name: string) => table.add([name, 0, 0, '—', 0, '—']);
  const income = [
    line('\u3000利润收入', 420, 236.5, 218.4),
    line('\u3000股利、股息收入', 160, 84, 76.2),
    line('\u3000产权转让收入', 90, 48, 45),
    none('\u3000清算收入'),
  ];
  const total = table.addTotal(['本年收入合计'], income, 'run', [1, 2, 4], rates, 'bold');
  const carried = table.add(['上年结转收入', 52.6, 52.6, rates[3], 38.1, rates[5]]);
  table.addTotal(['收入总计'], [total, carried], 'plus', [1, 2, 4], rates);
  const outgo = [
    line('\u3000解决历史遗留问题及改革成本支出', 180, 96.4, 88),
    line('\u3000国有企业资本金注入', 320, 168, 150),
    none('\u3000国有企业政策性补贴'),
  ];
  const spentTotal = table.addTotal(['本年支出合计'], outgo, 'run', [1, 2, 4], rates, 'bold');
  const rest = table.add(['调出资金及结转下年', 222.6, 156.7, rates[3], 139.7, rates[5]]);
  table.addTotal(['支出总计'], [spentTotal, rest], 'plus', [1, 2, 4], rates);
  return sheet;
}

/** Each item in two rows, last year's above this year's; levels by numbers 1.1, 1.1.1. */
function basics(): SheetDraft {
  const sheet = new SheetDraft('基础表');
  caption(sheet, {
    title: '县级财政运行情况基础数据表（2023年6月）',
    left: `填报单位：${COUNTY}财政局`,
    right: '单位：万元',
    last: 4,
  });
  const table = new TableDraft(sheet, {
    kind: '财政运行基础表',
    unit: '万元',
    period: inMonth(2023, 6),
    top: 2,
    columns: [
      ['编号', 'serial', 8],
      ['指标名称', 'item', 36],
      ['期别', 'text', 10],
      ['数值', 'amount', 16],
      ['备注', 'remark'],
    ],
  });
  const pair = (number: string, name: string, prior: number, now: number) => {
    const at = table.add([number, name, '上年同期', prior]);
    table.add([undefined, undefined, '本期', now]);
    sheet.merge(at, 0, at + 1, 0);
    sheet.merge(at, 1, at + 1, 1);
  };
  pair('1.1', '一般公共预算收入', local.prior, local.ytd);
  pair('1.1.1', '税收收入', tax.prior, tax.ytd);
  pair('1.1.2', '非税收入', nonTax.prior, nonTax.ytd);
  pair('2.1', '一般公共预算支出', spent.prior, spent.ytd);
  for (const [i, name] of ['教育支出', '社会保障和就业支出', '卫生健康支出', '农林水支出'].entries()) {
    const line = pick(JUNE_SPENDING, name);
    pair(`2.1.${i + 1}`, name, line.prior, line.ytd);
  }
  pair('3.1', '库款余额', 5_934.75, 6_898.15);
  pair('4.1', '政府债务余额', 137_700, 143_100);
  return sheet;
}

export const PREFECTURE_TABLES: SampleBook = {
  name: 'prefecture-tables-2023-06',
  sheets,
  facts: [
    { sheet: '分级分部门', code: 'I402', why: '青禾县非税占比38.6%' },
    { sheet: '支出分级分科目', code: 'I402', why: '各地预备费进度远低于序时进度' },
    { sheet: '基础表', code: 'I402', why: '非税占比高于30%' },
  ],
  errors: [
    {
      sheet: '分级分部门',
      item: '南屏县',
      column: 3,
      shows: [{ item: '南屏县', column: 14 }],
      code: ['T304', 'T303', 'A101'],
      kind: 'differsFromDepartments',
      level: 'error',
      change: (was) => roundHalfUp(was + 2_000, 2),
    },
    {
      sheet: '分级分部门',
      item: COUNTY,
      column: 14,
      code: ['T303', 'T304'],
      shows: [{ item: COUNTY, column: 3 }],
      kind: 'differsFromRevenueTable',
      level: 'error',
      change: (was) => roundHalfUp(was - 500, 2),
    },
    {
      sheet: '分级分部门',
      item: '禾口县',
      column: 5,
      code: ['F202', 'A103'],
      kind: 'typedOver',
      level: 'error',
      change: (was) => roundHalfUp(was + 8, 2),
    },
    {
      sheet: '分级分部门',
      item: '龙塘县',
      column: 8,
      code: ['F201', 'A106'],
      kind: 'otherDenominator',
      level: 'error',
      change: (_, row) => ({
        formula: () => `ROUND((H${row + 1}/B${row + 1})*100,2)`,
        compute: (figure) => roundHalfUp((figure(row, 7) / figure(row, 1)) * 100, 2),
      }),
    },
    {
      sheet: '分级分部门',
      item: '北源市',
      column: 1,
      code: 'I407',
      kind: 'halfNotReached',
      level: 'warning',
      shows: [{ item: '北源市', column: 5 }],
      change: () => 89_600,
    },
    {
      sheet: '支出分级分科目',
      item: '教育支出',
      column: 11,
      code: ['T303', 'I402'],
      kind: 'differsFromSpendingTable',
      level: 'error',
      change: (was) => was - 3_000,
    },
    {
      sheet: '支出分级分科目',
      item: '住房保障支出',
      column: 1,
      code: ['F201', 'A101'],
      kind: 'partLeftOut',
      level: 'error',
      change: (_, row) => across(4, 7, 10)(row),
    },
    {
      sheet: '支出分级分科目',
      item: '粮油物资储备支出',
      column: 5,
      code: ['T320', 'I402'],
      kind: 'overBudget',
      level: 'error',
      shows: [{ item: '粮油物资储备支出', column: 6 }],
      change: (was) => was * 3,
    },
    {
      sheet: '市直单位 ',
      item: '市民政局',
      column: 7,
      code: ['F202', 'A101'],
      kind: 'typedOver',
      level: 'error',
      change: (was) => roundHalfUp(was + 100, 2),
    },
    {
      sheet: '市直单位 ',
      item: '市水利局',
      column: 8,
      code: 'I407',
      kind: 'farBehind',
      level: 'warning',
      shows: [{ item: '市水利局', column: 9 }],
      change: (was) => roundHalfUp(was * 0.5, 2),
    },
    {
      sheet: '市直单位 ',
      item: '合计',
      column: 6,
      code: ['F203', 'A101', 'F201'],
      kind: 'sumStopsShort',
      level: 'error',
      change: (_, row) => sumOfRun(5, row - 3, 6),
    },
    {
      sheet: '社保基金',
      item: '职工基本医疗保险基金',
      column: 5,
      code: ['F202', 'T301'],
      kind: 'typedOver',
      level: 'error',
      change: (was) => roundHalfUp(was - 1_000, 2),
    },
    {
      sheet: '社保基金',
      item: '城乡居民基本医疗保险基金',
      column: 3,
      code: ['A107', 'T303'],
      kind: 'partExceedsWhole',
      level: 'error',
      change: () => 24_206,
    },
    {
      sheet: '国资预算',
      item: '支出总计',
      column: 2,
      code: ['T302', 'A101', 'F202'],
      kind: 'unbalanced',
      level: 'error',
      change: (was) => roundHalfUp(was + 40, 2),
    },
    {
      sheet: '国资预算',
      item: '清算收入',
      column: 3,
      code: 'T320',
      kind: 'rateOnZero',
      level: 'error',
      change: () => 100,
    },
    {
      sheet: '基础表',
      item: '非税收入',
      column: 3,
      code: ['T303', 'T304', 'A101'],
      kind: 'unitSlip',
      level: 'error',
      change: (was) => roundHalfUp(was * 10_000, 2),
    },
    {
      sheet: '基础表',
      item: 10,
      column: 3,
      code: ['T303', 'T306'],
      kind: 'pastedFromAbove',
      level: 'error',
      change: () => spent.prior,
    },
  ],
};
