import { roundHalfUp } from '../../../src/core/numbers/decimal';
import type { SampleBook } from '../book';
import { excelDay } from '../excel-day';
import { seeded } from '../random';
import { SheetDraft, sumOfRun } from '../sheet-draft';
import { caption, TableDraft, type Entry } from '../table-draft';
import { upTo } from '../table-truth';

/** 电子卖场 up to 13 June: orders one by one, and what they come to by class and by buyer. */
const COUNTY = '青禾县';
const PERIOD = upTo(2023, 6, 13);

function sheets(): SheetDraft[] {
  return [orders(), classes(), buyers()];
}

const BUYERS = ['县教育局', '县公安局', '县人民医院', '县财政局', '青山镇人民政府', '县第一中学', '县税务局'];
const SUPPLIERS = [
  '禾诚办公设备有限公司',
  '青禾文体用品经营部',
  '湘禾科技有限公司',
  '云岭家具有限公司',
  '北关汽车维修厂',
  '禾邦建筑装饰有限公司',
];
const GOODS: readonly (readonly [string, string, number])[] = [
  ['台式计算机', '货物', 26_800],
  ['复印纸', '货物', 3_200],
  ['办公家具', '货物', 18_600],
  ['车辆维修和保养', '服务', 4_850],
  ['印刷服务', '服务', 6_400],
  ['物业管理服务', '服务', 22_000],
  ['房屋修缮', '工程', 86_000],
  ['空调机', '货物', 12_400],
];

/** An export: no title over it, real dates, contract numbers that look like figures. */
function orders(): SheetDraft {
  const random = seeded(20230651);
  const sheet = new SheetDraft('订单明细(截至2023年6月13日)', [], { ghostRows: 50 });
  const table = new TableDraft(sheet, {
    kind: '电子卖场交易',
    unit: '元',
    period: PERIOD,
    top: 0,
    columns: [
      ['序号', 'serial'],
      ['订单号', 'text', 16],
      ['采购单位', 'text', 18],
      ['供应商', 'text', 24],
      ['品目名称', 'item', 18],
      ['类别', 'text', 8],
      ['交易方式', 'text', 10],
      ['数量', 'count'],
      ['单价（元）', 'amount'],
      ['成交金额（元）', 'amount', 15],
      ['成交日期', 'date'],
      ['合同号', 'text', 16],
      ['是否中小企业', 'text', 12],
    ],
  });
  const first = excelDay('2023-01-09');
  const value = (row: number) => ({
    formula: (r: number) => `H${r + 1}*I${r + 1}`,
    compute: (figure: (row: number, column: number) => number) => roundHalfUp(figure(row, 7) * figure(row, 8), 2),
  });
  const rows = Array.from({ length: 30 }, (_, i) => {
    const [name, kind, price] = GOODS[Math.floor(random() * GOODS.length)] ?? GOODS[0] ?? ['', '', 0];
    return table.add([
      i + 1,
      `QH2306${String(10_240 + i * 37)}`,
      BUYERS[Math.floor(random() * BUYERS.length)],
      SUPPLIERS[Math.floor(random() * SUPPLIERS.length)],
      name,
      kind,
      ['直购', '竞价', '网上超市'][i % 3],
      kind === '货物' ? 1 + Math.floor(random() * 9) : 1,
      roundHalfUp(price * (0.8 + random() * 0.4), 2),
      value,
      first + i * 5,
      `HT2023${String(1_000 + i)}`,
      random() < 0.8 ? '是' : '否',
    ]);
  });
  table.addTotal([undefined, '合计'], rows, 'run', [9]);
  return sheet;
}

/** By class in 万元, the mean in 元. */
function classes(): SheetDraft {
  const sheet = new SheetDraft('分类统计');
  caption(sheet, {
    title: `截至6月13日${COUNTY}电子卖场交易情况统计表`,
    left: '2023年6月13日',
    right: '单位：万元、次',
    last: 5,
  });
  const table = new TableDraft(sheet, {
    kind: '电子卖场交易',
    unit: '万元',
    period: PERIOD,
    top: 2,
    columns: [
      ['采购类别', 'item', 16],
      ['交易次数', 'count', 11],
      ['交易额', 'amount'],
      ['占比%', 'share'],
      ['其中：中小企业', 'amount', 15],
      ['笔均（元）', 'amount'],
    ],
  });
  const lines = [
    ['货物类', 2_486, 2_318.64, 2_004.1],
    ['工程类', 207, 1_146.2, 1_146.2],
    ['服务类', 1_018, 968.35, 741.28],
  ] as const;
  const total = 3 + lines.length;
  const share = (row: number) => ({
    formula: (r: number) => `ROUND(C${r + 1}/$C$${total + 1}*100,2)`,
    compute: (figure: (row: number, column: number) => number) =>
      roundHalfUp((figure(row, 2) / figure(total, 2)) * 100, 2),
  });
  const mean = (row: number) => ({
    formula: (r: number) => `ROUND(C${r + 1}*10000/B${r + 1},2)`,
    compute: (figure: (row: number, column: number) => number) =>
      roundHalfUp((figure(row, 2) * 10_000) / figure(row, 1), 2),
  });
  const rows = lines.map(([name, count, amount, small]) => table.add([name, count, amount, share, small, mean]));
  table.addTotal(['合计'], rows, 'run', [1, 2, 4], { 3: share, 5: mean });
  return sheet;
}

/** By buyer, both halves of the list side by side under one header each. */
function buyers(): SheetDraft {
  const random = seeded(20230652);
  const sheet = new SheetDraft('采购单位');
  caption(sheet, { title: `${COUNTY}2023年电子卖场采购单位交易排名（截至6月13日）`, left: '单位：万元', last: 8 });
  const names = [
    ...BUYERS,
    '县水利局',
    '县交通运输局',
    '县农业农村局',
    '云岭镇人民政府',
    '柳林镇人民政府',
    '县民政局',
    '县气象局',
  ];
  const lines = names.map(
    (name, i) =>
      [name, Math.round(420 / (i + 2) + random() * 40), roundHalfUp(520 / (i + 2) + random() * 30, 2)] as const,
  );
  const half = Math.ceil(lines.length / 2);
  [lines.slice(0, half), lines.slice(half)].forEach((part, side) => {
    const left = side * 5;
    const table = new TableDraft(sheet, {
      kind: '电子卖场交易',
      unit: '万元',
      period: PERIOD,
      top: 2,
      left,
      columns: [
        ['采购单位', 'item', 20],
        ['次数', 'count'],
        ['交易额', 'amount'],
        ['预算额', 'budget_initial'],
      ],
    });
    const entries = (line: (typeof lines)[number]): Entry[] => [...line, roundHalfUp(line[2] * 1.35, 0)];
    const rows = part.map((line) => table.add(entries(line)));
    table.addTotal(['小计'], rows, 'run', [1, 2, 3], {}, 'bold');
  });
  return sheet;
}

export const PROCUREMENT: SampleBook = {
  name: 'procurement-2023-06',
  sheets,
  facts: [],
  errors: [
    {
      sheet: '订单明细(截至2023年6月13日)',
      item: 8,
      column: 9,
      code: ['F202', 'A101'],
      kind: 'typedOver',
      level: 'error',
      change: (was) => roundHalfUp(was + 5_000, 2),
    },
    {
      sheet: '订单明细(截至2023年6月13日)',
      item: 19,
      column: 9,
      code: ['F205', 'F201'],
      kind: 'offByOne',
      level: 'error',
      change: (_, row) => ({
        formula: () => `H${row + 1}*I${row}`,
        compute: (figure) => roundHalfUp(figure(row, 7) * figure(row - 1, 8), 2),
      }),
    },
    {
      sheet: '订单明细(截至2023年6月13日)',
      item: '合计',
      column: 9,
      code: ['F203', 'A101', 'F201'],
      kind: 'sumStopsShort',
      level: 'error',
      change: (_, row) => sumOfRun(1, row - 3, 9),
    },
    {
      sheet: '分类统计',
      item: '服务类',
      column: 3,
      code: ['F202', 'A106'],
      kind: 'typedOver',
      level: 'error',
      change: () => 26.1,
    },
    {
      sheet: '分类统计',
      item: '货物类',
      column: 5,
      code: ['F209'],
      kind: 'errorValue',
      level: 'error',
      change: (_, row) => ({ formula: () => `ROUND(C${row + 1}*10000/B${row + 10},2)`, error: '#DIV/0!' }),
    },
    {
      sheet: '采购单位',
      item: '小计',
      column: 1,
      code: ['F211', 'A101'],
      kind: 'staleResult',
      level: 'error',
      change: (was, row) => ({ ...sumOfRun(3, row - 1, 1), compute: () => was - 12 }),
    },
    {
      sheet: '采购单位',
      item: '小计',
      column: 3,
      code: ['F202', 'A101'],
      kind: 'typedOver',
      level: 'error',
      change: (was) => was + 60,
    },
  ],
};
