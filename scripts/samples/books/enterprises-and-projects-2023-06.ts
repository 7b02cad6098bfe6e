import { roundHalfUp } from '../../../src/core/numbers/decimal';
import type { SampleBook } from '../book';
import { JUNE_REVENUE, pick } from '../figures';
import { seeded } from '../random';
import { difference, meantFor, SheetDraft, sumOfRun } from '../sheet-draft';
import { caption, growth, minus, rateOf, TableDraft } from '../table-draft';
import { inMonth, upTo } from '../table-truth';

/** 财源建设 and 争资争项: firms by tax, firms by threshold, doubtful tax, tasks by working group, funds won by office. */
const COUNTY = '青禾县';

function sheets(): SheetDraft[] {
  return [firms(), thresholds(), doubts(), tasks(), projects()];
}

const FIRMS = [
  '青禾水泥有限公司',
  '禾源茯苓生物科技有限公司',
  '云岭风力发电有限公司',
  '青禾县烟草专卖局',
  '南河水电开发有限公司',
  '县农村商业银行',
  '禾丰米业有限公司',
  '青山建材有限公司',
  '柳林矿业有限公司',
  '鑫禾房地产开发有限公司',
  '中建某局青禾项目部',
  '石桥木业有限公司',
  '白水旅游开发有限公司',
  '禾锦服饰有限公司',
  '青禾燃气有限公司',
  '云岭锰业有限公司',
  '县人民医院药品配送公司',
  '东坪竹制品有限公司',
  '河口港务有限公司',
  '禾顺物流有限公司',
  '双溪饮料有限公司',
  '北关加油站',
  '青禾供电公司',
  '禾美置业有限公司',
  '县自来水有限责任公司',
  '双禾电子科技有限公司',
];
const INDUSTRIES = ['制造业', '特色农产品加工', '电力', '批发零售', '房地产', '采矿业', '金融业', '建筑业'];
/** 万元, none of them near a threshold. */
const PAID = [
  1_486.32, 1_262.75, 1_118.4, 846.27, 792.61, 735.08, 688.9, 641.55, 603.2, 572.46, 431.18, 396.07, 342.53, 318.9,
  286.44, 251.7, 233.85, 207.36, 184.02, 166.91, 148.33, 131.26, 118.74, 84.5, 62.17, 48.06,
];

/** Ranked by tax, the places in one column, no total of the whole county. */
function firms(): SheetDraft {
  const random = seeded(20230641);
  const sheet = new SheetDraft('纳税排名');
  caption(sheet, {
    title: `${COUNTY}2023年1-6月财源企业纳税情况台账`,
    left: '提供单位：县税务局',
    right: '单位：万元',
    last: 9,
  });
  const table = new TableDraft(sheet, {
    kind: '财源企业台账',
    unit: '万元',
    period: upTo(2023, 6),
    top: 2,
    columns: [
      ['序号', 'serial'],
      ['企业名称', 'item', 30],
      ['所属区域', 'text', 11],
      ['行业', 'text'],
      ['累计入库税收', 'ytd'],
      ['上年同期', 'prior'],
      ['增减额', 'delta'],
      ['增幅%', 'pct_yoy'],
      ['帮扶责任人', 'text', 11],
      ['备注', 'remark'],
    ],
  });
  const rows = FIRMS.map((name, i) =>
    table.add([
      i + 1,
      name,
      ['园区', '县城', '云岭镇', '青山镇'][i % 4],
      INDUSTRIES[i % INDUSTRIES.length],
      PAID[i],
      roundHalfUp((PAID[i] ?? 0) / (0.86 + random() * 0.3), 2),
      minus(4, 5),
      growth(4, 5),
      ['王副县长', '李主任', '张局长'][i % 3],
    ]),
  );
  table.addTotal([undefined, '合\u3000计'], rows, 'run', [4, 5, 6], { 7: growth(4, 5) });
  return sheet;
}

/** Neither title nor unit line tells the period: it stands only in the file name. */
function thresholds(): SheetDraft {
  const sheet = new SheetDraft('分档');
  caption(sheet, { title: `${COUNTY}重点税源企业户数分档统计`, left: '金额单位：万元', last: 5 });
  const table = new TableDraft(sheet, {
    kind: '财源企业台账',
    unit: '万元',
    period: inMonth(2023, 6),
    top: 2,
    columns: [
      ['纳税档次', 'item', 26],
      ['目标户数', 'count', 11],
      ['企业户数', 'count', 11],
      ['其中：园区户数', 'count', 15],
      ['入库税收', 'ytd'],
      ['占全部税收%', 'share', 12],
    ],
  });
  const whole = roundHalfUp(pick(JUNE_REVENUE, '税收收入').ytd, 2);
  const line = (name: string, goal: number, firmsNow: number, inPark: number, tax: number) =>
    table.add([name, goal, firmsNow, inPark, tax, roundHalfUp((tax / whole) * 100, 2)]);
  line('纳税100万元以上企业', 150, 153, 61, 9_806.5);
  line('纳税500万元以上企业', 30, 33, 19, 6_372.4);
  line('纳税1000万元以上企业', 15, 15, 8, 3_867.47);
  table.add(['全部纳税企业', '—', 2_164, 128, whole, 100], 'total');
  return sheet;
}

/** Tax bases against what was paid: a ledger that no title word gives away. */
function doubts(): SheetDraft {
  const sheet = new SheetDraft('税源比对');
  caption(sheet, {
    title: `${COUNTY}综合治税疑点信息核查表`,
    left: '所属时间：2023年1-6月',
    right: '单位：元',
    last: 8,
  });
  const table = new TableDraft(sheet, {
    kind: '财源企业台账',
    unit: '元',
    period: upTo(2023, 6),
    top: 2,
    columns: [
      ['序号', 'serial'],
      ['企业名称', 'item', 30],
      ['税种', 'text', 12],
      ['计税依据', 'amount', 16],
      ['税率%', 'rate'],
      ['测算税额', 'amount', 15],
      ['申报税额', 'amount', 15],
      ['疑似漏缴税额', 'amount', 15],
      ['征管部门', 'text'],
    ],
  });
  const taxed = (row: number) => ({
    formula: (r: number) => `ROUND(D${r + 1}*E${r + 1}/100,2)`,
    compute: (figure: (row: number, column: number) => number) =>
      roundHalfUp((figure(row, 3) * figure(row, 4)) / 100, 2),
  });
  const lines: readonly (readonly [string, string, number, number, number])[] = [
    ['青山建材有限公司', '资源税', 4_826_000, 6, 231_400],
    ['鑫禾房地产开发有限公司', '土地增值税', 12_640_000, 2, 180_000],
    ['禾美置业有限公司', '契税', 9_310_000, 4, 372_400],
    ['柳林矿业有限公司', '资源税', 7_055_300, 6.5, 402_118.2],
    ['石桥木业有限公司', '房产税', 3_180_500, 1.2, 38_166],
    ['白水旅游开发有限公司', '增值税', 2_465_800, 6, 120_330.5],
  ];
  const rows = lines.map(([name, tax, base, rate, paid], i) =>
    table.add([i + 1, name, tax, base, rate, taxed, paid, minus(5, 6), '第一税务分局']),
  );
  table.addTotal([undefined, '合计'], rows, 'run', [3, 5, 6, 7]);
  return sheet;
}

const GROUPS: readonly (readonly [string, number])[] = [
  ['耕地和自然资源开发', 3_260],
  ['房地产开发', 4_420],
  ['工业制造业', 3_980],
  ['茯苓及农产品加工', 1_240],
  ['商贸流通', 2_150],
  ['电力能源', 2_480],
  ['建筑安装', 2_060],
  ['交通运输', 690],
  ['金融保险', 1_530],
  ['文化旅游', 420],
  ['零散税源', 1_020],
];

/** Eleven groups; what all of them shall bring is the tax of the year, what they brought is the tax of the half year. */
function tasks(): SheetDraft {
  const random = seeded(20230642);
  const sheet = new SheetDraft('任务分解');
  caption(sheet, { at: 1, title: `${COUNTY}2023年上半年税收任务按工作小组分解完成情况`, right: '单位：万元', last: 7 });
  const table = new TableDraft(sheet, {
    kind: '任务分解',
    unit: '万元',
    period: upTo(2023, 6),
    top: 3,
    columns: [
      ['序号', 'serial'],
      ['税收工作小组', 'item', 24],
      ['责任领导', 'text', 12],
      ['全年任务', 'budget_initial'],
      ['累计完成', 'ytd'],
      ['完成全年任务%', 'pct_budget', 12],
      ['上年同期', 'prior'],
      ['增幅%', 'pct_yoy'],
    ],
  });
  const tax = pick(JUNE_REVENUE, '税收收入');
  let [restYtd, restPrior] = [tax.ytd, tax.prior];
  const rows = GROUPS.map(([name, task], i) => {
    const last = i === GROUPS.length - 1;
    const ytd = last ? restYtd : roundHalfUp(task * (0.515 + random() * 0.03), 2);
    const prior = last ? restPrior : roundHalfUp(ytd / (0.96 + random() * 0.08), 2);
    restYtd = roundHalfUp(restYtd - ytd, 2);
    restPrior = roundHalfUp(restPrior - prior, 2);
    return table.add([
      i + 1,
      name,
      ['常务副县长', '副县长', '人大副主任', '政协副主席'][i % 4],
      task,
      ytd,
      rateOf(4, 3),
      prior,
      growth(4, 6),
    ]);
  });
  table.addTotal([undefined, '合\u3000\u3000计'], rows, 'run', [3, 4, 6], { 5: rateOf(4, 3), 7: growth(4, 6) });
  return sheet;
}

/** Up to a day, as the meeting asked for; offices down, a blank row before the sum. */
function projects(): SheetDraft {
  const random = seeded(20230643);
  const sheet = new SheetDraft('争资争项');
  caption(sheet, {
    title: `${COUNTY}2023年争资争项工作进展统计表`,
    left: '截至2023年6月13日',
    right: '单位：万元、个',
    last: 9,
  });
  const table = new TableDraft(sheet, {
    kind: '争资争项',
    unit: '万元',
    period: upTo(2023, 6, 13),
    top: 2,
    decimals: 0,
    columns: [
      ['序号', 'serial'],
      ['责任单位', 'item', 22],
      ['年度任务', 'budget_initial'],
      ['已完成|项目个数', 'count', 10],
      ['已完成|金额', 'ytd'],
      ['完成率%', 'pct_budget'],
      ['上年同期', 'prior'],
      ['增减额', 'delta'],
      ['增减%', 'pct_yoy'],
      ['备注', 'remark'],
    ],
  });
  const offices: readonly (readonly [string, number])[] = [
    ['县发展和改革局', 32_000],
    ['县农业农村局', 26_500],
    ['县交通运输局', 21_800],
    ['县水利局', 18_400],
    ['县教育局', 12_600],
    ['县卫生健康局', 9_800],
    ['县住房和城乡建设局', 15_200],
    ['县民政局', 7_400],
    ['县文化旅游广电体育局', 3_600],
    ['县自然资源局', 8_900],
  ];
  const rows = offices.map(([name, task], i) => {
    const done = Math.round(task * (0.47 + random() * 0.12));
    return table.add([
      i + 1,
      name,
      task,
      3 + Math.floor(random() * 22),
      done,
      rateOf(4, 2),
      Math.round(done / (0.9 + random() * 0.3)),
      minus(4, 6),
      growth(4, 6),
    ]);
  });
  table.keep();
  table.addTotal([undefined, '合计'], rows, 'run', [2, 3, 4, 6, 7], { 5: rateOf(4, 2), 8: growth(4, 6) });
  return sheet;
}

export const ENTERPRISES: SampleBook = {
  name: 'enterprises-and-projects-2023-06',
  sheets,
  facts: [
    { sheet: '纳税排名', code: 'I402', why: '前十户占税收的70.9%' },
    { sheet: '任务分解', code: 'I407', why: '零散税源上半年完成49.77%' },
    { sheet: '分档', code: 'I404', why: '1000万元以上企业15户，正好等于目标' },
    { sheet: '争资争项', code: 'I403', why: '部分单位截至6月13日完成率不足50%' },
    { sheet: '税源比对', code: 'I402', why: '疑似漏缴税额大于0' },
  ],
  errors: [
    {
      sheet: '纳税排名',
      item: '禾美置业有限公司',
      column: 4,
      code: 'I404',
      kind: 'nearThreshold',
      level: 'hint',
      change: () => 96.4,
    },
    {
      sheet: '纳税排名',
      item: '青禾县烟草专卖局',
      column: 4,
      code: 'I404',
      kind: 'nearThreshold',
      level: 'hint',
      change: () => 968.3,
    },
    {
      sheet: '纳税排名',
      item: '石桥木业有限公司',
      column: 7,
      code: ['A102', 'F202'],
      kind: 'typedOver',
      level: 'error',
      change: (was) => roundHalfUp(-was - 3, 2),
    },
    {
      sheet: '纳税排名',
      item: '禾顺物流有限公司',
      column: 6,
      code: ['F205', 'A104', 'F201'],
      kind: 'offByOne',
      level: 'error',
      change: (_, row) => meantFor(row + 1, minus(4, 5)),
    },
    {
      sheet: '纳税排名',
      item: '合计',
      column: 5,
      code: ['F203', 'A101', 'F201'],
      kind: 'sumStopsShort',
      level: 'error',
      change: (_, row) => sumOfRun(3, row - 4, 5),
    },
    {
      sheet: '分档',
      item: '纳税500万元以上企业',
      column: 2,
      code: 'I402',
      kind: 'notNested',
      level: 'warning',
      change: () => 163,
    },
    {
      sheet: '分档',
      item: '纳税1000万元以上企业',
      column: 5,
      code: 'A106',
      kind: 'wrongShare',
      level: 'error',
      change: (was) => roundHalfUp(was + 5.5, 2),
    },
    {
      sheet: '税源比对',
      item: '柳林矿业有限公司',
      column: 5,
      code: ['F202', 'A101'],
      kind: 'typedOver',
      level: 'error',
      change: (was) => roundHalfUp(was - 40_000, 2),
    },
    {
      sheet: '税源比对',
      item: '石桥木业有限公司',
      column: 7,
      code: ['F201', 'A101'],
      kind: 'turnedAround',
      level: 'error',
      change: (_, row) => difference(row, 3, 6),
    },
    {
      sheet: '任务分解',
      item: '房地产开发',
      column: 4,
      code: ['T303', 'T305', 'A101'],
      kind: 'differsFromRevenueTable',
      level: 'error',
      shows: [{ item: '合计', column: 4 }],
      change: (was) => roundHalfUp(was + 400, 2),
    },
    {
      sheet: '任务分解',
      item: '文化旅游',
      column: 4,
      code: ['I407', 'T303'],
      kind: 'farBehind',
      level: 'warning',
      shows: [
        { item: '文化旅游', column: 5 },
        { item: '合计', column: 4 },
      ],
      change: () => 61.5,
    },
    {
      sheet: '任务分解',
      item: '金融保险',
      column: 5,
      code: ['F201', 'A103'],
      kind: 'otherDenominator',
      level: 'error',
      change: (_, row) => ({
        formula: () => `ROUND((E${row + 1}/G${row + 1})*100,2)`,
        compute: (figure) => roundHalfUp((figure(row, 4) / figure(row, 6)) * 100, 2),
      }),
    },
    {
      sheet: '任务分解',
      item: '建筑安装',
      column: 3,
      code: 'I407',
      kind: 'halfNotReached',
      level: 'warning',
      shows: [{ item: '建筑安装', column: 5 }],
      change: () => 2_460,
    },
    {
      sheet: '争资争项',
      item: '县教育局',
      column: 5,
      code: ['F202', 'A103'],
      kind: 'typedOver',
      level: 'error',
      change: () => 71.2,
    },
    {
      sheet: '争资争项',
      item: '县民政局',
      column: 4,
      code: 'I407',
      kind: 'nothingDone',
      level: 'warning',
      shows: [{ item: '县民政局', column: 5 }],
      change: () => 0,
    },
    {
      sheet: '争资争项',
      item: '合计',
      column: 2,
      code: ['F203', 'A101', 'F201'],
      kind: 'sumStopsShort',
      level: 'error',
      change: (_, row) => sumOfRun(4, row - 3, 2),
    },
  ],
};
