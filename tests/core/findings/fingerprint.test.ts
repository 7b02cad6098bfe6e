import { findingText } from '../../../src/app/finding-text';
import { translator } from '../../../src/messages/translator';
import { cellsOf } from '../../../src/core/findings/finding';
import type { Workbook } from '../../../src/core/grid/sheet';
import { companionOf } from '../../../src/core/reading/read-sheet';
import { workbookOf } from '../../support/text-table';
import { bookOf, findings, growthTable, prints, TAXES, TITLE } from './growth-tables';

const TABLE = `某县2023年5月一般公共预算收入完成情况表
单位：万元
| 项目 | 累计完成 | 上年同期 | 增长% |
| 税收收入 | 300 | 200 | 50 |
| 非税收入 | 100 | 80 | 35 |
| 合计 | 400 | 280 | 42.9 |`;

describe('a fingerprint is what the finding means', () => {
  test('it survives inserted rows, a longer heading and a moved sheet', async () => {
    const before = await prints(workbookOf(TABLE));
    expect(before).toHaveLength(1);
    expect(await prints(workbookOf(TABLE.replace('| 税收', '| 上划收入 | 90 | 60 | 50 |\n| 税收')))).toContain(
      before[0],
    );
    expect(await prints(workbookOf(TABLE.replace('单位', '制表人：张三\n单位')))).toEqual(before);
    const other = workbookOf('| 甲 | 乙 |\n| 丙 | 3 |', '另一张').sheets;
    expect(await prints({ sheets: [...other, ...workbookOf(TABLE, '改了名').sheets], names: [] })).toEqual(before);
  });

  test.each([
    ['row', TABLE.replace('35', '25').replace('| 50 |', '| 60 |')],
    ['period', TABLE.replace('2023年5月', '2023年6月')],
    ['title', TABLE.replace('完成情况表', '入库情况表')],
    ['place', TABLE.replace('单位：', '编制单位：石桥镇财政所\n单位：')],
  ])('it is another for another %s', async (_what, table) => {
    const [before] = await prints(workbookOf(TABLE));
    const after = await prints(workbookOf(table));
    expect(after).not.toHaveLength(0);
    expect(after).not.toContain(before);
  });

  test('tables that nothing but their sheets tell apart have prints of their own, in whatever order they stand', async () => {
    const towns = ['石桥镇', '河口镇', '柳林镇'];
    const table = (name: string) => [name, growthTable(TITLE, TAXES, new Set(['契税']))] as const;
    const all = await findings(bookOf(...towns.map(table)));
    const printOf = new Map(
      all.map((finding) => [finding.at.map((at) => ('sheet' in at ? at.sheet : ''))[0], finding.fingerprint]),
    );
    expect(new Set(printOf.values()).size).toBe(3);
    // The first is mended: no other inherits its print.
    const mended = bookOf(['石桥镇', growthTable(TITLE, TAXES, new Set())], table('河口镇'), table('柳林镇'));
    expect(await prints(mended)).toEqual([printOf.get('河口镇'), printOf.get('柳林镇')]);
    expect(await prints(bookOf(...[...towns].reverse().map(table)))).toEqual(
      [...towns].reverse().map((town) => printOf.get(town)),
    );
  });

  test('books of one base name are told apart by their folders', async () => {
    const book = (id: string): Workbook => ({ ...workbookOf(TABLE), id, fileName: 'month.xlsx' });
    const [north, south] = [book('北镇/month.xlsx'), book('南镇/month.xlsx')];
    const one = await prints(north, { companions: [companionOf(south)] });
    const other = await prints(south, { companions: [companionOf(north)] });
    expect([one.length, other.length]).toEqual([1, 1]);
    expect(one).not.toEqual(other);
    // A companion of another month changes nothing.
    const june = { ...workbookOf(TABLE.replace('5月', '6月')), id: '六月.xlsx' };
    expect(await prints(north, { companions: [companionOf(june)] })).toEqual(await prints(north));
  });

  test('rows of one and the same path are one finding with several places', async () => {
    const wrong = growthTable(TITLE, [...TAXES.slice(0, 5), '其他', ...TAXES.slice(5), '其他'], new Set(['其他']));
    const found = await findings(workbookOf(wrong));
    expect(found).toHaveLength(1);
    expect(found[0] && findingText(found[0], translator('zh-CN'))).toMatch(/；同名的还有 1 处：D\d+$/);
    expect(found.flatMap((finding) => cellsOf(finding).map(({ row }) => row))).toEqual(expect.arrayContaining([8, 13]));
  });
});
