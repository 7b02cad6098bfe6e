/** @jest-environment-options {"globalsCleanup": "off"} */
import { sheetFromRows } from '../../../src/core/grid/build';
import type { Address } from '../../../src/core/grid/address';
import { formulaAt, valueAt, type Workbook } from '../../../src/core/grid/sheet';
import type { Write } from '../../../src/core/fix/fix';
import type { Edit } from '../../../src/hosts/host';
import { SimulatedFault } from '../../excel-host';
import { eventually, expectNothingMissing, openInExcel, settled } from './open-excel';

afterEach(() => {
  jest.restoreAllMocks();
  expectNothingMissing();
});

const book: Workbook = {
  sheets: [
    sheetFromRows('收入', [
      ['项目', '数'],
      ['税收', 10],
      ['非税', 5],
    ]),
    sheetFromRows('支出', [['项目', 7]]),
  ],
  names: [],
};

async function watched() {
  const { excel, host } = openInExcel(book);
  const known = await host.read();
  const [edits, selections]: [Edit[], Address[]] = [[], []];
  const stop = await host.watch?.({ edited: (edit) => edits.push(edit), selected: (at) => selections.push(at) });
  return { excel, host, known, edits, selections, stop };
}

const held = ({ sheets }: Workbook, sheet: number, row: number, column: number) => {
  const found = sheets[sheet];
  return found && [valueAt(found, row, column), formulaAt(found, row, column)];
};

test('an edit is read in one trip, and only the sheets that it touched are other objects', async () => {
  const { excel, host, known, edits } = await watched();
  excel.type('收入', 'B2', '12');
  excel.type('收入', 'B3', '=B2');
  await eventually(() =>
    expect(edits.map(({ area }) => area)).toEqual([
      { top: 1, left: 1, bottom: 1, right: 1 },
      { top: 2, left: 1, bottom: 2, right: 1 },
    ]),
  );
  const trips = excel.work.length;
  const seen = await host.readEdits?.(edits, known);
  expect(excel.work.length - trips).toBe(1);
  if (!seen) throw new Error('nothing was seen');
  expect(held(seen.workbook, 0, 1, 1)).toEqual([12, undefined]);
  expect(held(seen.workbook, 0, 2, 1)?.[1]).toBe('B2');
  expect(seen.workbook.sheets[1]).toBe(known.sheets[1]);
  expect(seen.changed).toHaveLength(2);
});

test('what has no area is read as a whole', async () => {
  const { host, known } = await watched();
  const seen = await host.readEdits?.([{ sheetId: 'gone', area: undefined }], known);
  expect(seen?.changed).toBeUndefined();
  expect(seen?.workbook.sheets).toHaveLength(2);
});

test('a selection is told by the name of its sheet, until nobody listens', async () => {
  const { excel, selections, stop } = await watched();
  excel.select('支出', 'B1');
  await eventually(() => expect(selections).toEqual([{ sheet: '支出', row: 0, column: 1 }]));
  await stop?.();
  excel.select('支出', 'A1');
  await settled();
  expect(selections).toHaveLength(1);
});

const write = (value: number, after: Write['after'], column = 1): Write => ({
  at: { book: '' as Write['at']['book'], sheet: '收入', row: 1, column },
  before: { value },
  after,
});

test('a repair puts value and formula in, keeps the look, and raises no event of its own', async () => {
  const { excel, host, edits } = await watched();
  const cell = excel.workbook.find('收入')?.make(1, 1);
  if (cell) cell.format.numberFormat = '0.00';
  await host.writeCells({ writes: [write(10, { value: 15, formula: 'B3*3' })], results: [] });
  await settled();
  expect(cell).toMatchObject({ formula: 'B3*3', format: { numberFormat: '0.00' } });
  expect(edits).toEqual([]);
  expect(excel.workbook.eventsEnabled).toBe(true);
});

describe('a repair is one step of Excel’s own undo', () => {
  const repair = { writes: [write(10, { value: 15 })], results: [] };
  const groups = (run: jest.SpyInstance) =>
    run.mock.calls.map(([options]) => (options as Excel.RunOptions).mergeUndoGroup ?? false);

  test.each([
    ['1.20', [true]],
    ['1.19', [false]],
  ])('where it knows groups: ExcelApi %s', async (excelApi, asked) => {
    const { host } = openInExcel(book, { excelApi });
    const run = jest.spyOn(Excel, 'run');
    await host.writeCells(repair);
    expect(groups(run)).toEqual(asked);
  });

  test('and made all the same where Excel finds something in it that has no undo', async () => {
    const { excel, host } = openInExcel(book, { excelApi: '1.20' });
    let refused = false;
    excel.disturbance = (className, member, value) => {
      if (`${className}.${member}` !== 'Runtime.EnableEvents=' || refused) return value;
      refused = true;
      throw new SimulatedFault('UndoNotSupported', 'This operation cannot be undone.');
    };
    const run = jest.spyOn(Excel, 'run');
    await host.writeCells(repair);
    expect(groups(run)).toEqual([true, false]);
    expect(excel.workbook.find('收入')?.make(1, 1).value).toBe(15);
    expect(excel.workbook.eventsEnabled).toBe(true);
  });
});

test.each<[string, (excel: ReturnType<typeof openInExcel>['excel']) => void, string]>([
  ['holds something else', (excel) => excel.type('收入', 'B2', '11'), 'cellsChanged'],
  [
    'is on a protected sheet',
    (excel) => {
      const sheet = excel.workbook.find('收入');
      if (sheet) sheet.isProtected = true;
    },
    'sheetProtected',
  ],
  [
    'has text format',
    (excel) => {
      const cell = excel.workbook.find('收入')?.make(1, 1);
      if (cell) cell.format.numberFormat = '@';
    },
    'textFormat',
  ],
])('nothing is written where a cell %s', async (_, disturb, fault) => {
  const { excel, host } = openInExcel(book);
  disturb(excel);
  const before = excel.workbook.find('收入')?.make(2, 1).value;
  const other = { ...write(5, { value: 6 }), at: { ...write(5, { value: 6 }).at, row: 2 } };
  await expect(host.writeCells({ writes: [other, write(10, { value: 15 })], results: [] })).rejects.toEqual(
    expect.objectContaining({ fault }),
  );
  expect(excel.workbook.find('收入')?.make(2, 1).value).toBe(before);
});
