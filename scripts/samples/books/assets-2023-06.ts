import { roundHalfUp } from '../../../src/core/numbers/decimal';
import type { SampleBook } from '../book';
import { DISPOSALS } from '../disposals';
import { excelDay } from '../excel-day';
import { seeded } from '../random';
import { SheetDraft, sumOfRun } from '../sheet-draft';
import { caption, minus, rateOf, TableDraft } from '../table-draft';
import { upTo } from '../table-truth';

/** 国有三资: the list of idle assets by owner, what it comes to, what was disposed of, and the water assets. */
const COUNTY = '青禾县';

function sheets(): SheetDraft[] {
  return [list(), summary(), disposals(), value()];
}

interface Asset {
  readonly name: string;
  readonly kind: '房屋' | '土地' | '设备';
  readonly place: string;
  readonly area: number | '—';
  readonly book: number;
  readonly appraised: number;
  readonly use: string;
  readonly since: string;
  readonly way: string;
}

const OWNERS = ['县教育局', '县机关事务服务中心', '县供销合作社联合社', '县水利局', '青山镇人民政府'];
const HOUSES = ['原中心小学教学楼', '旧办公楼', '仓库', '临街门面6间', '原职工宿舍'];

function assets(owner: string, random: () => number): Asset[] {
  const count = 4 + Math.floor(random() * 3);
  return Array.from({ length: count }, (_, i) => {
    const kind = i === count - 1 ? '设备' : i % 3 === 2 ? '土地' : '房屋';
    const area = kind === '设备' ? ('—' as const) : roundHalfUp((kind === '房屋' ? 240 : 1400) * (0.5 + random()), 1);
    const book = roundHalfUp(12 + random() * 120, 2);
    const name =
      kind === '房屋'
        ? (HOUSES[(i + owner.length) % HOUSES.length] ?? '房屋')
        : kind === '土地'
          ? `闲置地块${i}号`
          : '闲置机械设备一批';
    return {
      name,
      kind,
      place: ['县城', '青山镇', '白水乡', '云岭镇'][Math.floor(random() * 4)] ?? '县城',
      area,
      book,
      appraised: roundHalfUp(book * (1.1 + random()), 2),
      use: ['闲置', '低效', '出借'][Math.floor(random() * 3)] ?? '闲置',
      since: `20${14 + Math.floor(random() * 9)}-${String(1 + Math.floor(random() * 12)).padStart(2, '0')}-01`,
      way: ['租', '售', '用', '融'][Math.floor(random() * 4)] ?? '租',
    };
  });
}

/** Grouped by owner with a subtotal below each; the names of owners stand in the first row of a group only. */
function list(): SheetDraft {
  const random = seeded(20230621);
  const sheet = new SheetDraft('闲置资产清单');
  caption(sheet, {
    at: 1,
    title: `${COUNTY}行政事业单位国有“三资”清查台账（第一批，截至2023年6月底）`,
    left: '填报单位（盖章）：',
    right: '单位：万元、㎡',
    last: 12,
  });
  const table = new TableDraft(sheet, {
    kind: '国有三资清查台账',
    unit: '万元',
    period: upTo(2023, 6),
    top: 3,
    columns: [
      ['序号', 'serial'],
      ['单位名称', 'text', 22],
      ['资产名称', 'item', 24],
      ['资产类别', 'text', 9],
      ['坐落', 'text', 10],
      ['面积\n（㎡）', 'area'],
      ['权证情况', 'text', 10],
      ['账面原值', 'amount'],
      ['评估值', 'amount'],
      ['使用状况', 'text', 9],
      ['闲置起始时间', 'date', 13],
      ['处置方式（租/售/用/融）', 'text', 14],
      ['备注', 'remark'],
    ],
  });
  let serial = 0;
  const groups = OWNERS.map((owner) => {
    const rows = assets(owner, random).map((one, i) =>
      table.add([
        ++serial,
        i === 0 ? owner : undefined,
        one.name,
        one.kind,
        one.place,
        one.area,
        i % 2 ? '无证' : '有证',
        one.book,
        one.appraised,
        one.use,
        one.since,
        one.way,
      ]),
    );
    return table.addTotal([undefined, undefined, '小\u3000计'], rows, 'run', [5, 7, 8], {}, 'bold');
  });
  table.addTotal([undefined, undefined, '合\u3000计'], groups, 'plus', [5, 7, 8]);
  sheet.put(table.row, 0, '单位负责人：\u3000\u3000\u3000\u3000审核人：\u3000\u3000\u3000\u3000填表人：');
  return sheet;
}

/** Counts by class; one class is 其他, so that the classes make up the whole. */
function summary(): SheetDraft {
  const sheet = new SheetDraft('分类汇总');
  caption(sheet, {
    title: `${COUNTY}闲置资产分类汇总表（截至2023年6月底）`,
    right: '单位：宗、万平方米、万元',
    last: 6,
  });
  const table = new TableDraft(sheet, {
    kind: '国有三资清查台账',
    unit: '万元',
    period: upTo(2023, 6),
    top: 2,
    columns: [
      ['资产类别', 'item', 18],
      ['宗数', 'count'],
      ['面积（万平方米）', 'area', 16],
      ['账面原值（万元）', 'amount', 16],
      ['已处置宗数', 'count', 12],
      ['待处置宗数', 'count', 12],
      ['处置率%', 'pct_budget'],
    ],
  });
  const total = table.keep();
  const rows = [
    table.add(['闲置房屋', 74, 2.76, 6_284.5, 19, minus(1, 4), rateOf(4, 1)]),
    table.add(['闲置土地', 22, 4.91, 2_318.2, 5, minus(1, 4), rateOf(4, 1)]),
    table.add(['其他', 13, 0.12, 940.66, 6, minus(1, 4), rateOf(4, 1)]),
  ];
  table.total(total, ['合计'], rows, 'typed', [1, 2, 3, 4, 5], { 6: rateOf(4, 1) });
  return sheet;
}

/** What was sold or let: approved before, disposed after, paid in to the county's till. Real dates. */
function disposals(): SheetDraft {
  const sheet = new SheetDraft('处置明细 ');
  caption(sheet, { title: `${COUNTY}2023年上半年国有资产处置收益入库明细表`, left: '（金额单位：万元）', last: 12 });
  const table = new TableDraft(sheet, {
    kind: '国有三资清查台账',
    unit: '万元',
    period: upTo(2023, 6),
    top: 2,
    columns: [
      ['序号', 'serial'],
      ['资产占有单位', 'text', 22],
      ['资产名称', 'item', 24],
      ['类别', 'text', 10],
      ['处置方式', 'text', 10],
      ['批复日期', 'date'],
      ['批复文号', 'text', 20],
      ['处置日期', 'date'],
      ['账面原值', 'amount'],
      ['评估价', 'amount'],
      ['处置收益', 'amount'],
      ['入库日期', 'date'],
      ['入库凭证号', 'text', 12],
    ],
  });
  const rows = DISPOSALS.map((one, i) =>
    table.add([
      i + 1,
      one.owner,
      one.asset,
      one.kind,
      one.way,
      excelDay(one.approved),
      one.document,
      excelDay(one.disposed),
      one.book,
      one.appraised,
      one.income,
      excelDay(one.paidIn),
      one.voucher,
    ]),
  );
  table.addTotal([undefined, undefined, '合计'], rows, 'run', [8, 9, 10]);
  sheet.put(table.row + 2, 0, '注：处置收益全部缴入国库，列“103070601行政单位国有资产处置收入”等科目。');
  return sheet;
}

/** In 亿元, the unit in the brackets of the header. */
function value(): SheetDraft {
  const sheet = new SheetDraft('涉水资产');
  caption(sheet, { title: `${COUNTY}涉水资产清查情况（截至2023年6月30日）`, last: 4 });
  const table = new TableDraft(sheet, {
    kind: '国有三资清查台账',
    unit: '亿元',
    period: upTo(2023, 6),
    top: 2,
    decimals: 2,
    columns: [
      ['资产类型', 'item', 20],
      ['数量（宗）', 'count', 12],
      ['预估价值（亿元）', 'amount', 16],
      ['已确权（宗）', 'count', 12],
      ['占比%', 'share'],
    ],
  });
  const rows = [
    ['水库', 86, 9.42, 71],
    ['山塘河坝', 287, 2.36, 118],
    ['供水工程', 74, 4.08, 52],
    ['水电站', 31, 5.77, 31],
    ['其他', 23, 0.61, 9],
  ] as const;
  const whole = rows.reduce((sum, row) => sum + row[2], 0);
  const at = rows.map((row) => table.add([...row, roundHalfUp((row[2] / whole) * 100, 2)]));
  table.addTotal(['合计'], at, 'run', [1, 2, 3], { 4: 100 });
  return sheet;
}

export const ASSETS: SampleBook = {
  name: 'assets-2023-06',
  sheets,
  facts: [],
  errors: [
    {
      sheet: '闲置资产清单',
      item: '合计',
      column: 8,
      code: ['F204', 'A101', 'F201'],
      kind: 'subtotalTwice',
      level: 'error',
      change: (_, row) => sumOfRun(4, row - 1, 8),
    },
    {
      sheet: '闲置资产清单',
      item: '小计',
      column: 7,
      code: ['F203', 'A101', 'F201'],
      kind: 'sumStopsShort',
      level: 'error',
      change: (_, row) => sumOfRun(4, row - 2, 7),
    },
    {
      sheet: '分类汇总',
      item: '其他',
      column: 1,
      code: ['T313', 'A101'],
      kind: 'noOtherRow',
      level: 'hint',
      shows: [{ item: '合计', column: 1 }],
      change: () => undefined,
      also: [0, 2, 3, 4, 5, 6].map((column) => ({ item: 6, column, change: () => undefined })),
    },
    {
      sheet: '分类汇总',
      item: '闲置房屋',
      column: 6,
      code: ['A103', 'F202'],
      kind: 'typedOver',
      level: 'error',
      change: () => 28.4,
    },
    {
      sheet: '处置明细 ',
      item: '城南仓库',
      column: 7,
      code: 'T315',
      kind: 'disposedBeforeApproval',
      level: 'warning',
      shows: [{ item: '城南仓库', column: 5 }],
      change: (was) => was - 30,
    },
    {
      sheet: '处置明细 ',
      item: '原养路工区房屋及院落',
      column: 5,
      code: 'T315',
      kind: 'approvedAfterDisposal',
      level: 'warning',
      shows: [{ item: '原养路工区房屋及院落', column: 7 }],
      change: (was) => was + 60,
    },
    {
      sheet: '处置明细 ',
      item: '原种场东侧地块',
      column: 10,
      code: ['T312', 'T303'],
      kind: 'notPaidIn',
      level: 'error',
      shows: [{ item: '合计', column: 10 }],
      change: (was) => was + 80,
    },
    {
      sheet: '处置明细 ',
      item: '合计',
      column: 8,
      code: ['F203', 'A101', 'F201'],
      kind: 'sumStopsShort',
      level: 'error',
      change: (_, row) => sumOfRun(3, row - 2, 8),
    },
    {
      sheet: '涉水资产',
      item: '供水工程',
      column: 4,
      code: 'A106',
      kind: 'wrongShare',
      level: 'error',
      change: (was) => roundHalfUp(was + 7, 2),
    },
    {
      sheet: '涉水资产',
      item: '合计',
      column: 1,
      code: ['F202', 'A101'],
      kind: 'typedOver',
      level: 'error',
      change: () => 511,
    },
  ],
};
