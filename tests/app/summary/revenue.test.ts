import { linesOf } from '../../support/summary-of';

/** 元 beside 亿元, a figure stored as text, a base of nothing, a tax without a budget, and two tables that differ. */
const COUNTY = `青禾县2023年5月一般公共预算收入完成情况表
  单位：元
  | 项目 | 年初预算数 | 累计完成 | 上年同期 |
  | 税收收入 | 3000000 | 1200000 | 1000000 |
  | 增值税 | 2000000 | “800000” | 700000 |
  | 契税 | 1000000 | 400000 | 300000 |
  | 耕地占用税 |  | 0 | 0 |
  | 非税收入 | 1000000 | 500000 | 0 |
  | 罚没收入 | 1000000 | 500000 | 0 |
  | 地方一般公共预算收入 | 4000000 | 1700000 | 1000000 |
  【平衡】
  青禾县2023年1-5月收支平衡表
  单位：亿元
  | 收入 | 预算数 | 累计执行数 |
  | 地方一般公共预算收入 | 0.04 | 0.0171 |
  | 税收收入 | 0.03 | 0.012 |
  | 上级补助收入 | 0.1 | 0.06 |
  | 收入总计 | 0.14 | 0.0771 |
`;

const find = async (words: string) => (await linesOf(COUNTY, 'revenue')).find((line) => line.startsWith(words));

test('amounts stand in 万元, whatever their table is in, and each is a formula on its cell', async () => {
  expect(await find('税收收入')).toBe(
    '税收收入 | 300 =Sheet1!B4/10000 | 120 =Sheet1!C4/10000 | 0.4 =IF(B6>0,C6/B6,"—") | -1.6667 =IF(ISNUMBER(D6),(D6-5/12)*100,"—") | 100 =Sheet1!D4/10000 | 20 =C6-F6 | 0.2 =IF(F6>0,C6/F6-1,"—") | Sheet1!C4',
  );
  expect(await find('上级补助收入')).toContain('1000 =平衡!B6*10000 | 600 =平衡!C6*10000');
});

test('what is stored as text is a value, and said to be one', async () => {
  expect(await find('增值税')).toContain('| 200 =Sheet1!B5/10000 | 80 |');
  expect(await find('数值 1 个')).toBe('数值 1 个取自文本型数字，不随源表变动：Sheet1!C5。');
});

test('a base of nothing gives no rate, and what is not there is no nought', async () => {
  expect(await find('非税收入')).toContain('50 =C10-F10 | — =IF(F10>0,C10/F10-1,"—")');
  expect(await find('耕地占用税')).toMatch(/^耕地占用税 \| — \| 0 =Sheet1!C7\/10000 \| — \| — \|/);
  expect(await find('缺数')).toContain('耕地占用税（年初预算、完成年初预算%、与序时差（百分点））');
  expect(await find('没有来源、未列的栏')).toBe('没有来源、未列的栏：调整预算、本月。');
});

test('a total that no table shows is the sum of its parts, as the pack defines it', async () => {
  expect(await find('一般公共预算总收入')).toContain('| 1400 =SUM(B5,B12) | 770 =SUM(C5,C12) |');
  const others = await linesOf(COUNTY, 'revenue', { totalRevenue: 'withUpperShares' });
  expect(others.some((line) => line.startsWith('上级补助收入'))).toBe(false);
  expect(others.join('\n')).toContain('没有来源、未列的行：上划中央收入、上划省级收入、一般公共预算总收入。');
});

test('of two tables the better supported is used, and the other is named', async () => {
  expect(await find('地方一般公共预算收入“累计”')).toBe(
    '地方一般公共预算收入“累计”采用 Sheet1!C10 的 170.00；平衡!C4 为 171.00，两处不一致。',
  );
  expect(await find('另有来源')).toContain('平衡');
});

test('a table that prints the total is believed, whatever the pack defines', async () => {
  const lines = await linesOf(
    '青禾县2023年5月收入完成情况表\n单位：万元\n| 项目 | 年初预算数 | 累计完成 |\n| 税收收入 | 30 | 12 |\n| 非税收入 | 10 | 5 |\n| 地方一般公共预算收入 | 40 | 17 |\n| 上划中央收入 | 20 | 8 |\n| 一般公共预算总收入 | 60 | 25 |',
    'revenue',
  );
  expect(lines[3]).toContain('一般公共预算总收入 | 60 =Sheet1!B8 | 25 =Sheet1!C8');
});

test('without a table of revenue there is no such sheet', async () => {
  expect(await linesOf('| 项目 | 数 |\n| 甲 | 1 |', 'revenue')).toEqual([]);
});
