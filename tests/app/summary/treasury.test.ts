import { linesOf } from '../../support/summary-of';

/** Cash in 元 and 三保 in 亿元, an inflow stored as text and one that is missing, a month without any outflow. */
const COUNTY = `青禾县2023年库款月报
  单位：元
  | 月份 | 月初库款余额 | 本月库款流入 | 本月库款流出 | 月末库款余额 |
  | 1月 | 500000 | 900000 | 1000000 | 400000 |
  | 2月 | 400000 | “1100000” | 1200000 | 300000 |
  | 3月 | 300000 |  | 0 | 300000 |
  【三保】
  青禾县2023年3月三保支出情况表
  单位：亿元
  | 项目 | 预算数 | 执行数 |
  | 保工资 | 0.03 | 0.007 |
  | 保运转 | 0.01 | 0.002 |
  | 保基本民生 | 0.02 | 0.005 |
  | 三保合计 | 0.06 | 0.014 |
`;

test('months with their average outflow, K1, its band, days, and 三保', async () => {
  const lines = await linesOf(COUNTY, 'treasury');
  expect(lines[3]).toBe(
    '1 月 | 50 =Sheet1!B4/10000 | 90 =Sheet1!C4/10000 | 100 =Sheet1!D4/10000 | 40 =Sheet1!E4/10000 | 100 =AVERAGE(D4) | 0.4 =IF(F4>0,E4/F4,"—") | 0.3 | 0.8 | 12 =IF(F4>0,E4/F4*30,"—") | 0.8 =IF(三保!B7*10000>0,E4/(三保!B7*10000/12),"—") | Sheet1!E4',
  );
  expect(lines[4]).toContain('| 110 |');
  expect(lines[5]).toContain('3 月 | 30 =Sheet1!B6/10000 | — | 0 =Sheet1!D6/10000');
  expect(lines.join('\n')).toContain('缺数：3 月（流入）。');
});

test('no outflow at all makes no coefficient', async () => {
  const lines = await linesOf(
    '2023年库款月报\n单位：万元\n| 月份 | 本月流出 | 月末库款余额 |\n| 1月 | 0 | 40 |\n| 2月 | 0 | 30 |',
    'treasury',
  );
  expect(lines[3]).toContain('| — =IF(D4>0,C4/D4,"—") |');
});

test('a month of the year that is missing makes the average of the year unknown', async () => {
  const lines = await linesOf(
    '2023年库款月报\n单位：万元\n| 月份 | 本月流出 | 月末库款余额 |\n| 1月 | 100 | 40 |\n| 3月 | 100 | 30 |',
    'treasury',
  );
  expect(lines[4]).toMatch(/^3 月 \| 100 =Sheet1!B5 \| 30 =Sheet1!C5 \| — \| — \|/);
});

test('another definition of the coefficient is held against no band', async () => {
  const lines = await linesOf(COUNTY, 'treasury', { coverage: 'K2' });
  expect(lines[2]).not.toContain('合理下限');
  expect(lines.join('\n')).toContain('K2');
});

test('of two tables of cash the one with more months is shown', async () => {
  const lines = await linesOf(
    `${COUNTY}\n【另】\n青禾县2023年库款月报\n单位：亿元\n| 月份 | 本月流出 | 月末库款余额 |\n| 1月 | 0.01 | 0.004 |\n| 2月 | 0.012 | 0.003 |`,
    'treasury',
  );
  expect(lines[3]).toContain('Sheet1!E4/10000');
});
