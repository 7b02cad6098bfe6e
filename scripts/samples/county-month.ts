import { roundHalfUp } from '../../src/core/numbers/decimal';
import { seeded } from './random';
import { difference, percent, product, quotient, SheetDraft, sumOfRows, sumOfRun, type Computed } from './sheet-draft';
import type { SampleLook } from './workbook-writer';

/**
 * 青禾县 does not exist: its figures are drawn at random in the magnitudes of a poor county, its
 * layouts are those that finance bureaus use, with the traps that real workbooks have.
 */
const COUNTY = '青禾县';
const YEAR = 2023;
const MONTH = 5;

const title: SampleLook = { bold: true, size: 16, align: 'center' };
const head: SampleLook = { bold: true, align: 'center', border: true };
const label: SampleLook = { border: true };
const amount: SampleLook = { border: true, format: '#,##0.00' };
const rate: SampleLook = { border: true, format: '0.00' };
const asText: SampleLook = { border: true, align: 'right', format: '@' };

export function countyMonth(): SheetDraft[] {
  return [cover(), revenue(), expenditure(), transfers(), treasury(), fund(), subsidies(), dictionary()];
}

function cover(): SheetDraft {
  const sheet = new SheetDraft('封面', [60]);
  sheet.put(2, 0, `${COUNTY}财政月报`, title);
  sheet.put(4, 0, `${YEAR}年${MONTH}月`, { align: 'center' });
  sheet.put(6, 0, '本工作簿为 Gouji 的示例，青禾县并不存在，所有数字均为虚构。', { align: 'center' });
  return sheet;
}

interface Item {
  readonly label: string;
  /** 年初预算, 万元; absent for a heading whose figures are sums. */
  readonly budget?: number;
  readonly indent?: number;
}

const TAXES: readonly Item[] = [
  { label: '增值税', budget: 9860 },
  { label: '企业所得税', budget: 2350 },
  { label: '个人所得税', budget: 780 },
  { label: '资源税', budget: 640 },
  { label: '城市维护建设税', budget: 1120 },
  { label: '房产税', budget: 905 },
  { label: '印花税', budget: 410 },
  { label: '城镇土地使用税', budget: 560 },
  { label: '土地增值税', budget: 1480 },
  { label: '车船税', budget: 690 },
  { label: '耕地占用税', budget: 1350 },
  { label: '契  税', budget: 2980 },
  { label: '环境保护税', budget: 85 },
  { label: '其他税收收入', budget: 40 },
];

const NON_TAX: readonly Item[] = [
  { label: '专项收入', budget: 2860 },
  { label: '行政事业性收费收入', budget: 1930 },
  { label: '罚没收入', budget: 2450 },
  { label: '国有资源（资产）有偿使用收入', budget: 7620 },
  { label: '\u3000\u3000其他收入', budget: 890 },
];

/** 一般公共预算收入: three header levels, totals typed as the treasury system exports them. */
function revenue(): SheetDraft {
  const random = seeded(20230501);
  const sheet = new SheetDraft('收入执行表 ', [30, 12, 12, 12, 12, 12, 10, 13, 13, 12, 10, 12, 8], { ghostRows: 40 });
  heading(sheet, `${COUNTY}${YEAR}年${MONTH}月一般公共预算收入完成情况表`, '单位：万元', 12);
  const top = 3;
  [
    ['项    目', 0, 0],
    ['年初预算数', 1, 1],
    ['调整\n预算数', 2, 2],
    ['本月', 3, 6],
    ['累计', 7, 11],
    ['备注', 12, 12],
  ].forEach(([text, first, last]) => {
    sheet.put(top, Number(first), String(text), head);
    if (first === last) sheet.merge(top, Number(first), top + 1, Number(last));
    else sheet.merge(top, Number(first), top, Number(last));
  });
  ['本月数', '上年同月', '增减额', '增减%', '累计数', '上年同期', '增减额', '增减%', '完成年初预算%'].forEach(
    (text, i) => sheet.put(top + 1, 3 + i, text, head),
  );
  let row = top + 2;
  const line = (text: string, look: SampleLook, figures: (column: number) => number | Computed) => {
    sheet.put(row, 0, text, look);
    for (const column of [1, 2, 3, 4, 7, 8]) sheet.put(row, column, figures(column), amount);
    sheet.put(row, 5, difference(row, 3, 4), amount);
    sheet.put(row, 6, percent(row, 3, 4, 1), rate);
    sheet.put(row, 9, difference(row, 7, 8), amount);
    sheet.put(row, 10, percent(row, 7, 8, 1), rate);
    sheet.put(row, 11, percent(row, 7, 1, 0), rate);
    sheet.put(row, 12, undefined, label);
    return row++;
  };
  const typed = (rows: readonly number[]) => (column: number) =>
    roundHalfUp(
      rows.reduce((sum, r) => sum + sheet.figure(r, column), 0),
      2,
    );
  const item = ({ label: text, budget = 0 }: Item) => {
    const share = 0.3 + random() * 0.2;
    const values = plan(budget, share, random);
    return line(`    ${text}`, { ...label, indent: 1 }, (column) => values[column] ?? 0);
  };
  const group = (text: string, items: readonly Item[]) => {
    const at = row;
    const rows = items.map((_, i) => at + 1 + i);
    row = at + 1;
    items.forEach(item);
    const after = row;
    row = at;
    line(text, { ...label, bold: true }, typed(rows));
    row = after;
    return at;
  };
  const tax = group('一、税收收入', TAXES);
  const nonTax = group('二、非税收入', NON_TAX);
  const total = line('合    计', { ...head }, typed([tax, nonTax]));
  const central = line('上划中央收入', label, (column) => roundHalfUp(sheet.figure(tax, column) * 0.82, 2));
  const province = line('上划省级收入', label, (column) => roundHalfUp(sheet.figure(tax, column) * 0.21, 2));
  line('一般公共预算总收入', { ...label, bold: true }, typed([total, central, province]));
  sheet.put(row + 1, 0, '注：本表收入为地方级口径，增减%按上年同期可比口径计算。');
  sheet.put(row + 2, 0, '单位负责人：', {});
  sheet.put(row + 2, 4, '复核：', {});
  sheet.put(row + 2, 8, '制表：', {});
  return sheet;
}

/** Columns 1, 2, 3, 4, 7, 8: initial budget, adjusted budget, month, month last year, to date, last year to date. */
function plan(budget: number, share: number, random: () => number): Record<number, number> {
  const toDate = roundHalfUp(budget * share, 2);
  const priorToDate = roundHalfUp(toDate / (0.92 + random() * 0.2), 2);
  const month = roundHalfUp(toDate * (0.14 + random() * 0.1), 2);
  return {
    1: budget,
    2: roundHalfUp(budget * (random() < 0.3 ? 1.04 : 1), 0),
    3: month,
    4: roundHalfUp(month / (0.9 + random() * 0.25), 2),
    7: toDate,
    8: priorToDate,
  };
}

const FUNCTIONS: readonly (Item & { readonly code: string })[] = [
  { code: '201', label: '一般公共服务支出', budget: 38650 },
  { code: '203', label: '国防支出', budget: 310 },
  { code: '204', label: '公共安全支出', budget: 14820 },
  { code: '205', label: '教育支出', budget: 78900 },
  { code: '206', label: '科学技术支出', budget: 5003 },
  { code: '207', label: '文化旅游体育与传媒支出', budget: 4120 },
  { code: '208', label: '社会保障和就业支出', budget: 61200 },
  { code: '210', label: '卫生健康支出', budget: 35480 },
  { code: '211', label: '节能环保支出', budget: 9250 },
  { code: '212', label: '城乡社区支出', budget: 16740 },
  { code: '213', label: '农林水支出', budget: 68300 },
  { code: '214', label: '交通运输支出', budget: 12960 },
  { code: '215', label: '资源勘探工业信息等支出', budget: 2870 },
  { code: '216', label: '商业服务业等支出', budget: 980 },
  { code: '220', label: '自然资源海洋气象等支出', budget: 3140 },
  { code: '221', label: '住房保障支出', budget: 14260 },
  { code: '222', label: '粮油物资储备支出', budget: 720 },
  { code: '224', label: '灾害防治及应急管理支出', budget: 3560 },
  { code: '227', label: '预备费', budget: 4200 },
  { code: '229', label: '其他支出', budget: 1650 },
  { code: '232', label: '债务付息支出', budget: 7310 },
  { code: '233', label: '债务发行费用支出', budget: 60 },
];

/** 支出执行: code and name in two columns, total first, formulas for rates, whole 万元. */
function expenditure(): SheetDraft {
  const random = seeded(20230502);
  const sheet = new SheetDraft('支出执行表', [10, 32, 13, 13, 13, 13, 13, 12, 10, 12]);
  heading(sheet, `${YEAR}年1－${MONTH}月${COUNTY}一般公共预算支出执行情况表`, '金额单位：万元', 9);
  [
    '科目编码',
    '支出科目',
    '年初预算',
    '调整预算',
    '本月数',
    '累计数',
    '上年同期',
    '增减额',
    '增减%',
    '完成调整预算%',
  ].forEach((text, i) => sheet.put(3, i, text, head));
  const first = 5;
  const rows: number[] = [];
  let row = first;
  const line = (
    code: string | undefined,
    text: string,
    look: SampleLook,
    figure: (column: number) => number | Computed,
  ) => {
    sheet.put(row, 0, code, { ...label, format: '@' });
    sheet.put(row, 1, text, look);
    for (const column of [2, 3, 4, 5, 6]) sheet.put(row, column, figure(column), { border: true, format: '#,##0' });
    sheet.put(row, 7, difference(row, 5, 6), { border: true, format: '#,##0' });
    sheet.put(row, 8, percent(row, 5, 6, 1), rate);
    sheet.put(row, 9, percent(row, 5, 3, 0), rate);
    return row++;
  };
  for (const { code, label: text, budget = 0 } of FUNCTIONS) {
    const adjusted = Math.round(budget * (1.02 + random() * 0.12));
    const idle = text === '预备费';
    // Where the report of the half-year says that education keeps its pace, it does.
    const pace = code === '205' ? 0.39 : 0.33;
    const toDate = idle ? 130 : Math.round(adjusted * (pace + random() * 0.1));
    const prior = Math.round(toDate / (0.95 + random() * 0.14));
    const month = Math.round(toDate * (0.16 + random() * 0.1));
    const values: Record<number, number> = { 2: budget, 3: adjusted, 4: month, 5: toDate, 6: prior };
    rows.push(line(code, text, label, (column) => values[column] ?? 0));
    if (code === '205') {
      const part = (share: number) => (column: number) => Math.round((values[column] ?? 0) * share);
      line(undefined, '其中：教育管理事务', { ...label, indent: 2 }, part(0.021));
      line(undefined, '      普通教育', { ...label, indent: 4 }, part(0.873));
    }
  }
  const after = row;
  row = first - 1;
  line(undefined, '合   计', head, (column) => sumOfRows(rows, column));
  row = after;
  sheet.put(row, 0, '说明：调整预算含上级专款。');
  return sheet;
}

const GENERAL: readonly Item[] = [
  { label: '均衡性转移支付收入', budget: 61200 },
  { label: '县级基本财力保障机制奖补资金收入', budget: 18640 },
  { label: '结算补助收入', budget: 5320 },
  { label: '重点生态功能区转移支付收入', budget: 8900 },
  { label: '革命老区转移支付收入', budget: 2150 },
  { label: '民族地区转移支付收入', budget: 4480 },
  { label: '共同财政事权转移支付收入', budget: 96300 },
];
const RETURNED: readonly Item[] = [
  { label: '所得税基数返还收入', budget: 312 },
  { label: '成品油税费改革税收返还收入', budget: 668 },
  { label: '增值税税收返还收入', budget: 1475 },
];
const SPECIAL: readonly Item[] = [
  { label: '一般公共服务', budget: 640 },
  { label: '节能环保', budget: 7300 },
  { label: '农林水', budget: 15860 },
  { label: '交通运输', budget: 6240 },
  { label: '住房保障', budget: 3110 },
];

/** 上级补助: numbered on two levels, the grand total first, last year's column stored as text. */
function transfers(): SheetDraft {
  const random = seeded(20230503);
  const sheet = new SheetDraft('上级补助表', [44, 14, 14, 14, 13, 10]);
  heading(sheet, `${COUNTY}${YEAR}年1-${MONTH}月上级补助收入情况表`, '单位：万元', 5);
  ['项目', '年初预算数', '累计完成数', '上年同期数', '增减额', '增减%'].forEach((text, i) =>
    sheet.put(3, i, text, head),
  );
  let row = 5;
  const line = (text: string, look: SampleLook, figure: (column: number) => number) => {
    sheet.put(row, 0, text, look);
    sheet.put(row, 1, figure(1), { border: true, format: '#,##0' });
    sheet.put(row, 2, figure(2), { border: true, format: '#,##0' });
    sheet.put(row, 3, spoken(figure(3)), asText);
    sheet.put(row, 4, roundHalfUp(figure(2) - figure(3), 0), { border: true, format: '#,##0' });
    sheet.put(row, 5, roundHalfUp((figure(2) / figure(3) - 1) * 100, 1), { border: true, format: '0.0' });
    return row++;
  };
  const group = (text: string, items: readonly Item[], numbered: boolean) => {
    const at = row++;
    const rows = items.map(({ label: name, budget = 0 }, i) => {
      const done = Math.round(budget * (0.55 + random() * 0.3));
      const prior = Math.round(done / (0.93 + random() * 0.15));
      return line(`${numbered ? `（${'一二三四五六七八九'[i]}）` : '\u3000\u3000'}${name}`, label, (column) =>
        column === 1 ? budget : column === 2 ? done : prior,
      );
    });
    const after = row;
    row = at;
    line(text, { ...label, bold: true }, (column) => rows.reduce((sum, r) => sum + sheet.figure(r, column), 0));
    row = after;
    return at;
  };
  const groups = [
    group('一、返还性收入', RETURNED, true),
    group('二、一般性转移支付收入', GENERAL, true),
    group('三、专项转移支付收入', SPECIAL, false),
  ];
  const after = row;
  row = 4;
  line('上级补助收入合计', head, (column) => groups.reduce((sum, r) => sum + sheet.figure(r, column), 0));
  row = after;
  return sheet;
}

/** A number as it arrives from a text column: thousands commas, sometimes full-width digits. */
function spoken(value: number): string {
  const text = String(value).replace(/\B(?=(\d{3})+$)/g, ',');
  return value % 7 === 0
    ? text.replace(/[\d,]/g, (c) => (c === ',' ? '，' : String.fromCharCode(c.charCodeAt(0) + 0xfee0)))
    : text;
}

/** 库款月报 in 元: the months roll forward; coverage is below 0.3 in the last two months, which is meant. */
function treasury(): SheetDraft {
  const sheet = new SheetDraft('库款月报', [10, 20, 20, 20, 20, 12]);
  heading(sheet, `${COUNTY}${YEAR}年${MONTH}月地方财政库款月报表`, '单位：元', 5);
  ['月份', '月初库款余额', '本月库款流入', '本月库款流出', '月末库款余额', '备注'].forEach((text, i) =>
    sheet.put(3, i, text, head),
  );
  const inflow = [236_418_205.37, 148_902_611.84, 205_377_940.12, 161_085_472.66, 188_640_093.55];
  const outflow = [214_006_318.92, 170_551_204.4, 209_913_866.08, 174_208_115.73, 192_447_250.31];
  let balance = 68_215_440.18;
  inflow.forEach((into, i) => {
    const row = 4 + i;
    const out = outflow[i] ?? 0;
    sheet.put(row, 0, `${i + 1}月`, { ...label, align: 'center' });
    sheet.put(row, 1, balance, amount);
    sheet.put(row, 2, into, amount);
    sheet.put(row, 3, out, amount);
    balance = roundHalfUp(balance + into - out, 2);
    sheet.put(row, 4, balance, amount);
    sheet.put(row, 5, undefined, label);
  });
  const last = 9;
  sheet.put(last, 0, '合计', head);
  sheet.put(last, 1, undefined, label);
  sheet.put(
    last,
    2,
    roundHalfUp(
      inflow.reduce((a, b) => a + b),
      2,
    ),
    amount,
  );
  sheet.put(
    last,
    3,
    roundHalfUp(
      outflow.reduce((a, b) => a + b),
      2,
    ),
    amount,
  );
  sheet.put(last, 4, undefined, label);
  return sheet;
}

/** 政府性基金: revenue and expenditure side by side, both totals the same. */
function fund(): SheetDraft {
  const sheet = new SheetDraft('政府性基金表', [42, 13, 13, 3, 42, 13, 13]);
  heading(sheet, `${COUNTY}${YEAR}年1-${MONTH}月政府性基金收支执行情况表`, '单位：万元', 6);
  ['收入项目', '预算数', '执行数'].forEach((text, i) => sheet.put(3, i, text, head));
  ['支出项目', '预算数', '执行数'].forEach((text, i) => sheet.put(3, 4 + i, text, head));
  const left: readonly (readonly [string, number, number])[] = [
    ['1.国有土地使用权出让收入', 26500, 5218.4],
    ['2.国有土地收益基金收入', 680, 121.65],
    ['3.农业土地开发资金收入', 45, 8.3],
    ['4.城市基础设施配套费收入', 1200, 466.92],
    ['5.污水处理费收入', 780, 302.17],
    ['6.其他政府性基金收入', 150, 37.48],
  ];
  const right: readonly (readonly [string, number, number])[] = [
    ['1.文化旅游体育与传媒支出', 25, 6.2],
    ['2.社会保障和就业支出', 1180, 590.44],
    ['3.城乡社区支出', 24860, 6022.75],
    ['4.农林水支出', 410, 133.06],
    ['5.其他支出', 8600, 4310.9],
    ['6.债务付息支出', 3140, 1580.26],
  ];
  const cells = (
    row: number,
    column: number,
    [text, budget, done]: readonly [string, number, number],
    look: SampleLook,
  ) => {
    sheet.put(row, column, text, look);
    sheet.put(row, column + 1, budget, amount);
    sheet.put(row, column + 2, done, amount);
  };
  const sum = (side: readonly (readonly [string, number, number])[], i: 1 | 2) =>
    roundHalfUp(
      side.reduce((total, one) => total + one[i], 0),
      2,
    );
  left.forEach((one, i) => cells(4 + i, 0, one, label));
  right.forEach((one, i) => cells(4 + i, 4, one, label));
  const income: readonly [string, number, number] = ['本年收入合计', sum(left, 1), sum(left, 2)];
  const outgo: readonly [string, number, number] = ['本年支出合计', sum(right, 1), sum(right, 2)];
  const others: readonly (readonly [string, number, number])[] = [
    ['上级补助收入', 3260, 1845.3],
    ['上年结余收入', 2410, 2410],
    ['债务转贷收入', 8200, 4100],
  ];
  const uses: readonly (readonly [string, number, number])[] = [
    ['调出资金', 3500, 0],
    ['债务还本支出', 1200, 600],
  ];
  const incomeTotal = [
    '收入总计',
    roundHalfUp(income[1] + sum(others, 1), 2),
    roundHalfUp(income[2] + sum(others, 2), 2),
  ] as const;
  const carried = [
    '年终结余',
    roundHalfUp(incomeTotal[1] - outgo[1] - sum(uses, 1), 2),
    roundHalfUp(incomeTotal[2] - outgo[2] - sum(uses, 2), 2),
  ] as const;
  cells(10, 0, income, head);
  cells(10, 4, outgo, head);
  others.forEach((one, i) => cells(11 + i, 0, one, label));
  [...uses, carried].forEach((one, i) => cells(11 + i, 4, one, label));
  cells(14, 0, incomeTotal, head);
  cells(14, 4, ['支出总计', incomeTotal[1], incomeTotal[2]], head);
  return sheet;
}

/** 村级组织运转补助 in 元: nearly all of it formulas, as clerks build such lists. */
function subsidies(): SheetDraft {
  const sheet = new SheetDraft('补助发放表', [16, 10, 12, 8, 16, 16, 16, 14]);
  heading(sheet, `${COUNTY}${YEAR}年1-${MONTH}月村级组织运转补助发放情况表`, '单位：元', 7);
  ['乡镇', '村数', '月标准', '月数', '应发金额', '已发金额', '未发金额', '村均补助'].forEach((text, i) =>
    sheet.put(3, i, text, head),
  );
  const towns: readonly (readonly [name: string, villages: number, monthly: number, months: number, paid: number])[] = [
    ['青山镇', 14, 2600, 5, 145_600],
    ['白水乡', 9, 2350, 5, 84_600],
    ['石桥乡', 11, 2480, 5, 109_120],
    ['云岭镇', 17, 2720, 5, 184_960],
    ['河口镇', 8, 2600, 4, 83_200],
    ['东坪乡', 12, 2350, 5, 112_800],
    ['南河乡', 7, 2290, 5, 64_120],
    ['柳林镇', 15, 2480, 5, 148_800],
    ['双溪乡', 6, 2350, 5, 56_400],
    ['北关镇', 10, 2720, 5, 108_800],
  ];
  const first = 4;
  const total = first + towns.length;
  const money: SampleLook = { border: true, format: '#,##0' };
  towns.forEach(([name, villages, monthly, months, paid], i) => {
    const row = first + i;
    sheet.put(row, 0, name, label);
    [villages, monthly, months].forEach((figure, k) => sheet.put(row, 1 + k, figure, money));
    sheet.put(row, 4, product([row, 1], [row, 2], [row, 3]), money);
    sheet.put(row, 5, paid, money);
    sheet.put(row, 6, difference(row, 4, 5), money);
    sheet.put(row, 7, quotient(row, 4, 1), amount);
  });
  sheet.put(total, 0, '合计', head);
  for (const column of [1, 4, 5, 6]) sheet.put(total, column, sumOfRun(first, total - 1, column), money);
  for (const column of [2, 3]) sheet.put(total, column, undefined, label);
  sheet.put(total, 7, quotient(total, 4, 1), amount);
  return sheet;
}

/** A hidden list that drop-downs use: not a table, and no business of the checks. */
function dictionary(): SheetDraft {
  const sheet = new SheetDraft('代码字典', [12, 30], { hidden: true });
  sheet.put(0, 0, '编码');
  sheet.put(0, 1, '名称');
  FUNCTIONS.forEach(({ code, label: text }, i) => {
    sheet.put(1 + i, 0, code);
    sheet.put(1 + i, 1, text);
  });
  return sheet;
}

function heading(sheet: SheetDraft, text: string, unit: string, last: number): void {
  sheet.put(1, 0, text, title);
  sheet.merge(1, 0, 1, last);
  sheet.put(2, 0, `编制单位：${COUNTY}财政局`);
  sheet.put(2, last, unit, { align: 'right' });
}
