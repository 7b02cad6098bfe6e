import { checkWorkbook, type CheckResult } from '../../src/app/check-workbook';
import { indicatorsOf } from '../../src/app/indicators';
import type { Evaluated } from '../../src/core/fiscal/indicators/evaluate';
import { COUNTED_RULES } from '../../src/core/fiscal/indicators/formulas/counts';
import { NATIONAL_PACK } from '../../src/core/fiscal/national-pack';
import type { Calibres } from '../../src/core/fiscal/pack';
import type { Workbook } from '../../src/core/grid/sheet';
import type { NamedIndicator } from '../../src/core/findings/rule';
import { firstCell } from '../../src/core/findings/finding';
import { companionOf } from '../../src/core/reading/read-sheet';
import { RULES } from '../../src/rules';
import { sampleWorkbook } from '../support/sample-files';
import { workbookOf, workbooksOf } from '../support/text-table';

function checked(workbook: Workbook, calibres: Partial<Calibres> = {}): Promise<CheckResult> {
  return checkWorkbook(workbook, {
    pack: { ...NATIONAL_PACK, calibres: { ...NATIONAL_PACK.calibres, ...calibres } },
  });
}

function indicator(result: CheckResult, id: Evaluated['id']): Evaluated {
  const found = indicatorsOf(result).find((one) => one.id === id);
  if (!found) throw new RangeError(id);
  return found;
}

const findingsOf = ({ outcome }: CheckResult, code: string) => outcome.findings.filter((one) => one.code === code);

const midApril = (done: string) =>
  workbookOf(
    `青禾县2023年4月15日一般公共预算收入完成情况表
     单位：万元
     | 项目 | 年初预算 | 累计 | 上年同期 |
     | 税收收入 | 28,000 | ${done} | 8,000 |
     | 非税收入 | 11,000 | 3,000 | 2,500 |
     | 合计 | 39,000 | ${(Number(done.replace(',', '')) + 3000).toLocaleString('en')} | 10,500 |`,
    '收入',
  );

describe('序时进度', () => {
  test.each([
    ['month', '7,700', 33.33, 27.44, 'warn'],
    ['day', '7,700', 28.77, 27.44, 'pass'],
    ['day', '5,000', 28.77, 20.51, 'warn'],
    ['day', '4,000', 28.77, 17.95, 'fail'],
  ] as const)('by %s: %s done of a year that is %d %% over', async (schedule, done, due, share, verdict) => {
    const result = await checked(midApril(done), { schedule });
    const { computed } = indicator(result, 'R08');
    expect(computed).toMatchObject({ verdict, target: { id: 'onSchedule', numbers: { bound: due } } });
    expect(computed?.value).toBeCloseTo(share, 2);
    expect(findingsOf(result, 'I403').map(({ grade, expected, actual }) => [grade, expected, actual])).toEqual(
      verdict === 'pass' ? [] : [[computed?.grade, due, share]],
    );
  });

  test('a month that is over is judged by what was known then', async () => {
    const may = midApril('9,000').sheets;
    const [earlier] = workbookOf(
      `青禾县2023年2月一般公共预算收入完成情况表
       单位：万元
       | 项目 | 年初预算 | 累计 | 上年同期 |
       | 税收收入 | 28,000 | 500 | 8,000 |
       | 非税收入 | 11,000 | 300 | 2,500 |
       | 合计 | 39,000 | 800 | 10,500 |`,
      '二月',
    ).sheets;
    const [now] = may;
    if (!earlier || !now) throw new RangeError('two sheets');
    const result = await checked({ ...workbookOf(''), sheets: [now, earlier] });
    expect(findingsOf(result, 'I403').map((finding) => [firstCell(finding)?.sheet, finding.expected])).toEqual([
      ['二月', 16.67],
    ]);
    expect(indicator(result, 'R08').computed?.verdict).toBe('pass');
  });

  test('双过半 is asked of spending, too', async () => {
    const half = (title: string, total: string) => `青禾县2023年6月一般公共预算${title}完成情况表
       单位：万元
       | 项目 | 年初预算 | 累计 |
       ${total}`;
    const [revenue, spending] = [
      half('收入', '| 税收收入 | 28,000 | 14,500 |\n| 非税收入 | 11,000 | 5,500 |\n| 合计 | 39,000 | 20,000 |'),
      half('支出', '| 教育支出 | 40,000 | 19,000 |\n| 卫生健康支出 | 20,000 | 10,000 |\n| 合计 | 60,000 | 29,000 |'),
    ].map((text, i) => workbookOf(text, ['收入', '支出'][i]).sheets[0]);
    if (!revenue || !spending) throw new RangeError('two sheets');
    const result = await checked({ ...workbookOf(''), sheets: [revenue, spending] });
    expect(findingsOf(result, 'I403').map((finding) => [firstCell(finding)?.sheet, finding.messageId])).toEqual([
      ['支出', 'I403.half'],
    ]);
    expect(indicator(result, 'T03').computed).toMatchObject({ verdict: 'fail', grade: 'red' });
  });
});

describe('库款系数', () => {
  const low = workbookOf(
    `青禾县2023年3月地方财政库款月报表
     单位：万元
     | 月份 | 月初库款余额 | 本月库款流入 | 本月库款流出 | 月末库款余额 |
     | 1月 | 5000 | 10000 | 10000 | 4000 |
     | 2月 | 5000 | 10000 | 10000 | 3500 |
     | 3月 | 5000 | 10000 | 10000 | 2500 |`,
    '库款',
  );

  test('the rule and the overview say one thing', async () => {
    const result = await checked(low);
    expect(findingsOf(result, 'I401')).toMatchObject([{ messageId: 'I401.low', grade: 'yellow', actual: 0.25 }]);
    expect(indicator(result, 'C01').computed).toMatchObject({ value: 0.25, verdict: 'warn', grade: 'yellow' });
  });

  test('by another definition neither judges, and the rule says why', async () => {
    const result = await checked(low, { coverage: 'K2' });
    expect(findingsOf(result, 'I401')).toEqual([]);
    expect(result.outcome.skipped).toContainEqual({ rule: 'I401', why: 'otherCoverage' });
    expect(indicator(result, 'C01').computed?.target).toBeUndefined();
  });
});

test('the overview shows the indicators that the rules judged by, not others of the same name', async () => {
  const result = await checked(await sampleWorkbook('county-2023-05.xlsx'));
  const counts = new Set(
    indicatorsOf(result)
      .filter((one, i) => one !== result.context.indicators[i])
      .map(({ id }) => id),
  );
  expect([...counts]).toEqual([
    'T04',
    'T08',
    'T10',
    'T11',
    'T14',
    'S09',
    'S11',
    'S13',
    'S14',
    'P03',
    'Z06',
    'Z08',
    'D09',
  ]);
  expect(result.context.indicators).toBe(result.context.indicators);
});

test('what a second workbook of the same day lends is in the overview, but no formula rests on it', async () => {
  const [spending, revenue] = workbooksOf(
    `青禾县2023年5月一般公共预算支出完成情况表
     单位：万元
     | 项目 | 年初预算 | 累计 |
     | 教育支出 | 40,000 | 19,000 |
     | 合计 | 40,000 | 19,000 |`,
  ).concat(midApril('9,000'));
  if (!spending || !revenue) throw new RangeError('two workbooks');
  const lender = { ...revenue, fileName: '收入.xlsx' };
  const lent = companionOf(lender);
  const result = await checkWorkbook(spending, {
    companions: [{ ...lent, measures: lent.measures.map((measure) => ({ ...measure, asOf: '2023-05-31' })) }],
  });
  const { computed } = indicator(result, 'R27');
  expect(computed?.value).toBeCloseTo((12_000 / 19_000) * 100, 6);
  expect(computed?.live).toBeUndefined();
  expect(computed?.cells.map(({ book }) => book)).toEqual(['收入.xlsx', '']);
});

test.each(
  ['county-2022-05', 'county-2023-05', 'county-2023-06', 'treasury-2023-06'].flatMap((name) => [
    `${name}.xlsx`,
    `dirty/${name}.xlsx`,
  ]),
)('in %s no rule contradicts the overview', async (name) => {
  const result = await checked(await sampleWorkbook(name));
  const verdict = (id: Evaluated['id']) => indicator(result, id).computed?.verdict ?? 'pass';
  const told = new Set(findingsOf(result, 'I402').map(({ data }) => (data['name'] as NamedIndicator).indicator));
  for (const id of told) expect([id, verdict(id)]).not.toEqual([id, 'pass']);
  const progress = [verdict('R08'), verdict('E03'), verdict('T03')].some((one) => one !== 'pass');
  expect([name, findingsOf(result, 'I403').length > 0]).toEqual([name, progress]);
  // A month that has passed says nothing of the one that the overview shows.
  const coverage = findingsOf(result, 'I401').some(
    ({ messageId }) => messageId !== 'I401.obsolete' && messageId !== 'I401.earlier',
  );
  expect([name, coverage]).toEqual([name, verdict('C01') !== 'pass']);
});

test('the rules that are counted exist', () => {
  const codes = RULES.map(({ code }) => code);
  expect(COUNTED_RULES.filter((code) => !codes.includes(code))).toEqual([]);
});
