import { readTables } from '../../../src/core/tables/read-tables';
import type { Correction } from '../../../src/core/tables/corrections';
import type { Table } from '../../../src/core/tables/table';
import { companionOf } from '../../../src/core/reading/read-sheet';
import { workbookOf } from '../../support/text-table';

const TABLE = `2023年5月财政情况
| 项目 | 数一 | 数二 |
| 大口径收入 | 100 | 90 |
| 小口径收入 | 60 | 50 |`;

const SAID: Correction = {
  sheet: 'Sheet1',
  title: '2023年5月财政情况',
  kind: '一般公共预算收入执行情况表',
  unit: '万元',
  columns: [
    { header: '数一', role: 'ytd' },
    { header: '数二', role: 'prior' },
  ],
  rows: [{ label: '大口径收入', subject: 'localRevenue' }],
};

function read(text: string, corrections: readonly Correction[]): Table | undefined {
  const workbook = workbookOf(text);
  return workbook.sheets.flatMap((sheet) => readTables(sheet, workbook, corrections))[0];
}

test('what the user said counts before what is read', () => {
  expect(read(TABLE, [])).toMatchObject({ kind: 'unknown' });
  const table = read(TABLE, [SAID]);
  expect(table).toMatchObject({
    kind: '一般公共预算收入执行情况表',
    unit: '万元',
    confidence: expect.any(Number) as number,
  });
  expect(table?.columns.map(({ role }) => role)).toEqual(['item', 'ytd', 'prior']);
  expect(table?.evidence.map(({ id }) => id)).toContain('corrected');
});

test('a row is the subject that the user said it is', () => {
  const found = companionOf(workbookOf(TABLE), [SAID]).measures.filter(({ subject }) => subject === 'localRevenue');
  expect(found.map(({ phase, yuan }) => [phase, yuan])).toEqual([
    ['ytd', 1_000_000],
    ['prior', 900_000],
  ]);
});

test('said in May, it holds for the same table in June, and for no other', () => {
  expect(read(TABLE.replace('5月', '6月'), [SAID])).toMatchObject({ unit: '万元' });
  expect(read(TABLE.replace('财政情况', '资产情况'), [SAID])).not.toHaveProperty('unit');
});

test('the last word counts', () => {
  expect(read(TABLE, [SAID, { ...SAID, unit: '元' }])).toMatchObject({ unit: '元' });
});

test('a month said of one sheet is not that of another', () => {
  const said = { ...SAID, period: { from: '2023-01-01', to: '2023-05-31' } };
  const named = (name: string) => {
    const workbook = workbookOf(TABLE.replace('2023年5月', ''), name);
    return workbook.sheets.flatMap((sheet) =>
      readTables(sheet, workbook, [{ ...said, sheet: '5月', title: '财政情况' }]),
    )[0];
  };
  expect(named('5月')?.period?.to).toBe('2023-05-31');
  expect(named('6月')).toMatchObject({ unit: '万元' });
  expect(named('6月')?.period?.to).not.toBe('2023-05-31');
});
