import { makeSheet, sheetFromRows, type SheetExtras } from '../../../src/core/grid/build';
import { readTables } from '../../../src/core/tables/read-tables';
import type { Table } from '../../../src/core/tables/table';
import { workbookOf } from '../../support/text-table';

/** Layouts of desks that lay their tables out otherwise than the samples do. */
function tablesOf(rows: readonly (readonly unknown[])[], extras: SheetExtras = {}): Table[] {
  return readTables(makeSheet('表', sheetFromRows('表', rows).cells, extras));
}

/** The tables of a text, a line for each row, cells between bars. */
function tablesIn(text: string, fileName?: string): Table[] {
  const workbook = workbookOf(text, 'Sheet1', fileName);
  return workbook.sheets.flatMap((sheet) => readTables(sheet, workbook));
}

const headersOf = (table: Table | undefined) => table?.columns.map(({ path }) => path.join('|'));
const rolesOf = (table: Table | undefined) => table?.columns.map(({ role }) => role);

describe('what a system hides', () => {
  const rows = [
    [0, 'DEBT_T_XEYE', ' AND T.AD_CODE=33', '上年债务限额及余额决算'],
    [0, 'AD_CODE#33', 'SET_YEAR#2021', 'ROW_NUM#'],
    [0, '', '附表1'],
    [0, '', '青禾省2021年地方政府债务限额及余额决算情况表'],
    [0, '', '', '', '', '单位：亿元'],
    [0, '', '地区', '2021年债务限额', '2021年债务余额（决算数）'],
    ['VALID#', '33', '青禾省', 900.5, 800.25],
    ['VALID#', '3301', '青禾市', 500.5, 400.25],
    ['VALID#', '3302', '禾丰市', 400, 400],
  ];
  const [table] = tablesOf(rows, { hiddenRows: [0, 1], hiddenColumns: [0, 1] });

  test('is neither title nor header nor figures', () => {
    expect([table?.kind, table?.title, table?.unit, table?.period?.to]).toEqual([
      '债务台账',
      '青禾省2021年地方政府债务限额及余额决算情况表',
      '亿元',
      '2021-12-31',
    ]);
    expect(rolesOf(table)).toEqual(['serial', 'serial', 'item', 'limit', 'closing']);
    expect(table?.rows.map(({ name, code }) => [name, code])).toEqual([
      ['青禾省', undefined],
      ['青禾市', undefined],
      ['禾丰市', undefined],
    ]);
  });

  test('a hidden column with a header of its own is what the header says', () => {
    const [coded] = tablesOf(
      [
        ['2025年一般公共预算支出执行情况表'],
        ['科目编码', '项目', '', '执行数'],
        ['201', '一般公共服务支出', 3, 20],
        ['20101', '人大事务', 8, 12],
        ['205', '教育支出', 22, 30],
      ],
      { hiddenColumns: [0, 2] },
    );
    expect(rolesOf(coded)).toEqual(['code', 'item', 'serial', 'ytd']);
    expect(coded?.rows.map(({ code }) => code)).toEqual(['201', '20101', '205']);
  });

  test('a unit over a hidden column holds for the table, where nothing else says one', () => {
    const rows = [
      ['2025年部门支出预算汇总表'],
      ['预算02表', '', '单位：万元'],
      ['部门', '支出合计', '上年预算'],
      ['教育局', 37053.45, 39399.99],
      ['公安局', 6906.55, 7255.6],
    ];
    expect(tablesOf(rows, { hiddenColumns: [2] }).map(({ unit }) => unit)).toEqual(['万元']);
    expect(tablesOf(rows, { hiddenRows: [1] }).map(({ unit }) => unit)).toEqual([undefined]);
  });

  test('lines that were filtered away are still lines', () => {
    const [filtered] = tablesOf(
      [
        ['项目', '金额'],
        ['甲', 1],
        ['乙', 2],
        ['丙', 3],
      ],
      { hiddenRows: [1, 2] },
    );
    expect(filtered?.rows.map(({ name }) => name)).toEqual(['甲', '乙', '丙']);
    const [folded] = tablesOf(
      [
        ['项目', '金额'],
        ['甲', 1],
        ['乙', 2],
        ['丙', 3],
      ],
      { hiddenRows: [2] },
    );
    expect(folded?.rows.map(({ name }) => name)).toEqual(['甲', '乙', '丙']);
  });
});

test('a header of one column may be a date', () => {
  const [table] = tablesOf([
    ['青禾县国有资产概览'],
    ['单位：亿元'],
    ['指标', '2024年末'],
    ['资产总额', 21.64],
    ['负债总额', 2.49],
  ]);
  expect(table?.columns.map(({ path }) => path)).toEqual([['指标'], ['2024年末']]);
  expect(table?.rows.map(({ name }) => name)).toEqual(['资产总额', '负债总额']);
});

describe('rows that number the columns', () => {
  test.each([
    [['栏次', '', 1, 2]],
    [['甲', '乙', 1, 2]],
    [['栏次', '', '1=2+3', 2]],
    [['公  式', '', 'A=B+C', 'B']],
    [['', '', 1, 2]],
  ])('%j is no line and names nothing', (numbering) => {
    const [table] = tablesOf([
      ['2023年支出决算表'],
      ['科目名称', '科目编码', '预算数', '决算数'],
      numbering,
      ['教育支出', '205', 3, 4],
      ['卫生健康支出', '210', 5, 6],
      ['农林水支出', '213', 7, 8],
    ]);
    expect(table?.rows.map(({ name }) => name)).toEqual(['教育支出', '卫生健康支出', '农林水支出']);
    expect(headersOf(table)).toEqual(['科目名称', '科目编码', '预算数', '决算数']);
  });

  test('a line of small figures is a line', () => {
    const [table] = tablesOf([
      ['学校', '教师', '学生'],
      ['城关小学', 1, 2],
      ['云溪小学', 3, 4],
    ]);
    expect(table?.rows.map(({ name }) => name)).toEqual(['城关小学', '云溪小学']);
  });
});

describe('tables beside each other', () => {
  test('a summary beside a list begins and ends where it likes', () => {
    const tables = tablesOf([
      ['2023年1-6月企业纳税排名'],
      ['位次', '企业名称', '累计入库税收', '', '分档情况'],
      [1, '甲公司', 900, '', '纳税规模', '户数'],
      [2, '乙公司', 700, '', '500万元以上', 2],
      [3, '丙公司', 90, '', '100万元以上', 2],
      [4, '丁公司', 80],
      [5, '戊公司', 70],
    ]);
    expect(tables.map(({ kind, rows, period }) => [kind, rows.length, period?.to])).toEqual([
      ['财源企业台账', 5, '2023-06-30'],
      ['财源企业台账', 2, '2023-06-30'],
    ]);
  });

  test('收入 beside 支出 under one header go down together', () => {
    const tables = tablesOf([
      ['2023年收支平衡表'],
      ['收入', '预算数', '', '支出', '预算数'],
      ['税收收入', 10, '', '教育支出', 8],
      ['非税收入', 5],
      ['上级补助收入', 20],
      ['上年结余', 1],
      ['调入资金', 2],
      ['收入总计', 38, '', '支出总计', 38],
    ]);
    expect(tables.map(({ rows }) => rows.at(-1)?.name)).toEqual(['收入总计', '支出总计']);
  });
});

test('1—10月支出 is to date, 完成变动预算 a rate, and so is 同比', () => {
  const [table] = tablesIn(`青禾县一般公共预算支出执行表（2025年10月，单位：万元）
| 科目名称 | 年初预算数 | 变动预算数 | 10月支出 | 1—10月支出 | 完成变动预算 | 去年同期 | 同比 |
| 教育支出 | 98600 | 112300 | 7224 | 82988 | 0.739 | 83941 | -0.011 |
| 卫生健康支出 | 47200 | 55900 | 3174 | 41852 | 0.749 | 38849 | 0.077 |`);
  expect(rolesOf(table)).toEqual([
    'item',
    'budget_initial',
    'budget_adjusted',
    'month',
    'ytd',
    'pct_budget',
    'prior',
    'pct_yoy',
  ]);
});

test('of what leads from one balance to the next below 债务余额 none is a balance; 年初及新增 is none', () => {
  const [table] = tablesIn(`青禾县政府债务限额余额情况表（2025年10月末）
单位：亿元
| 债务类别 | 债务余额 | | | | | 年初及新增 |
| | 2025年初余额 | 新增债券 | 再融资债券 | 还本 | 10月末余额 | |
| 一般债务 | 4.34 | 0.88 | 0.65 | 1.54 | 4.33 | 5.87 |
| 专项债务 | 9.61 | 2.1 | 1.15 | 1.2 | 11.66 | 12.86 |`);
  expect(rolesOf(table)?.slice(1)).toEqual(['opening', 'inflow', 'inflow', 'outflow', 'closing', 'amount']);
});

test('what a column left of the names says once for several rows tells rows of one name apart', () => {
  const [table] = tablesIn(`青禾县2025年1-3月债券还本付息情况
单位：万元
| 类别 | 项目 | 1月 | 2月 | 3月 | 合计 |
| 一般债券 | 还本 | 0 | 0 | 6800 | 6800 |
| | 付息 | 103.32 | 0 | 175.44 | 278.76 |
| | 小计 | 103.32 | 0 | 6975.44 | 7078.76 |
| 专项债券 | 还本 | 0 | 0 | 0 | 0 |
| | 付息 | 0 | 0 | 329.4 | 329.4 |
| | 小计 | 0 | 0 | 329.4 | 329.4 |
| 合计 | | 103.32 | 0 | 7304.84 | 7408.16 |`);
  expect(table?.rows.map(({ group = '', name }) => `${group}/${name}`)).toEqual([
    '一般债券/还本',
    '一般债券/付息',
    '一般债券/小计',
    '专项债券/还本',
    '专项债券/付息',
    '专项债券/小计',
    '/合计',
  ]);
  // Rows that have names of their own need none.
  const [plain] = tablesIn(`青禾县项目表
| 类别 | 项目 | 金额 |
| 水利 | 水库加固 | 60 |
| | 灌区改造 | 20 |
| 交通 | 村道硬化 | 30 |
| | 桥梁改造 | 10 |`);
  expect(plain?.rows.some(({ group }) => group !== undefined)).toBe(false);
});

test('截至2025年10月31日；金额：万元 says until when, and a note with a semicolon does not', () => {
  const of = (line: string) =>
    tablesIn(`青禾县政府债券台账
${line}
| 序号 | 债券名称 | 2025年初余额 | 本年还本 | 10月末余额 |
| 1 | 2018年一般债券 | 8600 | 8600 | 0 |
| 2 | 2019年棚改专项债券 | 25000 | 0 | 25000 |`)[0]?.period?.to;
  expect(of('截至2025年10月31日；金额：万元；利率：%')).toBe('2025-10-31');
  expect(of('根据2024年7月的批复；金额：万元')).not.toBe('2024-07-31');
});

test('3月份 beside 1—3月 is the month on both sides of a sheet', () => {
  const tables = tablesIn(`青禾县2025年1—3月财政收支完成情况简表
单位：万元
| 收入科目 | 年初预算 | 本年完成数 | | 支出科目 | 年初预算 | 本年完成数 | |
| | | 3月份 | 1—3月 | | | 3月份 | 1—3月 |
| 税收收入 | 58150 | 3990.57 | 13566.8 | 教育支出 | 74600 | 6166.48 | 18419.61 |
| 非税收入 | 20230 | 2370.62 | 6430.35 | 农林水支出 | 39200 | 3284.6 | 10284.6 |
| 收入合计 | 78380 | 6361.19 | 19997.15 | 支出合计 | 113800 | 9451.08 | 28704.21 |`);
  expect(tables.map((table) => rolesOf(table)?.slice(1))).toEqual([
    ['budget_initial', 'month', 'ytd'],
    ['budget_initial', 'month', 'ytd'],
  ]);
});

test('when a paper was issued is not what its figures are of', () => {
  const [table] = tablesIn(`财政快报
第3期 青禾县财政局 2025年4月6日
| 指标 | 计量单位 | 2025年一季度 | 2024年一季度 |
| 一般公共预算收入 | 亿元 | 2 | 1.77 |
| 一般公共预算支出 | 亿元 | 7.55 | 7.1 |`);
  expect(table?.period?.to).toBe('2025-03-31');
});

test('2025年 and 2024年 in turn are two rows of one item, and months below 各月完成数 are of their month', () => {
  const [table] = tablesIn(`青禾县2025年1—3月一般公共预算收入分月对照表
单位：万元
| 收入项目 | 年度 | 各月完成数 | | | 1—3月累计 | 年初预算 |
| | | 1月 | 2月 | 3月 | | |
| 税收收入 | 2025年 | 5219.91 | 6070.8 | 5830.65 | 17121.36 | 66900 |
| | 2024年 | 5408.66 | 6070.95 | 5192.58 | 16672.19 | |
| | 增减% | -3.5 | 0 | 12.3 | 2.7 | |
| 非税收入 | 2025年 | 2188.28 | 2659.07 | 2280.13 | 7127.48 | 27600 |
| | 2024年 | 2155.32 | 2220.12 | 2025.67 | 6401.11 | |
| | 增减% | 1.5 | 19.8 | 12.6 | 11.3 | |`);
  expect(rolesOf(table)?.slice(2)).toEqual(['amount', 'amount', 'amount', 'ytd', 'budget_initial']);
  expect(table?.rows.map(({ name, phase = '' }) => `${name} ${phase}`)).toEqual([
    '税收收入 ytd',
    '税收收入 prior',
    '非税收入 ytd',
    '非税收入 prior',
  ]);
  // Three years, or two that do not follow each other, are years of a series.
  const [series] = tablesIn(`青禾县收入分年表
单位：万元
| 收入项目 | 年度 | 金额 |
| 税收收入 | 2025年 | 100 |
| | 2023年 | 90 |
| 非税收入 | 2025年 | 50 |
| | 2023年 | 40 |`);
  expect(series?.rows.some(({ phase }) => phase !== undefined)).toBe(false);
});

test('205教育支出 is a code and its name, 205户农户 and 2025年支出 are none', () => {
  const [table] = tablesIn(`青禾县本级预算调整表（2025年3月底，单位：千元）
| 支出科目 | 年初预算 | 调整后预算 |
| 205教育支出 | 746000 | 821917 |
| 20502普通教育支出 | 500000 | 520000 |
| 227预备费 | 30000 | 20974 |
| 205户农户补助支出 | 98000 | 104329 |
| 2025年支出 | 98000 | 104329 |`);
  expect(table?.rows.map(({ code = '', name }) => `${code} ${name}`)).toEqual([
    '205 教育支出',
    '20502 普通教育支出',
    '227 预备费',
    ' 205户农户补助支出',
    ' 2025年支出',
  ]);
});

test('科目 over digits is their code, 上年同样九个月 last year, 9月单月 the month', () => {
  const [table] = tablesIn(`青禾县一般公共预算支出进度（2025年1—9月）
单位：万元
| 科目 | 名称 | 年初安排 | 上年同样九个月 | 9月单月 |
| 201 | 一般公共服务支出 | 26200 | 18524.59 | 2522.59 |
| 204 | 公共安全支出 | 13600 | 11949.57 | 1585.42 |
| | 支出总计 | 39800 | 30474.16 | 4108.01 |`);
  expect(rolesOf(table)).toEqual(['code', 'item', 'budget_initial', 'prior', 'month']);
  expect(table?.rows[0]?.code).toBe('201');
});

test('1-10月支出 beside 11-12月支出 is a part of the year', () => {
  const [table] = tablesIn(`青禾县2022年项目支出情况表
单位：万元
| 项目名称 | 全年支出 | 1-10月支出 | 11-12月支出 |
| 校舍维修 | 120 | 90 | 30 |
| 设备购置 | 78 | 41 | 37 |`);
  expect(rolesOf(table)?.slice(2)).toEqual(['amount', 'amount']);
});

test('年初至九月末列支 is to date, 年初至九月末余额 stands at its end', () => {
  const [table] = tablesIn(`青禾县预算执行情况（2025年9月）
单位：万元
| 科目 | 全年预算 | 当月列支 | 年初至九月末列支 | 年初至九月末结余 |
| 教育支出 | 98600 | 7224 | 70988 | 1200 |
| 农林水支出 | 47200 | 3174 | 31852 | 800 |`);
  expect(rolesOf(table)?.slice(2)).toEqual(['month', 'ytd', 'closing']);
});

describe('the line that adds up a list', () => {
  const lastOf = (rows: readonly string[]) =>
    tablesIn(`补贴发放情况（2025年6月）\n单位：元\n| 地区 | 户数 | 金额 |\n${rows.join('\n')}`)[0]?.rows.map(
      ({ name, role }) => [name, role],
    );
  const TOWNS = ['| 石桥镇 | 12 | 400 |', '| 云岭乡 | 8 | 300 |', '| 城关街道 | 5 | 100 |'];

  test('is 全县 at either end of its towns', () => {
    expect(lastOf([...TOWNS, '| 全县 | 25 | 800 |'])?.at(-1)).toEqual(['全县', 'total']);
    expect(lastOf(['| 全县 | 25 | 800 |', ...TOWNS])?.[0]).toEqual(['全县', 'total']);
  });

  test('is not 全县 beside 全省 and 全国', () =>
    expect(
      lastOf(['| 全国 | 99 | 9000 |', '| 全省 | 52 | 4000 |', '| 全县 | 25 | 800 |'])?.map(([, role]) => role),
    ).toEqual(['item', 'item', 'item']));

  test('is 两类合并, and 未偿余额 a balance', () => {
    const [table] = tablesIn(`政府债券摘要（亿元）
| 类别 | 只数 | 历年发行 | 未偿余额 |
| 一般债券 | 4 | 3.8778 | 3.55 |
| 专项债券 | 5 | 8.5443 | 7.8018 |
| 两类合并 | 9 | 12.4221 | 11.3518 |`);
    expect(table?.rows.at(-1)?.role).toBe('total');
    expect(table?.columns.at(-1)?.role).toBe('closing');
  });

  test('stands below the days of a ledger', () =>
    expect(
      tablesIn(`债券还本登记（2025年）
单位：万元
| 还本日 | 债券 | 本金 |
| 2025-03-11 | 园区债 | 300 |
| 2025-05-16 | 农贸债 | 200 |
| 2025-08-20 | 水务债 | 100 |
| 累计 | | 600 |
| 合计 | | 600 |`)[0]?.rows.at(-1),
    ).toMatchObject({ name: '合计', role: 'total' }));
});

describe('tables below each other', () => {
  const ACCOUNTS = (heading: string) => `财政专户情况（截至2025年10月31日）
| | | | 单位：元 |
| 序号 | 账户名称 | 开户银行 | 余额 |
| 1 | 城乡居民养老专户 | 农商行 | 354045800 |
| 2 | 惠农补贴专户 | 农商行 | 709128.74 |
| 3 | 非税汇缴专户 | 中行 | 744875.71 |
| | 合计 | | 355499804.45 |
| | ${heading} |
| | 项目 | 金额 |
| | 国库存款 | 45613 |
| | 专户存款 | 35549.98 |
| | 存款合计 | 81162.98 |`;

  test('need no empty row between them where the second has a heading, a header and columns of its own', () => {
    const tables = tablesIn(ACCOUNTS('附：财政性存款（万元，10月末）'));
    expect(tables.map(({ title, unit, rows }) => [title, unit, rows.length])).toEqual([
      ['财政专户情况(截至2025年10月31日)', '元', 4],
      ['附:财政性存款(万元,10月末)', '万元', 3],
    ]);
    expect(tables[1]?.period?.to).toBe('2025-10-31');
  });

  test('an empty row and a unit before its header make no part of the first of a narrower table', () => {
    const tables = tablesIn(`政府债务余额情况表（2025年6月底）
| 单位：亿元 |
| 债务类别 | 债务限额 | 年初余额 | 本期新增 | 再融资 | 偿还本金 | 期末余额 |
| 一般债务 | 25.2 | 23.48 | 0.95 | 1.67 | 1.8835 | 24.2165 |
| 专项债务 | 47.8 | 42.165 | 3.86 | 1.42 | 1.58 | 45.865 |

二、到期分布（2025年6月底）
| | | 单位：万元 |
| 到期年度 | 一般债务 | 专项债务 |
| 2026年 | 44840 | 22500 |
| 2027年 | 2820 | 18300 |`);
    expect(tables.map(({ unit, rows }) => [unit, rows.length])).toEqual([
      ['亿元', 2],
      ['万元', 2],
    ]);
  });

  test('persons below a table of money are no money', () => {
    const tables = tablesIn(`乡镇财政收支情况表（2025年6月）
单位：万元
| 乡镇 | 收入 | 支出 |
| 云门镇 | 1,240 | 1,873 |
| 石桥镇 | 986 | 1,422 |

附：乡镇财政供养人员（截至6月30日，单位：人）
| 乡镇 | 核定编制 | 行政在职 | 退休 |
| 云门镇 | 72 | 28 | 31 |
| 石桥镇 | 78 | 30 | 38 |`);
    expect(tables.map(({ unit }) => unit)).toEqual(['万元', undefined]);
  });

  test('a column of years holds no amounts', () => {
    const [table] = tablesIn(`暂付款清理情况表
单位：万元
| 单位 | 用途 | 形成年度 | 年初余额 | 收回 |
| 云门镇 | 集镇改造 | 2021 | 1260 | 310 |
| 水利局 | 水库加固 | 2022 | 1438 | 538 |
| 教育局 | 校舍维修 | 2023 | 2018 | 172 |`);
    expect(rolesOf(table)).toEqual(['item', 'text', 'serial', 'opening', 'outflow']);
  });

  test('the note below the first says the unit of the second', () => {
    const tables = tablesIn(`教育专项指标台账
| 文号 | 资金名称 | 金额 |
| 财教〔2025〕3号 | 公用经费 | 451.63 |
| 财教〔2025〕11号 | 营养改善 | 864.30 |
| | 合计 | 1315.93 |
注：金额单位为万元，按收文日期登记。

分季度统计
| 季度 | 份数 | 金额合计 |
| 一季度 | 1 | 451.63 |
| 二季度 | 1 | 864.30 |`);
    expect(tables.map(({ unit }) => unit)).toEqual(['万元', '万元']);
  });

  test('a unit alone above the first is that of the second, and so are its months', () => {
    const tables = tablesIn(
      `政府采购统计（1—10月）
| | | 万元 |
| 季度 | 项目数 | 成交金额 |
| 一季度 | 8 | 1623.75 |
| 二季度 | 9 | 1782.15 |

按采购方式
| 采购方式 | 项目数 | 成交金额 |
| 公开招标 | 8 | 2937.53 |
| 询价 | 9 | 468.37 |`,
      '采购统计2025.xlsx',
    );
    expect(tables.map(({ unit }) => unit)).toEqual(['万元', '万元']);
  });
});

describe('years and months', () => {
  test('of two years side by side the later is the year of the table', () => {
    const [table] = tablesOf([
      ['某县财政收入对比表'],
      ['项目', 2022, 2023, '增减%'],
      ['税收收入', 100, 110, 10],
      ['非税收入', 50, 55, 10],
    ]);
    expect([table?.period?.to, rolesOf(table)]).toEqual(['2023-12-31', ['item', 'prior', 'ytd', 'pct_yoy']]);
  });

  test('a figure under a header of its own is no year, whatever it looks like', () => {
    const [table] = tablesOf([
      ['科目', '支出数'],
      ['教育支出', 2085],
      ['卫生健康支出', 1990],
    ]);
    expect(table?.rows.map(({ name }) => name)).toEqual(['教育支出', '卫生健康支出']);
  });

  const calendar = (title: string) => [
    [title],
    ['税种', ...Array.from({ length: 12 }, (_, i) => `${i + 1}月`), '累计'],
    ['增值税', 9, 8, 7, 9, 8, '', '', '', '', '', '', '', 41],
    ['合计', 9, 8, 7, 9, 8, 0, 0, 0, 0, 0, 0, 0, 41],
  ];
  test.each([
    ['某县2023年分月税收收入表', '2023-05-31'],
    ['某县2023年分月用款计划表', '2023-12-31'],
  ])('%s is as of %s', (title, to) => expect(tablesOf(calendar(title))[0]?.period?.to).toBe(to));

  test('dates side by side are headers, the latest of them is the day of the table', () => {
    const [table] = tablesOf([
      ['财政专户资金余额'],
      ['专户名称', '2022年末', '2023年5月末', '2023年6月末'],
      ['社保基金专户', 3, 4, 5],
    ]);
    expect([table?.kind, table?.period?.to]).toEqual(['财政专户', '2023-06-30']);
  });

  test('截至6月底执行数 is what was done', () => {
    const [table] = tablesOf([
      ['2023年1-6月三保支出情况'],
      ['项目', '年初预算数', '截至6月底执行数', '未支出数'],
      ['保工资', 10, 6, 4],
    ]);
    expect(rolesOf(table)).toEqual(['item', 'budget_initial', 'ytd', 'amount']);
  });
});

test('what stands above one table of a sheet holds for those below that say nothing', () => {
  const tables = tablesOf([
    ['2023年电子卖场交易情况统计'],
    ['截至6月30日', '', '单位：元'],
    ['类别', '交易次数', '交易金额'],
    ['货物', 84, 1388],
    ['服务', 50, 1594],
    [],
    ['分月情况'],
    ['月份', '交易次数', '金额'],
    ['1月', 28, 661],
    ['2月', 26, 838],
  ]);
  expect(tables.map(({ kind, unit, period }) => [kind, unit, period?.to])).toEqual([
    ['电子卖场交易', '元', '2023-06-30'],
    ['电子卖场交易', '元', '2023-06-30'],
  ]);
});

test('a note under the title has a date of its own', () => {
  const [table] = tablesOf([
    ['暂付款清理台账'],
    ['（根据2022年12月审计意见整理）'],
    ['单位', '年初余额', '期末余额'],
    ['甲局', 10, 8],
    ['乙局', 5, 4],
  ]);
  expect([table?.kind, table?.period]).toEqual(['暂付款', undefined]);
});

test('what an export says of itself is no header, and a unit at the end of the headers heads nothing', () => {
  const [table] = tablesOf([
    ['收入执行情况'],
    ['查询期间：202306', '机构：青禾县财政局', '单位：元'],
    ['科目编码', '科目名称', '本月发生额', '本年累计', '单位：元'],
    ['101', '税收收入', 1200, 9000],
    ['103', '非税收入', 300, 2000],
    ['10302', '专项收入', 100, 900],
  ]);
  expect([table?.unit, table?.period?.to, headersOf(table)]).toEqual([
    '元',
    '2023-06-30',
    ['科目编码', '科目名称', '本月发生额', '本年累计'],
  ]);
});

test.each([
  ['占预算', 'pct_budget'],
  ['到位数', 'ytd'],
  ['2023年|1-6月执行', 'ytd'],
  ['债务余额（决算数）', 'closing'],
  ['上年末地方政府债务余额—合计', 'opening'],
])('a header %s is %s', (header, role) => {
  const levels = header.split('|');
  const [table] = tablesOf([
    ['2023年6月情况表'],
    ...levels.map((text, i) => [i === 0 ? '项目' : '', text, text === '占预算' ? '' : '预算数']),
    ['甲', 1, 2],
    ['乙', 3, 4],
  ]);
  expect(table?.columns[1]?.role).toBe(role);
});

test('a department form is known by its number', () => {
  const [table] = tablesOf([
    ['一般公共预算支出表（按功能分类）'],
    ['公开05表'],
    ['部门：某县民政局', '', '单位：万元'],
    ['科目名称', '基本支出', '项目支出'],
    ['民政管理事务', 40, 10],
    ['社会福利', 0, 50],
  ]);
  expect(table?.kind).toBe('部门预算');
});

test('合计 among the codes is a line, and the codes are codes', () => {
  const [table] = tablesOf(
    [
      ['2023年支出决算表'],
      ['科目编码', '', '', '科目名称', '本年支出合计'],
      ['类', '款', '项'],
      ['合计', '', '', '', 30],
      ['205', '', '', '教育支出', 30],
      ['205', '02', '', '普通教育', 30],
      ['205', '02', '02', '小学教育', 30],
    ],
    { merges: [{ top: 1, left: 0, bottom: 1, right: 2 }] },
  );
  expect(rolesOf(table)).toEqual(['code', 'code', 'code', 'item', 'amount']);
  expect(table?.rows.map(({ name, code }) => [name, code])).toEqual([
    ['合计', undefined],
    ['教育支出', '205'],
    ['普通教育', '20502'],
    ['小学教育', '2050202'],
  ]);
});

describe('what stands between header and figures, and between the halves', () => {
  test('a heading over lines heads no column', () => {
    const [table] = tablesOf([
      ['现金流量表'],
      ['项目', '行次', '本年金额'],
      ['一、日常活动产生的现金流量：'],
      ['财政拨款收到的现金', 1, 3079681.09],
      ['事业活动收到的现金', 2, 236631.69],
      ['现金流入小计', 3, 3316312.78],
    ]);
    expect(headersOf(table)).toEqual(['项目', '行次', '本年金额']);
    expect(rolesOf(table)).toEqual(['item', 'serial', 'amount']);
    expect(table?.rows.map(({ name }) => name)[0]).toBe('日常活动产生的现金流量:');
  });

  test('words after which the same headers come again list the other half', () => {
    const [left, right] = tablesOf([
      ['资产负债表'],
      ['资产', '行次', '期末余额', '年初余额', '负债和净资产', '行次', '期末余额', '年初余额'],
      ['货币资金', 1, 5271, 2365, '应付职工薪酬', 4, 544, 885],
      ['存货', 2, 20, 71, '其他应付款', 5, 476, 677],
      ['资产总计', 3, 5291, 2436, '负债和净资产总计', 6, 5291, 2436],
    ]);
    expect([left, right].map((table) => table?.rows[0]?.name)).toEqual(['货币资金', '应付职工薪酬']);
    expect(rolesOf(right)).toEqual(['item', 'serial', 'closing', 'opening']);
  });

  test('a blank column between two halves is part of the first', () => {
    const halves = tablesOf(
      [
        ['收支决算平衡表'],
        ['收入', '', '', '', '支出'],
        ['项目', '预算数', '决算数', '', '项目', '预算数', '决算数'],
        ['本级收入', 3322, 3367, '', '本级支出', 10258, 10397],
        ['补助收入', 6079, 6256, '', '上解支出', 250, 261],
      ],
      { merges: [{ top: 1, left: 0, bottom: 1, right: 3 }] },
    );
    expect(halves.map((table) => table.rows.map(({ name }) => name))).toEqual([
      ['本级收入', '补助收入'],
      ['本级支出', '上解支出'],
    ]);
  });

  test('years down the rows call them', () => {
    const [table] = tablesOf([
      ['财政收支总额'],
      ['年份', '总收入', '#税收收入'],
      [2019, 969.4, 410.1],
      [2020, 992.7, 440.3],
      [2021, 983.2, 396.8],
    ]);
    expect(table?.rows.map(({ name }) => name)).toEqual(['2019年', '2020年', '2021年']);
  });

  test('a budget beside that of the next year is the year before', () => {
    const [table] = tablesOf([
      ['“三公”经费预算表'],
      ['项目', '2023年预算', '2024年预算', '增减额'],
      ['公务接待费', 64, 59, -5],
      ['公务用车运行费', 128, 116, -12],
    ]);
    expect(rolesOf(table)).toEqual(['item', 'prior', 'budget_initial', 'delta']);
  });

  test('points add up, whatever they are for', () => {
    const [table] = tablesOf([
      ['绩效自评汇总表'],
      ['项目名称', '执行率（10分）', '产出（50分）', '自评总分'],
      ['公路养护', 6.3, 45.8, 52.1],
      ['校舍维修', 9.2, 49.7, 58.9],
    ]);
    expect(rolesOf(table)).toEqual(['item', 'count', 'count', 'count']);
  });
});

test('the balance of the year before, beside this year’s, is what the year began with', () => {
  const [table] = tablesOf([
    ['青禾县2025年政府债券余额变动明细表'],
    ['单位：万元'],
    ['项目', '2024年末余额', '新增发行', '偿还', '2025年末余额'],
    ['公路建设', 2850, 0, 190, 2660],
    ['水利补短板', 2390, 0, 220, 2170],
  ]);
  expect(rolesOf(table)).toEqual(['item', 'opening', 'inflow', 'outflow', 'closing']);
});

test('units beside the figures call nothing, and rates among them are none of money', () => {
  const [table, more] = tablesIn(`财政运行一页纸（2025年10月）
单位：万元
| 项目 | 数值 | 单位 | 目标 | 比上年同期 |
| 地方一般公共预算收入 | 79,186 | 万元 | 序时进度 | 4.85 |
| 非税占比 | 34.49 | % | 不高于30 | 1.55 |
| 库款保障 | 0.38 | 倍 | 0.3至0.8 | 0.02 |`);
  expect(more).toBeUndefined();
  expect(table?.columns.map(({ role }) => role)).toEqual(['item', 'amount', 'text', 'text', 'delta']);
  expect(table?.rows.map(({ unit, isUnitless }) => unit ?? isUnitless)).toEqual(['万元', true, true]);
});

test('a unit may stand below the table, and the month of a year in the name of its file', () => {
  const [table] = tablesIn(
    `青禾县2025年上级补助分配明细
| 文号 | 分配单位 | 分配金额 |
| 财农11号 | 石桥镇 | 120.5 |
| 财社8号 | 民政局 | 323.2 |
| 财教15号 | 一中 | 233.2 |
说明：金额单位：万元。`,
    '青禾县2025年上级补助台账（至8月）.xlsx',
  );
  expect(table?.unit).toBe('万元');
  expect(table?.period?.to).toBe('2025-08-31');
});

test('pupils and teachers are persons whether or not it says 数; what was done by the middle of a month is no month', () => {
  const [pupils] = tablesIn(`青禾县2025年学校情况
| 学校 | 班级数 | 在校学生 | 在编教师 | 公用经费（万元） |
| 一中 | 24 | 1,200 | 88 | 112.8 |
| 二小 | 18 | 805 | 51 | 57.96 |`);
  expect(pupils?.columns.map(({ role }) => role)).toEqual(['item', 'count', 'persons', 'persons', 'amount']);
  const [days] = tablesIn(`青禾县2025年9月下旬收入旬报
单位：万元
| 项目 | 年初预算 | 截至中旬累计 | 本旬完成 | 累计完成 |
| 税收收入 | 53,414 | 38,367 | 2,610 | 40,977 |
| 非税收入 | 12,194 | 8,502 | 480 | 8,982 |`);
  expect(days?.columns.map(({ role }) => role)).toEqual(['item', 'budget_initial', 'amount', 'amount', 'ytd']);
});

describe('what columns are beside others', () => {
  test('年初数, 调整数 and 调整后 are a budget, its change and what it is now', () => {
    const [table] = tablesIn(`云陂县2025年一般公共预算收支平衡表（调整后）
| 项目 | 年初数 | 调整数 | 调整后 |
| 一般公共预算收入 | 110500 | -1360 | 109140 |
| 上级补助收入 | 316700 | 22213 | 338913 |
| 收入总计 | 427200 | 20853 | 448053 |`);
    expect(rolesOf(table)).toEqual(['item', 'budget_initial', 'delta', 'budget_adjusted']);
  });

  test('调整数 with nothing after it is the adjusted budget', () => {
    const [table] = tablesIn(`云陂县2025年5月一般公共预算支出表
| 科目 | 年初预算 | 调整数 | 累计完成 |
| 教育支出 | 88600 | 93775 | 40210 |
| 农林水支出 | 72800 | 88253 | 30116 |`);
    expect(rolesOf(table)).toEqual(['item', 'budget_initial', 'budget_adjusted', 'ytd']);
  });

  test('指标数 of a few beside amounts says how many', () => {
    const text = (first: string) => `专项资金分主管单位支出进度
单位：万元
| 主管单位 | 指标数 | 金额 | 已支出 |
| 县教育局 | ${first} | 6825.4 | 3615.61 |
| 县民政局 | 2 | 6950 | 5424.42 |
| 县卫健局 | 3 | 4291 | 2585.52 |`;
    expect(rolesOf(tablesIn(text('3'))[0])?.[1]).toBe('count');
    expect(rolesOf(tablesIn(text('3.5'))[0])?.[1]).toBe('budget_adjusted');
  });
});

test('a sentence below a table, and its unit, are no lines of it', () => {
  const [table] = tablesIn(`“三公”经费1-9月支出情况
| 单位 | 2025年预算 | 1-9月支出 |
| 县委办 | 31.3 | 20.78 |
| 县财政局 | 25.2 | 15.36 |
| 县公安局 | 169.8 | 99.43 |
| 公安局购车两辆，已报批。 | | |
| 单位：万元 | | |`);
  expect([table?.rows.map(({ name }) => name), table?.unit]).toEqual([['县委办', '县财政局', '县公安局'], '万元']);
});

test('a narrow table below a wider one and an empty row has a header of its own', () => {
  const [wide, narrow, ...more] = tablesOf([
    ['青禾县2025年9月政府性基金收支执行情况'],
    ['', '', '', '单位：万元'],
    ['收入项目', '年初预算', '累计', '上年同期'],
    ['国有土地使用权出让收入', 68000, 31240, 38915],
    ['污水处理费收入', 650, 487, 471],
    ['收入合计', 68650, 31727, 39386],
    [],
    [],
    ['基金平衡情况', '金额'],
    ['上年结余', 6384],
    ['本年收入', 31727],
    ['9月末基金结余', 27149],
  ]);
  expect(more).toEqual([]);
  expect(wide?.rows.map(({ name }) => name)).toEqual(['国有土地使用权出让收入', '污水处理费收入', '收入合计']);
  expect(headersOf(narrow)).toEqual(['基金平衡情况', '金额']);
  expect(narrow?.rows.map(({ name }) => name)).toEqual(['上年结余', '本年收入', '9月末基金结余']);
});

test('an empty row and a line with a word among the figures begin no table', () => {
  const tables = tablesOf([
    ['青禾县2025年9月政府性基金收入'],
    ['项目', '年初预算', '累计', '上年同期'],
    ['国有土地使用权出让收入', 68000, 31240, 38915],
    ['污水处理费收入', 650, 487, 471],
    [],
    ['彩票公益金收入', '无'],
    ['其他收入', 120, 75, 66],
    ['合计', 68770, 31802, 39452],
  ]);
  expect(tables).toHaveLength(1);
});

test('what is said over one of two tables side by side is said of it', () => {
  const [left, right] = tablesIn(`
| | 政府性债务余额汇总 | | | | |
| | | | 单位：亿元 | | 附：到期年度分布 | 单位：万元 |
| | 类别 | 年初余额 | 年末余额 | | 到期年度 | 年末余额 |
| | 一般债券 | 2.3473 | 3.6034 | | 2025年 | 8350.68 |
| | 专项债券 | 1.8 | 2.7144 | | 2026年 | 54827.32 |
| | 合计 | 4.1473 | 6.3178 | | 合计 | 63178 |`);
  expect([left?.unit, right?.unit]).toEqual(['亿元', '万元']);
});

test('what stands below a table by itself is part of nothing in it', () => {
  const [table] = tablesIn(`青禾县财政供养人员情况表
单位：人
| 单位类别 | 编制数 | 退休 |
| 总计 | 4760 | 2688 |
| 一、全额拨款 | 3270 | 2228 |
| 中小学 | 3150 | 2160 |
| 农业服务 | 120 | 68 |
| 二、差额拨款 | 1490 | 460 |
| 区级医院 | 980 | 309 |
| 社区卫生中心 | 510 | 151 |
| 另：遗属补助人员 | | 126 |`);
  const aside = table?.rows.at(-1);
  expect([aside?.role, aside?.parent, aside?.level]).toEqual(['aside', -1, 0]);
});

test('the end of last year is what the year began with, whatever stands beside for comparison', () => {
  const [table] = tablesIn(`财政专户资金存款情况表
单位：元
| 专户名称 | 2024年末余额 | 1—8月收入 | 1—8月支出 | 8月末余额 | 附：7月末余额 |
| 社保基金专户 | 412356 | 135439 | 100507 | 447288 | 441678 |
| 非税收入专户 | 8236 | 76320 | 78145 | 6411 | 7234 |`);
  expect(rolesOf(table)).toEqual(['item', 'opening', 'inflow', 'outflow', 'closing', 'closing']);
  expect(table?.period?.to).toBe('2025-08-31');
});

test('a list of the months so far is as of the last one', () => {
  const months = Array.from({ length: 8 }, (_, i) => `| 2025年${i + 1}月 | ${9800 + 13 * i} | ${7100 + 7 * i} |`);
  const [table] = tablesIn(['2025年一般公共预算收入逐月对比表', '| 月份 | 收入 | 税收 |', ...months].join('\n'));
  expect(table?.period?.to).toBe('2025-08-31');
});

test('a score that stands where the groups of the other rows do is a row of the form', () => {
  const [table] = tablesIn(`项目支出绩效自评表
| 一级指标 | 二级指标 | 年度指标值 | 分值 | 得分 |
| 产出指标 | 数量指标 | ≥12000 | 15 | 15 |
| | 质量指标 | 100% | 15 | 14 |
| 效益指标 | 经济效益 | ≥60 | 15 | 15 |
| | 社会效益 | ≥2100 | 10 | 9 |
| 预算执行得分 | | | 10 | 8.5 |
| 总分 | | | 65 | 61.5 |`);
  expect(table?.rows.slice(-2).map(({ name, role }) => [name, role])).toEqual([
    ['预算执行得分', 'item'],
    ['总分', 'total'],
  ]);
});

test('a list of the year in a workbook as of September is as of September; a budget is of the year', () => {
  const book = { period: { from: '2025-09-01', to: '2025-09-30' } };
  const until = (title: string) =>
    readTables(sheetFromRows('表', [[title], ['项目', '金额'], ['石门水库', 4200], ['城区供水', 3300]]), book)[0]
      ?.period?.to;
  expect(until('2025年专项债券项目资金情况')).toBe('2025-09-30');
  expect(until('2025年专项债券项目预算表')).toBe('2025-12-31');
});

test('what flowed through the treasury is the total of each group, not what stands first in it', () => {
  const [table] = tablesIn(`2025年国库库款分月台账
单位：元
| 月份 | 月初余额 | 收入 | 收入 | 收入 | 支出 | 支出 | 支出 | 月末余额 |
| | | 本级收入 | 上级补助 | 收入合计 | 本级支出 | 债务还本 | 支出合计 | |
| 1月 | 318624700 | 112230000 | 440049200 | 552279200 | 397205100 | 0 | 397205100 | 473698800 |
| 2月 | 473698800 | 115080000 | 259433900 | 374513900 | 417766800 | 4000000 | 421766800 | 426445900 |
| 3月 | 426445900 | 99970000 | 386514400 | 486484400 | 412591500 | 0 | 412591500 | 500338800 |`);
  expect(rolesOf(table)).toEqual([
    'item',
    'opening',
    'amount',
    'amount',
    'inflow',
    'amount',
    'amount',
    'outflow',
    'closing',
  ]);
});
