import { linesOf } from '../../support/summary-of';

/** Income in 元 and spending in 亿元 on another sheet, a figure stored as text, one that is missing, no budget of one. */
const COUNTY = `青禾县2023年1-5月政府性基金收入执行情况表
  单位：元
  | 收入项目 | 预算数 | 执行数 |
  | 国有土地使用权出让收入 | 800000 | “300000” |
  | 污水处理费收入 | 0 | 20000 |
  | 本年收入合计 | 800000 | 320000 |
  | 上年结余收入 | 100000 |  |
  | 收入总计 | 900000 | 420000 |
  【支出】
  青禾县2023年1-5月政府性基金支出执行情况表
  单位：亿元
  | 支出项目 | 预算数 | 执行数 |
  | 城乡社区支出 | 0.006 | 0.0015 |
  | 本年支出合计 | 0.006 | 0.0015 |
  | 调出资金 | 0.002 | 0 |
  | 支出总计 | 0.009 | 0.0042 |
`;

test('projects of both sides as the tables have them, and what is left', async () => {
  const lines = await linesOf(COUNTY, 'funds');
  const find = (words: string) => lines.find((line) => line.startsWith(words));
  expect(find('国有土地使用权出让收入')).toBe(
    '国有土地使用权出让收入 | 80 =Sheet1!B4/10000 | 30 | 0.375 =IF(B5>0,C5/B5,"—") | Sheet1!C4',
  );
  expect(find('污水处理费收入')).toContain('| — =IF(B6>0,C6/B6,"—") |');
  expect(find('上年结余收入')).toBe('上年结余收入 | 10 =Sheet1!B7/10000 | — | — | Sheet1!B7');
  expect(find('城乡社区支出')).toContain('60 =支出!B4*10000');
  expect(find('调出资金')).toContain('| 0 =支出!C6*10000 |');
  expect(find('收入合计减支出合计')).toBe('收入合计减支出合计 | 20 =B7-B13 | 17 =C7-C13');
  expect(find('缺数')).toBe('缺数：上年结余收入（累计、完成年初预算%）。');
});

test('a side without a table is named', async () => {
  const lines = await linesOf(COUNTY.split('【支出】')[0] ?? '', 'funds');
  expect(lines.join('\n')).toContain('没有来源、未列的行：二、政府性基金支出。');
});

test('of two tables of one side the one that is better supported is shown, and the other is named', async () => {
  const lines = await linesOf(
    `${COUNTY}\n【另表】\n青禾县2023年1-5月政府性基金收入完成情况表\n单位：亿元\n| 收入项目 | 预算数 | 执行数 |\n| 国有土地使用权出让收入 | 0.005 | 0.0052 |\n| 本年收入合计 | 0.005 | 0.0052 |`,
    'funds',
  );
  expect(lines.find((line) => line.startsWith('本年收入合计“累计”'))).toBe(
    // The sum of the first passes over a figure that is stored as text.
    '本年收入合计“累计”采用 另表!C5 的 52.00；Sheet1!C6 为 32.00，两处不一致。',
  );
});

test('of months side by side the month is the last that has come', async () => {
  const lines = await linesOf(
    `青禾县2023年3月政府性基金收支分月统计
  单位：万元
  | 项目 | 1月 | 2月 | 3月 | 合计 |
  | 基金收入 | 4884.09 | 3398.91 | 3741.69 | 12024.69 |
  | 其中：土地出让收入 | 4247.15 | 2727.13 | 3160.09 | 10134.37 |
  | 基金支出 | 3367.53 | 3465.51 | 3686.92 | 10519.96 |`,
    'funds',
  );
  const land = lines.find((line) => line.startsWith('土地出让收入'));
  expect(land).toContain('3160.09 =Sheet1!D5');
  expect(land).toContain('10134.37 =Sheet1!E5');
  expect(land).not.toContain('Sheet1!B5');
});
