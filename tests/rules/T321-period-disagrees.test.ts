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

describe('a monthly report', () => {
  const report = (...titles: readonly string[]) =>
    workbookOf(titles.map((title, i) => month(`表${i + 1}`, title)).join('\n'), '表', '2023年6月财政运行月报.xlsx');
  const told = async (...titles: readonly string[]) =>
    (await checkWorkbook(report(...titles))).outcome.findings.filter(({ code }) => code === 'T321');

  test('the one title that still has last month is told', async () => {
    const [found] = await told('2023年6月收入', '2023年5月支出', '2023年6月基金', '截至2023年6月13日库款');
    expect(found?.messageId).toBe('T321.amongSheets');
    expect(found?.at[0]).toMatchObject({ sheet: '表2', row: 0, column: 0 });
  });

  test('of two that differ nobody knows which is meant', async () => {
    expect(await told('2023年6月收入', '2023年5月支出', '2023年5月基金', '2023年6月库款')).toEqual([]);
  });
});
