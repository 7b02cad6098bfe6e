import { roundHalfUp } from '../../../src/core/numbers/decimal';
import type { SampleBook } from '../book';
import { seeded } from '../random';
import { difference, meantFor, SheetDraft, sumOfRun } from '../sheet-draft';
import { across, caption, minus, rateOf, TableDraft, type Entry } from '../table-draft';
import { inMonth, upTo } from '../table-truth';
import { TOWNS } from '../towns';

/** 三保: by place, demand against budget, wages against their pace, the export unit by unit, and 三公. */
const COUNTY = '青禾县';

function sheets(): SheetDraft[] {
  return [places(), demand(), wages(), units(), publicExpenses()];
}

const PARTS = ['合计', '（一）保基本民生', '（二）保工资', '（三）保运转'];

/** 年初预算 of the three parts; the table of demand has the same. */
const BUDGETS = [59_500, 77_480, 11_960] as const;
const TOWN_BUDGETS = [782.4, 1_630.2, 352.8] as const;

interface PlaceLine {
  readonly name: string;
  /** Budget and spent of each part. */
  readonly parts: readonly (readonly [budget: number, spent: number])[];
}

/** Towns by their weight; what is left is the county's own. */
const PLACES: readonly PlaceLine[] = placeLines();

function placeLines(): PlaceLine[] {
  const random = seeded(20230611);
  const spend = (budget: number) => [budget, roundHalfUp(budget * (0.5 + random() * 0.03), 2)] as const;
  const towns = TOWNS.map(([name, weight]) => ({
    name,
    parts: TOWN_BUDGETS.map((budget) => spend(roundHalfUp(budget * weight, 2))),
  }));
  const own = BUDGETS.map((budget, i) =>
    spend(roundHalfUp(budget - towns.reduce((sum, { parts }) => sum + (parts[i]?.[0] ?? 0), 0), 2)),
  );
  return [{ name: '县本级', parts: own }, ...towns];
}

/** Three header levels, 县本级 and towns, the sum first; each part repeats the same three columns. */
function places(): SheetDraft {
  const sheet = new SheetDraft('分区划');
  caption(sheet, {
    at: 1,
    title: `地方标准“三保”支出情况表（以地方实际结构填列，含国标）`,
    left: `填报单位：${COUNTY}财政局`,
    middle: '2023年1-6月',
    right: '单位：万元',
    last: 13,
  });
  const table = new TableDraft(sheet, {
    kind: '三保台账',
    unit: '万元',
    period: upTo(2023, 6),
    top: 3,
    columns: [
      ['区划', 'item', 14],
      ...PARTS.flatMap((part) =>
        (['预算数', '执行数', '执行进度'] as const).map(
          (head, i) =>
            [`“三保”支出|${part}|${head}`, (['budget_initial', 'ytd', 'pct_budget'] as const)[i] ?? 'amount'] as const,
        ),
      ),
      ['备注', 'remark'],
    ],
  });
  const rates: Record<number, Entry> = { 3: rateOf(2, 1), 6: rateOf(5, 4), 9: rateOf(8, 7), 12: rateOf(11, 10) };
  const total = table.keep();
  const rows = PLACES.map(({ name, parts }, i) =>
    table.add([
      i === 0 ? name : `\u3000${name}`,
      across(4, 7, 10),
      across(5, 8, 11),
      rates[3],
      ...parts.flatMap(([budget, spent], part) => [budget, spent, rates[part * 3 + 6]]),
    ]),
  );
  table.total(total, ['合\u3000计'], rows, 'run', [1, 2, 4, 5, 7, 8, 10, 11], rates);
  return sheet;
}

/** Demand by national and provincial standard against what the budget holds. */
function demand(): SheetDraft {
  const sheet = new SheetDraft('需求与安排');
  caption(sheet, { title: `${COUNTY}2023年上半年“三保”支出需求及预算安排情况`, left: '单位：万元', last: 7 });
  const table = new TableDraft(sheet, {
    kind: '三保台账',
    unit: '万元',
    period: upTo(2023, 6),
    top: 2,
    decimals: 0,
    columns: [
      ['项目', 'item', 34],
      ['支出需求|国家标准', 'demand'],
      ['支出需求|地方标准', 'demand'],
      ['支出需求|小计', 'demand'],
      ['年初预算安排', 'budget_initial'],
      ['调整预算数', 'budget_adjusted'],
      ['预算安排到位率%', 'pct_budget', 12],
      ['备注', 'remark'],
    ],
  });
  const rate = rateOf(5, 3);
  const item = ([name, national, local, initial, adjusted]: readonly [string, number, number, number, number]) =>
    table.add([name, national, local, across(1, 2), initial, adjusted, rate]);
  const group = (name: string, items: readonly (readonly [string, number, number, number, number])[]) => {
    const at = table.keep();
    const rows = items.map(item);
    return table.total(at, [name], rows, 'run', [1, 2, 3, 4, 5], { 6: rate }, 'bold');
  };
  const groups = [
    group('一、保基本民生', [
      ['1.义务教育', 11_820, 1_060, 13_200, 13_260],
      ['2.基本养老和社会救助', 19_640, 2_285, 22_100, 22_480],
      ['3.基本医疗卫生', 17_430, 940, 18_600, 18_655],
      ['4.住房保障', 5_215, 310, 5_600, 5_600],
    ]),
    group('二、保工资', [
      ['1.基本工资', 38_900, 0, 39_200, 39_200],
      ['2.津贴补贴和奖金', 21_460, 3_350, 25_100, 25_240],
      ['3.社会保障缴费', 12_380, 720, 13_180, 13_180],
    ]),
    group('三、保运转', [
      ['1.公用经费', 8_920, 640, 9_600, 9_610],
      ['2.村级组织运转', 2_140, 180, 2_360, 2_360],
    ]),
  ];
  table.addTotal(['“三保”合计'], groups, 'plus', [1, 2, 3, 4, 5], { 6: rate });
  return sheet;
}

/** Wages: done against the pace that is asked for; the state in words. No word of 三保 in the title. */
function wages(): SheetDraft {
  const sheet = new SheetDraft('工资 ');
  caption(sheet, { title: `${COUNTY}2023年6月财政供养人员工资支出进度监测`, right: '金额单位：万元', last: 7 });
  const table = new TableDraft(sheet, {
    kind: '三保台账',
    unit: '万元',
    period: inMonth(2023, 6),
    top: 2,
    columns: [
      ['序号', 'serial'],
      ['单位', 'item', 16],
      ['预警级别', 'text', 10],
      ['预算数', 'budget_initial'],
      ['执行数', 'ytd'],
      ['执行进度%', 'pct_budget', 12],
      ['考核进度%', 'pct_budget', 12],
      ['序时进度%', 'pct_budget', 12],
    ],
  });
  const [own, ...towns] = PLACES.map(({ name, parts }) => ({ name, wage: parts[1] ?? ([0, 0] as const) }));
  const split = (whole: number) => {
    const parts = [0.21, 0.17, 0.41].map((share) => roundHalfUp(whole * share, 2));
    return [...parts, roundHalfUp(whole - parts.reduce((sum, part) => sum + part, 0), 2)];
  };
  const [budgets, spent] = [split(own?.wage[0] ?? 0), split(own?.wage[1] ?? 0)];
  const offices = ['县直机关', '县直事业', '教育系统', '卫健系统'].map((name, i) => ({
    name,
    wage: [budgets[i] ?? 0, spent[i] ?? 0] as const,
  }));
  const rows = [...offices, ...towns].map(({ name, wage: [budget, done] }, i) =>
    table.add([i + 1, name, '正常', budget, done, rateOf(4, 3), '50.00', '50.00']),
  );
  table.addTotal([undefined, '合计', '正常'], rows, 'run', [3, 4], { 5: rateOf(4, 3), 6: '50.00', 7: '50.00' });
  return sheet;
}

/** The flat export: codes as text, a unit of code 0 that holds nothing, no title and no unit line. */
function units(): SheetDraft {
  const random = seeded(20230613);
  const sheet = new SheetDraft('Sheet1', [], { ghostRows: 60 });
  const table = new TableDraft(sheet, {
    kind: '三保明细',
    unit: '元',
    period: inMonth(2023, 6),
    top: 0,
    columns: [
      ['预算单位编码', 'code', 13],
      ['预算单位', 'item', 26],
      ['三保标识', 'text', 12],
      ['调整预算数（元）', 'budget_adjusted', 18],
      ['计划金额（元）', 'amount', 18],
      ['计划剩余金额（元）', 'amount', 18],
      ['支付申请金额（元）', 'amount', 18],
      ['在途金额（元）', 'amount', 16],
      ['实际支出金额（元）', 'ytd', 18],
      ['在途+实际（元）', 'amount', 18],
      ['进度%', 'pct_budget'],
    ],
  });
  const names = [
    '县人民政府办公室',
    '县财政局',
    '县教育局',
    '县第一中学',
    '县民政局',
    '县人力资源和社会保障局',
    '县卫生健康局',
    '县人民医院',
    '县农业农村局',
    '县水利局',
    '县交通运输局',
    '县住房和城乡建设局',
  ];
  table.add(['0', '未分配', '—', 0, 0, 0, 0, 0, 0, 0, '—']);
  names.forEach((name, i) => {
    (['保工资', '保运转', '保基本民生'] as const).slice(0, i % 3 === 0 ? 2 : 3).forEach((mark) => {
      const budget = roundHalfUp((mark === '保运转' ? 0.8e6 : 4e6) * (0.6 + random() * 2), 2);
      const planned = roundHalfUp(budget * (0.52 + random() * 0.06), 2);
      const applied = roundHalfUp(planned * (0.9 + random() * 0.08), 2);
      const onTheWay = roundHalfUp(applied * random() * 0.02, 2);
      const paid = roundHalfUp(applied - onTheWay, 2);
      const both = roundHalfUp(onTheWay + paid, 2);
      table.add([
        `${101 + i}001`,
        name,
        mark,
        budget,
        planned,
        roundHalfUp(planned - applied, 2),
        applied,
        onTheWay,
        paid,
        both,
        roundHalfUp((both / budget) * 100, 2),
      ]);
    });
  });
  return sheet;
}

/** 三公: budget of both years and what was spent, the car costs with two parts of their own. */
function publicExpenses(): SheetDraft {
  const sheet = new SheetDraft('三公');
  caption(sheet, {
    title: `${COUNTY}2023年1－6月“三公”经费支出情况表`,
    left: '2023年7月5日',
    right: '单位：万元',
    last: 7,
  });
  const table = new TableDraft(sheet, {
    kind: '三公',
    unit: '万元',
    period: upTo(2023, 6),
    top: 2,
    columns: [
      ['项\u3000\u3000目', 'item', 32],
      ['年初预算', 'budget_initial'],
      ['累计支出', 'ytd'],
      ['上年同期', 'prior'],
      ['增减额', 'delta'],
      ['增减%', 'pct_yoy'],
      ['支出进度%', 'pct_budget'],
      ['备注', 'remark'],
    ],
  });
  const rest: Entry[] = [
    minus(2, 3),
    (row) =>
      table.sheet.figure(row, 3) === 0
        ? '—'
        : {
            formula: (r) => `ROUND((C${r + 1}/D${r + 1}-1)*100,2)`,
            compute: (figure) => roundHalfUp((figure(row, 2) / figure(row, 3) - 1) * 100, 2),
          },
    rateOf(2, 1),
  ];
  const abroad = table.add(['一、因公出国（境）费用', 20, 0, 0, minus(2, 3), '—', rateOf(2, 1)]);
  const guests = table.add(['二、公务接待费', 486, 198.37, 214.6, ...rest]);
  const cars = table.keep();
  const parts = [
    table.add(['\u3000\u30001.公务用车购置费', 90, 34.86, 41.2, ...rest]),
    table.add(['\u3000\u30002.公务用车运行维护费', 742.5, 331.44, 352.08, ...rest]),
  ];
  const others = { 4: rest[0], 5: rest[1], 6: rest[2] };
  table.total(cars, ['三、公务用车费用'], parts, 'run', [1, 2, 3], others, 'plain');
  table.addTotal(['合\u3000\u3000计'], [abroad, guests, cars], 'plus', [1, 2, 3], others);
  return sheet;
}

export const THREE_GUARANTEES: SampleBook = {
  name: 'three-guarantees-2023-06',
  sheets,
  facts: [
    { sheet: '三公', code: 'I402', why: '因公出国（境）费用半年未支出' },
    { sheet: '需求与安排', code: 'I402', why: '库款不足一个月的三保支出' },
  ],
  errors: [
    {
      sheet: '分区划',
      item: '石桥乡',
      column: 5,
      code: ['T320', 'I402'],
      kind: 'overBudget',
      level: 'error',
      shows: [{ item: '石桥乡', column: 6 }],
      change: (was) => roundHalfUp(was * 2.2, 2),
    },
    {
      sheet: '分区划',
      item: '河口镇',
      column: 1,
      code: ['F202', 'A101'],
      kind: 'typedOver',
      level: 'error',
      change: (was) => roundHalfUp(was - 100, 2),
    },
    {
      sheet: '分区划',
      item: '云岭镇',
      column: 9,
      code: ['F202', 'A103'],
      kind: 'typedOver',
      level: 'error',
      change: () => 61.4,
    },
    {
      sheet: '分区划',
      item: '合计',
      column: 10,
      code: ['F203', 'A101', 'F201'],
      kind: 'sumStopsShort',
      level: 'error',
      change: (_, row) => sumOfRun(row + 1, row + 9, 10),
    },
    {
      sheet: '需求与安排',
      item: '基本工资',
      column: 5,
      code: 'I402',
      kind: 'notCovered',
      level: 'warning',
      shows: [{ item: '基本工资', column: 6 }],
      change: () => 36_200,
    },
    {
      sheet: '需求与安排',
      item: '津贴补贴和奖金',
      column: 3,
      code: ['F201', 'F205', 'A101'],
      kind: 'offByOne',
      level: 'error',
      change: (_, row) => meantFor(row - 1, across(1, 2)),
    },
    {
      sheet: '需求与安排',
      item: '三、保运转',
      column: 4,
      code: ['F202', 'A101'],
      kind: 'typedOver',
      level: 'error',
      change: () => 12_060,
    },
    {
      sheet: '工资 ',
      item: '教育系统',
      column: 4,
      code: 'I407',
      kind: 'farBehind',
      level: 'warning',
      shows: [{ item: '教育系统', column: 5 }],
      change: (was) => roundHalfUp(was * 0.6, 2),
    },
    {
      sheet: '工资 ',
      item: '柳林镇',
      column: 5,
      code: ['A103', 'F202'],
      kind: 'typedOver',
      level: 'error',
      change: (was) => roundHalfUp(was + 6, 2),
    },
    {
      sheet: 'Sheet1',
      item: '县民政局',
      column: 9,
      code: 'A101',
      kind: 'droppedDigit',
      level: 'error',
      change: (was) => Number(was.toFixed(2).slice(1)),
    },
    {
      sheet: 'Sheet1',
      item: '县水利局',
      column: 8,
      code: ['T320', 'A101', 'A103'],
      kind: 'scale',
      level: 'error',
      change: (was) => roundHalfUp(was * 10, 2),
    },
    {
      sheet: '三公',
      item: '公务接待费',
      column: 2,
      code: 'I402',
      kind: 'aboveLastYear',
      level: 'warning',
      shows: [
        { item: '公务接待费', column: 4 },
        { item: '公务接待费', column: 5 },
      ],
      change: () => 268.4,
    },
    {
      sheet: '三公',
      item: '公务用车运行维护费',
      column: 4,
      code: ['F201', 'A104'],
      kind: 'turnedAround',
      level: 'error',
      change: (_, row) => difference(row, 3, 2),
    },
    {
      sheet: '三公',
      item: '合计',
      column: 1,
      code: ['F204', 'A101', 'F201'],
      kind: 'subtotalTwice',
      level: 'error',
      change: (_, row) => sumOfRun(row - 5, row - 1, 1),
    },
  ],
};
