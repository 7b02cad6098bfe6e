import { roundHalfUp } from '../../../src/core/numbers/decimal';
import type { SampleBook } from '../book';
import { JUNE_TRANSFERS, pick } from '../figures';
import { SheetDraft, sumOfRun } from '../sheet-draft';
import { across, caption, rateOf, TableDraft, times } from '../table-draft';
import { inMonth, upTo, wholeYear } from '../table-truth';
import { TOWNS } from '../towns';

/** 民生专项: school running costs, public health, environment, pooled rural funds, direct funds. */
const COUNTY = '青禾县';

function sheets(): SheetDraft[] {
  return [schools(), publicHealth(), screening(), environment(), ruralFunds(), directFunds()];
}

/** Primary and middle schools, a subtotal per stage; costs in 元. */
function schools(): SheetDraft {
  const sheet = new SheetDraft('公用经费');
  caption(sheet, { title: `${COUNTY}2023年上半年义务教育学校公用经费测算拨付表`, right: '单位：元', last: 7 });
  const table = new TableDraft(sheet, {
    kind: '义务教育公用经费测算表',
    unit: '元',
    period: upTo(2023, 6),
    top: 2,
    decimals: 0,
    columns: [
      ['学校名称', 'item', 24],
      ['学段', 'text', 8],
      ['在籍学生数', 'persons', 11],
      ['生均公用经费标准', 'standard', 12],
      ['全年资金需求', 'demand', 14],
      ['上半年已拨付', 'paid', 14],
      ['拨付进度%', 'pct_budget'],
      ['备注', 'remark'],
    ],
  });
  const stage = (name: string, standard: number, list: readonly (readonly [string, number])[]) => {
    const rows = list.map(([school, pupils]) =>
      table.add([school, name, pupils, standard, times(2, 3), pupils * standard * 0.5, rateOf(5, 4)]),
    );
    return table.addTotal([`${name}小计`], rows, 'run', [2, 4, 5], { 6: rateOf(5, 4) }, 'bold');
  };
  const groups = [
    stage('小学', 720, [
      ['县第一小学', 2_164],
      ['县第二小学', 1_836],
      ['青山镇中心小学', 968],
      ['白水乡中心小学', 412],
      ['石桥乡中心小学', 538],
      ['云岭镇中心小学', 1_094],
      ['柳林镇中心小学', 876],
    ]),
    stage('初中', 940, [
      ['县第一中学初中部', 1_682],
      ['县第三中学', 1_420],
      ['云岭镇中学', 754],
      ['柳林镇中学', 618],
    ]),
  ];
  table.addTotal(['合\u3000计'], groups, 'plus', [2, 4, 5], { 6: rateOf(5, 4) });
  return sheet;
}

/** By town hospital, the standard per head repeated in each row. */
function publicHealth(): SheetDraft {
  const sheet = new SheetDraft('基本公卫');
  caption(sheet, { title: `${COUNTY}2023年基本公共卫生服务项目补助资金分配表`, left: '（单位：元）', last: 6 });
  const table = new TableDraft(sheet, {
    kind: '公共卫生',
    unit: '元',
    period: wholeYear(2023),
    top: 2,
    decimals: 0,
    columns: [
      ['卫生院', 'item', 22],
      ['服务人口数', 'persons', 12],
      ['人均标准', 'standard', 10],
      ['资金需求', 'demand', 15],
      ['已拨付资金', 'paid', 15],
      ['拨付进度%', 'pct_budget'],
      ['备注', 'remark'],
    ],
  });
  const total = table.keep();
  const rows = TOWNS.map(([town, weight]) => {
    const people = Math.round(weight * 17_400);
    return table.add([`${town}卫生院`, people, 89, times(1, 2), Math.round(people * 89 * 0.55), rateOf(4, 3)]);
  });
  table.total(total, ['合计'], rows, 'run', [1, 3, 4], { 5: rateOf(4, 3) });
  return sheet;
}

/** No word of health in the title; only the rows tell. */
function screening(): SheetDraft {
  const sheet = new SheetDraft('妇幼');
  caption(sheet, { title: `${COUNTY}2023年1-6月妇幼民生实事完成情况`, right: '单位：人、元', last: 4 });
  const table = new TableDraft(sheet, {
    kind: '公共卫生',
    unit: '元',
    period: upTo(2023, 6),
    top: 2,
    columns: [
      ['项目', 'item', 34],
      ['完成人数', 'persons', 11],
      ['拨付资金', 'paid', 14],
      ['人均费用', 'amount'],
      ['备注', 'remark'],
    ],
  });
  const each = (row: number) => ({
    formula: (r: number) => `ROUND(C${r + 1}/B${r + 1},2)`,
    compute: (figure: (row: number, column: number) => number) => roundHalfUp(figure(row, 2) / figure(row, 1), 2),
  });
  const rows = (
    [
      ['免费产前筛查', 457, 109_680],
      ['高危人群干预', 77, 61_600],
      ['农村适龄妇女“两癌”免费检查', 1_053, 147_420],
      ['先天性心脏病筛查', 589, 29_450],
      ['新生儿疾病筛查', 453, 54_360],
    ] as const
  ).map((line) => table.add([...line, each]));
  const medicines = table.add(['基层医疗机构实施基本药物制度补助', '—', 1_864_000, '—']);
  table.addTotal(['合计'], [...rows, medicines], 'run', [2], { 1: '—', 3: '—' });
  return sheet;
}

/** Seven ways of spending that make up the whole; the sum stands first and is called 投入总额. */
function environment(): SheetDraft {
  const sheet = new SheetDraft('环保');
  caption(sheet, {
    title: `${COUNTY}2023年环境保护及污染治理资金投入情况表（截至6月底）`,
    left: '单位：万元',
    last: 5,
  });
  const table = new TableDraft(sheet, {
    kind: '环保投入',
    unit: '万元',
    period: upTo(2023, 6),
    top: 2,
    columns: [
      ['项目', 'item', 36],
      ['全年预计投入', 'budget_initial', 14],
      ['占比%', 'share'],
      ['已投入', 'ytd'],
      ['投入进度%', 'pct_budget'],
      ['备注', 'remark'],
    ],
  });
  const lines = [
    ['1.生态环境专项经费', 860, 441.5],
    ['2.城区水污染设施及黑臭水体整治', 2_140, 1_103.6],
    ['3.污水处理及泵站运行', 1_325, 668.2],
    ['4.垃圾场防渗续建及扩容', 1_870, 952.45],
    ['5.泔水收集运输及处置', 185, 93.1],
    ['6.生活垃圾处理场运营', 640, 327.8],
    ['7.城区大气网格化监测', 96, 49.3],
  ] as const;
  const total = table.keep();
  const share = (row: number) => ({
    formula: (r: number) => `ROUND(B${r + 1}/$B$${total + 1}*100,2)`,
    compute: (figure: (row: number, column: number) => number) =>
      roundHalfUp((figure(row, 1) / figure(total, 1)) * 100, 2),
  });
  const rows = lines.map(([name, planned, done]) => table.add([name, planned, share, done, rateOf(3, 1)]));
  table.total(total, ['合计'], rows, 'run', [1, 3], { 2: share, 4: rateOf(3, 1) });
  return sheet;
}

/** Sources of money side by side over each project; filler rows wait for more projects. */
function ruralFunds(): SheetDraft {
  const sheet = new SheetDraft('涉农整合', [], { ghostRows: 12 });
  caption(sheet, {
    at: 1,
    title: `${COUNTY}统筹整合使用财政涉农资金项目台账`,
    left: '填报日期：2023年7月4日',
    middle: '2023年1－6月',
    right: '单位：万元',
    last: 11,
  });
  const table = new TableDraft(sheet, {
    kind: '涉农整合',
    unit: '万元',
    period: upTo(2023, 6),
    top: 3,
    columns: [
      ['序号', 'serial'],
      ['项目名称', 'item', 34],
      ['实施单位', 'text', 16],
      ['是否入库', 'text', 9],
      ['计划整合资金|合计', 'budget_initial'],
      ['计划整合资金|其中|中央', 'budget_initial'],
      ['计划整合资金|其中|省级', 'budget_initial'],
      ['计划整合资金|其中|市级', 'budget_initial'],
      ['计划整合资金|其中|县级', 'budget_initial'],
      ['累计支出', 'ytd'],
      ['支出进度%', 'pct_budget'],
      ['备注', 'remark'],
    ],
  });
  const lines: readonly (readonly [string, string, number, number, number, number, number])[] = [
    ['高标准农田建设', '县农业农村局', 3_200, 860, 60, 120, 2_260.4],
    ['农村饮水安全巩固', '县水利局', 1_480, 420, 0, 85, 1_046.2],
    ['通村公路窄改宽', '县交通运输局', 2_650, 540, 80, 160, 1_812],
    ['茯苓产业基地', '县农业农村局', 1_120, 380, 40, 60, 885.5],
    ['农村厕所革命', '县乡村振兴局', 460, 210, 0, 35, 372.86],
    ['村集体经济发展', '县委组织部', 900, 150, 0, 0, 566],
  ];
  const rows = lines.map(([name, office, central, province, city, county, spent], i) =>
    table.add([i + 1, name, office, '是', across(5, 6, 7, 8), central, province, city, county, spent, rateOf(9, 4)]),
  );
  table.add(['…', '…']);
  table.add(['…', '…']);
  table.addTotal([undefined, '合\u3000计'], rows, 'run', [4, 5, 6, 7, 8, 9], { 10: rateOf(9, 4) });
  return sheet;
}

function directFunds(): SheetDraft {
  const sheet = new SheetDraft('直达资金');
  caption(sheet, {
    title: `${COUNTY}2023年6月直达资金分配下达和支出情况表`,
    left: '国库股',
    right: '单位：万元',
    last: 7,
  });
  const table = new TableDraft(sheet, {
    kind: '直达资金',
    unit: '万元',
    period: inMonth(2023, 6),
    top: 2,
    columns: [
      ['资金名称', 'item', 40],
      ['下达指标数', 'budget_adjusted'],
      ['已分配数', 'amount'],
      ['分配进度%', 'pct_budget'],
      ['已支出数', 'ytd'],
      ['支出进度%', 'pct_budget'],
      ['未支出数', 'amount'],
      ['备注', 'remark'],
    ],
  });
  const helped = pick(JUNE_TRANSFERS, '县级基本财力保障机制奖补资金收入').ytd;
  const lines = [
    ['城乡义务教育补助经费', 8_642, 8_642, 4_720.5],
    ['困难群众救助补助资金', 5_318.4, 5_318.4, 3_146.2],
    ['城乡居民基本医疗保险补助', 14_206, 14_206, 7_950],
    ['就业补助资金', 1_064, 1_064, 566.8],
    ['农业生产发展资金', 3_470.5, 3_470.5, 1_812.36],
    ['县级基本财力保障机制奖补资金', helped, helped, 8_102.44],
  ] as const;
  const left = (row: number) => ({
    formula: (r: number) => `B${r + 1}-E${r + 1}`,
    compute: (figure: (row: number, column: number) => number) => roundHalfUp(figure(row, 1) - figure(row, 4), 4),
  });
  const rows = lines.map(([name, given, shared, spent]) =>
    table.add([name, given, shared, rateOf(2, 1), spent, rateOf(4, 1), left]),
  );
  table.addTotal(['合计'], rows, 'run', [1, 2, 4, 6], { 3: rateOf(2, 1), 5: rateOf(4, 1) });
  sheet.put(table.row, 0, '说明：支出进度＝已支出数÷下达指标数。');
  return sheet;
}

export const PEOPLES_LIVELIHOOD: SampleBook = {
  name: 'education-health-environment-2023-06',
  sheets,
  facts: [],
  errors: [
    {
      sheet: '公用经费',
      item: '白水乡中心小学',
      column: 3,
      code: 'I402',
      kind: 'belowStandard',
      level: 'warning',
      change: () => 650,
    },
    {
      sheet: '公用经费',
      item: '县第二小学',
      column: 4,
      code: ['F202', 'T310'],
      kind: 'typedOver',
      level: 'error',
      change: (was) => was - 100_000,
    },
    {
      sheet: '公用经费',
      item: '云岭镇中学',
      column: 5,
      code: ['I407'],
      kind: 'halfNotPaid',
      level: 'warning',
      shows: [{ item: '云岭镇中学', column: 6 }],
      change: (was) => was - 90_000,
    },
    {
      sheet: '公用经费',
      item: '小学小计',
      column: 2,
      code: ['F203', 'A101', 'F201'],
      kind: 'sumStopsShort',
      level: 'error',
      change: (_, row) => sumOfRun(row - 7, row - 2, 2),
    },
    {
      sheet: '公用经费',
      item: '合计',
      column: 5,
      code: ['F204', 'A101', 'F201'],
      kind: 'subtotalTwice',
      level: 'error',
      change: (_, row) => sumOfRun(3, row - 1, 5),
    },
    {
      sheet: '基本公卫',
      item: '南河乡卫生院',
      column: 2,
      code: 'I402',
      kind: 'lastYearsStandard',
      level: 'warning',
      change: () => 84,
    },
    {
      sheet: '基本公卫',
      item: '柳林镇卫生院',
      column: 3,
      code: ['F202', 'T310'],
      kind: 'typedOver',
      level: 'error',
      change: (was) => was + 89_000,
    },
    {
      sheet: '妇幼',
      item: '先天性心脏病筛查',
      column: 3,
      code: ['A105', 'F202'],
      kind: 'typedOver',
      level: 'error',
      change: () => 65,
    },
    {
      sheet: '妇幼',
      item: '高危人群干预',
      column: 1,
      code: 'I402',
      kind: 'moreThanScreened',
      level: 'warning',
      shows: [{ item: '免费产前筛查', column: 1 }],
      change: () => 770,
    },
    {
      sheet: '环保',
      item: '污水处理及泵站运行',
      column: 2,
      code: ['F202', 'A106'],
      kind: 'typedOver',
      level: 'error',
      change: () => 16.62,
    },
    {
      sheet: '环保',
      item: '垃圾场防渗续建及扩容',
      column: 2,
      code: ['F206', 'F201', 'A106'],
      kind: 'mixedReference',
      level: 'error',
      change: (_, row) => ({
        formula: () => `ROUND(B${row + 1}/B5*100,2)`,
        compute: (figure) => roundHalfUp((figure(row, 1) / figure(4, 1)) * 100, 2),
      }),
    },
    {
      sheet: '环保',
      item: '泔水收集运输及处置',
      column: 4,
      code: ['F202', 'A103'],
      kind: 'typedOver',
      level: 'error',
      change: () => 59.32,
    },
    {
      sheet: '环保',
      item: '合计',
      column: 3,
      code: ['F203', 'A101', 'F201'],
      kind: 'sumStopsShort',
      level: 'error',
      change: (_, row) => sumOfRun(row + 1, row + 6, 3),
    },
    {
      sheet: '涉农整合',
      item: '农村厕所革命',
      column: 4,
      code: ['F201', 'A101'],
      kind: 'partLeftOut',
      level: 'error',
      change: (_, row) => across(5, 6, 7)(row),
    },
    {
      sheet: '涉农整合',
      item: '村集体经济发展',
      column: 9,
      code: 'T320',
      kind: 'overBudget',
      level: 'error',
      shows: [{ item: '村集体经济发展', column: 10 }],
      change: () => 1_156,
    },
    {
      sheet: '直达资金',
      item: '就业补助资金',
      column: 5,
      code: ['F201', 'A103'],
      kind: 'otherDenominator',
      level: 'error',
      change: (_, row) => ({
        formula: () => `ROUND((G${row + 1}/B${row + 1})*100,2)`,
        compute: (figure) => roundHalfUp((figure(row, 6) / figure(row, 1)) * 100, 2),
      }),
    },
    {
      sheet: '直达资金',
      item: '困难群众救助补助资金',
      column: 2,
      code: ['T320', 'I402'],
      kind: 'moreSharedThanGiven',
      level: 'error',
      change: (was) => was + 1_000,
      shows: [{ item: '困难群众救助补助资金', column: 3 }],
    },
  ],
};
