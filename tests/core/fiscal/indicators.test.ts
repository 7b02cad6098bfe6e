import { computeIndicators, plainIndicator } from '../../../src/app/indicators';
import { INDICATORS } from '../../../src/core/fiscal/indicators/catalogue';
import { FORMULAS } from '../../../src/core/fiscal/indicators/formulas';
import { NATIONAL_PACK } from '../../../src/core/fiscal/national-pack';
import { SUBJECTS } from '../../../src/core/fiscal/subjects';
import { translator } from '../../../src/messages/translator';
import { sampleWorkbook } from '../../support/sample-files';
import { workbookOf } from '../../support/text-table';

const zh = translator('zh-CN');

const REVENUE = `某县2023年5月一般公共预算收入完成情况表
单位：万元
| 项目 | 年初预算 | 累计完成 | 上年同期 |
| 一、税收收入 | 20,000 | 9,000 | 8,000 |
| 增值税 | 15,000 | 7,000 | 6,500 |
| 契税 | 5,000 | 2,000 | 1,500 |
| 二、非税收入 | 10,000 | 6,000 | 4,000 |
| 合计 | 30,000 | 15,000 | 12,000 |`;

/** The same subjects in 元 and under other names. */
const SPENDING = `某县2023年5月一般公共预算支出执行情况表
金额单位：元
| 支出科目 | 年初预算 | 累计执行数 | 上年同期 |
| 教育支出 | 400,000,000 | 150,000,000 | 140,000,000 |
| 医疗卫生与计划生育支出 | 200,000,000 | 100,000,000 | 90,000,000 |
| 合计 | 600,000,000 | 250,000,000 | 230,000,000 |`;

async function values(...tables: readonly string[]): Promise<Map<string, ReturnType<typeof plainIndicator>>> {
  const workbooks = tables.map((table, i) => ({ file: `${i}.xlsx`, workbook: workbookOf(table, `表${i}`) }));
  return new Map((await computeIndicators(workbooks)).map((one) => [one.id, plainIndicator(one, zh)]));
}

test('there are 148, each once, and every formula has its entry', () => {
  const ids: readonly string[] = INDICATORS.map(({ id }) => id);
  expect([ids.length, new Set(ids).size]).toEqual([148, 148]);
  expect(Object.keys(FORMULAS).filter((id) => !ids.includes(id))).toEqual([]);
});

test('two subjects of one side never share a name or a code', () => {
  const keys = SUBJECTS.flatMap(({ side, code, names }) =>
    [...names, ...(code ? [code] : [])].map((key) => `${side} ${key}`),
  );
  expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
});

test('shares, growth and progress are computed over several workbooks in several units', async () => {
  const found = await values(REVENUE, SPENDING);
  expect(found.get('R06')).toMatchObject({
    value: 40,
    unit: '%',
    verdict: 'warn',
    grade: 'yellow',
    target: '不高于 30',
    cells: [
      { file: '0.xlsx', sheet: '表0', cell: 'C7' },
      { file: '0.xlsx', sheet: '表0', cell: 'C8' },
    ],
  });
  expect(found.get('T06')).toMatchObject({ value: 25 });
  expect(found.get('R08')).toMatchObject({ value: 50, verdict: 'pass', target: '序时进度 41.67%，可慢 5 个百分点' });
  expect(found.get('R27')).toMatchObject({ value: 60, cells: [{ file: '0.xlsx' }, { file: '1.xlsx' }] });
  expect(found.get('E08')).toMatchObject({ value: 37.5, verdict: 'pass' });
  expect(found.get('E07')).toMatchObject({ value: 40000, unit: '万元' });
});

test('what is missing is named, and nothing passes by silence', async () => {
  const found = await values(REVENUE);
  expect(found.get('R27')).toMatchObject({
    value: null,
    verdict: 'not_computed',
    missing: ['一般公共预算支出（累计）'],
  });
  expect(found.get('C01')).toMatchObject({
    verdict: 'not_computed',
    missing: ['“库款月报”中的月末库款余额和库款流出'],
  });
  expect(found.get('T03')).toMatchObject({ verdict: 'not_computed', missing: ['本期不适用，或分母为零、所属期不明'] });
  for (const one of found.values())
    expect([one.id, one.verdict === 'not_computed', one.missing.length > 0]).toEqual([
      one.id,
      one.value === null,
      one.value === null,
    ]);
});

test('an English reader is told in English', async () => {
  const all = await computeIndicators([{ file: 'a.xlsx', workbook: workbookOf(REVENUE) }]);
  const english = new Map(all.map((one) => [one.id, plainIndicator(one, translator('en-US'))]));
  expect(english.get('C01')).toMatchObject({
    name: 'treasury coverage',
    missing: ['month-end cash and outflow in “monthly treasury cash report”'],
  });
  expect(english.get('F05')?.missing).toContain(
    'number of firms that pay 100 万元 or more in “ledger of tax-paying firms”',
  );
  expect(english.get('P02')?.missing).toEqual(['not supported yet; taken from procurement tables']);
  expect(english.get('P03')?.missing).toEqual(['orders one by one (buyer, item, amount)']);
});

test('the share of non-tax has risen by so many points', async () => {
  expect((await values(REVENUE)).get('T09')).toMatchObject({ unit: '个百分点', value: 6.6667 });
});

const ORDERS = `某县电子卖场订单明细（截至2023年6月30日）
金额单位：元
| 序号 | 订单号 | 采购单位 | 品目名称 | 类别 | 成交金额 | 成交日期 |
| 1 | QH001 | 县教育局 | 台式计算机 | 货物 | 1,800,000 | 2023-02-03 |
| 2 | QH002 | 县教育局 | 台式计算机 | 货物 | 1,700,000 | 2023-03-09 |
| 3 | QH003 | 县教育局 | 台式计算机 | 货物 | 1,600,000 | 2023-05-16 |
| 4 | QH004 | 县水利局 | 车辆维修和保养 | 服务 | 4,800 | 2023-05-20 |
| 5 | QH005 | 县水利局 | 复印纸 | 货物 | 3,200 | 2023-06-01 |`;

const idle = (name: string, use: string) => `某县行政事业单位国有资产清查台账（截至2023年6月底）
单位：万元
| 序号 | 单位名称 | 资产名称 | 资产类别 | 账面原值 | 使用状况 |
| 1 | 县供销社 | 旧仓库 | 房屋 | 84.5 | 闲置 |
| 2 | 县教育局 | ${name} | 设备 | 12.6 | ${use} |
| 3 | 县水利局 | 公务用车 | 车辆 | 15.8 | 闲置 |
| 合计 |  |  |  | 112.9 |  |`;

test('purchases that together ask for open tender are counted', async () => {
  const found = await values(ORDERS);
  expect(found.get('P03')).toMatchObject({ value: 1, verdict: 'warn', grade: 'yellow' });
  expect((await values(ORDERS.replace(/1,[67]00,000/g, '16,000'))).get('P03')).toMatchObject({
    value: 0,
    verdict: 'pass',
  });
});

test.each([
  ['笔记本电脑12台', '闲置', 1],
  ['笔记本电脑12台', '在用', 0],
  ['机床', '闲置', 0],
])('of %s, %s, computers are bought: kinds bought though they lie idle are %d', async (name, use, kinds) => {
  expect((await values(ORDERS, idle(name, use))).get('Z09')).toMatchObject({ value: kinds });
});

test('a total that is not its parts fails its indicator', async () => {
  const found = await values(REVENUE.replace('| 合计 | 30,000 | 15,000', '| 合计 | 30,000 | 15,600'));
  expect(found.get('R03')).toMatchObject({ value: 15600, verdict: 'fail', grade: 'red', target: '应等于 15,000' });
});

test('双过半 is judged in June only', async () => {
  const june = (done: string) =>
    values(REVENUE.replace('5月', '6月').replace('| 合计 | 30,000 | 15,000', `| 合计 | 30,000 | ${done}`));
  expect((await june('14,700')).get('T03')).toMatchObject({ verdict: 'fail', value: 49 });
  expect((await june('15,000')).get('T03')).toMatchObject({ verdict: 'pass' });
});

test.each([
  [4, '0', 'pass', null],
  [5, '0', 'warn', '应已开始调入'],
  [9, '0', 'warn', '应已开始调入'],
  [10, '0', 'fail', '应已开始调入'],
  [10, '50', 'pass', '应已开始调入'],
])('nothing transferred out of the funds: in month %d, %s done is %s', async (month, done, verdict, target) => {
  const funds = `某县2023年${month}月政府性基金预算支出完成情况表
单位：万元
| 项目 | 年初预算 | 累计完成 |
| 城乡社区支出 | 8,000 | 3,000 |
| 调出资金 | 2,000 | ${done} |`;
  expect((await values(funds)).get('R29')).toMatchObject({ verdict, target });
});

test.each([
  [900, 'pass'],
  [6_000, 'warn'],
])('cash of %d at the end of the month is %s: idle cash misses its band, too', async (cash, verdict) => {
  const report = `某县2023年1月库款月报
单位：万元
| 月份 | 月初余额 | 流入 | 流出 | 月末余额 |
| 1月 | 1,000 | 2,000 | 2,000 | ${cash} |`;
  expect((await values(report)).get('C01')).toMatchObject({ value: cash / 2_000, verdict, target: '0.3–0.8' });
});

test('the sample month gives most of its indicators', async () => {
  const all = await computeIndicators([
    { file: 'county-2023-05.xlsx', workbook: await sampleWorkbook('county-2023-05.xlsx') },
  ]);
  const computed = all.filter(({ computed: value }) => value !== undefined).map(({ id }) => id);
  expect(computed).toEqual(
    expect.arrayContaining(['R03', 'R06', 'R16', 'R28', 'E01', 'E05', 'E24', 'C01', 'C03', 'D08']),
  );
  expect(computed.length).toBeGreaterThanOrEqual(42);
});

describe('definitions', () => {
  const CASH = `某县2023年5月库款月报
单位：万元
| 月份 | 月初余额 | 流入 | 流出 | 月末余额 |
| 1月 | 1,000 | 5,000 | 4,000 | 2,000 |
| 2月 | 2,000 | 5,000 | 4,000 | 3,000 |
| 3月 | 3,000 | 4,000 | 4,000 | 3,000 |
| 4月 | 3,000 | 4,000 | 4,000 | 3,000 |
| 5月 | 3,000 | 3,000 | 4,000 | 2,000 |`;

  const under = async (calibres: Partial<typeof NATIONAL_PACK.calibres>, ...tables: string[]) => {
    const pack = { ...NATIONAL_PACK, calibres: { ...NATIONAL_PACK.calibres, ...calibres } };
    const all = await computeIndicators(
      tables.map((table, i) => ({ file: `${i}.xlsx`, workbook: workbookOf(table, `表${i}`) })),
      { pack },
    );
    return new Map(all.map((one) => [one.id, plainIndicator(one, zh)]));
  };

  test.each([
    ['K1', 0.5, '库款流出'],
    ['K2', 0.4, '一般公共预算支出'],
    ['K5', 15, '天数'],
  ] as const)('库款系数 by %s is %d, and says so', async (coverage, value, words) => {
    const found = (await under({ coverage }, CASH, SPENDING)).get('C01');
    expect(found).toMatchObject({ value });
    expect(found?.calibre).toContain(words);
  });

  test('民生 is what the bureau says it is', async () => {
    const found = (await under({ livelihood: ['205'] }, SPENDING)).get('E05');
    expect(found).toMatchObject({ value: 60, calibre: '民生自选科目' });
  });

  test('序时进度 by days', async () => {
    expect((await under({ schedule: 'day' }, REVENUE)).get('T02')).toMatchObject({ value: 41.3699, calibre: '按天' });
  });
});

test('a plan for the whole year does not make it December', async () => {
  const found = await values(REVENUE, SPENDING.replace('2023年5月', '2023年').replace('执行情况表', '预算表'));
  expect(found.get('T01')).toMatchObject({ value: '2023-05-31' });
  expect(found.get('R08')).toMatchObject({ target: '序时进度 41.67%，可慢 5 个百分点' });
});
