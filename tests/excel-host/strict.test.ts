/** @jest-environment-options {"globalsCleanup": "off"} */
import { SimulatedExcel, SimWorkbook, type SimulationOptions } from './index';
import { connectClient } from './load-client';

/** The simulation is only worth its strictness: each of these is refused, as Excel refuses it. */
let excel: SimulatedExcel;

function open(options: SimulationOptions = {}): SimWorkbook {
  const workbook = new SimWorkbook();
  workbook.add('收入').make(0, 0).value = 1;
  excel = new SimulatedExcel(workbook, options);
  connectClient(excel);
  return workbook;
}

async function code(work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => void): Promise<string> {
  try {
    await Excel.run(async (context) => {
      work(context.workbook.worksheets.getItem('收入'), context);
      await context.sync();
    });
    return 'done';
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
}

beforeEach(() => void open());

test('what is not simulated is an error, and noted', async () => {
  expect(await code((sheet) => sheet.tables.load('items/name'))).toBe('ApiNotFound');
  expect([...excel.notSimulated.keys()]).toEqual(['Worksheet.Tables']);
});

test('a load of everything is an error', async () => {
  expect(await code((sheet) => sheet.getRange('A1').load())).toBe('ApiNotFound');
  expect([...excel.notSimulated.keys()]).toEqual(['Range.load() of everything']);
});

test('an older Excel lacks newer members, setters too', async () => {
  open({ excelApi: '1.8' });
  expect(await code((sheet) => sheet.getRange('A1').getCellProperties({ format: { indentLevel: true } }))).toBe(
    'ApiNotFound',
  );
  expect(await code((sheet) => (sheet.getRange('A1').format.indentLevel = 1))).toBe('ApiNotFound');
  expect(await code((sheet) => sheet.getRange('A1').load('values'))).toBe('done');
  expect(excel.notSimulated.size).toBe(0);
});

test('a property that was not loaded cannot be read', async () => {
  expect(await code((sheet) => sheet.name)).toBe('PropertyNotLoaded');
});

test.each([
  ['收入', 'ItemAlreadyExists'],
  ['', 'InvalidArgument'],
  ['a/b', 'InvalidArgument'],
  ["'a", 'InvalidArgument'],
  ['年'.repeat(32), 'InvalidArgument'],
  ['年'.repeat(31), 'done'],
])('a sheet called %p: %s', async (name, expected) => {
  expect(await code((_, context) => context.workbook.worksheets.add(name))).toBe(expected);
});

test('a grid must have the shape of its range, small or cut by the client', async () => {
  expect(await code((sheet) => (sheet.getRange('A1:B2').values = [[1], [2]]))).toBe('InvalidArgument');
  const tall = Array.from({ length: 2_000 }, () => [1]);
  expect(await code((sheet) => (sheet.getRange('A1:A1999').values = tall))).toBe('InvalidArgument');
});

test.each(['A:A', '1:1', 'A1:XFC400'])('%s has no grid of values: too many cells', async (address) => {
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('收入').getRange(address).load('values');
    await context.sync();
    expect(range.values).toBeNull();
  });
});

test('a request that is too large is refused before anything is done', async () => {
  const workbook = open({ payloadLimit: 20_000 });
  const grid = Array.from({ length: 1_000 }, () => ['一段文字一段文字']);
  expect(await code((sheet) => (sheet.getRange('B1:B1000').values = grid))).toBe('RequestPayloadSizeLimitExceeded');
  expect(workbook.sheets[0]?.cell(0, 1)).toBeUndefined();
});

test('a protected sheet and a protected structure refuse', async () => {
  const workbook = open();
  const [sheet] = workbook.sheets;
  if (sheet) sheet.isProtected = true;
  workbook.structureProtected = true;
  expect(await code((each) => (each.getRange('A1').values = [[2]]))).toBe('AccessDenied');
  expect(await code((each) => (each.getRange('A1').format.font.bold = true))).toBe('AccessDenied');
  expect(await code((each) => each.getRange('A1').clear())).toBe('AccessDenied');
  expect(await code((_, context) => context.workbook.worksheets.add('新'))).toBe('AccessDenied');
  expect(await code((each) => (each.name = '新'))).toBe('AccessDenied');
});

test('what ran before an error stays done', async () => {
  const workbook = open();
  const failed = await code((sheet, context) => {
    sheet.getRange('A1').values = [[7]];
    context.workbook.worksheets.getItem('没有').load('name');
    sheet.getRange('A2').values = [[8]];
  });
  expect(failed).toBe('ItemNotFound');
  expect([workbook.sheets[0]?.cell(0, 0)?.value, workbook.sheets[0]?.cell(1, 0)]).toEqual([7, undefined]);
});

test('a last visible sheet cannot go', async () => {
  expect(await code((sheet) => sheet.delete())).toBe('InvalidOperation');
});

test.each([
  ['1,234.5', 1234.5],
  ['12%', 0.12],
  ['2023-05', 45047],
  ['true', true],
  ['#N/A', { error: '#N/A' }],
  ["'=1", '=1'],
  ['=1+1', 42],
  ['-甲', 42],
  ['甲-', '甲-'],
])('%p entered into an ordinary cell becomes %p', async (text, value) => {
  const workbook = open({ evaluate: () => 42 });
  expect(await code((sheet) => (sheet.getRange('A1').values = [[text]]))).toBe('done');
  expect(workbook.sheets[0]?.cell(0, 0)?.value).toEqual(value);
});

test('entered into a text cell it stays what it is', async () => {
  const workbook = open();
  await code((sheet) => {
    sheet.getRange('A1:A2').numberFormat = [['@'], ['@']];
    sheet.getRange('A1:A2').formulas = [['=1+1'], ['2023-05']];
  });
  expect([0, 1].map((row) => workbook.sheets[0]?.cell(row, 0)?.value)).toEqual(['=1+1', '2023-05']);
});
