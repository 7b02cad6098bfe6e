import fc from 'fast-check';
import { checkWorkbook } from '../../src/app/check-workbook';
import { coverageText, unreadTexts, verdictOf } from '../../src/app/coverage-text';
import { translator } from '../../src/messages/translator';
import { sampleWorkbook } from '../support/sample-files';
import { workbookOf } from '../support/text-table';

const zh = translator('zh-CN');

async function told(text: string) {
  const { outcome } = await checkWorkbook(workbookOf(text));
  return {
    coverage: outcome.coverage.map(({ numbers, proved, broken, compared, input, unread }) => ({
      numbers,
      proved,
      broken,
      compared,
      input,
      unread,
    })),
    verdict: verdictOf(outcome, zh),
    said: coverageText(outcome, zh),
    unread: unreadTexts(outcome, zh),
  };
}

describe('every figure is counted', () => {
  test('what adds up is proved, and nothing found may be said', async () => {
    const { coverage, verdict, said } = await told(`
      | 项目 | 数 |
      | 甲 | 100 |
      | 乙 | 230 |
      | 丙 | 57 |
      | 合计 | 387 |`);
    expect(coverage).toEqual([{ numbers: 4, proved: 4, broken: 0, compared: 0, input: 0, unread: 0 }]);
    expect(verdict).toEqual({ kind: 'clean', text: '未发现问题。' });
    expect(said).toBe('1 张表 4 个数：4 个已核对。');
  });

  test('figures in no relation are input, and that is no pass', async () => {
    const { coverage, verdict } = await told(`
      | 单位 | 电话费 | 水费 |
      | 甲 | 173 | 5,021 |
      | 乙 | 2,318 | 977 |`);
    expect(coverage).toEqual([{ numbers: 4, proved: 0, broken: 0, compared: 0, input: 4, unread: 0 }]);
    expect(verdict.kind).toBe('nothing');
    expect(verdict.text).toContain('没有核对，不等于没有问题');
  });

  test('where more is left aside than checked, that is said', async () => {
    const { verdict } = await told(`
      | 单位 | 人数 | 甲 | 乙 | 计 |
      | 一 | 17 | 120 | 230 | 350 |
      | 二 | 29 | 77 | 58 | 3 |
      | 三 | 31 | 90 | 12 | 1 |
      | 四 | 43 | 61 | 75 | 6 |
      | 合计 | 120 | | | |`);
    expect(verdict.kind).toBe('partly');
    expect(verdict.text).toContain('没有可核对的关系，未核对');
  });

  test('a wrong total is broken', async () => {
    const { coverage } = await told(`
      | 项目 | 数 | 上年 |
      | 甲 | 100 | 90 |
      | 乙 | 230 | 200 |
      | 丙 | 57 | 50 |
      | 合计 | 378 | 340 |`);
    expect(coverage).toMatchObject([{ numbers: 8, broken: 1, proved: 4 }]);
  });

  test('what cannot be read is named, and its total is neither right nor wrong', async () => {
    const { coverage, verdict, unread } = await told(`
      | 项目 | 数 | 上年 |
      | 甲 | 100,00 | 90 |
      | 乙 | 230 | 200 |
      | 丙 | 57 | 50 |
      | 合计 | 387 | 340 |`);
    expect(coverage).toMatchObject([{ numbers: 8, broken: 0, unread: 1, proved: 4 }]);
    expect(verdict.text).toContain('另有 1 格没有读出');
    expect(unread).toEqual(['没有读出：Sheet1!B2（共 1 格）看起来是数，但无法识别；请改成数字']);
  });

  test('an amount that names its unit is no figure of the column', async () => {
    const { unread } = await told(`
      | 项目 | 总投资 |
      | 工业园 | 1.2亿元 |
      | 水厂 | 4500万元 |`);
    expect(unread).toEqual([
      '没有读出：Sheet1!B2:B3（共 2 格）数里写着单位，没有当作数；请把单位写在表头，格内只留数字',
    ]);
  });

  test('words alone are no pass', async () => {
    expect((await told('| 说明 |\n| 本表暂无数据 |')).verdict.kind).toBe('nothing');
  });
});

test('the parts always come to the whole', async () => {
  const { outcome } = await checkWorkbook(await sampleWorkbook('dirty/county-2023-05.xlsx'));
  const cells = fc.array(fc.oneof(fc.integer({ min: 0, max: 999 }).map(String), fc.constant('12O'), fc.constant('')), {
    minLength: 3,
    maxLength: 3,
  });
  await fc.assert(
    fc.asyncProperty(fc.array(cells, { minLength: 1, maxLength: 5 }), async (rows) => {
      const text = ['| 项目 | 一 | 二 | 三 |', ...rows.map((row, i) => `| 名${i} | ${row.join(' | ')} |`)].join('\n');
      const checked = await checkWorkbook(workbookOf(text));
      for (const { numbers, proved, broken, compared, input, unread } of [
        ...checked.outcome.coverage,
        ...outcome.coverage,
      ])
        expect(proved + broken + compared + input + unread).toBe(numbers);
    }),
    { numRuns: 40 },
  );
});
