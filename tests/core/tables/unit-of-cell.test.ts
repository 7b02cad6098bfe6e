import { sheetFromRows } from '../../../src/core/grid/build';
import { readTables } from '../../../src/core/tables/read-tables';
import { unitOfCell } from '../../../src/core/tables/unit-of-cell';

/** By row the unit of each column of figures. */
function unitsOf(rows: readonly (readonly unknown[])[], columns: readonly number[]) {
  const [table] = readTables(sheetFromRows('表', rows));
  if (!table) throw new Error('no table');
  return table.rows.map((row) =>
    columns.map(
      (at) =>
        unitOfCell(
          table,
          row,
          table.columns.find(({ column }) => column === at),
        ) ?? null,
    ),
  );
}

describe('what a figure stands in', () => {
  test('counts have their own words beside money', () => {
    expect(
      unitsOf(
        [
          ['2023年6月资助情况表'],
          ['', '', '', '', '单位：元'],
          ['学校', '学生数', '面积（亩）', '宗数', '金额'],
          ['城关小学', 7012, 12, 3, 900],
          ['云溪小学', 512, 14, 2, 800],
        ],
        [1, 2, 3, 4],
      ),
    ).toEqual([
      ['人', '亩', '宗', '元'],
      ['人', '亩', '宗', '元'],
    ]);
  });

  test('people by what they are are counted in a table of people, and paid in one of their costs', () => {
    const rows = (title: string, unit: string): unknown[][] => [
      [title],
      ['', '', '', `单位：${unit}`],
      ['单位', '编制数', '在职', '退休', '在职月工资总额'],
      ['县级党政机关', 1864, 1792, 743, 10864320],
      ['公安系统', 512, 498, 136, 3625480],
    ];
    const of = (title: string, unit: string) => unitsOf(rows(title, unit), [2, 3, 4])[0];
    expect(of('财政供养人员情况表', '人、元')).toEqual(['人', '人', '元']);
    expect(of('人员经费支出情况表', '元')).toEqual(['元', '元', '元']);
  });

  test('nor of the money whose unit stands over the table', () => {
    expect(
      unitsOf(
        [
          ['惠农补贴发放汇总'],
          ['', '', '', '', '单位：元'],
          ['序号', '补贴项目', '发放对象数', '单位', '8月发放'],
          [1, '耕地地力保护补贴', 58213, '户', 32487429.87],
          [2, '农村低保金', 12845, '人', 6018374.1],
        ],
        [2, 4],
      ),
    ).toEqual([
      ['户', '元'],
      ['人', '元'],
    ]);
  });

  test('in a row is what its column 计量 says', () => {
    expect(
      unitsOf(
        [
          ['呈局长阅（2025年9月）'],
          ['事项', '计量', '本月', '累计'],
          ['税收入库', '元', 55226050, 552260500],
          ['库款余额', '亿元', 7.04, 7.04],
          ['补贴户数', '户', 1090, 5210],
        ],
        [2, 3],
      ),
    ).toEqual([
      ['元', '元'],
      ['亿元', '亿元'],
      ['户', '户'],
    ]);
  });

  test('a unit beside a number of persons says nothing of the money in the row', () => {
    expect(
      unitsOf(
        [
          ['惠民补贴发放汇总表'],
          ['补贴项目', '数量', '单位', '发放金额（元）', '到位资金（万元）'],
          ['地力保护补贴', 27101, '户', 17425392, 1880],
          ['高龄津贴', 4530, '人', 2261700, 420],
        ],
        [1, 3, 4],
      ),
    ).toEqual([
      ['户', '元', '万元'],
      ['人', '元', '万元'],
    ]);
  });

  test('a row may count in a table of money', () => {
    expect(
      unitsOf(
        [
          ['2023年6月社保基金情况表'],
          ['', '单位：亿元'],
          ['项目', '完成数'],
          ['基金收入', 5],
          ['参保人数（人）', 511],
          ['享受待遇人次', 600],
          ['滚存结余（万元）', 20000],
        ],
        [1],
      ),
    ).toEqual([['亿元'], ['人'], ['人次'], ['万元']]);
  });

  test('the total of columns of persons counts persons', () => {
    const rows = [
      ['分乡镇救助情况（单位：元）'],
      ['乡镇', '城市低保人数', '农村低保人数', '对象合计', '发放金额'],
      ['禾阳街道', 928, 908, 1836, 8290122.99],
      ['柳坪镇', 184, 1948, 2132, 9613546.92],
    ];
    expect(unitsOf(rows, [3, 4])).toEqual([
      ['人', '元'],
      ['人', '元'],
    ]);
  });

  test('a column of units says it row by row, and is not what the rows are called', () => {
    const rows = [
      ['2023年6月主要指标'],
      ['指标', '计量单位', '完成数'],
      ['一般公共预算收入', '万元', 5],
      ['低保对象', '户', 511],
      ['非税占比', '%', 40],
    ];
    expect(unitsOf(rows, [2])).toEqual([['万元'], ['户'], [null]]);
    expect(readTables(sheetFromRows('表', rows))[0]?.rows.map(({ name }) => name)).toEqual([
      '一般公共预算收入',
      '低保对象',
      '非税占比',
    ]);
  });
});
