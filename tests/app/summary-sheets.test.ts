import { checkWorkbook } from '../../src/app/check-workbook';
import { summarySheets } from '../../src/app/write-summary';
import type { SummaryCell, SummarySheet } from '../../src/core/summary/summary-sheet';
import { translator } from '../../src/messages/translator';
import { sampleWorkbook } from '../support/sample-files';
import { workbookOf } from '../support/text-table';

async function sheetsOf(workbook: Parameters<typeof checkWorkbook>[0]): Promise<readonly [SummarySheet, SummarySheet]> {
  const choice = { wanted: ['findings', 'indicators'] };
  const [findings, indicators] = summarySheets(await checkWorkbook(workbook), translator('zh-CN'), choice);
  if (!findings || !indicators) throw new Error('two sheets');
  return [findings, indicators];
}

const texts = ({ rows }: SummarySheet) => rows.map(({ cells }) => cells.map(({ value }) => value ?? '').join(' | '));
const rowOf = ({ rows }: SummarySheet, words: string): readonly SummaryCell[] => {
  const row = rows.find(({ cells }) => cells.some(({ value }) => String(value ?? '').includes(words)));
  if (!row) throw new Error(words);
  return row.cells;
};

describe('校验结果', () => {
  test('each finding has its link, and its figures are live on the source', async () => {
    const [findings] = await sheetsOf(await sampleWorkbook('dirty/county-2023-05.xlsx'));
    const row = rowOf(findings, '千位与百位');
    // One place, one figure: the total that does not come out; the cell that is probably wrong is named as the cause.
    expect(row[3]).toMatchObject({ style: 'link', value: 'H6', link: { sheet: '收入执行表 ', row: 5, column: 7 } });
    expect(row[4]?.value).not.toContain('千位与百位');
    expect(row[5]?.value).toContain('千位与百位');
    expect(row[6]).toMatchObject({ value: 10115.9, formula: "'收入执行表 '!H6" });
    expect(row[7]).toMatchObject({ value: 11915.9, formula: "SUM('收入执行表 '!H7:H20)" });
    expect(row[8]?.formula).toMatch(/^G(\d+)-H\1$/);
    expect(row[9]?.value).toBe('万元');
  });

  test('amounts of a sheet in 元 stand in 万元', async () => {
    const table =
      '库款月报\n单位：元\n| 月份 | 月初余额 | 流入 | 流出 | 月末余额 |\n| 1月 | 1,000,000 | 5,000,000 | 4,000,000 | 2,000,000 |\n| 2月 | 2,000,000 | 6,000,000 | 4,500,000 | 3,700,000 |\n| 3月 | 3,700,000 | 7,000,000 | 8,000,000 | 2,700,000 |';
    const [findings] = await sheetsOf(workbookOf(table, '库款'));
    const row = rowOf(findings, '2月期末数');
    expect(row.slice(6, 8)).toEqual([
      { style: 'amount', value: 370, formula: '库款!E5/10000' },
      { style: 'amount', value: 350 },
    ]);
  });

  test('nothing found is said, and so is what was not checked', async () => {
    const [findings] = await sheetsOf(workbookOf('| 项目 | 数 |\n| 甲 | 1268 |\n| 乙 | 2305 |\n| 合计 | 3573 |'));
    expect(texts(findings).join('\n')).toContain('未发现问题。');
    expect(texts(findings).join('\n')).toContain('I401 库款系数（没有找到列有月末库款余额和库款流出的表）');
  });
});

describe('指标总览', () => {
  test('what is counted has no decimals', async () => {
    const [, indicators] = await sheetsOf(await sampleWorkbook('county-2023-05.xlsx'));
    expect(rowOf(indicators, '库款平衡').slice(1, 3)).toMatchObject([{ style: 'count', value: 0 }, { value: '处' }]);
  });

  test('the treasury coverage with its band, verdict, source and cells', async () => {
    const [, indicators] = await sheetsOf(await sampleWorkbook('county-2023-05.xlsx'));
    const row = rowOf(indicators, '库款系数');
    expect(row[1]).toMatchObject({
      style: 'ratio',
      formula: '库款月报!E9/((库款月报!D5+库款月报!D6+库款月报!D7+库款月报!D8+库款月报!D9)/5)',
    });
    expect([row[3]?.value, row[4]?.value]).toEqual(['0.3–0.8', '■ 警示']);
    expect(row[5]?.value).toContain('文号未核实');
    expect(row[6]).toMatchObject({ style: 'link', link: { sheet: '库款月报', row: 8, column: 4 } });
  });

  test('what rests on numbers stored as text is a value, not a formula', async () => {
    const [, indicators] = await sheetsOf(
      workbookOf(
        '某县2023年5月一般公共预算收入完成情况表\n单位：万元\n| 项目 | 累计完成 | 上年同期 |\n| 税收收入 | “3,000” | 2,000 |\n| 非税收入 | 1,000 | 800 |\n| 合计 | 4,000 | 2,800 |',
      ),
    );
    expect(rowOf(indicators, 'R04')[1]).toEqual({ style: 'amount', value: 3000 });
    expect(rowOf(indicators, 'R05')[1]).toMatchObject({ value: 1000, formula: 'Sheet1!B5' });
  });

  test('what could not be computed is counted', async () => {
    const [, indicators] = await sheetsOf(workbookOf('| 项目 | 数 |\n| 甲 | 1268 |\n| 乙 | 2305 |'));
    expect(texts(indicators).join('\n')).toContain('共 148 项指标，已计算 0 项，未计算 148 项。');
  });
});
