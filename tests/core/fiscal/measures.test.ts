import { isPartial } from '../../../src/core/fiscal/measure-index';
import { indexMeasures } from '../../../src/core/fiscal/measures';
import { bookId } from '../../../src/core/grid/place';
import { readTables } from '../../../src/core/tables/read-tables';
import { workbookOf } from '../../support/text-table';

/** What each cell is of: its subject and phase, and the months that it spans. */
function meant(text: string): Record<string, string> {
  const workbook = workbookOf(text);
  const [sheet] = workbook.sheets;
  if (!sheet) throw new Error('no sheet');
  const measures = indexMeasures([{ book: bookId(workbook), sheet, tables: readTables(sheet) }]);
  return Object.fromEntries(
    measures.map(({ cell, subject = 'unknown', phase, from = '', asOf = '', place }) => [
      `${String.fromCharCode(65 + cell.column)}${cell.row + 1}`,
      `${subject} ${phase} ${from.slice(0, 7)} ${asOf.slice(0, 7)} ${place}`.trim(),
    ]),
  );
}

test('what flowed in the year so far is no flow of its last month, and 其他流入 is not all that came in', () => {
  const told = meant(`青禾县2023年3月库款收支月报
单位：万元
| 项目 | 1月 | 2月 | 3月 | 全年累计 |
| 月初库款余额 | 900 | 1,000 | 950 | 900 |
| 税收收入 | 300 | 350 | 420 | 1,070 |
| 其他流入 | 100 | 50 | 80 | 230 |
| 流入小计 | 400 | 400 | 500 | 1,300 |
| 流出小计 | 300 | 450 | 550 | 1,300 |
| 月末库款余额 | 1,000 | 950 | 900 | 900 |`);
  expect([told['D7'], told['D6'], told['E8'], told['E7'], told['E6']]).toEqual([
    'cash inflow 2023-03 2023-03 青禾县',
    undefined,
    'cash outflow 2023-01 2023-03 青禾县',
    'cash inflow 2023-01 2023-03 青禾县',
    undefined,
  ]);
});

test('税收收入小计 is 税收收入; a final account that has both budgets keeps them apart', () => {
  const told = meant(`青禾县2023年一般公共预算收入决算表
单位：元
| 科目编码 | 科目名称 | 年初预算数 | 调整预算数 | 决算数 |
| 10101 | 增值税 | 100 | 120 | 110 |
| 10104 | 企业所得税 | 200 | 210 | 190 |
| | 税收收入小计 | 300 | 330 | 300 |
| 10302 | 专项收入 | 50 | 60 | 55 |
| | 非税收入小计 | 50 | 60 | 55 |
| | 收入合计 | 350 | 390 | 355 |`);
  expect([told['C6'], told['D6'], told['E6'], told['E8']]).toEqual([
    'tax budget_initial 2023-01 2023-12 青禾县',
    'tax budget_adjusted 2023-01 2023-12 青禾县',
    'tax ytd 2023-01 2023-12 青禾县',
    'nonTax ytd 2023-01 2023-12 青禾县',
  ]);
});

test('政府性基金收入 among the main figures is what that ledger brought in, and no kind of non-tax revenue', () => {
  const told = meant(`青禾县2023年财政运行主要指标
单位：亿元
| 指标 | 2023年 | 2022年 |
| 一般公共预算收入 | 3.10 | 2.95 |
| 一般公共预算支出 | 22.34 | 22.12 |
| 政府性基金收入 | 4.39 | 4.13 |
| 政府性基金支出 | 4.20 | 4.56 |
| 国有资本经营预算收入 | 0.04 | 0.03 |`);
  expect(told['B6']).toMatch(/^fundRevenue ytd/);
  expect(told['B7']).toMatch(/^fundExpenditure ytd/);
  expect(told['B8']).toMatch(/^capitalRevenue ytd/);
});

test.each(['附表一：', '表3-1 ', '附件2 ', '公开05表 '])(
  '%s before the name of a county is the number of its table',
  (number) => {
    const told = meant(`${number}青禾县2023年6月一般公共预算收入完成情况表
单位：万元
| 科目 | 年初预算 | 累计完成 |
| 税收收入 | 100 | 50 |
| 非税收入 | 40 | 20 |
| 收入合计 | 140 | 70 |`);
    expect(told['C4']).toBe('tax ytd 2023-06 2023-06 青禾县');
  },
);

test('a column that says until when, and the month beside it, are of those times, whatever the title says', () => {
  const told = meant(`青禾县一般公共预算支出执行情况
2025年6月
单位：万元
| 科目 | 调整后预算 | 截至5月 | 6月 | 截至6月执行 | 上年同月累计 |
| 一般公共服务支出 | 27,339 | 10,902 | 2,705 | 13,607 | 12,107 |
| 公共安全支出 | 11,964 | 4,390 | 784 | 5,174 | 5,340 |
| 支出合计 | 39,303 | 15,292 | 3,489 | 18,781 | 17,447 |`);
  expect([told['C5'], told['D5'], told['E5'], told['F5']]).toEqual([
    'generalServices ytd 2025-01 2025-05 青禾县',
    'generalServices month 2025-06 2025-06 青禾县',
    'generalServices ytd 2025-06 2025-06 青禾县',
    'generalServices prior 2025-06 2025-06 青禾县',
  ]);
});

test('the treasury is one row among accounts and deposits, and what it holds is told of its last day', () => {
  const accounts = meant(`青禾县国库及财政专户存款余额表（截至2025年6月30日）
单位：元
| 账户名称 | 开户银行 | 上年末余额 | 本期增加 | 本期减少 | 期末余额 |
| 国库单一账户 | 人民银行 | 182542316.45 | 2767208956.82 | 2563640827.66 | 386110445.61 |
| 惠农补贴专户 | 农商行 | 1846230.50 | 40000000 | 37348570 | 4497660.50 |`);
  const deposits = meant(`青禾县财政性存款（万元，2025年6月末）
| 项目 | 金额 |
| 国库存款 | 38611 |
| 财政专户存款 | 46687.47 |`);
  expect([accounts['F4'], accounts['F5'], deposits['B3'], deposits['B4']]).toEqual([
    'cash closing 2025-01 2025-06 青禾县',
    undefined,
    'cash closing 2025-06 2025-06 青禾县',
    undefined,
  ]);
});

test('1—6月或6月末 of a page is to date of what flows, and closing of what there is', () => {
  const told = meant(`青禾县财政主要指标（2025年6月）
| 指标 | 单位 | 1—6月或6月末 | 比上年同期±% |
| 一般公共预算收入 | 万元 | 47274 | 2.8 |
| 一般公共预算支出 | 亿元 | 17.09 | 1.1 |
| 政府债务余额 | 亿元 | 70.08 | |
| 6月末库款余额 | 亿元 | 3.86 | |`);
  expect([told['C3'], told['C4'], told['C5'], told['C6']]).toEqual([
    'localRevenue ytd 2025-06 2025-06 青禾县',
    'expenditure ytd 2025-06 2025-06 青禾县',
    'debt closing 2025-06 2025-06 青禾县',
    'cash closing 2025-06 2025-06 青禾县',
  ]);
});

test('what went out of the treasury in a month is 减少小计, not 债务还本 among its kinds', () => {
  const told = meant(`青禾县国库库款月度变动表（2025年2月，万元）
| 月份 | 月初库款 | 本月增加 | | 增加小计 | 本月减少 | | 减少小计 | 月末库款 |
| | | 收入入库 | 上级调度 | | 一般预算支出 | 债务还本 | | |
| 1月 | 50 | 60 | 30 | 90 | 90 | 10 | 100 | 40 |
| 2月 | 40 | 210 | 100 | 310 | 280 | 20 | 300 | 50 |`);
  expect([told['E4'], told['H4'], told['G4']]).toEqual([
    'cash inflow 2025-01 2025-01 青禾县',
    'cash outflow 2025-01 2025-01 青禾县',
    undefined,
  ]);
});

test('本期数 is of the month that a title names, and elsewhere to date; balances of the page are of its last day', () => {
  const page = (title: string) =>
    meant(`青禾县${title}（2025年）
| 序号 | 指标 | 计量单位 | 本期数 | 上年同期 |
| 1 | 一般公共预算收入 | 亿元 | 6.9983 | 6.5863 |
| 2 | 月末国库库款余额 | 万元 | 31506.23 | |
| 3 | 暂付款余额 | 万元 | 14122.68 | |
| 4 | 专项债务余额 | 亿元 | 11.66 | |`);
  const told = page('10月末财政运行主要指标');
  expect([told['D3'], told['D4'], told['D5'], told['D6']].map((one) => one?.split(' ').slice(0, 2).join(' '))).toEqual([
    'localRevenue ytd',
    'cash closing',
    'suspense closing',
    'specialDebt closing',
  ]);
  expect(page('10月份财政收支情况')['D3']?.split(' ')[1]).toBe('month');
  const beside = meant(`青禾县10月末财政收入情况（2025年）
单位：万元
| 指标 | 本期数 | 本年累计 |
| 一般公共预算收入 | 6983 | 69983 |`);
  expect(beside['B4']).toBe('localRevenue month 2025-10 2025-10 青禾县');
});

test('收入小计 and 支出小计 of a treasury table are all that came in and went out', () => {
  const told = meant(`青禾县国库库款收支月报表（2025年1—2月）
单位：万元
| 月份 | 月初库款余额 | 库款收入 | | | 库款支出 | | | 月末库款余额 |
| | | 一般公共预算收入 | 上级补助 | 收入小计 | 一般公共预算支出 | 债券还本 | 支出小计 | |
| 1月 | 41286.35 | 6716.01 | 15235 | 21951.01 | 23893.16 | 500 | 24393.16 | 38844.2 |
| 2月 | 38844.2 | 7453.48 | 18135 | 25588.48 | 25705.33 | 0 | 25705.33 | 38727.35 |`);
  const cashAt = (row: number) => [...'BCDEFGHI'].filter((at) => told[`${at}${row}`]?.startsWith('cash'));
  expect(cashAt(6)).toEqual(['B', 'E', 'H', 'I']);
  expect([told['E6'], told['H6']]).toEqual([
    'cash inflow 2025-02 2025-02 青禾县',
    'cash outflow 2025-02 2025-02 青禾县',
  ]);
});

test('months down the rows of what the title names: the month, and the year as far as it', () => {
  const told = meant(`青禾县一般公共预算支出逐月列支（2023年）
单位：万元
| 月度 | 当月 | 自年初累计 | 占全年调整预算 | 其中：教育 |
| 2023年1月 | 300 | 300 | 0.3 | 60 |
| 2023年2月 | 200 | 500 | 0.5 | 40 |
| 2023年3月 | 250 | 750 | 0.75 | 50 |
| 2022年3月 | 240 | 740 | 0.7 | 50 |`);
  expect([told['B6'], told['C6'], told['D6'], told['E6'], told['B7']]).toEqual([
    'expenditure month 2023-03 2023-03 青禾县',
    'expenditure ytd 2023-01 2023-03 青禾县',
    undefined,
    undefined,
    undefined,
  ]);
});

test('支出总计 of functions alone is what was spent; with transfers it is all that went out', () => {
  const total = (more: string) =>
    meant(`青禾县2023年6月支出情况表
单位：万元
| 项目 | 年初预算 | 累计支出 |
| 一般公共服务支出 | 100 | 50 |
| 公共安全支出 | 80 | 40 |
| 教育支出 | 300 | 150 |
| 卫生健康支出 | 120 | 60 |
| 农林水支出 | 200 | 90 |
${more}
| 支出总计 | 900 | 500 |`);
  expect(total('| 交通运输支出 | 100 | 110 |')['C10']).toBe('expenditure ytd 2023-06 2023-06 青禾县');
  expect(total('| 上解上级支出 | 100 | 110 |')['C10']).toBe('expenditureTotal ytd 2023-06 2023-06 青禾县');
  expect(total('| 年终结余 | 100 | 110 |')['C10']).toBe('expenditureTotal ytd 2023-06 2023-06 青禾县');
});

test('全年 beside its quarters, and 合计 beside its months, are to date', () => {
  const quarters = (last: string, title: string) =>
    meant(`青禾县${title}一般公共预算收入分季完成情况表
单位：万元
| 项目 | 年初预算 | 一季度 | 二季度 | 三季度 | ${last} |
| 税收收入 | 5060 | 1444 | 815 | 1340 | 3599 |
| 非税收入 | 500 | 308 | 23 | 0 | 331 |`)['F4'];
  expect(quarters('全年', '2024年')).toBe('tax ytd 2024-01 2024-12 青禾县');
  expect(quarters('合计', '2024年1-9月')).toBe('tax ytd 2024-01 2024-09 青禾县');
  // What all of a year comes to is not known in September.
  expect(quarters('全年', '2024年1-9月')).toBeUndefined();
});

test('of one tax by levels the county’s is its own; what others get is none, and all together no figure of the county', () => {
  const text = `青禾县税收收入入库情况表（2025年1-10月）
单位：万元
| 税种 | 入库数 | | | |
| | 全口径 | 中央级 | 省级 | 县级 |
| 增值税 | 54179.09 | 27089.54 | 6772.39 | 20317.16 |
| 契税 | 3941.53 | 0 | 0 | 3941.53 |
| 税收合计 | 58120.62 | 27089.54 | 6772.39 | 24258.69 |`;
  const told = meant(text);
  expect([told['C5'], told['D5']]).toEqual([undefined, undefined]);
  expect(told['E5']).toBe('valueAddedTax ytd 2025-01 2025-10 青禾县');
  const workbook = workbookOf(text);
  const [sheet] = workbook.sheets;
  if (!sheet) throw new Error('no sheet');
  const measures = indexMeasures([{ book: bookId(workbook), sheet, tables: readTables(sheet) }]);
  expect(measures.filter(isPartial).map(({ cell }) => cell.column)).toEqual([1, 1, 1]);
});

test('months of last year in rows of their own are months of last year', () => {
  const told = meant(`青禾县2025年1—3月一般公共预算收入执行情况分月对照表
单位：万元
| 收入项目 | 年度 | 1月 | 2月 | 3月 | 1—3月累计 |
| 税收收入 | 2025年 | 5219.91 | 6070.8 | 5830.65 | 17121.36 |
| | 2024年 | 5408.66 | 6070.95 | 5192.58 | 16672.19 |
| 非税收入 | 2025年 | 2188.28 | 2659.07 | 2280.13 | 7127.48 |
| | 2024年 | 2155.32 | 2220.12 | 2025.67 | 6401.11 |`);
  expect([told['D4'], told['D5'], told['F4'], told['F5']]).toEqual([
    'tax month 2025-02 2025-02 青禾县',
    'tax month 2024-02 2024-02 青禾县',
    'tax ytd 2025-01 2025-03 青禾县',
    'tax prior 2025-01 2025-03 青禾县',
  ]);
});

test.each([
  ['青禾县2025年3月一般公共预算收入执行情况表', '青禾县'],
  ['一季度青禾县一般公共预算收入执行情况表', '青禾县'],
  ['一季度县财政一般公共预算收入执行情况表', ''],
  ['直达资金县级一般公共预算收入执行情况表', ''],
])('the county in %s', (title, county) => {
  const told = meant(`${title}
单位：万元
| 项目 | 年初预算 | 累计完成 |
| 税收收入 | 5060 | 1444 |
| 非税收入 | 500 | 308 |`);
  expect((told['C4'] ?? '').split(' ')[4] ?? '').toBe(county);
});

test('a list of non-tax revenue by who collects it comes to that', () => {
  const list = (title: string) =>
    meant(`青禾县${title}（2025年1—8月）
单位：元
| 收入类别 | 执收单位 | 具体项目 | 今年累计 | 上年同期 | 类别小计 |
| 罚没收入 | 县公安局 | 交通违法罚款 | 20030700 | 17240300 | 27100300 |
| | 县市场监管局 | 食药及质量罚没 | 7069600 | 6748800 | |
| 专项收入 | 县税务局 | 教育费附加 | 19312000 | 18109800 | 19312000 |
| 合计 | | | 46412300 | 42098900 | 46412300 |`);
  const told = list('非税收入分执收单位征缴情况');
  expect([told['D7'], told['E7'], told['F7'], told['D4']]).toEqual([
    'nonTax ytd 2025-01 2025-08 青禾县',
    'nonTax prior 2025-01 2025-08 青禾县',
    undefined,
    undefined,
  ]);
  expect(list('部分单位非税收入征缴情况')['D7']).toBeUndefined();
});

test('what four budgets come to together is a figure of none', () => {
  const told = meant(`青禾县2025年1—8月财政收入执行情况总览
单位：亿元
| 项目 | 累计完成 | 上年同期 |
| 一般公共预算收入 | 6.3462 | 6.16 |
| 政府性基金预算收入 | 2.1437 | 3.1285 |
| 国有资本经营预算收入 | 0.0613 | 0.0248 |
| 合计 | 8.5512 | 9.3133 |`);
  expect([told['B4']?.split(' ')[0], told['B7']]).toEqual(['localRevenue', undefined]);
});
