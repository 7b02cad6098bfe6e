import { linesOf } from '../../support/summary-of';

/** A budget stored as text, a class without a budget, one without a last year, and a balance in 亿元 that differs. */
const COUNTY = `青禾县2023年1-5月一般公共预算支出执行情况表
  单位：万元
  | 项目 | 年初预算 | 调整预算 | 累计数 | 上年同期 |
  | 一般公共服务支出 | 300 | 310 | 120 | 0 |
  | 教育支出 | 700 | “720” | 330 | 300 |
  | 农林水支出 | 0 | 0 | 40 | 50 |
  | 支出合计 | 1000 | 1030 | 490 | 350 |
  【平衡】
  青禾县2023年1-5月收支平衡表
  单位：亿元
  | 支出 | 预算数 | 累计执行数 |
  | 一般公共预算支出 | 0.1 | 0.0511 |
`;

test('classes with their budgets, what was done, and how far the year has passed', async () => {
  const lines = await linesOf(COUNTY, 'expenditure');
  expect(lines[2]).toBe(
    '项目 | 年初预算 | 调整预算 | 累计 | 完成调整预算% | 与序时差（百分点） | 上年同期 | 增减额 | 增减% | 来源',
  );
  expect(lines[3]).toContain('一般公共预算支出 | 1000 =Sheet1!B7 | 1030 =Sheet1!C7 | 490 =Sheet1!D7 | 0.4757');
  expect(lines.find((line) => line.startsWith('教育支出'))).toContain('| 700 =Sheet1!B5 | 720 | 330 =Sheet1!D5 |');
  expect(lines.find((line) => line.startsWith('农林水支出'))).toContain(
    '| 40 =Sheet1!D6 | — =IF(C7>0,D7/C7,"—") | — =IF(ISNUMBER(E7)',
  );
  expect(lines.find((line) => line.startsWith('一般公共服务支出'))).toContain(
    '| 0 =Sheet1!E4 | 120 =D5-G5 | — =IF(G5>0,',
  );
  expect(lines.join('\n')).toContain('一般公共预算支出“累计”采用 Sheet1!D7 的 490.00；平衡!C4 为 511.00，两处不一致。');
});

test('民生 is summed only where every class of its calibre is there, and the calibre is told', async () => {
  const lines = await linesOf(COUNTY, 'expenditure');
  expect(lines.join('\n')).toContain('没有来源、未列的行：民生支出（15 类）、八项支出。');
  const chosen = await linesOf(COUNTY, 'expenditure', { livelihood: ['205', '213'] });
  expect(chosen.find((line) => line.startsWith('民生支出（自选 2 类）'))).toContain('370 =SUM(D6,D7)');
  expect(chosen.join('\n')).toContain('民生支出口径：教育支出、农林水支出。');
});

test('without an adjusted budget progress is that of the initial one', async () => {
  const lines = await linesOf(
    '2023年1-5月一般公共预算支出执行情况表\n单位：万元\n| 项目 | 年初预算 | 累计数 |\n| 教育支出 | 700 | 350 |\n| 支出合计 | 700 | 350 |',
    'expenditure',
  );
  expect(lines[2]).toBe('项目 | 年初预算 | 累计 | 完成年初预算% | 与序时差（百分点） | 来源');
});
