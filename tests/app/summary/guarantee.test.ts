import { linesOf } from '../../support/summary-of';

/** A need of nothing, a budget that is missing, a figure stored as text, and cash in 亿元. */
const COUNTY = `青禾县2023年1-6月“三保”支出需求及预算安排情况
  单位：元
  | 项目 | 支出需求 | 年初预算安排 | 累计执行数 |
  | 保工资 | 4000000 | 4100000 | 2000000 |
  | 保运转 | 0 | 500000 | “200000” |
  | 保基本民生 | 1000000 |  | 400000 |
  | “三保”合计 | 5000000 | 5600000 | 2600000 |
`;
const CASH = `【库款】
青禾县2023年库款月报
单位：亿元
| 月份 | 本月流出 | 月末库款余额 |
| 5月 | 0.09 | 0.04 |
| 6月 | 0.1 | 0.0056 |`;

test('need, budget, what was done, and the gap', async () => {
  const lines = await linesOf(COUNTY, 'guarantee');
  const find = (words: string) => lines.find((line) => line.startsWith(words));
  expect(find('保工资')).toBe(
    '保工资 | 400 =Sheet1!B4/10000 | 410 =Sheet1!C4/10000 | 200 =Sheet1!D4/10000 | 0.4878 =IF(C4>0,D4/C4,"—") | 10 =C4-B4 | 1.025 =IF(B4>0,C4/B4,"—") | Sheet1!D4',
  );
  expect(find('保运转')).toContain('| 20 | 0.4 =IF(C5>0,D5/C5,"—") | 50 =C5-B5 | — =IF(B5>0,C5/B5,"—") |');
  expect(find('保基本民生')).toBe(
    '保基本民生 | 100 =Sheet1!B6/10000 | — | 40 =Sheet1!D6/10000 | — | — | — | Sheet1!D6',
  );
  expect(find('缺数')).toContain('保基本民生（年初预算、');
});

test('the standards of the nation and of the province stand apart where the table parts them', async () => {
  const lines = await linesOf(
    '2023年上半年“三保”支出需求及预算安排情况\n单位：万元\n| 项目 | 支出需求 | 支出需求 | 支出需求 | 年初预算安排 |\n| 项目 | 国家标准 | 地方标准 | 小计 | 年初预算安排 |\n| 保工资 | 300 | 100 | 400 | 410 |\n| 保运转 | 80 | 20 | 100 | 90 |\n| 保基本民生 | 60 | 40 | 100 | 100 |\n| “三保”合计 | 440 | 160 | 600 | 600 |',
    'guarantee',
  );
  expect(lines[3]).toContain('保工资 | 300 =Sheet1!B5 | 100 =Sheet1!C5 | 400 =Sheet1!D5 | 410 =Sheet1!E5');
  expect(lines[4]).toContain('| -10 =E5-D5 | 0.9 =');
});

test('the month-end cash is held against 三保 of an average month', async () => {
  const lines = await linesOf(`${COUNTY}\n${CASH}`, 'guarantee');
  expect(lines.find((line) => line.startsWith('“三保”合计'))).toBe(
    '“三保”合计 | 56 =库款!C5*10000 | 46.6667 =C8/12 | 1.2 =IF(C11>0,B11/C11,"—") | 库款!C5',
  );
});
