import { readTables } from '../../../../src/core/tables/read-tables';
import { lineFormula } from '../../../../src/core/tables/stated/line-formula';
import { sheetOf, type Rows } from '../../relations/hierarchy';

/** Each statement as `target = terms`, lines 1-based. */
function statedIn(rows: Rows): string[] {
  return readTables(sheetOf(rows)).flatMap(({ stated }) =>
    stated.map(
      ({ source, target, terms }) =>
        `${source} ${target + 1} =${terms.map(({ line, factor }) => ` ${factor === 1 ? '+' : factor === -1 ? '-' : `${factor} ×`} ${line + 1}`).join('')}`,
    ),
  );
}

describe('a sum of numbered lines', () => {
  it.each([
    ['1=2+3', '1', '+2+3'],
    ['(3)=(1)-(2)', '3', '+1-2'],
    ['８＝１＋２－３', '8', '+1+2-3'],
    ['7=1+2+…+4', '7', '+1+2+3+4'],
    ['1至4行之和', undefined, '+1+2+3+4'],
    ['一+二-三', undefined, '+一+二-三'],
    ['一至三', undefined, '+一+二+三'],
  ])('%s', (text, own, terms) => {
    const formula = lineFormula(text);
    expect(formula?.own).toBe(own);
    expect(formula?.terms.map(({ number, factor }) => `${factor === 1 ? '+' : '-'}${number}`).join('')).toBe(terms);
  });

  it.each(['6=5/4', '3=2×100', '2023', '合计', '1=2', '2023-06'])('%s is none', (text) => {
    expect(lineFormula(text)).toBeUndefined();
  });
});

test('the row of column numbers is no figure, and what it states is read', () => {
  const rows: Rows = [
    ['支出表'],
    ['科目', '合计', '基本支出', '项目支出'],
    ['栏次', '1=2+3', 2, 3],
    ['教育', 900, 700, 200],
    ['卫生', 500, 300, 200],
  ];
  expect(readTables(sheetOf(rows))[0]?.rows.map(({ name }) => name)).toEqual(['教育', '卫生']);
  expect(readTables(sheetOf(rows))[0]?.columns.map(({ path }) => path.join('|'))).toEqual([
    '科目',
    '合计',
    '基本支出',
    '项目支出',
  ]);
  expect(statedIn(rows)).toEqual(['columnNumbers 2 = + 3 + 4']);
});

test('甲 乙 1 2 number the columns, but 甲, 乙, 丙 below each other are items', () => {
  const numbered = readTables(
    sheetOf([
      ['科目', '编码', '预算', '决算'],
      ['甲', '乙', 1, 2],
      ['税收', 101, 5000, 4800],
      ['非税', 103, 900, 850],
    ]),
  )[0];
  expect(numbered?.bodyRows).toEqual([2, 3]);
  const items = readTables(
    sheetOf([
      ['单位', '预算', '决算'],
      ['甲', 1, 2],
      ['乙', 3, 4],
      ['丙', 5, 6],
    ]),
  )[0];
  expect(items?.bodyRows).toEqual([1, 3]);
});

test('years name columns unless these have their names already', () => {
  const named = readTables(
    sheetOf([['支出表'], ['科目', '预算数', '支出数'], ['教育', 2050, 1980], ['卫生', 7322, 3100]]),
  )[0];
  expect(named?.bodyRows[0]).toBe(2);
  const years = readTables(
    sheetOf([['收入表'], ['项目', 2022, 2023, '增减额'], ['税收', 30000, 33000, 3000], ['非税', 1, 2, 1]]),
  )[0];
  expect(years?.bodyRows[0]).toBe(2);
});

describe('signs before rows', () => {
  const BASE: Rows = [
    ['测算表'],
    ['项目', '上年', '本年'],
    ['一、地方收入', 52000, 56000],
    ['加：补助', 180000, 190000],
    ['　　结余', 3000, 2500],
    ['减：上解', 2200, 2400],
    ['　　还本', 1500, 1800],
    ['二、可用财力', 231300, 244300],
  ];

  it('what follows a sign further in takes part with it', () => {
    expect(statedIn(BASE)).toContain('signs 8 = + 3 + 4 + 5 - 6 - 7');
  });

  it('what follows without being further in may be the result or a part', () => {
    const flat = BASE.map((row) => row.map((cell) => (typeof cell === 'string' ? cell.trim() : cell)));
    expect(statedIn(flat)).toContain('signs 8 = + 3 + 4 + 5 - 6 - 7');
  });

  it('原值, 减：折旧, 净值', () => {
    expect(
      statedIn([
        ['资产', '期末', '年初'],
        ['货币资金', 80, 70],
        ['固定资产原值', 900, 850],
        ['减：累计折旧', 300, 280],
        ['固定资产净值', 600, 570],
      ]),
    ).toContain('signs 5 = + 3 - 4');
  });

  it('加 once, its 其中 set in, and what has its sign beside the 其中', () => {
    const rows: Rows = [
      ['测算表'],
      ['项目', '上年', '本年'],
      ['一、地方收入', 70477, 73000],
      ['    其中：税收收入', 48632, 52310],
      ['          非税收入', 21845, 20690],
      ['加：上级补助收入', 197255, 195966],
      ['    其中：返还性收入', 5216, 5216],
      ['          专项补助', 23618, 18450],
      ['    上年结余收入', 3812, 2967],
      ['减：上解支出', 4386, 4512],
      ['    还本支出', 18700, 17450],
      ['二、可用财力', 248458, 249971],
    ];
    expect(statedIn(rows)).toContain('signs 12 = + 3 + 6 + 9 - 10 - 11');
    const [table] = readTables(sheetOf(rows));
    const parents = table?.rows.map(({ parent }) => table.rows[parent]?.name ?? '');
    expect(parents).toEqual(['', '地方收入', '地方收入', '', '加:上级补助收入', '加:上级补助收入', '', '', '', '']);
  });

  it('其中 is no term', () => {
    expect(
      statedIn([
        ['项目', '数', '数'],
        ['收入', 90, 80],
        ['减：上解', 30, 20],
        ['其中：专项上解', 10, 5],
        ['财力', 60, 60],
      ]),
    ).toContain('signs 5 = + 2 - 3');
  });
});

test('a formula behind a name, by numbers of rows and by numbering', () => {
  const rows: Rows = [
    ['项目', '行次', '金额', '上年'],
    ['财政拨款', 1, 52, 50],
    ['事业收入', 2, 12, 11],
    ['上缴', 3, 4, 5],
    ['本年收入（1+2-3）', 4, 60, 56],
  ];
  expect(statedIn(rows)).toContain('rowNumbers 5 = + 2 + 3 - 4');
  expect(
    statedIn([
      ['项目', '数', '数'],
      ['一、收入', 9, 8],
      ['二、补助', 5, 4],
      ['三、上解', 2, 1],
      ['四、财力（一+二-三）', 12, 11],
    ]),
  ).toContain('rowNumbers 5 = + 2 + 3 - 4');
});

test('debit and credit of a trial balance, and one figure in two units', () => {
  expect(
    statedIn([
      ['科目编码', '科目名称', '期初余额', '', '本期发生额', '', '期末余额', ''],
      ['', '', '借方', '贷方', '借方', '贷方', '借方', '贷方'],
      [1002, '银行存款', 5000, '', 1200, 900, 5300, ''],
      [2302, '应付账款', '', 1500, 500, 800, '', 1800],
    ]),
  ).toEqual(['balance 7 = + 3 - 4 + 5 - 6 + 8', 'balance 8 = - 3 + 4 - 5 + 6 + 7']);
  expect(
    statedIn([
      ['单位', '金额（元）', '金额（万元）'],
      ['教育局', 1234567, 123.46],
      ['卫健局', 987654, 98.77],
    ]),
  ).toEqual(['units 3 = 0.0001 × 2']);
});

test('本月合计 and what came before it make 本年累计, at the end of each page of an account', () => {
  const rows: Rows = [
    ['银行存款日记账'],
    ['日期', '摘要', '借方', '贷方'],
    ['2024-09-28', '拨入经费', 9000, ''],
    ['2024-09-29', '付款', '', 4200],
    ['', '本月合计', 9000, 4200],
    ['', '上月止累计', 71000, 68300],
    ['', '本年累计', 80000, 72500],
  ];
  expect(statedIn(rows)).toEqual(['balance 7 = + 5 + 6']);
});
