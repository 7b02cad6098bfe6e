import { linesOf } from '../../support/summary-of';

/** Limits in 亿元 and a ledger in 元, an opening balance stored as text, no limit of one kind, and two sources. */
const COUNTY = `青禾县地方政府债务限额及余额情况表(截至2023年6月底)
  单位：亿元
  | 债务类型 | 债务限额 | 年初余额 | 本年举借 | 本年偿还 | 期末余额 |
  | 一般债务 | 5 | 4 | 1 | 0.5 | 4.5 |
  | 专项债务 | 0 | “2” | 0 | 0 | 2 |
  | 合计 | 5 | 6 | 1 | 0.5 | 6.5 |
  【台账】
  青禾县政府债务台账(截至2023年6月底)
  单位：元
  | 项目名称 | 债务类型 | 年初余额 | 本年新增 | 本年偿还 | 期末余额 |
  | 农村公路 | 一般 | 400000000 | 100000000 | 50000000 | 450000000 |
  | 一般债务小计 |  | 400000000 | 100000000 | 50000000 | 450000000 |
  | 棚改 | 专项 | 200000000 | 0 | 0 | 210000000 |
  | 专项债务小计 |  | 200000000 | 0 | 0 | 210000000 |
`;
const HIDDEN = `【隐性债务】
青禾县隐性债务变动明细(截至2023年6月底)
单位：万元
| 项目 | 期初余额 | 本期新增 | 本期化解 | 期末余额 |
| 路网 | 500 | 0 | 100 | 400 |
| 水厂 | 300 | 0 | 0 | 300 |
| 合计 | 800 | 0 | 100 | 700 |`;
const DUE = `【到期】
青禾县未来一年到期债务本息及资金来源表(截至2023年6月底)
单位：元
| 债务名称 | 到期日 | 到期本息 | 资金来源 |
| 路网 | 2023-08-01 | 1000000 | 600000 |
| 水厂 | 2023-11-01 | 2000000 | 2000000 |
| 学校 | 2024-05-01 | 500000 | “500000” |
| 远的 | 2025-05-01 | 9000000 | 0 |`;

const find = async (text: string, words: string) =>
  (await linesOf(text, 'debt')).find((line) => line.startsWith(words));

test('limits and balances of each kind in 万元, with the use of the limit', async () => {
  expect(await find(COUNTY, '一般债务')).toBe(
    '一般债务 | 50000 =Sheet1!B4*10000 | 40000 =Sheet1!C4*10000 | 10000 =Sheet1!D4*10000 | 5000 =Sheet1!E4*10000 | 45000 =Sheet1!F4*10000 | 0.9 =IF(B6>0,F6/B6,"—") | Sheet1!F4',
  );
  expect(await find(COUNTY, '专项债务')).toMatch(/^专项债务 \| 0 =Sheet1!B5\*10000 \| 20000 \| .* \| — =IF\(B7>0/);
  expect(await find(COUNTY, '没有来源')).toBe('没有来源、未列的行：隐性债务、12 个月内到期、债务率。');
  expect(await find(COUNTY, '另有来源')).toContain('台账');
});

test('hidden debt makes the sheet internal', async () => {
  expect((await linesOf(COUNTY, 'debt'))[1]).not.toContain('内部资料');
  expect((await linesOf(`${COUNTY}\n${HIDDEN}`, 'debt'))[1]).toContain('内部资料');
  expect(await find(`${COUNTY}\n${HIDDEN}`, '隐性债务')).toContain('700 =隐性债务!E6');
});

test('what falls due within 3, 6 and 12 months is summed over its cells', async () => {
  const text = `${COUNTY}\n${DUE}`;
  expect(await find(text, '3 个月内到期')).toBe(
    '3 个月内到期 | 100 =SUM(到期!C4)/10000 | 60 =SUM(到期!D4)/10000 | -40 =C10-B10 | 0.6 =IF(B10>0,C10/B10,"—") | 到期!C4',
  );
  expect(await find(text, '6 个月内到期')).toContain('300 =SUM(到期!C4:C5)/10000 | 260 =SUM(到期!D4:D5)/10000');
  expect(await find(text, '12 个月内到期')).toContain('350 =SUM(到期!C4:C6)/10000 | 310 | -40');
});

test('of several limits the one that holds, neither last year’s nor what was added', async () => {
  const told = await find(
    `青禾县政府债务限额余额情况表（2025年10月末）
  单位：亿元
  | 债务类别 | 2024年末限额 | 2025年新增限额 | 2025年限额 | 2025年初余额 | 本年新增 | 本年还本 | 10月末余额 | 限额空间 |
  | 一般债务 | 6.2 | 0.95 | 7.15 | 4.34 | 0.88 | 0.89 | 4.33 | 2.82 |
  | 专项债务 | 11.8 | 2.4 | 14.2 | 9.61 | 2.1 | 0.05 | 11.66 | 2.54 |
  | 合计 | 18 | 3.35 | 21.35 | 13.95 | 2.98 | 0.94 | 15.99 | 5.36 |`,
    '一般债务',
  );
  expect(told).toContain('71500 =Sheet1!D4*10000');
});

test('what was borrowed is all that leads to the balance: new bonds and those that replace others', async () => {
  const told = await find(
    `青禾县政府债务限额余额情况表（2025年10月末）
  单位：亿元
  | 债务类别 | 债务限额 | 债务余额 |  |  |  |  |
  |  |  | 年初余额 | 新增债券 | 再融资债券 | 还本 | 10月末余额 |
  | 一般债务 | 7.15 | 4.34 | 0.88 | 0.65 | 1.54 | 4.33 |
  | 专项债务 | 14.2 | 9.61 | 2.1 | 1.15 | 1.2 | 11.66 |
  | 合计 | 21.35 | 13.95 | 2.98 | 1.8 | 2.74 | 15.99 |`,
    '一般债务',
  );
  expect(told).toContain('15300 =SUM(Sheet1!D5,Sheet1!E5)*10000');
});
