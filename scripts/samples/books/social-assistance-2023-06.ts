import { roundHalfUp } from '../../../src/core/numbers/decimal';
import type { SampleBook } from '../book';
import { person, wrongCheckDigit, type Person } from '../people';
import { seeded } from '../random';
import { product, SheetDraft, sumOfRun } from '../sheet-draft';
import { across, caption, growth, minus, TableDraft, times, type Entry } from '../table-draft';
import { inMonth, upTo, wholeYear } from '../table-truth';
import { TOWNS } from '../towns';

/** 社会救助: the standards, a roster person by person with its summary by town, and the benefits that are persons × standard × months. */
const COUNTY = '青禾县';
const ROSTER_TOWN = '双溪乡';

interface Household {
  readonly head: Person;
  readonly village: string;
  readonly persons: number;
  readonly standard: number;
}

function households(): Household[] {
  const random = seeded(20230631);
  const villages = ['桥头村', '上湾村', '竹山村', '长塘村'];
  return Array.from({ length: 32 }, (_, i) => ({
    head: person(random, [1943, 1988]),
    village: villages[Math.floor(i / 8)] ?? '桥头村',
    persons: 1 + Math.floor(random() * 4),
    standard: 380 + Math.floor(random() * 5) * 10,
  }));
}

const HOUSEHOLDS = households();
const ROSTER_PERSONS = HOUSEHOLDS.reduce((sum, { persons }) => sum + persons, 0);
const ROSTER_MONEY = HOUSEHOLDS.reduce((sum, { persons, standard }) => sum + persons * standard, 0);

function sheets(): SheetDraft[] {
  return [standards(), roster(), towns(), months(), vouchers(), aged(), disabled(), others(), dictionary()];
}

/** Year and month of the old and the new standard side by side. */
function standards(): SheetDraft {
  const sheet = new SheetDraft('保障标准');
  caption(sheet, { title: `${COUNTY}2023年社会救助保障标准一览表`, right: '单位：元/人', last: 8 });
  const table = new TableDraft(sheet, {
    kind: '社会救助标准',
    unit: '元',
    period: wholeYear(2023),
    top: 2,
    columns: [
      ['序号', 'serial'],
      ['保障项目', 'item', 26],
      ['2022年|年标准', 'standard'],
      ['2022年|月标准', 'standard'],
      ['2023年|年标准', 'standard'],
      ['2023年|月标准', 'standard'],
      ['年提高额', 'delta'],
      ['提高幅度%', 'pct_yoy'],
      ['文件依据', 'text', 22],
    ],
  });
  const lines: readonly (readonly [string, number, number])[] = [
    ['农村低保', 4_600, 5_040],
    ['城市低保', 7_200, 7_800],
    ['农村特困人员供养', 6_360, 6_600],
    ['城市特困人员供养', 9_600, 10_200],
    ['散居孤儿', 12_600, 13_200],
    ['事实无人抚养儿童', 12_600, 13_200],
    ['困难残疾人生活补贴', 900, 960],
    ['重度残疾人护理补贴', 900, 960],
  ];
  lines.forEach(([name, before, now], i) =>
    table.add([
      i + 1,
      name,
      before,
      roundHalfUp(before / 12, 2),
      now,
      roundHalfUp(now / 12, 2),
      minus(4, 2),
      growth(4, 2),
      i === 0 ? '青民发〔2023〕8号' : undefined,
    ]),
  );
  sheet.put(table.row, 0, '注：月标准按年标准除以12计算。');
  return sheet;
}

/** Household by household, as the town sends it: ID numbers as text, padded names, one signature line. */
function roster(): SheetDraft {
  const sheet = new SheetDraft('双溪乡名册', [], { ghostRows: 30 });
  caption(sheet, {
    title: `${COUNTY}2023年6月农村最低生活保障金发放花名册`,
    left: `乡镇（盖章）：${ROSTER_TOWN}`,
    right: '单位：元',
    last: 12,
  });
  const table = new TableDraft(sheet, {
    kind: '低保/补贴发放表',
    unit: '元',
    period: inMonth(2023, 6),
    top: 2,
    decimals: 0,
    columns: [
      ['序号', 'serial'],
      ['村（社区）', 'text', 11],
      ['户主姓名', 'item', 11],
      ['证件类型', 'text', 11],
      ['证件号码', 'id_number'],
      ['保障\n人数', 'persons'],
      ['人均月补助标准', 'standard', 11],
      ['月数', 'months'],
      ['应发金额', 'due', 11],
      ['实发金额', 'paid', 11],
      ['支付凭证号', 'text', 13],
      ['发放日期', 'date'],
      ['备注', 'remark'],
    ],
  });
  const rows = HOUSEHOLDS.map(({ head, village, persons, standard }, i) =>
    table.add([
      i + 1,
      village,
      head.name.length === 2 ? `${head.name[0]}\u3000${head.name[1]}` : head.name,
      '居民身份证',
      head.id,
      persons,
      standard,
      1,
      times(5, 6, 7),
      persons * standard,
      `DB2306${String(i + 1).padStart(4, '0')}`,
      '2023-06-08',
    ]),
  );
  table.addTotal([undefined, undefined, '合计', undefined, `${rows.length}户`], rows, 'run', [5, 8, 9]);
  sheet.put(table.row + 1, 0, '制表人：\u3000\u3000\u3000\u3000\u3000复核人：\u3000\u3000\u3000\u3000\u3000分管领导：');
  return sheet;
}

interface TownLine {
  readonly name: string;
  readonly city: readonly [households: number, persons: number, money: number];
  readonly rural: readonly [households: number, persons: number, money: number];
}

function townLines(): TownLine[] {
  const random = seeded(20230632);
  return TOWNS.map(([name, weight]) => {
    const city = Math.round(weight * 42 * (0.8 + random() * 0.4));
    const cityPersons = Math.round(city * 1.4);
    const rural = name === ROSTER_TOWN ? HOUSEHOLDS.length : Math.round(weight * 148 * (0.85 + random() * 0.3));
    const persons = name === ROSTER_TOWN ? ROSTER_PERSONS : Math.round(rural * 2.05);
    const money = name === ROSTER_TOWN ? ROSTER_MONEY : persons * (420 + Math.round(random() * 22));
    return {
      name,
      city: [city, cityPersons, cityPersons * (600 + Math.round(random() * 40))],
      rural: [rural, persons, money],
    };
  });
}

const TOWN_LINES = townLines();

function towns(): SheetDraft {
  const sheet = new SheetDraft('乡镇汇总');
  caption(sheet, { at: 1, title: `${COUNTY}2023年6月城乡低保金发放情况汇总表`, left: '单位：元', last: 8 });
  const table = new TableDraft(sheet, {
    kind: '低保/补贴发放表',
    unit: '元',
    period: inMonth(2023, 6),
    top: 3,
    decimals: 0,
    columns: [
      ['乡\u3000镇', 'item', 12],
      ['城市低保|户数', 'persons'],
      ['城市低保|人数', 'persons'],
      ['城市低保|金额', 'amount'],
      ['农村低保|户数', 'persons'],
      ['农村低保|人数', 'persons'],
      ['农村低保|金额', 'amount'],
      ['金额合计', 'amount'],
      ['备注', 'remark'],
    ],
  });
  const total = table.keep();
  const rows = TOWN_LINES.map(({ name, city, rural }) => table.add([name, ...city, ...rural, across(3, 6)]));
  table.total(total, ['全县合计'], rows, 'run', [1, 2, 3, 4, 5, 6, 7]);
  return sheet;
}

/** Month by month; June is the sum of the towns. */
function months(): SheetDraft {
  const random = seeded(20230635);
  const sheet = new SheetDraft('农村低保分月');
  caption(sheet, { title: `${COUNTY}2023年1-6月农村低保金分月发放情况`, right: '单位：元', last: 5 });
  const table = new TableDraft(sheet, {
    kind: '低保/补贴发放表',
    unit: '元',
    period: upTo(2023, 6),
    top: 2,
    decimals: 0,
    unmerged: true,
    columns: [
      ['月份', 'item', 10],
      ['发放对象|户数', 'persons'],
      ['发放对象|人数', 'persons'],
      ['发放金额', 'amount', 15],
      ['人均补助', 'amount'],
      ['发放日期', 'date'],
    ],
  });
  const mean = (row: number) => ({
    formula: (r: number) => `ROUND(D${r + 1}/C${r + 1},2)`,
    compute: (figure: (row: number, column: number) => number) => roundHalfUp(figure(row, 3) / figure(row, 2), 2),
  });
  const june = [0, 1, 2].map((i) => TOWN_LINES.reduce((sum, { rural }) => sum + (rural[i] ?? 0), 0));
  const [homes = 0, persons = 0, money = 0] = june;
  const rows = [1, 2, 3, 4, 5, 6].map((month) => {
    const factor = month === 6 ? 1 : 0.985 + random() * 0.02;
    const people = Math.round(persons * factor);
    return table.add([
      `${month}月`,
      Math.round(homes * factor),
      people,
      month === 6 ? money : Math.round((money / persons) * people),
      mean,
      `2023-0${month}-08`,
    ]);
  });
  table.addTotal(['合计'], rows, 'run', [3]);
  return sheet;
}

/** What the treasury paid out for the rosters; no word of 低保 in the title. */
function vouchers(): SheetDraft {
  const sheet = new SheetDraft('支付凭证');
  caption(sheet, { title: `${COUNTY}惠农补贴“一卡通”支付汇总（2023年6月）`, right: '单位：元', last: 7 });
  const table = new TableDraft(sheet, {
    kind: '低保/补贴发放表',
    unit: '元',
    period: inMonth(2023, 6),
    top: 2,
    decimals: 0,
    columns: [
      ['序号', 'serial'],
      ['乡镇', 'item', 12],
      ['补贴项目', 'text', 18],
      ['支付凭证号', 'text', 14],
      ['支付日期', 'date'],
      ['人数', 'persons'],
      ['应发金额', 'due'],
      ['实发金额', 'paid'],
    ],
  });
  const rows = TOWN_LINES.map(({ name, rural: [, persons, money] }, i) =>
    table.add([i + 1, name, '农村低保金', `23060${String(100 + i)}`, '2023-06-08', persons, money, money]),
  );
  table.addTotal([undefined, '合计'], rows, 'run', [5, 6, 7]);
  return sheet;
}

const BANDS: readonly (readonly [band: string, from: number, to: number, standard: number])[] = [
  ['80-89周岁', 1934, 1942, 50],
  ['90-99周岁', 1924, 1932, 100],
  ['100周岁以上', 1918, 1922, 300],
];

/** 高龄补贴, a quarter at a time; the band of age must agree with the ID number. */
function aged(): SheetDraft {
  const random = seeded(20230633);
  const sheet = new SheetDraft('高龄补贴');
  caption(sheet, {
    title: `柳林镇2023年第二季度高龄老人生活补贴发放名单`,
    left: `填报：柳林镇民政办`,
    right: '单位：元',
    last: 10,
  });
  const table = new TableDraft(sheet, {
    kind: '低保/补贴发放表',
    unit: '元',
    period: { from: '2023-04-01', to: '2023-06-30' },
    top: 2,
    decimals: 0,
    columns: [
      ['序号', 'serial'],
      ['姓名', 'item', 11],
      ['性别', 'text', 6],
      ['证件号码', 'id_number'],
      ['出生日期', 'date'],
      ['年龄段', 'text', 13],
      ['月标准', 'standard', 9],
      ['月数', 'months'],
      ['应发金额', 'due', 11],
      ['实发金额', 'paid', 11],
      ['备注', 'remark'],
    ],
  });
  const people = Array.from({ length: 26 }, (_, i) => ({ band: BANDS[i < 18 ? 0 : i < 24 ? 1 : 2], i })).flatMap(
    ({ band }) => (band ? [{ band, who: person(random, [band[1], band[2]]) }] : []),
  );
  const rows = people.map(({ band: [name, , , standard], who }, i) =>
    table.add([i + 1, who.name, who.sex, who.id, who.birth, name, standard, 3, times(6, 7), standard * 3]),
  );
  table.addTotal([undefined, '合\u3000计'], rows, 'run', [8, 9]);
  return sheet;
}

/** 两项补贴 by town over half a year: the formulas of clerks. */
function disabled(): SheetDraft {
  const random = seeded(20230634);
  const sheet = new SheetDraft('残疾人两项补贴');
  caption(sheet, { title: `${COUNTY}2023年1－6月残疾人两项补贴发放情况表`, right: '金额单位：元', last: 9 });
  const table = new TableDraft(sheet, {
    kind: '低保/补贴发放表',
    unit: '元',
    period: upTo(2023, 6),
    top: 2,
    decimals: 0,
    columns: [
      ['乡镇', 'item', 12],
      ['困难残疾人生活补贴|人数', 'persons'],
      ['困难残疾人生活补贴|月标准', 'standard', 9],
      ['困难残疾人生活补贴|月数', 'months'],
      ['困难残疾人生活补贴|金额', 'amount'],
      ['重度残疾人护理补贴|人数', 'persons'],
      ['重度残疾人护理补贴|月标准', 'standard', 9],
      ['重度残疾人护理补贴|月数', 'months'],
      ['重度残疾人护理补贴|金额', 'amount'],
      ['金额合计', 'amount'],
    ],
  });
  const rows = TOWNS.map(([name, weight]) =>
    table.add([
      name,
      Math.round(weight * 96 * (0.8 + random() * 0.4)),
      80,
      6,
      times(1, 2, 3),
      Math.round(weight * 121 * (0.8 + random() * 0.4)),
      80,
      6,
      times(5, 6, 7),
      across(4, 8),
    ]),
  );
  table.addTotal(['合计'], rows, 'run', [1, 4, 5, 8, 9]);
  return sheet;
}

/** The rest of the year to date, in 万元, with what has no standard. */
function others(): SheetDraft {
  const sheet = new SheetDraft('其他救助');
  caption(sheet, { title: `${COUNTY}2023年上半年困难群众救助资金发放情况`, left: '单位：万元', last: 5 });
  const table = new TableDraft(sheet, {
    kind: '低保/补贴发放表',
    unit: '万元',
    period: upTo(2023, 6),
    top: 2,
    columns: [
      ['项目', 'item', 28],
      ['人数（人次）', 'persons', 13],
      ['月标准（元）', 'standard', 13],
      ['月数', 'months'],
      ['累计发放金额', 'ytd', 14],
      ['备注', 'remark', 20],
    ],
  });
  const paid = (persons: number, standard: number): Entry[] => [
    persons,
    standard,
    6,
    roundHalfUp((persons * standard * 6) / 10_000, 2),
  ];
  const rows = [
    table.add(['农村特困人员供养金', ...paid(612, 550)]),
    table.add(['城市特困人员供养金', ...paid(48, 850)]),
    table.add(['孤儿基本生活费', ...paid(37, 1100)]),
    table.add(['事实无人抚养儿童生活费', ...paid(64, 1100)]),
    table.add(['临时救助', 486, '—', '—', 58.32, '人次']),
    table.add(['流浪乞讨人员救助', 31, '—', '—', 2.17, '人次']),
  ];
  table.addTotal(['合计'], rows, 'run', [4]);
  return sheet;
}

/** The list behind a drop-down, hidden. */
function dictionary(): SheetDraft {
  const sheet = new SheetDraft('字典', [14, 20], { hidden: true });
  ['居民身份证', '户口簿', '残疾人证', '军官证'].forEach((name, i) => {
    sheet.put(i, 0, String(i + 1));
    sheet.put(i, 1, name);
  });
  return sheet;
}

const FIRST = 3;

export const SOCIAL_ASSISTANCE: SampleBook = {
  name: 'social-assistance-2023-06',
  sheets,
  facts: [],
  errors: [
    {
      sheet: '保障标准',
      item: '农村低保',
      column: 3,
      code: 'T311',
      kind: 'yearOverTwelve',
      level: 'error',
      change: () => 385,
    },
    {
      sheet: '保障标准',
      item: '城市低保',
      column: 5,
      code: 'T311',
      kind: 'yearOverTwelve',
      level: 'error',
      change: () => 605,
    },
    {
      sheet: '保障标准',
      item: '农村特困人员供养',
      column: 4,
      code: ['I402', 'T311'],
      kind: 'belowOnePointThree',
      level: 'warning',
      change: () => 6_300,
      also: [{ item: '农村特困人员供养', column: 5, change: () => 525 }],
    },
    {
      sheet: '保障标准',
      item: '散居孤儿',
      column: 7,
      code: ['A102', 'F202'],
      kind: 'typedOver',
      level: 'error',
      change: () => 7.46,
    },
    {
      sheet: '双溪乡名册',
      item: FIRST + 4,
      column: 4,
      code: 'T317',
      kind: 'checkDigit',
      level: 'warning',
      change: (_, __, id) => wrongCheckDigit(id),
    },
    {
      sheet: '双溪乡名册',
      item: FIRST + 11,
      column: 4,
      code: 'T317',
      kind: 'checkDigit',
      level: 'warning',
      change: (_, __, id) => `${id.slice(0, 12)}${id[13]}${id[12]}${id.slice(14)}`,
    },
    {
      sheet: '双溪乡名册',
      item: FIRST + 20,
      column: 4,
      code: 'T318',
      shows: [{ item: FIRST + 2, column: 4 }],
      kind: 'duplicate',
      level: 'warning',
      change: () => HOUSEHOLDS[2]?.head.id,
    },
    {
      sheet: '双溪乡名册',
      item: FIRST + 7,
      column: 9,
      code: 'T308',
      kind: 'paidLess',
      level: 'error',
      change: (was) => was - 100,
    },
    {
      sheet: '双溪乡名册',
      item: FIRST + 15,
      column: 8,
      code: ['F202', 'T310', 'T308'],
      kind: 'typedOver',
      level: 'error',
      change: (was) => was + 380,
    },
    {
      sheet: '双溪乡名册',
      item: FIRST + 25,
      column: 8,
      code: ['F205', 'F201', 'T310', 'T308'],
      kind: 'offByOne',
      level: 'error',
      change: (_, row) => product([row, 5], [row + 1, 6], [row, 7]),
    },
    {
      sheet: '乡镇汇总',
      item: ROSTER_TOWN,
      column: 6,
      code: ['T309', 'T303'],
      kind: 'rosterDiffers',
      level: 'error',
      change: (was) => was + 1_900,
    },
    {
      sheet: '乡镇汇总',
      item: '云岭镇',
      column: 7,
      code: ['F201', 'A101', 'F205'],
      kind: 'wrongColumn',
      level: 'error',
      change: (_, row) => across(3, 5)(row),
    },
    {
      sheet: '乡镇汇总',
      item: '全县合计',
      column: 2,
      code: ['F203', 'A101', 'F201'],
      kind: 'sumStopsShort',
      level: 'error',
      change: (_, row) => sumOfRun(row + 1, row + 9, 2),
    },
    {
      sheet: '农村低保分月',
      item: '6月',
      column: 3,
      code: ['T303', 'T309', 'A105'],
      kind: 'summaryDiffers',
      level: 'error',
      change: (was) => was + 60_000,
    },
    {
      sheet: '农村低保分月',
      item: '4月',
      column: 4,
      code: ['A105', 'F202'],
      kind: 'typedOver',
      level: 'error',
      change: (was) => roundHalfUp(was + 12, 2),
    },
    {
      sheet: '支付凭证',
      item: '白水乡',
      column: 7,
      code: ['T309', 'T308'],
      kind: 'voucherDiffers',
      level: 'error',
      change: (was) => was - 760,
    },
    {
      sheet: '支付凭证',
      item: '东坪乡',
      column: 6,
      code: ['T309', 'T308', 'T303'],
      kind: 'transposed',
      level: 'error',
      change: (was) => was + 9_000,
    },
    {
      sheet: '高龄补贴',
      item: FIRST + 6,
      column: 3,
      code: 'T319',
      kind: 'tooYoung',
      level: 'warning',
      change: () => '431299194611052128',
    },
    {
      sheet: '高龄补贴',
      item: FIRST + 20,
      column: 5,
      code: ['T319'],
      kind: 'wrongBand',
      level: 'warning',
      change: () => '100周岁以上',
    },
    {
      sheet: '高龄补贴',
      item: FIRST + 3,
      column: 3,
      code: 'T317',
      kind: 'checkDigit',
      level: 'warning',
      change: (_, __, id) => wrongCheckDigit(id),
    },
    {
      sheet: '残疾人两项补贴',
      item: '石桥乡',
      column: 8,
      code: ['F202', 'T310'],
      kind: 'typedOver',
      level: 'error',
      change: (was) => was + 480,
    },
    {
      sheet: '残疾人两项补贴',
      item: '青山镇',
      column: 4,
      code: ['F206', 'F201', 'T310', 'F205'],
      kind: 'offByOne',
      level: 'error',
      change: (_, row) => product([row, 1], [row, 2], [row, 5]),
    },
    {
      sheet: '其他救助',
      item: '农村特困人员供养金',
      column: 4,
      code: 'T310',
      kind: 'wrongDigit',
      level: 'error',
      change: (was) => roundHalfUp(was + 11, 2),
    },
    {
      sheet: '其他救助',
      item: '孤儿基本生活费',
      column: 2,
      code: ['T310', 'T303'],
      kind: 'oldStandard',
      level: 'error',
      change: () => 1050,
    },
  ],
};
