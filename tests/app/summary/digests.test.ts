import { linesOf } from '../../support/summary-of';

/** The compact sheets: a table's own main columns, in 万元, whatever it is in. */
const THREE_PUBLIC = `
青禾县2023年1-6月“三公”经费支出情况表
单位：元
| 项目 | 年初预算 | 累计支出 | 增减% |
| 因公出国(境)费用 | 0 | 0 |  |
| 公务接待费 | 200000 | “90000” | -7.56 |
| 合计 | 200000 | 90000 | -7.56 |`;

test('三公: amounts in 万元, rates as they are, text as values, what is missing named', async () => {
  const lines = await linesOf(THREE_PUBLIC, 'threePublic');
  expect(lines.slice(2, 7)).toEqual([
    '青禾县2023年1-6月“三公”经费支出情况表（单位：万元）',
    '项目 | 年初预算 | 累计支出 | 增减% | 来源',
    '因公出国(境)费用 | 0 =Sheet1!B4/10000 | 0 =Sheet1!C4/10000 | — | Sheet1!B4',
    '公务接待费 | 20 =Sheet1!B5/10000 | 9 | -7.56 =Sheet1!D5 | Sheet1!B5',
    '合计 | 20 =Sheet1!B6/10000 | 9 =Sheet1!C6/10000 | -7.56 =Sheet1!D6 | Sheet1!B6',
  ]);
  expect(lines.join('\n')).toContain('缺数：因公出国(境)费用（增减%）。');
});

test('two tables of one kind stand one below the other', async () => {
  const lines = await linesOf(
    `${THREE_PUBLIC}\n【乡镇】\n2023年1-6月各镇“三公”经费支出情况表\n单位：亿元\n| 项目 | 年初预算 | 累计支出 |\n| 公务接待费 | 0.001 | 0.0004 |\n| 合计 | 0.001 | 0.0004 |`,
    'threePublic',
  );
  expect(lines.find((line) => line.includes('乡镇!B4*10000'))).toContain('公务接待费 | 10 =乡镇!B4*10000');
});

test('a rate of whatever kind is no amount of money', async () => {
  const lines = await linesOf(
    '2023年1-6月青禾县电子卖场交易情况统计表\n单位：元\n| 采购类别 | 预算金额 | 成交金额 | 节约额 | 节约率 |\n| 货物类 | 400000 | 380000 | 20000 | 0.05 |\n| 服务类 | 100000 | 90000 | 10000 | 0.1 |\n| 合计 | 500000 | 470000 | 30000 | 0.06 |',
    'procurement',
  );
  expect(lines.find((line) => line.startsWith('合计'))).toContain('| 3 =Sheet1!D6/10000 | 0.06 =Sheet1!E6 |');
});

test('direct funds', async () => {
  const lines = await linesOf(
    '2023年6月直达资金分配支出情况表\n单位：万元\n| 项目 | 下达数 | 已分配 | 已支出 | 支出进度% |\n| 养老 | 100 | 100 | 60 | 60 |\n| 医保 | 50 | 50 | 20 | 40 |\n| 合计 | 150 | 150 | 80 | 53.33 |',
    'direct',
  );
  expect(lines.find((line) => line.startsWith('合计'))).toContain('80 =Sheet1!D6');
});

test('a list of persons is told by its total, and no number of theirs is shown', async () => {
  const lines = await linesOf(
    '青禾县2023年6月农村低保金发放花名册\n单位：元\n| 姓名 | 证件号码 | 月标准 | 实发金额 |\n| 王二 | “431299194111150020” | 400 | 400 |\n| 丁一 | “431299193802030011” | 420 | 420 |\n| 合计 |  |  | 820 |',
    'assistance',
  );
  expect(lines.join('\n')).not.toMatch(/王二|丁一|4312/);
  expect(lines.find((line) => line.startsWith('合计'))).toContain('0.082 =Sheet1!D6/10000');
});

test('a standard stays in its own unit', async () => {
  const lines = await linesOf(
    '青禾县2023年社会救助保障标准一览表\n单位：元\n| 保障项目 | 年标准 | 月标准 |\n| 农村低保 | 5040 | 420 |\n| 城市低保 | 7800 | 650 |',
    'assistance',
  );
  expect(lines.join('\n')).toContain('农村低保 | 5040 =Sheet1!B4 | 420 =Sheet1!C4');
  expect(lines.join('\n')).toContain('年标准（元）');
});

test('assets and procurement', async () => {
  const assets = await linesOf(
    '青禾县闲置资产分类汇总表(截至2023年6月底)\n| 资产类别 | 宗数 | 账面原值(亿元) | 处置率% |\n| 闲置房屋 | 74 | 0.6 | 25.68 |\n| 闲置土地 | 22 | 0.2 | 22.73 |\n| 合计 | 96 | 0.8 | 25 |',
    'assets',
  );
  expect(assets.find((line) => line.startsWith('闲置房屋'))).toContain(
    '74 =Sheet1!B3 | 6000 =Sheet1!C3*10000 | 25.68 =',
  );
  const bought = await linesOf(
    '截至6月13日青禾县2023年电子卖场交易情况统计表\n单位：万元\n| 采购类别 | 交易次数 | 交易额 |\n| 货物类 | 12 | 30 |\n| 服务类 | 3 | 10 |\n| 合计 | 15 | 40 |',
    'procurement',
  );
  expect(bought.find((line) => line.startsWith('合计'))).toContain('15 =Sheet1!B6 | 40 =Sheet1!C6');
});
