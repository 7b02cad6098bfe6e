import { readTables } from '../../../src/core/tables/read-tables';
import type { Table } from '../../../src/core/tables/table';
import { makeSheet, sheetFromRows } from '../../../src/core/grid/build';
import type { Rect } from '../../../src/core/grid/address';
import { sampleWorkbook } from '../../support/sample-files';

function tablesOf(rows: readonly (readonly unknown[])[], merges: readonly Rect[] = [], fileName?: string): Table[] {
  const sheet = sheetFromRows('表', rows);
  return readTables(makeSheet('表', sheet.cells, { merges }), fileName === undefined ? {} : { fileName });
}

function only(tables: readonly Table[]): Table {
  const [table, ...others] = tables;
  if (!table || others.length > 0) throw new Error(`${tables.length} tables`);
  return table;
}

const outline = (table: Table) =>
  table.rows.map(({ name, level, role }) => `${'  '.repeat(level)}${name}${role === 'item' ? '' : ` <${role}>`}`);
const roles = (table: Table) => table.columns.map(({ role }) => role);

describe('the sample county', () => {
  test.each([
    [
      '收入执行表 ',
      '一般公共预算收入执行情况表',
      '万元',
      '2023-05-31',
      [
        'item',
        'budget_initial',
        'budget_adjusted',
        'month',
        'month_prior',
        'month_delta',
        'month_pct_yoy',
        'ytd',
        'prior',
        'delta',
        'pct_yoy',
        'pct_budget',
        'remark',
      ],
    ],
    [
      '支出执行表',
      '支出执行表',
      '万元',
      '2023-05-31',
      ['code', 'item', 'budget_initial', 'budget_adjusted', 'month', 'ytd', 'prior', 'delta', 'pct_yoy', 'pct_budget'],
    ],
    ['上级补助表', '转移支付表', '万元', '2023-05-31', ['item', 'budget_initial', 'ytd', 'prior', 'delta', 'pct_yoy']],
    ['库款月报', '库款月报', '元', '2023-05-31', ['item', 'opening', 'inflow', 'outflow', 'closing', 'remark']],
  ])('%s is read as %s', async (name, kind, unit, to, columns) => {
    const workbook = await sampleWorkbook('county-2023-05.xlsx');
    const sheet = workbook.sheets.find((candidate) => candidate.name === name);
    if (!sheet) throw new Error(name);
    const table = only(readTables(sheet, workbook));
    expect([table.kind, table.unit, table.period?.to]).toEqual([kind, unit, to]);
    expect(roles(table)).toEqual(columns);
  });

  test('two tables side by side are two', async () => {
    const workbook = await sampleWorkbook('county-2023-05.xlsx');
    const sheet = workbook.sheets.find(({ name }) => name === '政府性基金表');
    const tables = sheet ? readTables(sheet, workbook) : [];
    expect(tables.map(({ at }) => [at.left, at.right])).toEqual([
      [0, 2],
      [4, 6],
    ]);
    expect(tables.map((table) => table.rows.at(-1)?.name)).toEqual(['收入总计', '支出总计']);
  });
});

describe('rows are ranked', () => {
  test('by numbering, down to plain items, until the total', () => {
    const table = only(
      tablesOf([
        ['项目', '数'],
        ['一、税收', 3],
        ['增值税', 1],
        ['契税', 2],
        ['二、非税', 4],
        ['（一）专项收入', 4],
        ['1.教育费附加', 1],
        ['2.其他', 3],
        ['合    计', 7],
        ['上划中央', 5],
      ]),
    );
    expect(outline(table)).toEqual([
      '税收',
      '  增值税',
      '  契税',
      '非税',
      '  专项收入',
      '    教育费附加',
      '    其他',
      '合计 <total>',
      '上划中央',
    ]);
  });

  test('by code, past a level that is missing', () => {
    const table = only(
      tablesOf([
        ['科目代码', '科目名称', '数'],
        ['101', '税收', 3],
        ['10101', '增值税', 2],
        ['101010201', '改征', 2],
        ['10104', '所得税', 1],
        ['103', '非税', 9],
      ]),
    );
    expect(outline(table)).toEqual(['税收', '  增值税', '    改征', '  所得税', '非税']);
  });

  test('by indent and by 其中', () => {
    const table = only(
      tablesOf([
        ['项目', '数'],
        ['教育支出', 10],
        ['其中：普通教育', 6],
        ['    职业教育', 2],
        ['卫生支出', 4],
        ['\u3000\u3000公立医院', 3],
        ['\u3000\u3000基层卫生', 1],
      ]),
    );
    expect(outline(table)).toEqual([
      '教育支出',
      '  普通教育 <ofWhich>',
      '  职业教育',
      '卫生支出',
      '  公立医院',
      '  基层卫生',
    ]);
  });

  test('a single row set in below an item is a slip of padding', () => {
    const table = only(
      tablesOf([
        ['项目', '数'],
        ['一、非税', 6],
        ['专项收入', 1],
        ['罚没收入', 2],
        ['\u3000\u3000其他收入', 3],
        ['二、税收', 5],
        ['契税', 5],
        ['增值税', 0],
      ]),
    );
    expect(outline(table)).toEqual(['非税', '  专项收入', '  罚没收入', '  其他收入', '税收', '  契税', '  增值税']);
  });
});

describe('headers, title, unit and period', () => {
  test('three levels, merged and not merged', () => {
    const table = only(
      tablesOf(
        [
          ['名称', '中央', '', '', '地方', ''],
          ['', '本期执行数', '', '本年累计数', '本期执行数', '本年累计数'],
          ['', '金额', '同比增幅(%)', '', '金额', ''],
          ['(900)--退库合计', 1, 2, 3, 4, 5],
        ],
        [{ top: 0, left: 0, bottom: 2, right: 0 }],
      ),
    );
    expect(table.columns.map(({ path }) => path.join('|'))).toEqual([
      '名称',
      '中央|本期执行数|金额',
      '中央|本期执行数|同比增幅(%)',
      '中央|本年累计数',
      '地方|本期执行数|金额',
      '地方|本年累计数',
    ]);
    expect(roles(table)).toEqual(['item', 'month', 'month_pct_yoy', 'ytd', 'month', 'ytd']);
    expect(table.rows[0]).toMatchObject({ code: '900', name: '退库合计', role: 'total' });
  });

  test('a word broken over two rows is one word', () => {
    const table = only(
      tablesOf([
        ['地区', '地方一般公'],
        ['', '共预算支出'],
        ['甲县', 3],
        ['乙县', 4],
      ]),
    );
    expect(table.columns[1]?.path).toEqual(['地方一般公共预算支出']);
  });

  test.each([
    ['2023年1－5月财政收入', '2023-01-01', '2023-05-31'],
    ['二〇二三年五月财政收入', '2023-05-01', '2023-05-31'],
    ['截至2024年2月底财政收入', '2024-01-01', '2024-02-29'],
    ['2023年上半年财政收入', '2023-01-01', '2023-06-30'],
    ['(2017年06月<月报>)', '2017-06-01', '2017-06-30'],
    ['2023年度决算', '2023-01-01', '2023-12-31'],
    ['截至2023年6月13日', '2023-01-01', '2023-06-13'],
  ])('%s', (title, from, to) => {
    expect(only(tablesOf([[title], ['项目', '数'], ['甲', 1], ['乙', 2]])).period).toEqual({ from, to });
  });

  test('the file name helps where the sheet is silent', () => {
    expect(
      only(
        tablesOf(
          [
            ['项目', '数'],
            ['甲', 1],
            ['乙', 2],
          ],
          [],
          '县级月报2023-05.xlsx',
        ),
      ).period?.to,
    ).toBe('2023-05-31');
  });

  test.each([
    ['金额单位：万元', '万元'],
    ['单位: 元', '元'],
    ['（单位：亿元）', '亿元'],
    ['单位：千元', '千元'],
  ])('%s', (line, unit) => {
    expect(
      only(
        tablesOf([
          ['收入表', '', line],
          ['项目', '数', '数'],
          ['甲', 1, 2],
          ['乙', 2, 3],
        ]),
      ).unit,
    ).toBe(unit);
  });

  test('notes and signatures stay out, and what could not be recognised says so', () => {
    const table = only(
      tablesOf([['项目', '数'], ['甲', 1], ['乙', 2], [], ['注：本表不含上级专款'], ['单位负责人：', '', '制表：']]),
    );
    expect(table.rows.map(({ name }) => name)).toEqual(['甲', '乙']);
    expect(table.kind).toBe('unknown');
  });

  test('two tables below each other are two', () => {
    const tables = tablesOf([
      ['收入表'],
      ['项目', '数', '数'],
      ['甲', 1, 2],
      ['乙', 2, 3],
      [],
      ['支出表'],
      ['项目', '数', '数'],
      ['丙', 3, 4],
      ['丁', 5, 6],
    ]);
    expect(tables.map(({ title, rows }) => [title, rows.length])).toEqual([
      ['收入表', 2],
      ['支出表', 2],
    ]);
  });

  test('a sheet of words is no table', () => expect(tablesOf([['封面'], ['青禾县财政局']])).toEqual([]));
});

describe('a table with two rows for each item', () => {
  const table = only(
    tablesOf([
      ['指标', '', '金额'],
      ['1 一般公共预算收入', '上年同期', 100],
      ['', '本期', 120],
      ['1.1 税收收入', '上年同期', 60],
      ['', '本期', 70],
      ['1.2 非税收入', '上年同期', 40],
      ['', '本期', 50],
    ]),
  );

  test('both rows have the name of the item, and each says of when it is', () => {
    expect(table.rows.map(({ label, phase }) => [label, phase])).toEqual([
      ['1 一般公共预算收入', 'prior'],
      ['1 一般公共预算收入', 'ytd'],
      ['1.1 税收收入', 'prior'],
      ['1.1 税收收入', 'ytd'],
      ['1.2 非税收入', 'prior'],
      ['1.2 非税收入', 'ytd'],
    ]);
  });

  test('an outline of figures is numbering, not name', () => {
    expect(table.rows.map(({ name, level }) => `${level} ${name}`)).toEqual([
      '0 一般公共预算收入',
      '0 一般公共预算收入',
      '1 税收收入',
      '1 税收收入',
      '1 非税收入',
      '1 非税收入',
    ]);
  });

  test('a row stands below the row of its own time', () => {
    for (const { parent, phase } of table.rows.filter(({ parent }) => parent >= 0))
      expect(table.rows[parent]?.phase).toBe(phase);
  });
});
