import { checkWorkbook } from '../../src/app/check-workbook';
import { workbookOf } from '../support/text-table';
import { testRule } from './rule-tester';

const table = (title: string, asOf: string, header: string) => `${title}
     ${asOf}
     单位：万元
     | 项目 | 年初预算 | ${header} | 上年同期 |
     | 税收收入 | 30,000 | 11,000 | 10,000 |
     | 非税收入 | 12,000 | 5,000 | 4,800 |`;

const month = (sheet: string, title: string) => `【${sheet}】
     ${title}
     单位：万元
     | 项目 | 数 |
     | 甲 | 5 |
     | 乙 | 6 |`;

testRule('T321', {
  valid: [
    table('青禾县2023年5月财政收入进度', '（截至5月31日）', '1-5月累计入库'),
    // The day on which it was made, a plan, a year.
    table('青禾县2023年5月财政收入进度', '填报日期：2023年6月7日', '6月计划'),
    table('2023年全县财政收入进度', '数据截至2023年5月31日', '累计入库'),
  ],
  invalid: [
    {
      table: table('青禾县2023年5月财政收入进度', '（截至5月31日）', '1-4月累计入库'),
      finds: [
        {
          level: 'warning',
          grade: 'yellow',
          at: 'C4',
          with: ['A1'],
          says: '标题写“青禾县2023年5月财政收入进度”，表头却写“1-4月累计入库”：请核对所属期',
        },
      ],
    },
    {
      table: table('青禾县2023年5月财政收入进度', '截至4月30日', '累计入库'),
      finds: [
        {
          level: 'warning',
          grade: 'yellow',
          at: 'A2',
          with: ['A1'],
          says: '标题写“青禾县2023年5月财政收入进度”，标题下却写“截至4月30日”：请核对所属期',
        },
      ],
    },
    {
      table: month('6月', '青禾县2023年5月分部门情况表'),
      finds: [
        {
          level: 'warning',
          grade: 'yellow',
          at: 'A1',
          says: '标题写“青禾县2023年5月分部门情况表”，工作表名却写“6月”：请核对所属期',
        },
      ],
    },
  ],
});

type Report = readonly [file: string, sheets: readonly (readonly [sheet: string, title: string])[]];

describe('a monthly report', () => {
  const toldOf = async (file: string, ...sheets: readonly (readonly [sheet: string, title: string])[]) => {
    const workbook = workbookOf(sheets.map(([sheet, title]) => month(sheet, title)).join('\n'), '表', file);
    return (await checkWorkbook(workbook)).outcome.findings.filter(({ code }) => code === 'T321');
  };
  const told = (...titles: readonly string[]) =>
    toldOf('2023年6月财政运行月报.xlsx', ...titles.map((title, i) => [`表${i + 1}`, title] as const));

  test('the one title that still has last month is told', async () => {
    const [found] = await told('2023年6月收入', '2023年5月支出', '2023年6月基金', '截至2023年6月13日库款');
    expect(found?.messageId).toBe('T321.amongSheets');
    expect(found?.at[0]).toMatchObject({ sheet: '表2', row: 0, column: 0 });
  });

  test('of two that differ nobody knows which is meant', async () => {
    expect(await told('2023年6月收入', '2023年5月支出', '2023年5月基金', '2023年6月库款')).toEqual([]);
  });

  test.each<Report>([
    [
      '月报.xlsx',
      [
        ['表1', '2023年6月收入'],
        ['表2', '2023年5月支出'],
        ['表3', '2023年6月基金'],
      ],
    ],
    // A file that says the month alone, and one other table.
    [
      '库款（6月）.xlsx',
      [
        ['表1', '青禾县2023年6月库款'],
        ['表2', '青禾县2023年5月专户'],
      ],
    ],
    // A plan for the year among the months.
    [
      '月报.xlsx',
      [
        ['表1', '2023年6月收入完成情况'],
        ['表2', '2023年5月支出完成情况'],
        ['表3', '2023年6月基金完成情况'],
        ['表4', '2023年财政收支年度计划'],
      ],
    ],
    [
      '2023年决算.xlsx',
      [
        ['表1', '2023年度收入决算表'],
        ['表2', '2022年度支出决算表'],
        ['表3', '2023年度决算平衡表'],
      ],
    ],
  ])('of %s the title left as it was is told', async (file, sheets) => {
    expect((await toldOf(file, ...sheets)).map(({ at: [first] }) => first)).toEqual([
      expect.objectContaining({ sheet: '表2', row: 0, column: 0 }),
    ]);
  });

  test.each<Report>([
    // Another month, and the sheet is called so; the same table of the month before; last year's account beside the budget.
    [
      '月报.xlsx',
      [
        ['6月收入', '2023年6月收入'],
        ['5月支出', '2023年5月支出'],
        ['6月基金', '2023年6月基金'],
      ],
    ],
    [
      '月报.xlsx',
      [
        ['表1', '2023年6月收入'],
        ['表2', '2023年5月收入'],
        ['表3', '2023年6月基金'],
      ],
    ],
    [
      '2023年预算.xlsx',
      [
        ['表1', '2023年度收入预算表'],
        ['表2', '2022年度三公决算表'],
        ['表3', '2023年度支出预算表'],
      ],
    ],
    [
      '月报.xlsx',
      [
        ['表1', '2023年6月收入'],
        ['表2', '2023年度预算安排'],
        ['表3', '2023年6月基金'],
      ],
    ],
  ])('of %s a table of another time that belongs there is not', async (file, sheets) => {
    expect(await toldOf(file, ...sheets)).toEqual([]);
  });
});
