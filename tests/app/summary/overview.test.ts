import { linesOf } from '../../support/summary-of';

/** One page of a small county: revenue in 元, spending in 万元, cash in 亿元, a budget stored as text. */
const COUNTY = `
青禾县2023年5月一般公共预算收入完成情况表
单位：元
| 项目 | 年初预算数 | 累计完成 | 上年同期 |
| 税收收入 | 3000000 | 1000000 | 1200000 |
| 非税收入 | “1000000” | 700000 | 0 |
| 地方一般公共预算收入 | 4000000 | 1700000 | 1200000 |
【支出】
青禾县2023年1-5月一般公共预算支出执行情况表
单位：万元
| 项目 | 年初预算 | 累计数 | 上年同期 |
| 教育支出 | 700 | 100 | 0 |
| 农林水支出 | 300 | 150 | 150 |
| 支出合计 | 1000 | 250 | 150 |
【库款】
青禾县2023年库款月报
单位：亿元
| 月份 | 本月流出 | 月末库款余额 |
| 1月 | 0.1 | 0.04 |
| 2月 | 0.1 | 0.02 |`;

const find = async (words: string) => (await linesOf(COUNTY, 'overview')).find((line) => line.startsWith(words));

test('what was done, its target, its light, last year, and what follows', async () => {
  expect(await find('税收收入')).toBe(
    '税收收入 | 100 =Sheet1!C4/10000 | 万元 | 降幅不超过 10% | ▲ 预警 | -0.1667 =IF(Sheet1!D4/10000>0,(Sheet1!C4/10000)/(Sheet1!D4/10000)-1,"—") | 慢于序时进度 8.33 个百分点；到 6 月底每月需 50 万元才能过半 | Sheet1!C4',
  );
  expect(await find('教育支出')).toContain('后 7 个月每月需 86 万元才能完成预算');
  expect(await find('教育支出')).toContain('| — =IF(支出!D4>0,');
  expect(await find('非税占比')).toContain('| 41.1765 =(Sheet1!C5/10000)/(Sheet1!C6/10000)*100 | % |');
});

test('how much cash is short of the band', async () => {
  expect(await find('库款系数')).toContain('尚缺 100 万元才到 0.3');
});

test('what no table holds is listed once, not shown as nought', async () => {
  expect(await find('所给各表没有')).toContain('政府债务余额');
  expect((await linesOf(COUNTY, 'overview')).some((line) => line.startsWith('政府债务余额'))).toBe(false);
});

test('charts draw cells of the page itself', async () => {
  const lines = await linesOf(COUNTY, 'overview');
  const at = lines.indexOf('图表数据：库款系数');
  expect(lines[at + 1]).toBe('项目 | 库款系数 | 合理下限 | 合理上限');
  expect(lines[at + 3]).toContain(
    '0.2 =IF((库款!B4*10000+库款!B5*10000)>0,库款!C5*10000/((库款!B4*10000+库款!B5*10000)/2),"—") | 0.3 | 0.8',
  );
});

test('other workbooks lend figures: values, and said to be', async () => {
  const [own = '', cash = ''] = COUNTY.split('【库款】');
  const lines = await linesOf(`${own}\n《库款.xlsx》\n${cash.replace('2月', '5月')}`, 'overview');
  const line = lines.find((one) => one.startsWith('库款可支付天数')) ?? lines.find((one) => one.startsWith('库款系数'));
  expect(line ?? '').not.toContain('=');
  expect(lines.join('\n')).toContain('取自其他工作簿，不随源表变动：《库款.xlsx》');
});
