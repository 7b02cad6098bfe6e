import { bookPeriod } from '../../../src/core/reading/book-period';
import { workbookOf } from '../../support/text-table';

const BODY = `| 单位 | 应发 | 实发 |
| 教育系统 | 2825 | 2346 |`;

const until = (titles: readonly string[], fileName?: string) =>
  bookPeriod(workbookOf(titles.map((title, i) => `【表${i + 1}】\n${title}\n${BODY}`).join('\n'), '', fileName))?.to;

test('the month in which the titles of the sheets agree', () => {
  expect(until(['2025年8月工资表', '人员情况表'])).toBe('2025-08-31');
  expect(until(['2025年8月工资表', '2025年7月人员情况表'])).toBeUndefined();
});

test('one sheet says the year, another or the name of the file the month', () => {
  expect(until(['2025年工资统发情况', '8月份统发工资分类表'])).toBe('2025-08-31');
  expect(until(['2025年库款收支运行表', '调度资金登记表'], '03-国库股8月库款.xlsx')).toBe('2025-08-31');
  expect(until(['2025年工资统发情况', '7月份工资表', '8月份工资表'])).toBeUndefined();
  expect(until(['2024年决算', '2025年预算'], '8月.xlsx')).toBeUndefined();
  expect(until(['工资统发情况', '8月份统发工资分类表'])).toBeUndefined();
});

test('what is planned for the next month is not what the workbook is as of', () => {
  expect(until(['2025年8月工资表', '2025年9月资金计划'])).toBe('2025-08-31');
});

test('rows 2025年1月, 2025年2月 … say the year, and the name of the file the month', () => {
  const of = (rows: readonly string[]) =>
    bookPeriod(
      workbookOf(
        `【进度】\n一般公共预算支出进度\n${BODY}\n【逐月】\n逐月列支\n| 月度 | 当月 |\n${rows.map((row) => `| ${row} | 260 |`).join('\n')}`,
        '',
        '支出进度9月末.xlsx',
      ),
    )?.to;
  expect(of(['2025年1月', '2025年2月', '2025年3月'])).toBe('2025-09-30');
  expect(of(['2025年1月', '2025年2月', '2024年3月'])).toBeUndefined();
  expect(of(['2025年4月', '2025年7月', '2025年9月'])).toBeUndefined();
});
