import { linesOf } from '../../support/summary-of';

/** A line stored as text, no last year of one kind, general transfers of which two are listed, and two sources. */
const COUNTY = `青禾县2023年1-5月上级补助收入情况表
  单位：元
  | 项目 | 年初预算 | 累计完成数 | 上年同期数 |
  | 返还性收入 | 100000 | 50000 | 0 |
  | 一般性转移支付收入 | 900000 | 400000 | 380000 |
  | 均衡性转移支付收入 | 500000 | “200000” | 180000 |
  | 结算补助收入 | 100000 | 60000 | 50000 |
  | 专项转移支付收入 | 200000 | 90000 | 70000 |
  | 合计 | 1300000 | 600000 | 500000 |
  【平衡】
  青禾县2023年1-5月收支平衡表
  单位：亿元
  | 收入 | 预算数 | 累计执行数 |
  | 上级补助收入 | 0.013 | 0.007 |
`;

test('what no line tells of is named, below the general transfers and below all', async () => {
  const lines = await linesOf(COUNTY, 'transfers');
  expect(lines.find((line) => line.startsWith('其他一般性转移支付'))).toContain(
    '| 30 =B6-SUM(B7,B8) | 14 =C6-SUM(C7,C8) | 15 =D6-SUM(D7,D8) |',
  );
  expect(lines.find((line) => line.startsWith('其他（未列明）'))).toContain('| 6 =C4-SUM(C5,C6,C10) |');
  expect(lines.find((line) => line.startsWith('均衡性转移支付收入'))).toContain('| 50 =Sheet1!B6/10000 | 20 | 18 =');
  expect(lines.find((line) => line.startsWith('返还性收入'))).toContain('0.0833 =IF(C4>0,C5/C4,"—")');
  expect(lines.find((line) => line.startsWith('返还性收入'))).toContain('| — =IF(D5>0,C5/D5-1,"—") |');
  expect(lines.join('\n')).toContain('没有来源、未列的行：县级基本财力保障机制奖补资金收入、');
  expect(lines.join('\n')).toContain('平衡!C4 为 70.00，两处不一致');
});

test('what is listed in full leaves no rest', async () => {
  const lines = await linesOf(
    '2023年1-5月上级补助收入情况表\n单位：万元\n| 项目 | 累计完成数 |\n| 返还性收入 | 5 |\n| 一般性转移支付收入 | 40 |\n| 专项转移支付收入 | 15 |\n| 合计 | 60 |',
    'transfers',
  );
  expect(lines.some((line) => line.startsWith('其他'))).toBe(false);
});

test('共同财政事权 beside the general transfers is no part of them', async () => {
  const lines = await linesOf(
    '2023年1-5月上级补助收入情况表\n单位：万元\n| 项目 | 累计完成数 |\n| 一、返还性收入 | 5 |\n| 二、一般性转移支付收入 | 40 |\n| 1.均衡性转移支付收入 | 40 |\n| 三、共同财政事权转移支付收入 | 10 |\n| 四、专项转移支付收入 | 5 |\n| 合计 | 60 |',
    'transfers',
  );
  expect(lines.map((line) => line.split(' | ')[0])).toEqual(expect.arrayContaining(['共同财政事权转移支付收入']));
  expect(lines.some((line) => line.startsWith('其他'))).toBe(false);
});
