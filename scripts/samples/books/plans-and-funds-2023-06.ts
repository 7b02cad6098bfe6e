import { roundHalfUp } from '../../../src/core/numbers/decimal';
import type { SampleBook } from '../book';
import { JUNE_REVENUE, MAY_SPENDING, pick } from '../figures';
import { difference, SheetDraft, sumOfRun } from '../sheet-draft';
import { caption, growth, minus, rateOf, rolled, TableDraft } from '../table-draft';
import { upTo, wholeYear } from '../table-truth';

/** What the half-year report asks for beside the month tables: budgeted priorities, goals of 财源建设, the park, projects, reserves, findings. */
const COUNTY = '青禾县';

function sheets(): SheetDraft[] {
  return [priorities(), goals(), park(), projects(), reserves(), findings()];
}

/** Two budgets side by side. */
function priorities(): SheetDraft {
  const sheet = new SheetDraft('重点支出');
  caption(sheet, { title: `${COUNTY}2023年一般公共预算支出年初预算安排对比表`, right: '单位：万元', last: 5 });
  const table = new TableDraft(sheet, {
    kind: '支出执行表',
    unit: '万元',
    period: wholeYear(2023),
    top: 2,
    decimals: 0,
    columns: [
      ['项目', 'item', 36],
      ['2022年年初预算', 'prior', 15],
      ['2023年年初预算', 'budget_initial', 15],
      ['增减额', 'delta'],
      ['增减%', 'pct_yoy'],
      ['备注', 'remark', 20],
    ],
  });
  const budget = (name: string) => pick(MAY_SPENDING, name).initial;
  const line = (name: string, before: number, now: number, remark?: string) =>
    table.add([name, before, now, minus(2, 1), growth(2, 1), remark]);
  line('一般公共预算支出', 371_260, budget('合计'));
  line('其中：教育支出', 75_840, budget('教育支出'));
  line('\u3000\u3000\u3000其中：课后服务县级配套', 500, 600, '“双减”');
  line('\u3000\u3000\u3000科学技术支出', 4_712, budget('科学技术支出'));
  line('\u3000\u3000\u3000文化旅游产业发展引导资金', 800, 800, '每年列入预算');
  line('\u3000\u3000\u3000预备费', 4_000, budget('预备费'));
  line('\u3000\u3000\u3000一般性支出', 13_150, 12_480, '压减5.1%');
  return sheet;
}

/** Each row has its own unit: money, firms, 亩, percent. */
function goals(): SheetDraft {
  const sheet = new SheetDraft('财源目标');
  caption(sheet, { title: `${COUNTY}财源建设目标任务分解及完成情况表（截至2023年6月底）`, last: 6 });
  const table = new TableDraft(sheet, {
    kind: '任务分解',
    unit: null,
    period: upTo(2023, 6),
    top: 1,
    columns: [
      ['序号', 'serial'],
      ['目标任务', 'item', 34],
      ['计量单位', 'text', 10],
      ['目标年度', 'text', 10],
      ['目标值', 'budget_initial'],
      ['当前值', 'ytd'],
      ['完成率%', 'pct_budget'],
    ],
  });
  const tax = pick(JUNE_REVENUE, '税收收入').ytd;
  const lines: readonly (readonly [string, string, string, number, number])[] = [
    ['一般公共预算总收入', '万元', '2026年', 75_000, pick(JUNE_REVENUE, '一般公共预算总收入').ytd],
    ['地方一般公共预算收入', '万元', '2026年', 50_000, pick(JUNE_REVENUE, '合计').ytd],
    ['地方税收收入', '万元', '2026年', 32_000, tax],
    ['特色农产品加工税收', '万元', '2023年', 3_600, 1_948.6],
    ['纳税100万元以上企业', '户', '2023年', 150, 153],
    ['纳税500万元以上企业', '户', '2023年', 30, 33],
    ['纳税1000万元以上企业', '户', '2023年', 15, 15],
    ['上市企业', '家', '2023年', 1, 1],
    ['园区亩均税收', '万元/亩', '2023年', 15, 15.2],
    ['园区税收占比', '%', '2023年', 50, 52.64],
  ];
  lines.forEach(([name, unit, year, goal, now], i) => table.add([i + 1, name, unit, year, goal, now, rateOf(5, 4)]));
  return sheet;
}

/** Tax per 亩 of each section of the park. */
function park(): SheetDraft {
  const sheet = new SheetDraft('园区');
  caption(sheet, { title: `${COUNTY}工业园区企业税收贡献台账`, left: '2023年1-6月', right: '单位：万元、亩', last: 6 });
  const table = new TableDraft(sheet, {
    kind: '财源企业台账',
    unit: '万元',
    period: upTo(2023, 6),
    top: 2,
    columns: [
      ['序号', 'serial'],
      ['园区片区', 'item', 20],
      ['企业户数', 'count'],
      ['占地面积（亩）', 'area'],
      ['入库税收', 'ytd'],
      ['亩均税收', 'amount'],
      ['占全县税收%', 'share', 12],
    ],
  });
  const whole = pick(JUNE_REVENUE, '税收收入').ytd;
  const each = (row: number) => ({
    formula: (r: number) => `ROUND(E${r + 1}/D${r + 1},2)`,
    compute: (figure: (row: number, column: number) => number) => roundHalfUp(figure(row, 4) / figure(row, 3), 2),
  });
  const lines = [
    ['城北片区', 46, 168.4, 2_713.5],
    ['云岭片区', 38, 142.6, 2_080.42],
    ['河口片区', 44, 116.4, 1_702.2],
  ] as const;
  const share = (value: number) => roundHalfUp((value / whole) * 100, 2);
  const rows = lines.map(([name, firms, area, tax], i) => table.add([i + 1, name, firms, area, tax, each, share(tax)]));
  const tax = lines.reduce((sum, line) => sum + line[3], 0);
  table.addTotal([undefined, '合计'], rows, 'run', [2, 3, 4], { 5: each, 6: share(tax) });
  return sheet;
}

/** 存量资产项目: eight, what they are worth and what may be borrowed on them. */
function projects(): SheetDraft {
  const sheet = new SheetDraft('存量资产项目库');
  caption(sheet, { title: `${COUNTY}国有“三资”盘活存量资产项目库（截至2023年6月底）`, right: '单位：亿元', last: 6 });
  const table = new TableDraft(sheet, {
    kind: '国有三资清查台账',
    unit: '亿元',
    period: upTo(2023, 6),
    top: 2,
    decimals: 4,
    columns: [
      ['序号', 'serial'],
      ['项目名称', 'item', 32],
      ['盘活方式', 'text', 14],
      ['预估资产价值', 'amount', 14],
      ['可融资额', 'amount'],
      ['已获贷款', 'amount'],
      ['备注', 'remark'],
    ],
  });
  const lines = [
    ['城镇物流集散中心改造', '收购＋改造', 0.92, 0.6, 0.28],
    ['县城标准厂房打包', '组合打包', 1.36, 0.85, 0.3],
    ['旧城停车场', '直接收购', 0.41, 0.24, 0],
    ['农贸市场提质', '收购＋改造', 0.37, 0.22, 0.1],
    ['云岭水厂', '直接收购', 0.88, 0.55, 0],
    ['公租房组合', '组合打包', 1.12, 0.66, 0.2],
    ['冷链仓储', '收购＋改造', 0.54, 0.3, 0],
    ['河口码头', '直接收购', 0.47, 0.28, 0],
  ] as const;
  const rows = lines.map((line, i) => table.add([i + 1, ...line]));
  table.addTotal([undefined, '合计'], rows, 'run', [3, 4, 5]);
  return sheet;
}

/** Reserves beside the budget: a ledger of no usual kind. */
function reserves(): SheetDraft {
  const sheet = new SheetDraft('存量');
  caption(sheet, {
    title: `${COUNTY}预算稳定调节基金等存量资金变动情况（截至2023年6月30日）`,
    right: '单位：万元',
    last: 5,
  });
  const table = new TableDraft(sheet, {
    kind: '存量资金',
    unit: '万元',
    period: upTo(2023, 6),
    top: 2,
    columns: [
      ['项目', 'item', 30],
      ['年初余额', 'opening'],
      ['本年增加', 'inflow'],
      ['本年动用', 'outflow'],
      ['期末余额', 'closing'],
      ['备注', 'remark'],
    ],
  });
  const rows = (
    [
      ['预算稳定调节基金', 15_480, 0, 12_400],
      ['预算周转金', 2_600, 0, 0],
      ['结转结余资金', 48_620, 0, 31_274.5],
      ['部门存量资金', 3_184.6, 212.4, 1_908.3],
    ] as const
  ).map((line) => table.add([...line, rolled(1, 2, 3)]));
  table.addTotal(['合计'], rows, 'plus', [1, 2, 3, 4]);
  return sheet;
}

/** What the inspection found, and what of it is put right. */
function findings(): SheetDraft {
  const sheet = new SheetDraft('整改');
  caption(sheet, {
    title: `${COUNTY}财会监督专项检查发现问题整改进度表`,
    left: '截至2023年6月30日',
    right: '金额单位：万元',
    last: 7,
  });
  const table = new TableDraft(sheet, {
    kind: '监督检查',
    unit: '万元',
    period: upTo(2023, 6),
    top: 2,
    columns: [
      ['序号', 'serial'],
      ['检查领域', 'item', 24],
      ['发现问题', 'count', 11],
      ['已整改', 'count', 11],
      ['整改率%', 'pct_budget'],
      ['涉及金额', 'amount'],
      ['已追回金额', 'amount'],
      ['整改时限', 'date', 13],
    ],
  });
  const lines = [
    ['减税降费', 3, 3, 4.6, 4.6],
    ['基层“三保”', 2, 2, 0, 0],
    ['违规返还财政收入', 1, 1, 12.8, 12.8],
    ['政府采购', 6, 5, 8.35, 8.35],
    ['惠农补贴发放', 9, 8, 6.42, 5.98],
    ['资产管理', 7, 6, 0, 0],
    ['会计信息质量', 5, 5, 3.1, 3.1],
  ] as const;
  const rows = lines.map(([name, found, done, money, back], i) =>
    table.add([i + 1, name, found, done, rateOf(3, 2), money, back, '2023-09-30']),
  );
  table.addTotal([undefined, '合计'], rows, 'run', [2, 3, 5, 6], { 4: rateOf(3, 2) });
  return sheet;
}

export const PLANS: SampleBook = {
  name: 'plans-and-funds-2023-06',
  sheets,
  facts: [
    { sheet: '财源目标', code: 'I402', why: '2026年目标的完成率低于序时进度' },
    { sheet: '整改', code: 'I402', why: '部分问题尚未整改' },
    { sheet: '存量', code: 'I402', why: '结转结余占支出的比重较高' },
  ],
  errors: [
    {
      sheet: '重点支出',
      item: '教育支出',
      column: 2,
      code: ['T303', 'I402'],
      kind: 'differsFromSpendingTable',
      level: 'error',
      change: () => 79_800,
    },
    {
      sheet: '重点支出',
      item: '科学技术支出',
      column: 4,
      code: ['A102', 'F202'],
      kind: 'typedOver',
      level: 'error',
      change: () => 8.18,
    },
    {
      sheet: '重点支出',
      item: '一般性支出',
      column: 3,
      code: ['F201', 'A104'],
      kind: 'turnedAround',
      level: 'error',
      change: (_, row) => difference(row, 1, 2),
    },
    {
      sheet: '财源目标',
      item: '纳税1000万元以上企业',
      column: 5,
      code: ['I402', 'T303'],
      kind: 'notNested',
      level: 'warning',
      change: () => 35,
    },
    {
      sheet: '园区',
      item: '河口片区',
      column: 5,
      code: ['A105', 'F202'],
      kind: 'typedOver',
      level: 'error',
      change: () => 16.42,
    },
    {
      sheet: '园区',
      item: '云岭片区',
      column: 6,
      code: 'A106',
      kind: 'wrongShare',
      level: 'error',
      change: (was) => roundHalfUp(was + 4, 2),
    },
    {
      sheet: '存量资产项目库',
      item: '农贸市场提质',
      column: 4,
      code: 'I402',
      kind: 'borrowedAboveWorth',
      level: 'warning',
      change: () => 0.52,
      shows: [{ item: '农贸市场提质', column: 3 }],
    },
    {
      sheet: '存量资产项目库',
      item: '合计',
      column: 3,
      code: ['F203', 'A101', 'F201'],
      kind: 'sumStopsShort',
      level: 'error',
      change: (_, row) => sumOfRun(3, row - 2, 3),
    },
    {
      sheet: '存量',
      item: '部门存量资金',
      column: 4,
      code: ['F202', 'T301'],
      kind: 'typedOver',
      level: 'error',
      change: () => 1_588.7,
    },
    {
      sheet: '存量',
      item: '结转结余资金',
      column: 1,
      code: ['T307', 'T303'],
      kind: 'notLastYearsEnd',
      level: 'error',
      change: () => 46_820,
    },
    {
      sheet: '整改',
      item: '惠农补贴发放',
      column: 4,
      code: ['A103', 'F202'],
      kind: 'typedOver',
      level: 'error',
      change: () => 98.89,
    },
  ],
};
