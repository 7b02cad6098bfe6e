import { checkWorkbook } from '../../../src/app/check-workbook';
import type { Workbook } from '../../../src/core/grid/sheet';
import { workbookOf } from '../../support/text-table';

const TABLE = `某县2023年5月一般公共预算收入完成情况表
单位：万元
| 项目 | 累计完成 | 上年同期 | 增长% |
| 税收收入 | 300 | 200 | 50 |
| 非税收入 | 100 | 80 | 35 |
| 合计 | 400 | 280 | 42.9 |`;

async function prints(workbook: Workbook): Promise<string[]> {
  const { outcome } = await checkWorkbook(workbook);
  return outcome.findings.map(({ fingerprint }) => fingerprint);
}

describe('a fingerprint is what the finding means', () => {
  test('it survives inserted rows, a longer heading and a moved sheet', async () => {
    const before = await prints(workbookOf(TABLE));
    expect(before).toHaveLength(1);
    expect(await prints(workbookOf(TABLE.replace('| 税收', '| 上划收入 | 90 | 60 | 50 |\n| 税收')))).toContain(
      before[0],
    );
    expect(await prints(workbookOf(TABLE.replace('单位', '编制单位：某县财政局\n单位')))).toEqual(before);
    const other = workbookOf('| 甲 | 乙 |\n| 丙 | 3 |', '另一张').sheets;
    expect(await prints({ sheets: [...other, ...workbookOf(TABLE, '改了名').sheets], names: [] })).toEqual(before);
  });

  test('it is another for another row, column or period', async () => {
    const [before] = await prints(workbookOf(TABLE));
    expect(await prints(workbookOf(TABLE.replace('35', '25').replace('| 50 |', '| 60 |')))).not.toContain(before);
    expect(await prints(workbookOf(TABLE.replace('2023年5月', '2023年6月')))).not.toContain(before);
  });

  test('two findings of one meaning are told apart', async () => {
    const twice = await prints({
      sheets: [...workbookOf(TABLE, '一').sheets, ...workbookOf(TABLE, '二').sheets],
      names: [],
    });
    expect(new Set(twice).size).toBe(2);
  });
});
