import { roundHalfUp } from '../../../src/core/numbers/decimal';
import type { SampleBook } from '../book';
import { excelDay } from '../excel-day';
import { SheetDraft, sumOfRun } from '../sheet-draft';
import { across, caption, rateOf, rolled, TableDraft } from '../table-draft';
import { upTo, wholeYear } from '../table-truth';

/** 债务: limits in 亿元, the ledger loan by loan in 万元, hidden debt and its ten-year plan, what falls due. */
const COUNTY = '青禾县';

interface Loan {
  readonly creditor: string;
  readonly debtor: string;
  readonly project: string;
  readonly from: string;
  readonly due: string;
  readonly rate: number;
  readonly principal: number;
  readonly opening: number;
  readonly added: number;
  readonly repaid: number;
}

const GENERAL: readonly Loan[] = [
  {
    creditor: '2018年省政府一般债券（三期）',
    debtor: '县财政局',
    project: '农村公路改造工程',
    from: '2018-06-20',
    due: '2025-06-20',
    rate: 3.98,
    principal: 21_500,
    opening: 21_500,
    added: 0,
    repaid: 0,
  },
  {
    creditor: '2019年省政府一般债券（一期）',
    debtor: '县财政局',
    project: '县第二中学迁建',
    from: '2019-02-27',
    due: '2026-02-27',
    rate: 3.38,
    principal: 18_600,
    opening: 18_600,
    added: 0,
    repaid: 0,
  },
  {
    creditor: '2020年省政府一般债券（五期）',
    debtor: '县财政局',
    project: '易地扶贫搬迁配套',
    from: '2020-05-18',
    due: '2030-05-18',
    rate: 2.94,
    principal: 16_200,
    opening: 16_200,
    added: 0,
    repaid: 0,
  },
  {
    creditor: '2021年省政府一般债券（二期）',
    debtor: '县财政局',
    project: '中小河流治理',
    from: '2021-04-22',
    due: '2028-04-22',
    rate: 3.41,
    principal: 12_800,
    opening: 12_800,
    added: 0,
    repaid: 0,
  },
  {
    creditor: '2018年省政府再融资一般债券',
    debtor: '县财政局',
    project: '存量债务偿还',
    from: '2018-05-15',
    due: '2023-05-15',
    rate: 3.72,
    principal: 4_120,
    opening: 4_120,
    added: 0,
    repaid: 4_120,
  },
  {
    creditor: '2022年省政府一般债券（四期）',
    debtor: '县财政局',
    project: '高标准农田建设',
    from: '2022-06-30',
    due: '2032-06-30',
    rate: 2.91,
    principal: 9_600,
    opening: 9_600,
    added: 0,
    repaid: 0,
  },
  {
    creditor: '2023年省政府一般债券（一期）',
    debtor: '县财政局',
    project: '农村饮水安全巩固提升',
    from: '2023-03-10',
    due: '2033-03-10',
    rate: 2.98,
    principal: 6_400,
    opening: 0,
    added: 6_400,
    repaid: 0,
  },
];

const SPECIAL: readonly Loan[] = [
  {
    creditor: '2019年省政府专项债券（八期）',
    debtor: '县住建局',
    project: '棚户区改造',
    from: '2019-07-11',
    due: '2029-07-11',
    rate: 3.61,
    principal: 22_000,
    opening: 22_000,
    added: 0,
    repaid: 0,
  },
  {
    creditor: '2020年省政府专项债券（十一期）',
    debtor: '县卫健局',
    project: '县人民医院整体搬迁',
    from: '2020-08-26',
    due: '2040-08-26',
    rate: 3.79,
    principal: 18_400,
    opening: 18_400,
    added: 0,
    repaid: 0,
  },
  {
    creditor: '2021年省政府专项债券（六期）',
    debtor: '县工业园',
    project: '园区标准厂房',
    from: '2021-09-14',
    due: '2036-09-14',
    rate: 3.57,
    principal: 13_500,
    opening: 13_500,
    added: 0,
    repaid: 0,
  },
  {
    creditor: '2018年省政府土储专项债券',
    debtor: '县自然资源局',
    project: '城北片区土地储备',
    from: '2018-06-08',
    due: '2023-06-08',
    rate: 3.85,
    principal: 600,
    opening: 600,
    added: 0,
    repaid: 600,
  },
  {
    creditor: '2023年省政府专项债券（三期）',
    debtor: '县水利局',
    project: '城乡供水一体化',
    from: '2023-04-19',
    due: '2043-04-19',
    rate: 3.28,
    principal: 4_100,
    opening: 0,
    added: 4_100,
    repaid: 0,
  },
];

const HIDDEN: readonly (readonly [
  creditor: string,
  debtor: string,
  project: string,
  due: string,
  opening: number,
  reduced: number,
  way: string,
])[] = [
  ['农业发展银行青禾县支行', '县城投公司', '城区路网工程', '2028-11-20', 15_200, 900, '安排财政资金'],
  ['国家开发银行省分行', '县交建投公司', '干线公路改扩建', '2030-03-15', 12_600, 640, '安排财政资金'],
  ['青禾农村商业银行', '县城投公司', '污水管网工程', '2026-09-30', 5_340, 520, '出让资产权益'],
  ['县教育局工程款', '县教育局', '义务教育薄弱学校改造', '2025-12-31', 2_180, 310, '项目结转资金'],
  ['县水利局工程款', '县水利局', '中型水库除险加固', '2024-12-31', 1_460, 260, '展期重组'],
];

const sum = (loans: readonly Loan[], part: 'opening' | 'added' | 'repaid') =>
  loans.reduce((all, loan) => all + loan[part], 0);
const inHundredMillions = (value: number) => roundHalfUp(value / 10_000, 4);

function sheets(): SheetDraft[] {
  return [limits(), ledger(), hidden(), falling(), plan(), risk(), before()];
}

function limits(): SheetDraft {
  const sheet = new SheetDraft('限额余额');
  caption(sheet, { title: `${COUNTY}地方政府债务限额及余额情况表（截至2023年6月底）`, right: '单位：亿元', last: 6 });
  const table = new TableDraft(sheet, {
    kind: '债务台账',
    unit: '亿元',
    period: upTo(2023, 6),
    top: 2,
    decimals: 4,
    columns: [
      ['债务类型', 'item', 16],
      ['债务限额', 'limit'],
      ['年初余额', 'opening'],
      ['本年举借', 'inflow'],
      ['本年偿还', 'outflow'],
      ['期末余额', 'closing'],
      ['限额使用率（%）', 'pct_budget', 14],
    ],
  });
  const line = (name: string, limit: number, loans: readonly Loan[]) =>
    table.add([
      name,
      limit,
      ...(['opening', 'added', 'repaid'] as const).map((part) => inHundredMillions(sum(loans, part))),
      rolled(2, 3, 4),
      rateOf(5, 1),
    ]);
  const rows = [line('一般债务', 8.82, GENERAL), line('专项债务', 6.1, SPECIAL)];
  table.addTotal(['合计'], rows, 'plus', [1, 2, 3, 4, 5], { 6: rateOf(5, 1) });
  return sheet;
}

/** Loan by loan, a subtotal below each type; dates as text. */
function ledger(): SheetDraft {
  const sheet = new SheetDraft('法定债务明细');
  caption(sheet, {
    title: `${COUNTY}政府债务台账`,
    left: `编制单位：${COUNTY}财政局债务中心`,
    middle: '截至2023年6月30日',
    right: '单位：万元',
    last: 13,
  });
  const table = new TableDraft(sheet, {
    kind: '债务台账',
    unit: '万元',
    period: upTo(2023, 6),
    top: 3,
    decimals: 0,
    columns: [
      ['序号', 'serial'],
      ['债权人（债券）', 'text', 30],
      ['债务单位', 'text', 14],
      ['项目名称', 'item', 26],
      ['债务类型', 'text', 10],
      ['举借日期', 'date'],
      ['到期日期', 'date'],
      ['年利率（%）', 'rate'],
      ['本金', 'amount'],
      ['年初余额', 'opening'],
      ['本年新增', 'inflow'],
      ['本年偿还', 'outflow'],
      ['期末余额', 'closing'],
      ['备注', 'remark'],
    ],
  });
  let serial = 0;
  const group = (type: string, loans: readonly Loan[]) => {
    const rows = loans.map((loan) =>
      table.add([
        ++serial,
        loan.creditor,
        loan.debtor,
        loan.project,
        type,
        loan.from,
        loan.due,
        loan.rate,
        loan.principal,
        loan.opening,
        loan.added,
        loan.repaid,
        rolled(9, 10, 11),
        loan.repaid > 0 && loan.repaid === loan.opening ? '已还清' : undefined,
      ]),
    );
    return table.addTotal(
      [undefined, undefined, undefined, `${type}债务小计`],
      rows,
      'run',
      [8, 9, 10, 11, 12],
      {},
      'bold',
    );
  };
  const groups = [group('一般', GENERAL), group('专项', SPECIAL)];
  table.addTotal([undefined, undefined, undefined, '合\u3000计'], groups, 'plus', [8, 9, 10, 11, 12]);
  return sheet;
}

/** A list without the word 台账: what makes it a ledger of hidden debt are its columns. */
function hidden(): SheetDraft {
  const sheet = new SheetDraft('隐性');
  caption(sheet, { title: `${COUNTY}隐性债务变动明细`, left: '所属期：2023年1-6月', right: '金额：万元', last: 9 });
  const table = new TableDraft(sheet, {
    kind: '债务台账',
    unit: '万元',
    period: upTo(2023, 6),
    top: 2,
    decimals: 0,
    columns: [
      ['序号', 'serial'],
      ['债权人', 'text', 24],
      ['债务单位', 'text', 14],
      ['项目', 'item', 24],
      ['到期日', 'date'],
      ['期初余额', 'opening'],
      ['本期新增', 'inflow'],
      ['本期化解', 'outflow'],
      ['期末余额', 'closing'],
      ['化解方式', 'text', 16],
    ],
  });
  const rows = HIDDEN.map(([creditor, debtor, project, due, opening, reduced, way], i) =>
    table.add([i + 1, creditor, debtor, project, excelDay(due), opening, 0, reduced, rolled(5, 6, 7), way]),
  );
  table.addTotal(['合计'], rows, 'run', [5, 6, 7, 8]);
  sheet.put(table.row + 1, 0, '填报说明：本期新增应为0；化解方式按“六个一批”归类。');
  return sheet;
}

const FALLING: readonly (readonly [string, string, number, number, number, number])[] = [
  ['城区路网工程贷款', '2023-09-20', 800, 356, 656, 500],
  ['干线公路改扩建贷款', '2023-11-15', 600, 278, 578, 300],
  ['污水管网工程贷款', '2023-12-21', 500, 131, 231, 400],
  ['农村公路改造工程债券付息', '2023-12-20', 0, 428, 428, 0],
  ['棚户区改造债券付息', '2024-01-11', 0, 397, 397, 0],
  ['水库除险加固工程款', '2024-06-30', 450, 0, 250, 200],
];

function falling(): SheetDraft {
  const sheet = new SheetDraft('到期本息');
  caption(sheet, {
    title: `${COUNTY}未来一年到期债务本息及资金来源表`,
    left: '基准日：2023年6月30日',
    right: '（万元）',
    last: 8,
  });
  const table = new TableDraft(sheet, {
    kind: '债务台账',
    unit: '万元',
    period: upTo(2023, 6),
    top: 2,
    decimals: 0,
    columns: [
      ['债务名称', 'item', 30],
      ['到期日', 'date'],
      ['到期本息|本金', 'amount'],
      ['到期本息|利息', 'amount'],
      ['到期本息|小计', 'amount'],
      ['资金来源|财政资金', 'amount'],
      ['资金来源|再融资', 'amount'],
      ['资金来源|小计', 'amount'],
      ['覆盖率%', 'pct_budget'],
    ],
  });
  const rows = FALLING.map(([name, due, principal, interest, budget, refinance]) =>
    table.add([name, due, principal, interest, across(2, 3), budget, refinance, across(5, 6), rateOf(7, 4)]),
  );
  table.addTotal(['合计'], rows, 'run', [2, 3, 4, 5, 6, 7], { 8: rateOf(7, 4) });
  return sheet;
}

const PLAN: readonly (readonly [string, number, number])[] = [
  ['2019年', 3_600, 3_720],
  ['2020年', 3_800, 3_815],
  ['2021年', 4_200, 4_260],
  ['2022年', 4_600, 4_640],
  ['2023年（1-6月）', 2_450, 2_630],
];

/** The ten-year plan: years down, what was planned and done. */
function plan(): SheetDraft {
  const sheet = new SheetDraft('化债进度');
  caption(sheet, { title: `${COUNTY}十年化债方案执行情况台账（截至2023年6月底）`, right: '单位：万元', last: 5 });
  const table = new TableDraft(sheet, {
    kind: '化债台账',
    unit: '万元',
    period: upTo(2023, 6),
    top: 2,
    decimals: 0,
    columns: [
      ['年度', 'item', 18],
      ['方案应化解额', 'budget_initial'],
      ['实际化解额', 'ytd'],
      ['完成率（%）', 'pct_budget'],
      ['主要措施', 'text', 24],
      ['备注', 'remark'],
    ],
  });
  const measures = ['安排财政资金', '安排财政资金、出让资产', '出让资产权益', '项目结转资金', '展期重组'];
  const rows = PLAN.map(([year, due, done], i) => table.add([year, due, done, rateOf(2, 1), measures[i]]));
  table.addTotal(['累计'], rows, 'run', [1, 2], { 3: rateOf(2, 1) });
  return sheet;
}

/** 债务率: what is owed against what the county can dispose of. */
function risk(): SheetDraft {
  const sheet = new SheetDraft('风险指标');
  caption(sheet, { title: `${COUNTY}政府债务风险指标测算表（截至2023年6月底）`, right: '单位：万元', last: 6 });
  const table = new TableDraft(sheet, {
    kind: '债务台账',
    unit: '万元',
    period: upTo(2023, 6),
    top: 2,
    decimals: 0,
    columns: [
      ['债务类型', 'item', 16],
      ['期末余额', 'closing'],
      ['综合财力', 'amount'],
      ['债务率%', 'share'],
      ['当年还本付息', 'amount', 14],
      ['偿债率%', 'share'],
      ['备注', 'remark'],
    ],
  });
  const line = (name: string, loans: readonly Loan[], means: number, service: number) =>
    table.add([
      name,
      sum(loans, 'opening') + sum(loans, 'added') - sum(loans, 'repaid'),
      means,
      rateOf(1, 2),
      service,
      rateOf(4, 2),
    ]);
  const rows = [line('一般债务', GENERAL, 214_600, 8_240), line('专项债务', SPECIAL, 42_800, 2_860)];
  table.addTotal(['合计'], rows, 'run', [1, 2, 4], { 3: rateOf(1, 2), 5: rateOf(4, 2) });
  return sheet;
}

function before(): SheetDraft {
  const sheet = new SheetDraft('2022年末');
  caption(sheet, { title: `${COUNTY}2022年末政府债务余额表`, right: '单位：万元', last: 4 });
  const table = new TableDraft(sheet, {
    kind: '债务台账',
    unit: '万元',
    period: wholeYear(2022),
    top: 2,
    decimals: 0,
    columns: [
      ['项目名称', 'item', 28],
      ['债务类型', 'text', 10],
      ['债务限额', 'limit'],
      ['年末余额', 'closing'],
      ['备注', 'remark'],
    ],
  });
  const list = (type: string, loans: readonly Loan[]) =>
    loans
      .filter(({ opening }) => opening > 0)
      .map(({ project, opening }) => table.add([project, type, undefined, opening]));
  const general = list('一般', GENERAL);
  const first = table.addTotal(['一般债务小计'], general, 'run', [3], { 2: 85_000 }, 'bold');
  const special = list('专项', SPECIAL);
  const second = table.addTotal(['专项债务小计'], special, 'run', [3], { 2: 58_000 }, 'bold');
  table.addTotal(['合计'], [first, second], 'plus', [2, 3]);
  return sheet;
}

export const DEBT: SampleBook = {
  name: 'debt-2023-06',
  sheets,
  facts: [{ sheet: '风险指标', code: 'I402', why: '专项债务率高于120%' }],
  errors: [
    {
      sheet: '限额余额',
      item: '专项债务',
      column: 1,
      code: 'I402',
      kind: 'overLimit',
      level: 'warning',
      shows: [
        { item: '专项债务', column: 5 },
        { item: '专项债务', column: 6 },
      ],
      change: () => 5.6,
    },
    {
      sheet: '限额余额',
      item: '一般债务',
      column: 2,
      code: ['T303', 'T307'],
      kind: 'unitSlip',
      level: 'error',
      change: (was) => was * 10,
    },
    {
      sheet: '限额余额',
      item: '合计',
      column: 6,
      code: ['F202', 'A106', 'A103'],
      kind: 'typedOver',
      level: 'error',
      change: () => 91.5,
    },
    {
      sheet: '法定债务明细',
      item: '易地扶贫搬迁配套',
      column: 12,
      code: ['T301', 'F202'],
      kind: 'typedOver',
      level: 'error',
      change: (was) => was - 1000,
    },
    {
      sheet: '法定债务明细',
      item: '县第二中学迁建',
      column: 6,
      code: 'T316',
      kind: 'overdue',
      level: 'warning',
      change: () => '2023-02-27',
    },
    {
      sheet: '法定债务明细',
      item: '园区标准厂房',
      column: 9,
      code: ['T307', 'T303', 'A101'],
      kind: 'notLastYearsEnd',
      level: 'error',
      change: (was) => was + 300,
    },
    {
      sheet: '法定债务明细',
      item: '一般债务小计',
      column: 8,
      code: ['F203', 'A101', 'F201'],
      kind: 'sumStopsShort',
      level: 'error',
      change: (_, row) => sumOfRun(4, row - 2, 8),
    },
    {
      sheet: '法定债务明细',
      item: '合计',
      column: 10,
      code: ['F204', 'A101', 'F201'],
      kind: 'subtotalTwice',
      level: 'error',
      change: (_, row) => sumOfRun(4, row - 1, 10),
    },
    {
      sheet: '隐性',
      item: '城区路网工程',
      column: 6,
      code: 'I402',
      kind: 'newHiddenDebt',
      level: 'warning',
      shows: [{ item: '合计', column: 6 }],
      change: () => 500,
    },
    {
      sheet: '隐性',
      item: '污水管网工程',
      column: 8,
      code: ['T301', 'F202'],
      kind: 'typedOver',
      level: 'error',
      change: (was) => was - 200,
    },
    {
      sheet: '隐性',
      item: '中型水库除险加固',
      column: 4,
      code: 'T316',
      kind: 'overdue',
      level: 'warning',
      change: () => excelDay('2022-12-31'),
    },
    {
      sheet: '到期本息',
      item: '污水管网工程贷款',
      column: 4,
      code: ['F201', 'A101'],
      kind: 'wrongColumn',
      level: 'error',
      change: (_, row) => across(2, 5)(row),
    },
    {
      sheet: '到期本息',
      item: '水库除险加固工程款',
      column: 5,
      code: 'I406',
      kind: 'notCovered',
      level: 'warning',
      shows: [
        { item: '水库除险加固工程款', column: 7 },
        { item: '水库除险加固工程款', column: 8 },
      ],
      change: () => 50,
    },
    {
      sheet: '化债进度',
      item: '2021年',
      column: 3,
      code: ['F202', 'A103'],
      kind: 'typedOver',
      level: 'error',
      change: () => 91.43,
    },
    {
      sheet: '化债进度',
      item: '2023年(1-6月)',
      column: 2,
      code: ['T303', 'I402'],
      kind: 'behindPlan',
      level: 'warning',
      shows: [{ item: '2023年(1-6月)', column: 3 }],
      change: () => 1630,
    },
    {
      sheet: '风险指标',
      item: '一般债务',
      column: 1,
      code: ['T303', 'T307'],
      kind: 'differsFromLedger',
      level: 'error',
      change: (was) => was + 4_000,
    },
    {
      sheet: '风险指标',
      item: '合计',
      column: 3,
      code: ['F202', 'A106', 'A103'],
      kind: 'typedOver',
      level: 'error',
      change: (was) => roundHalfUp(was - 8, 2),
    },
    {
      sheet: '2022年末',
      item: '专项债务小计',
      column: 3,
      code: ['F202', 'A101', 'T307', 'T303'],
      kind: 'typedOver',
      level: 'error',
      change: (was) => was + 900,
    },
  ],
};
