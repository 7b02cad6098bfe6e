import { roundHalfUp } from '../../../src/core/numbers/decimal';
import type { SampleBook } from '../book';
import { SheetDraft, sumOfRun } from '../sheet-draft';
import { across, caption, minus, rateOf, TableDraft, type RowStyle } from '../table-draft';
import { upTo, wholeYear } from '../table-truth';

/** Budget and final account of one department as it makes them public, and the three public expenses of several. */
const COUNTY = '青禾县';
const DEPARTMENT = `${COUNTY}教育局`;

function sheets(): SheetDraft[] {
  return [cover(), overview(), spendingByCode(), grants(), finalAccount(), projectSpending(), carsAndGuests()];
}

function cover(): SheetDraft {
  const sheet = new SheetDraft('封面', [70]);
  sheet.put(3, 0, '2023年部门预算公开表', { bold: true, size: 20, align: 'center' });
  sheet.put(6, 0, `部门名称：${DEPARTMENT}`, { align: 'center' });
  return sheet;
}

interface Spending {
  readonly codes: readonly [string, string?, string?];
  readonly name: string;
  readonly basic: number;
  readonly project: number;
}

/** 元. The leaves; classes and sections are their sums. */
const LEAVES: readonly Spending[] = [
  { codes: ['205', '01', '01'], name: '行政运行', basic: 6_482_310.5, project: 0 },
  { codes: ['205', '01', '99'], name: '其他教育管理事务支出', basic: 1_204_600, project: 860_000 },
  { codes: ['205', '02', '01'], name: '学前教育', basic: 18_640_220, project: 4_210_000 },
  { codes: ['205', '02', '02'], name: '小学教育', basic: 196_325_480.36, project: 21_800_000 },
  { codes: ['205', '02', '03'], name: '初中教育', basic: 142_870_615.2, project: 16_450_000 },
  { codes: ['205', '02', '04'], name: '高中教育', basic: 68_114_300, project: 5_600_000 },
  { codes: ['205', '03', '02'], name: '中等职业教育', basic: 14_205_860, project: 2_380_000 },
  { codes: ['208', '05', '05'], name: '机关事业单位基本养老保险缴费支出', basic: 52_340_118.4, project: 0 },
  { codes: ['210', '11', '02'], name: '事业单位医疗', basic: 24_862_570, project: 0 },
  { codes: ['221', '02', '01'], name: '住房公积金', basic: 39_255_088.8, project: 0 },
];
const CLASSES: Readonly<Record<string, string>> = {
  205: '教育支出',
  208: '社会保障和就业支出',
  210: '卫生健康支出',
  221: '住房保障支出',
};
const SECTIONS: Readonly<Record<string, string>> = {
  20501: '教育管理事务',
  20502: '普通教育',
  20503: '职业教育',
  20805: '行政事业单位养老支出',
  21011: '行政事业单位医疗',
  22102: '住房改革支出',
};

const of = (prefix: string) =>
  LEAVES.filter(({ codes }) => codes.join('').startsWith(prefix)).map(({ basic, project }) => ({ basic, project }));
const add = (lines: readonly { basic: number; project: number }[]) => ({
  basic: roundHalfUp(
    lines.reduce((sum, { basic }) => sum + basic, 0),
    2,
  ),
  project: roundHalfUp(
    lines.reduce((sum, { project }) => sum + project, 0),
    2,
  ),
});
const WHOLE = add(LEAVES);
const TOTAL = roundHalfUp(WHOLE.basic + WHOLE.project, 2);

/** 收支总表: income at the left, spending by class at the right, one sum under both. */
function overview(): SheetDraft {
  const sheet = new SheetDraft('部门收支总表');
  sheet.put(0, 0, '预算01表');
  caption(sheet, { at: 1, title: '2023年部门收支预算总表', left: `部门：${DEPARTMENT}`, right: '单位：元', last: 4 });
  const plan = { kind: '部门预算', unit: '元', period: wholeYear(2023), top: 3 } as const;
  const left = new TableDraft(sheet, {
    ...plan,
    columns: [
      ['收\u3000入|项目', 'item', 30],
      ['收\u3000入|2023年预算数', 'budget_initial', 18],
    ],
  });
  const right = new TableDraft(sheet, {
    ...plan,
    left: 3,
    columns: [
      ['支\u3000出|项目（按功能分类）', 'item', 34],
      ['支\u3000出|2023年预算数', 'budget_initial', 18],
    ],
  });
  const fees = 3_860_000;
  left.add(['一、一般公共预算拨款收入', roundHalfUp(TOTAL - fees, 2)]);
  left.add(['二、政府性基金预算拨款收入', 0]);
  left.add(['三、财政专户管理资金收入', fees]);
  left.add(['四、其他收入', 0]);
  left.add(['本年收入合计', TOTAL], 'total');
  left.add(['收入总计', TOTAL], 'total');
  Object.entries(CLASSES).forEach(([code, name], i) => {
    const { basic, project } = add(of(code));
    right.add([`${'一二三四'[i]}、${name}`, roundHalfUp(basic + project, 2)]);
  });
  right.add(['本年支出合计', TOTAL], 'total');
  right.add(['支出总计', TOTAL], 'total');
  return sheet;
}

/** 类 | 款 | 项 in three columns, each level with its sum; rows of … as the template has them. */
function spendingByCode(): SheetDraft {
  const sheet = new SheetDraft('部门支出总表 ', [], { ghostRows: 80 });
  sheet.put(0, 0, '预算03表');
  caption(sheet, { at: 1, title: '2023年部门支出预算总表', left: `部门：${DEPARTMENT}`, right: '单位：元', last: 6 });
  const table = new TableDraft(sheet, {
    kind: '部门预算',
    unit: '元',
    period: wholeYear(2023),
    top: 3,
    columns: [
      ['科目编码|类', 'code', 6],
      ['科目编码|款', 'code', 6],
      ['科目编码|项', 'code', 6],
      ['科目名称', 'item', 38],
      ['2023年预算数|合计', 'budget_initial', 18],
      ['2023年预算数|基本支出', 'budget_initial', 18],
      ['2023年预算数|项目支出', 'budget_initial', 18],
    ],
  });
  const line = (
    codes: readonly (string | undefined)[],
    name: string,
    { basic, project }: { basic: number; project: number },
    style: RowStyle = 'plain',
  ) => table.add([codes[0], codes[1], codes[2], name, across(5, 6), basic, project], style);
  line([], '合\u3000\u3000计', WHOLE, 'total');
  for (const [code, name] of Object.entries(CLASSES)) {
    line([code], name, add(of(code)), 'bold');
    for (const [section, sectionName] of Object.entries(SECTIONS).filter(([section]) => section.startsWith(code))) {
      line([code, section.slice(3)], `\u3000${sectionName}`, add(of(section)));
      for (const { codes, name: leafName, basic, project } of LEAVES.filter(({ codes: own }) =>
        own.join('').startsWith(section),
      ))
        line(codes, `\u3000\u3000${leafName}`, { basic, project });
    }
  }
  table.add([undefined, undefined, undefined, '…']);
  table.add([undefined, undefined, undefined, '…']);
  return sheet;
}

/** 财政拨款 with last year's budget beside this year's. */
function grants(): SheetDraft {
  const sheet = new SheetDraft('一般公共预算支出表');
  caption(sheet, {
    title: '2023年一般公共预算支出预算表（按部门经济分类）',
    left: `部门：${DEPARTMENT}`,
    right: '单位：元',
    last: 5,
  });
  const table = new TableDraft(sheet, {
    kind: '部门预算',
    unit: '元',
    period: wholeYear(2023),
    top: 2,
    columns: [
      ['经济分类科目', 'item', 34],
      ['2022年预算数', 'prior', 18],
      ['2023年预算数', 'budget_initial', 18],
      ['增减额', 'delta', 18],
      ['增减%', 'pct_yoy'],
      ['备注', 'remark'],
    ],
  });
  const lines = [
    ['301 工资福利支出', 448_215_600, 460_102_340.26],
    ['302 商品和服务支出', 62_380_400, 60_815_200],
    ['303 对个人和家庭的补助', 41_006_250, 42_117_622],
    ['310 资本性支出', 9_850_000, 8_400_000],
  ] as const;
  const rise = (row: number) => ({
    formula: (r: number) => `ROUND((C${r + 1}/B${r + 1}-1)*100,2)`,
    compute: (figure: (row: number, column: number) => number) =>
      roundHalfUp((figure(row, 2) / figure(row, 1) - 1) * 100, 2),
  });
  const rows = lines.map(([name, before, now]) => table.add([name, before, now, minus(2, 1), rise]));
  table.addTotal(['合计'], rows, 'run', [1, 2, 3], { 4: rise });
  return sheet;
}

/** 决算 of the year before: budget, adjusted budget, final figures; the codes fused with the names. */
function finalAccount(): SheetDraft {
  const sheet = new SheetDraft('2022决算');
  caption(sheet, { title: '2022年度部门支出决算表', left: `部门：${DEPARTMENT}`, right: '金额单位：万元', last: 5 });
  const table = new TableDraft(sheet, {
    kind: '部门决算',
    unit: '万元',
    period: wholeYear(2022),
    top: 2,
    columns: [
      ['功能分类科目', 'item', 44],
      ['年初预算数', 'budget_initial'],
      ['调整预算数', 'budget_adjusted'],
      ['决算数', 'ytd'],
      ['决算数为调整预算的%', 'pct_budget', 14],
      ['结余结转', 'amount'],
    ],
  });
  const lines: readonly (readonly [string, string, number, number, number])[] = [
    ['20501', '教育管理事务', 812.4, 886.2, 871.35],
    ['20502', '普通教育', 45_120, 47_866.5, 46_904.28],
    ['20503', '职业教育', 1_580, 1_742.8, 1_698.14],
    ['20805', '行政事业单位养老支出', 5_060, 5_104.6, 5_104.6],
    ['21011', '行政事业单位医疗', 2_390, 2_402, 2_396.7],
    ['22102', '住房改革支出', 3_780, 3_812.5, 3_812.5],
  ];
  const rows = lines.map(([code, name, initial, adjusted, done]) =>
    table.add([`${code} ${name}`, initial, adjusted, done, rateOf(3, 2), minus(2, 3)]),
  );
  table.addTotal(['本年支出合计'], rows, 'run', [1, 2, 3, 5], { 4: rateOf(3, 2) });
  return sheet;
}

/** Projects of the year before: how much was spent in its last two months, and how much under 其他. */
function projectSpending(): SheetDraft {
  const sheet = new SheetDraft('2022项目支出');
  caption(sheet, {
    title: '2022年度部门项目支出决算明细表',
    left: `部门：${DEPARTMENT}`,
    right: '单位：万元',
    last: 7,
  });
  const table = new TableDraft(sheet, {
    kind: '部门决算',
    unit: '万元',
    period: wholeYear(2022),
    top: 2,
    columns: [
      ['项目名称', 'item', 30],
      ['调整预算数', 'budget_adjusted'],
      ['1-10月支出', 'amount'],
      ['11-12月支出', 'amount'],
      ['全年决算数', 'ytd'],
      ['执行率%', 'pct_budget'],
      ['其中：其他支出', 'amount', 14],
      ['备注', 'remark'],
    ],
  });
  const lines = [
    ['薄弱学校改造', 4_860, 3_120.5, 1_402.3, 216.4],
    ['学前教育发展', 1_240, 806.2, 361, 58.5],
    ['营养改善计划', 2_960, 2_410.6, 488.15, 0],
    ['教师培训', 186, 96.4, 71.2, 22.6],
    ['教育信息化', 640, 312.8, 248.6, 74],
  ] as const;
  const rows = lines.map(([name, budget, early, late, other]) =>
    table.add([name, budget, early, late, across(2, 3), rateOf(4, 1), other]),
  );
  table.addTotal(['合计'], rows, 'run', [1, 2, 3, 4, 6], { 5: rateOf(4, 1) });
  return sheet;
}

const OFFICES: readonly (readonly [string, number, number, number, number])[] = [
  ['县政府办公室', 420_000, 196_400, 310_000, 141_260],
  ['县教育局', 180_000, 81_350, 96_000, 44_820],
  ['县财政局', 150_000, 66_240.5, 88_000, 39_615],
  ['县公安局', 120_000, 52_180, 1_860_000, 862_400.8],
  ['县卫生健康局', 110_000, 50_900, 240_000, 113_508],
  ['县农业农村局', 135_000, 61_775, 152_000, 70_330.6],
];

/** Three header levels: expense, its parts, budget and spent. */
function carsAndGuests(): SheetDraft {
  const sheet = new SheetDraft('三公执行');
  caption(sheet, { at: 1, title: `${COUNTY}部分预算单位2023年上半年“三公”经费执行情况`, left: '单位：元', last: 12 });
  const table = new TableDraft(sheet, {
    kind: '三公',
    unit: '元',
    period: upTo(2023, 6),
    top: 3,
    columns: [
      ['预算单位', 'item', 18],
      ['合计|年初预算', 'budget_initial'],
      ['合计|执行数', 'ytd'],
      ['合计|执行进度%', 'pct_budget'],
      ['因公出国（境）|年初预算', 'budget_initial'],
      ['因公出国（境）|执行数', 'ytd'],
      ['公务接待费|年初预算', 'budget_initial'],
      ['公务接待费|执行数', 'ytd'],
      ['公务用车|购置|年初预算', 'budget_initial'],
      ['公务用车|购置|执行数', 'ytd'],
      ['公务用车|运行维护|年初预算', 'budget_initial'],
      ['公务用车|运行维护|执行数', 'ytd'],
      ['备注', 'remark'],
    ],
  });
  const rows = OFFICES.map(([name, guests, guestsSpent, cars, carsSpent], i) =>
    table.add([
      name,
      across(4, 6, 8, 10),
      across(5, 7, 9, 11),
      rateOf(2, 1),
      0,
      0,
      guests,
      guestsSpent,
      i === 3 ? 360_000 : 0,
      i === 3 ? 178_600 : 0,
      cars,
      carsSpent,
    ]),
  );
  table.addTotal(['合\u3000计'], rows, 'run', [1, 2, 4, 5, 6, 7, 8, 9, 10, 11], { 3: rateOf(2, 1) });
  return sheet;
}

export const DEPARTMENTS: SampleBook = {
  name: 'departments-2023',
  sheets,
  facts: [],
  errors: [
    {
      sheet: '部门收支总表',
      item: '财政专户管理资金收入',
      column: 1,
      code: 'A101',
      kind: 'droppedDigit',
      level: 'error',
      change: () => 386_000,
    },
    {
      sheet: '部门收支总表',
      item: '支出总计',
      column: 4,
      code: ['T302', 'A101'],
      kind: 'unbalanced',
      level: 'error',
      change: (was) => roundHalfUp(was - 500_000, 2),
    },
    {
      sheet: '部门收支总表',
      item: '卫生健康支出',
      column: 4,
      code: ['A101', 'T303'],
      kind: 'differsFromDetail',
      level: 'error',
      change: (was) => was + 1_000_000,
    },
    {
      sheet: '部门支出总表 ',
      item: '小学教育',
      column: 5,
      code: 'A101',
      kind: 'scale',
      level: 'error',
      change: (was) => roundHalfUp(was / 10, 2),
    },
    {
      sheet: '部门支出总表 ',
      item: '职业教育',
      column: 6,
      code: 'A101',
      kind: 'wrongDigit',
      level: 'error',
      change: (was) => was + 100_000,
    },
    {
      sheet: '部门支出总表 ',
      item: '住房保障支出',
      column: 0,
      code: 'T314',
      kind: 'codeAndName',
      level: 'error',
      change: () => '220',
    },
    {
      sheet: '部门支出总表 ',
      item: '行政运行',
      column: 4,
      code: ['F202', 'A101'],
      kind: 'typedOver',
      level: 'error',
      change: (was) => roundHalfUp(was + 90_000, 2),
    },
    {
      sheet: '一般公共预算支出表',
      item: '资本性支出',
      column: 4,
      code: ['A102', 'F202'],
      kind: 'sign',
      level: 'error',
      change: (was) => -was,
    },
    {
      sheet: '一般公共预算支出表',
      item: '商品和服务支出',
      column: 3,
      code: ['F201', 'A104'],
      kind: 'turnedAround',
      level: 'error',
      change: (_, row) => minus(1, 2)(row),
    },
    {
      sheet: '2022决算',
      item: '普通教育',
      column: 3,
      code: 'T320',
      kind: 'overBudget',
      level: 'error',
      shows: [{ item: '普通教育', column: 4 }],
      change: () => 48_904.28,
    },
    {
      sheet: '2022决算',
      item: '本年支出合计',
      column: 2,
      code: ['F203', 'A101', 'F201'],
      kind: 'sumStopsShort',
      level: 'error',
      change: (_, row) => sumOfRun(3, row - 2, 2),
    },
    {
      sheet: '2022决算',
      item: '行政事业单位医疗',
      column: 0,
      code: 'T314',
      kind: 'codeAndName',
      level: 'error',
      change: () => '21011 城乡社区支出',
    },
    {
      sheet: '2022项目支出',
      item: '教师培训',
      column: 4,
      code: ['F202', 'A101'],
      kind: 'typedOver',
      level: 'error',
      change: () => 176.6,
    },
    {
      sheet: '2022项目支出',
      item: '学前教育发展',
      column: 6,
      code: ['A107', 'I402'],
      kind: 'partExceedsWhole',
      level: 'error',
      change: () => 1_585,
      shows: [{ item: '学前教育发展', column: 4 }],
    },
    {
      sheet: '三公执行',
      item: '县财政局',
      column: 7,
      code: ['T320', 'I402'],
      kind: 'overBudget',
      level: 'error',
      shows: [{ item: '县财政局', column: 6 }],
      change: () => 166_240.5,
    },
    {
      sheet: '三公执行',
      item: '县公安局',
      column: 1,
      code: ['F201', 'A101'],
      kind: 'partLeftOut',
      level: 'error',
      change: (_, row) => across(4, 6, 10)(row),
    },
    {
      sheet: '三公执行',
      item: '县教育局',
      column: 3,
      code: ['A103', 'F202'],
      kind: 'typedOver',
      level: 'error',
      change: () => 54.71,
    },
  ],
};
