import { pageOf } from '../../../src/core/fiscal/ties/same-figures/quotes';
import { namedTables } from '../../../src/core/fiscal/ties/same-figures/named-table';
import { bookId } from '../../../src/core/grid/place';
import { readTables } from '../../../src/core/tables/read-tables';
import { workbooksOf } from '../../support/text-table';

/** What the page on the first sheet tells otherwise: `its row: what it says, what stands elsewhere`. */
function told(text: string): string[] {
  const tables = workbooksOf(text).flatMap((workbook) =>
    workbook.sheets.flatMap((sheet) => namedTables(bookId(workbook), sheet, readTables(sheet, workbook))),
  );
  const [page] = tables;
  return page
    ? pageOf(page, tables).differing.map(
        ({ told: figure, of }) => `${page.rows[figure.row]?.label ?? ''}: ${figure.yuan}, ${of.yuan}`,
      )
    : [];
}

const TOWNS = `【护林】
护林员补贴发放情况
单位：万元
| 乡镇 | 护林员补贴 |
| 石桥镇 | 109.78 |
| 云岭镇 | 74.85 |
| 合计 | 184.63 |
【保洁】
保洁员补贴发放情况
单位：万元
| 乡镇 | 保洁员补贴 |
| 石桥镇 | 144.12 |
| 云岭镇 | 83.01 |
| 合计 | 227.13 |
【水管】
水管员补贴发放情况
单位：万元
| 乡镇 | 水管员补贴 |
| 石桥镇 | 43.26 |
| 云岭镇 | 32.45 |
| 合计 | 75.71 |`;

/** A page with rows of its own below three that tell right. */
const page = (...rows: readonly string[]): string => `【一页纸】
补贴情况一页纸
单位：万元
| 指标 | 数值 |
| 护林员补贴 | 184.63 |
| 保洁员补贴 | 227.13 |
| 水管员补贴 | 75.71 |
${rows.map((row) => `| ${row} |`).join('\n')}`;

const ROADS = (title: string, header: string, value: string): string => `【养护】
${title}
单位：万元
| 乡镇 | ${header} |
| 石桥镇 | 200 |
| 云岭镇 | 104.68 |
| 合计 | ${value} |`;

test('a page that tells three tables right is held to a fourth', () => {
  const text = `${page('村道养护支出 | 340.68')}\n${TOWNS}\n${ROADS('村道养护情况', '村道养护支出', '304.68')}`;
  expect(told(text)).toEqual(['村道养护支出: 3406800, 3046800']);
});

test('2024年 over its figures is no time of its own, and what a row names may be of a purse that the page does not', () => {
  const dated = (label: string, value: string) =>
    page(`${label} | ${value}`).replace('补贴情况一页纸', '2024年补贴情况一页纸').replace('| 数值 |', '| 2024年 |');
  const purchases = ROADS('2024年政府采购汇总', '合同金额', '304.68');
  const text = (value: string) => `${dated('政府采购合同金额', value)}\n${TOWNS}\n${purchases}`;
  expect(told(text('340.68'))).toEqual(['政府采购合同金额: 3406800, 3046800']);
  expect(told(text('304.68'))).toEqual([]);
  // What the page does not call a purchase is none of another purse.
  expect(told(`${dated('村道合同金额', '340.68')}\n${TOWNS}\n${purchases}`)).toEqual([]);
});

test.each([
  [
    'it tells only two others right',
    (text: string) =>
      text
        .replace(/\| (?:保洁|水管)员补贴 \| [\d.]+ \|\n/g, '')
        .replace('| 村道养护支出 | 340.68 |', '| 村道路灯支出 | 61.3 |\n| 村道养护支出 | 340.68 |')
        .replace('| 乡镇 | 村道养护支出 |', '| 乡镇 | 村道路灯支出 | 村道养护支出 |')
        .replace('| 合计 | 304.68 |', '| 合计 | 61.3 | 304.68 |'),
  ],
  [
    'what it tells right has few digits',
    (text: string) => text.replaceAll('184.63', '12').replaceAll('227.13', '13').replaceAll('75.71', '14'),
  ],
  [
    'another figure of it differs too',
    (text: string) =>
      text
        .replace('| 村道养护支出 | 340.68 |', '| 村道路灯支出 | 66.3 |\n| 村道养护支出 | 340.68 |')
        .replace('| 乡镇 | 村道养护支出 |', '| 乡镇 | 村道路灯支出 | 村道养护支出 |')
        .replace('| 合计 | 304.68 |', '| 合计 | 61.3 | 304.68 |')
        .replace('补贴 | 184.63 |\n| 保洁', '补贴 | 184.63 |\n| 石桥镇护林员补贴 | 109.78 |\n| 保洁'),
  ],
  ['one is twenty times the other', (text: string) => text.replace('340.68', '9340.68')],
  [
    'the one came in and the other went out',
    (text: string) => text.replace('| 乡镇 | 村道养护支出 |', '| 乡镇 | 村道养护收入 |'),
  ],
  [
    'it is of another month',
    (text: string) =>
      text
        .replace('补贴情况一页纸', '2025年9月补贴情况一页纸')
        .replace('| 乡镇 | 村道养护支出 |', '| 乡镇 | 村道养护支出8月 |'),
  ],
  ['the other is of a fund', (text: string) => text.replace('村道养护情况', '政府性基金村道养护情况')],
  [
    'the other is of another tier',
    (text: string) =>
      text.replace('村道养护情况', '县本级村道养护情况').replace('补贴情况一页纸', '全县补贴情况一页纸'),
  ],
  ['the other is a rate', (text: string) => text.replace('| 乡镇 | 村道养护支出 |', '| 乡镇 | 村道养护支出进度 |')],
  [
    'the other is of last year',
    (text: string) => text.replace('| 乡镇 | 村道养护支出 |', '| 乡镇 | 上年同期村道养护支出 |'),
  ],
  [
    'the page names but a part',
    (text: string) => text.replace('| 村道养护支出 |', '| 交通部门 | 900 |\n|  其中：村道养护支出 |'),
  ],
])('nothing is said where %s', (_, change) => {
  const text = `${page('村道养护支出 | 340.68')}\n${TOWNS}\n${ROADS('村道养护情况', '村道养护支出', '304.68')}`;
  expect(told(change(text))).toEqual([]);
});

test('a single figure of a fourth table counts only where three others are told of', () => {
  const own = `【一页纸】
补贴情况一页纸
单位：万元
| 指标 | 数值 |
| 石桥镇护林员补贴 | 109.78 |
| 云岭镇护林员补贴 | 74.85 |
| 护林员补贴 | 184.63 |
| 村道养护支出 | 340.68 |`;
  const text = `${own}\n${TOWNS}\n${ROADS('村道养护情况', '村道养护支出', '304.68')}`;
  expect(told(text)).toEqual([]);
});

test('of 一般公共服务支出 and 支出合计 the one is called that says no more than is asked for', () => {
  const text = `${page('一般公共预算支出 | 2,548.37', '农林水支出 | 814.67')}
${TOWNS}
【支出】
一般公共预算支出完成情况
单位：万元
| 科目 | 支出 |
| 一般公共服务支出 | 1,724.6 |
| 农林水支出 | 814.67 |
| 支出合计 | 2,539.27 |`;
  expect(told(text)).toEqual(['一般公共预算支出: 25483700, 25392700']);
});

test('of two that are off by as much the smaller is told', () => {
  const text = `${page('一般公共预算支出 | 2,548.37', '教育支出 | 631.2', '农林水支出 | 814.67', '卫生健康支出 | 792.1')}
${TOWNS}
【支出】
一般公共预算支出完成情况
单位：万元
| 科目 | 支出 |
| 公安支出 | 310.4 |
| 教育支出 | 622.1 |
| 农林水支出 | 814.67 |
| 卫生健康支出 | 792.1 |
| 支出合计 | 2,539.27 |`;
  expect(told(text)).toEqual(['教育支出: 6312000, 6221000']);
});

const DEBTS = (title: string): string => `【债务】
${title}
单位：万元
| 类别 | 年初余额 | 期末余额 |
| 一般债务 | 142.62 | 151.59 |
| 专项债务 | 214.88 | 252.54 |
| 合计 | 357.5 | 404.13 |`;

test('a balance is the total of a table that is called as it is', () => {
  const text = `${page('政府债务余额 | 357.5')}\n${TOWNS}\n${DEBTS('政府债务限额余额情况表')}`;
  expect(told(text)).toEqual(['政府债务余额: 3575000, 4041300']);
  expect(told(text.replace('政府债务余额 |', '年初政府债务余额 |'))).toEqual([]);
  // What flows is called 收入 in many tables: a title alone is no name of it.
  expect(told(text.replaceAll('余额', '收入').replace('年初收入', '年初预算'))).toEqual([]);
});

test('what leaves something out is not what another table adds up', () => {
  const text = `${page('村道养护支出 | 340.68')}\n${TOWNS}\n${ROADS('村道养护情况', '村道养护支出', '304.68')}`;
  expect(told(text.replace('| 村道养护支出 | 340', '| 村道养护支出（不含人工） | 340'))).toEqual([]);
});

test('a page that names no time is of the time of its workbook', () => {
  const roads = (month: string, value: string) =>
    ROADS(`2025年${month}月村道养护情况`, '村道养护支出', value).replace('【养护】', `【${month}月】`);
  const dated = TOWNS.replaceAll(/\n(护林员|保洁员|水管员)补贴发放/g, '\n2025年6月$1补贴发放');
  const text = `${page('村道养护支出 | 304.68')}\n${dated}\n${roads('6', '340.68')}\n${roads('5', '304.68')}`;
  expect(told(text)).toEqual(['村道养护支出: 3046800, 3406800']);
});
