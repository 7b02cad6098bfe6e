/** @jest-environment-options {"globalsCleanup": "off"} */
import { CellStoreBuilder, makeSheet, type CellExtras } from '../../../src/core/grid/build';
import type { CellValue } from '../../../src/core/grid/value';
import type { Sheet, Workbook } from '../../../src/core/grid/sheet';
import type { HostNotice } from '../../../src/hosts/host';
import { eventually, expectNothingMissing, openInExcel } from './open-excel';

afterEach(expectNothingMissing);

function sheet(
  name: string,
  cells: readonly (readonly [number, number, CellValue, CellExtras?])[],
  extras = {},
): Sheet {
  const builder = new CellStoreBuilder();
  for (const [row, column, value, more] of cells) builder.add(row, column, value, more);
  return makeSheet(name, builder.build(), extras);
}

/** One of everything that a cell can hold, away from A1, so that the offset of the used range counts. */
const kinds = sheet(
  '5月 收入',
  [
    [2, 1, '项目', { bold: true }],
    [2, 2, '完成数', { bold: true }],
    [3, 1, '一、税收收入', { indent: 0, bold: true }],
    [3, 2, 1234.5, { format: '#,##0.00' }],
    [4, 1, '增值税', { indent: 2 }],
    [4, 2, 0.1 + 0.2, { formula: 'SUM(C6:C7)', format: '0.0%' }],
    [5, 1, '1,200', {}],
    [5, 2, '=1+1', { format: '@' }],
    [6, 1, true],
    [6, 2, false],
    [7, 1, { error: '#DIV/0!' }, { formula: 'C4/0' }],
    [7, 2, '#DIV/0!'],
    [8, 1, 45077, { format: 'yyyy/m/d' }],
    [8, 2, undefined, { formula: 'IF(C4>0,"","x")' }],
    [9, 1, '+—', {}],
    [9, 3, '="引文"', { formula: 'FORMULATEXT(D9)' }],
  ],
  {
    merges: [
      { top: 0, left: 0, bottom: 1, right: 3 },
      { top: 9, left: 1, bottom: 9, right: 2 },
    ],
    hiddenRows: [4, 6],
    hiddenColumns: [0, 2],
    protected: true,
  },
);

const snapshot: Workbook = {
  fileName: '县级月报2023-05.xlsx',
  sheets: [
    kinds,
    sheet("it's, 空白", []),
    sheet('隐藏', [[0, 0, 1]], { visibility: 'hidden' }),
    sheet('深藏', [[1, 0, '甲']], { visibility: 'veryHidden', hiddenRows: [0, 1] }),
  ],
  names: [
    { name: '合计', refersTo: "'5月 收入'!$C$4:$C$5", hidden: false },
    { name: '税率', refersTo: '0.13', hidden: true },
    { name: '本表', refersTo: '隐藏!$A$1', hidden: false, sheet: '隐藏' },
  ],
};

test('what Excel gives is what the file held', async () => {
  const { host } = openInExcel(snapshot);
  expect(await host.read()).toEqual(snapshot);
});

test('reading changes nothing and lets go of every reference', async () => {
  const { excel, host } = openInExcel(snapshot);
  await host.read();
  await eventually(() => expect(excel.heldReferences).toBe(0));
  const changes = excel.trips
    .flatMap((trip) => trip.touched)
    .filter((call) => call.endsWith('=') || /Activate|Select$/.test(call));
  expect(changes).toEqual([]);
});

test('an Excel that cannot list merged areas is read without them', async () => {
  const { host } = openInExcel(snapshot, { excelApi: '1.12' });
  const read = await host.read();
  expect(read.sheets.map((each) => each.merges)).toEqual([[], [], [], []]);
  expect(read.sheets[0]?.cells).toEqual(kinds.cells);
});

test('nothing newer than ExcelApi 1.9 is needed', async () => {
  const { host } = openInExcel(snapshot, { excelApi: '1.9' });
  expect((await host.read()).sheets).toHaveLength(4);
});

test('more merged areas than Excel lists at once are read by parts', async () => {
  const merges = Array.from({ length: 701 }, (_, i) => ({ top: i * 3, left: 0, bottom: i * 3 + 2, right: 1 }));
  const { host } = openInExcel({ sheets: [kinds, sheet('多', [[2100, 0, 1]], { merges })], names: [] });
  const read = await host.read();
  expect(read.sheets[1]?.merges).toEqual(merges);
  expect(read.sheets[0]?.merges).toEqual(kinds.merges);
});

test('where addresses name only upper left cells the merged areas are whole all the same', async () => {
  const { excel, host } = openInExcel(snapshot);
  excel.workbook.mergesListed = 'corners';
  expect((await host.read()).sheets[0]?.merges).toEqual(kinds.merges);
});

test.each(['single', 'never'] as const)(
  'where the size of merged areas never comes (%s) the cells are read without, and it is said',
  async (mergesListed) => {
    const { excel, host } = openInExcel(snapshot);
    excel.workbook.mergesListed = mergesListed;
    const noticed: HostNotice[] = [];
    const read = await host.read({ noticed: (notice) => noticed.push(notice) });
    expect(noticed).toEqual(['mergesUnread']);
    expect(read.sheets[0]?.merges).toEqual([]);
    expect(read.sheets[0]?.cells).toEqual(kinds.cells);
    expect(read.sheets[0]?.hiddenRows).toEqual(kinds.hiddenRows);
  },
);

test('every sheet is announced before it is read', async () => {
  const { host } = openInExcel({ ...snapshot, sheets: [...snapshot.sheets, sheet('末页', [])] });
  const seen: string[] = [];
  await host.read({ progress: ({ sheet: name, done, total }) => seen.push(`${done}/${total} ${name}`) });
  expect(seen).toEqual(['0/5 5月 收入', "1/5 it's, 空白", '2/5 隐藏', '3/5 深藏', '4/5 末页']);
});
