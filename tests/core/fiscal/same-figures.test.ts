import { nameKey } from '../../../src/core/fiscal/ties/same-figures/name-keys';
import { namedTables } from '../../../src/core/fiscal/ties/same-figures/named-table';
import { sameFigures } from '../../../src/core/fiscal/ties/same-figures/same-figures';
import { cellName, type Rect } from '../../../src/core/grid/address';
import type { Workbook } from '../../../src/core/grid/sheet';
import { companionOf } from '../../../src/core/reading/read-sheet';
import { readTables } from '../../../src/core/tables/read-tables';
import { workbookOf } from '../../support/text-table';

/** What differs, as `分月!E5 184540 ≠ 分乡镇!C4 184630 (2)`, and `?` where it may be otherwise. */
function differing(text: string, lent = ''): string[] {
  const workbook = workbookOf(text);
  return told(workbook, lent === '' ? undefined : workbookOf(lent, 'Sheet1', '另一本.xlsx'));
}

function told(workbook: Workbook, lent?: Workbook): string[] {
  const found = sameFigures(companionOf(workbook).named, lent ? companionOf(lent).named : []);
  const place = ({ cell, yuan }: (typeof found.differing)[number]['one']) =>
    `${cell.sheet}!${cellName(cell)} ${String(yuan)}`;
  return found.differing.map(
    ({ one, other, agreeing, isSure }) => `${place(one)} ≠ ${place(other)} (${String(agreeing)}${isSure ? '' : '?'})`,
  );
}

const TOWNS = ['石桥镇', '云岭镇', '白沙乡', '柳溪乡', '东坪乡', '南湾乡'];

/** A sheet with one line for each town. */
function towns(sheet: string, title: string, headers: string, rows: readonly string[]): string {
  return [
    `【${sheet}】`,
    title,
    '单位：元',
    `| 乡镇 | ${headers} |`,
    ...rows.map((row, i) => `| ${TOWNS[i] ?? ''} | ${row} |`),
  ].join('\n');
}

test.each([
  ['（一）石桥镇', '石桥'],
  ['县教育局', '教育局'],
  ['县委办公室', '县委办公室'],
  ['其中：石桥镇', '石桥'],
  ['国有资源（资产）有偿使用收入', '国有资源有偿使用收入'],
  ['特困供养金额', '特困供养'],
  ['农村低保金', '农村低保'],
  ['失业保险基金', '失业保险'],
  ['发现问题（个）', '发现问题个'],
  ['发现问题个数', '发现问题个'],
  ['养护里程（公里）', '养护里程公里'],
  ['项目数（个）', '项目'],
  ['税收收入合计', '税收收入'],
  ['8月', '8月'],
  ['合计', ''],
  ['金额', ''],
  ['', ''],
])('%s is known as “%s”', (name, key) => {
  expect(nameKey(name)).toBe(key);
});

describe('which lines are one', () => {
  const plan = ['12,345', '23,456', '34,567', '45,678', '56,789', '67,891'];

  test('a column belongs to the one column of another table with which most of it agrees', () => {
    const initial = towns('年初', '青禾县2024年道路养护安排表', '年初预算数', plan);
    const both = towns(
      '执行',
      '青禾县2024年道路养护执行表',
      '年初预算数 | 调整预算数',
      plan.map((amount, i) => `${amount} | ${i === 2 ? '39,999' : amount}`),
    );
    expect(differing(`${initial}\n${both}`)).toEqual([]);
  });

  test('what is spent is not what was planned, however little of it was left', () => {
    const initial = towns('年初', '青禾县2024年道路养护安排表', '年初预算数', plan);
    const spent = towns('执行', '青禾县2024年道路养护执行表', '累计完成数', [...plan.slice(0, 5), '66,000']);
    expect(differing(`${initial}\n${spent}`)).toEqual([]);
  });

  test('of two rows that are called almost alike the one that agrees was meant', () => {
    const one = towns('甲', '青禾县2024年道路养护情况表', '养护费', plan);
    const memo = (name: string) =>
      `${towns('乙', '青禾县2024年道路养护资金表', '养护费', plan).replace('云岭镇 |', `${name} |`)}\n| 云岭镇 | 0 |`;
    expect(
      differing(
        `${one.replace('云岭镇', '云岭中心镇')}\n${memo('云岭中心镇全镇').replace('| 云岭镇', '| 云岭中心镇')}`,
      ),
    ).toEqual([]);
    expect(differing(`${one}\n${memo('北岭乡').replace('| 0 |', '| 1,203 |')}`)).toEqual([
      '甲!B5 23456 ≠ 乙!B10 1203 (5)',
    ]);
    expect(differing(`${one}\n${memo('北岭乡')}`)).toEqual([]);
  });

  test('what the header calls another year is of another year', () => {
    const one = towns('甲', '道路养护情况表', '2022年养护费', plan);
    const two = towns('乙', '道路养护资金表', '2023年养护费', [...plan.slice(0, 5), '66,000']);
    expect(differing(`${one}\n${two}`)).toEqual([]);
    expect(differing(`${one}\n${two.replace('2023年', '2022年')}`)).toEqual(['甲!B9 67891 ≠ 乙!B9 66000 (5)']);
  });

  test('one month and the next are not one; a year and its last day are', () => {
    const may = towns('五月', '青禾县2024年5月道路养护情况表', '养护费', plan);
    const june = towns('六月', '青禾县2024年6月道路养护情况表', '养护费', [...plan.slice(0, 5), '66,000']);
    const year = towns('全年', '青禾县2024年道路养护情况表', '养护费', [...plan.slice(0, 5), '66,000']);
    expect(differing(`${may}\n${june}`)).toEqual([]);
    expect(differing(`${may}\n${year}`)).toEqual(['五月!B9 67891 ≠ 全年!B9 66000 (5)']);
  });

  test('one in seven may be off, two may not', () => {
    const one = towns('甲', '青禾县2024年道路养护情况表', '养护费', plan);
    const two = towns('乙', '青禾县2024年道路养护资金表', '养护费', [...plan.slice(0, 4), '55,000', '66,000']);
    expect(differing(`${one}\n${two}`)).toEqual([]);
  });

  test('one figure again and again, a standard, tells nothing', () => {
    const flat = (amount: string) => TOWNS.map((_, i) => (i === 5 ? amount : '1,015'));
    const one = towns('甲', '青禾县2024年道路养护情况表', '养护费', flat('1,015'));
    const two = towns('乙', '青禾县2024年道路养护资金表', '养护费', flat('1,020'));
    expect(differing(`${one}\n${two}`)).toEqual([]);
  });

  test('money and persons are never one', () => {
    const one = towns('甲', '青禾县2024年道路养护情况表', '养护费（元）', plan);
    const two = towns('乙', '青禾县2024年受益人口情况表', '受益人数（人）', [...plan.slice(0, 5), '66,000']);
    expect(differing(`${one}\n${two}`)).toEqual([]);
  });

  test('two lent books are not compared with one another', () => {
    const one = towns('甲', '青禾县2024年道路养护情况表', '养护费', plan);
    const two = towns('乙', '青禾县2024年道路养护资金表', '养护费', [...plan.slice(0, 5), '66,000']);
    expect(differing('空表', `${one}\n${two}`)).toEqual([]);
    expect(differing(one, two)).toEqual(['甲!B9 67891 ≠ 乙!B9 66000 (5)']);
  });
});

test('what is off makes the totals of its row and of its column off: it alone is told', () => {
  const rows = ['1,234 | 2,345 | 3,579', '2,341 | 3,412 | 5,753', '3,127 | 4,239 | 7,366'];
  const other = ['1,234 | 2,345 | 3,579', '2,341 | 3,512 | 5,853', '3,127 | 4,239 | 7,366'];
  const first = `${towns('甲', '青禾县2024年道路养护情况表', '县道 | 乡道 | 合计', rows)}\n| 合计 | 6,702 | 9,996 | 16,698 |`;
  const second = `${towns('乙', '青禾县2024年道路养护资金表', '县道 | 乡道 | 合计', other)}\n| 合计 | 6,702 | 10,096 | 16,798 |`;
  expect(differing(`${first}\n${second}`)).toEqual(['甲!C5 3412 ≠ 乙!C5 3512 (2?)']);
});

describe('a name over several rows names each with its words', () => {
  function parts(merged: number, text: string): unknown[] {
    const [sheet] = workbookOf(`青禾县2024年接待费情况表\n单位：元\n| 单位 | 期间 | 接待费 | 会议费 |\n${text}`).sheets;
    if (!sheet) throw new RangeError('no sheet');
    const tops = Array.from({ length: 3 }, (_, i) => 3 + i * merged);
    const merges: Rect[] = tops.map((top) => ({ top, left: 0, bottom: top + merged - 1, right: 0 }));
    const shown = { ...sheet, merges };
    const [table] = namedTables('本书', shown, readTables(shown));
    return table?.rows.map(({ at, label, part, role }) => [at, label, part, role]) ?? [];
  }

  test('where each of them is a row of the table', () => {
    expect(
      parts(
        2,
        `| 县财政局 | 本年累计 | 86,298 | 12,345 |
| | 上年同期 | 119,868 | 13,456 |
| 县教育局 | 本年累计 | 55,651 | 14,567 |
| | 上年同期 | 69,897 | 15,678 |
| 县水利局 | 本年累计 | 76,745 | 16,789 |
| | 上年同期 | 102,148 | 17,891 |`,
      ),
    ).toEqual([
      [3, '县财政局', '本年累计', 'ytd'],
      [4, '县财政局', '上年同期', 'prior'],
      [5, '县教育局', '本年累计', 'ytd'],
      [6, '县教育局', '上年同期', 'prior'],
      [7, '县水利局', '本年累计', 'ytd'],
      [8, '县水利局', '上年同期', 'prior'],
    ]);
  });

  test('and where only the first is', () => {
    expect(
      parts(
        3,
        `| 县财政局 | 本年累计 | 86,298 | 12,345 |
| | 上年同期 | 119,868 | 13,456 |
| | 增减% | -28.0 | -8.3 |
| 县教育局 | 本年累计 | 55,651 | 14,567 |
| | 上年同期 | 69,897 | 15,678 |
| | 增减% | -20.4 | -7.1 |
| 县水利局 | 本年累计 | 76,745 | 16,789 |
| | 上年同期 | 102,148 | 17,891 |
| | 增减% | -24.9 | -6.2 |`,
      ).slice(0, 4),
    ).toEqual([
      [3, '县财政局', '本年累计', 'ytd'],
      [4, '县财政局', '上年同期', 'prior'],
      [5, '县财政局', '增减%', undefined],
      [6, '县教育局', '本年累计', 'ytd'],
    ]);
  });
});

describe('of another time or unit', () => {
  const accounts = (rows: readonly string[]) =>
    `云陂县2024年度部门决算汇总\n单位：万元\n| 单位 | 年初结转和结余 | 本年收入 | 年末结转和结余 |\n${rows.join('\n')}`;
  const used = (rows: readonly string[]) =>
    `2024年结转指标使用情况\n单位：万元\n| 单位 | 2024年末结转 | 收回 | 9月末结余 |\n${rows.join('\n')}`;

  test('2024年末结转 is what the accounts of 2024 ended with', () => {
    expect(
      differing(
        used([
          '| 县教育局 | 861.5 | 20 | 436.25 |',
          '| 县民政局 | 742.3 | 0 | 54.2 |',
          '| 县水利局 | 684.72 | 0 | 779.42 |',
          '| 县交通局 | 1377 | 402 | 194.5 |',
        ]),
        accounts([
          '| 县教育局 | 115.46 | 8535.42 | 861.5 |',
          '| 县民政局 | 28.7 | 4485.2 | 742.3 |',
          '| 县水利局 | 155.42 | 9954.58 | 684.72 |',
          '| 县交通局 | 110.2 | 6142.7 | 1733 |',
        ]),
      ),
    ).toEqual([expect.stringMatching(/^Sheet1!B7 13770000 ≠ Sheet1!D7 17330000/)]);
  });

  test('cents under no unit are yuan', () => {
    expect(
      differing(`【9月支付】
| 预算单位 | 全年指标 | 9月支付 |
| 县委办 | 18534445.32 | 1459854.24 |
| 县政府办 | 24679955.44 | 1612755.04 |
| 县财政局 | 28957950.32 | 2163353.59 |
| 县公安局 | 168657292.04 | 12614481.31 |
【经济分类】
2025年9月支付按经济分类
单位：元
| 预算单位 | 工资 | 合计 |
| 县委办 | 844509.73 | 1459854.24 |
| 县政府办 | 738712.59 | 1612755.04 |
| 县财政局 | 1036989.3 | 2163353.59 |
| 县公安局 | 6139256.34 | 12641481.31 |`),
    ).toEqual([expect.stringMatching(/^9月支付!C5 12614481.31 ≠ 经济分类!C7 12641481.31/)]);
  });
});
