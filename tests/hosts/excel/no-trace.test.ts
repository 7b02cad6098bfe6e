/** @jest-environment-options {"globalsCleanup": "off"} */
import { serialize } from 'node:v8';
import { checkWorkbook } from '../../../src/app/check-workbook';
import { summarySheets } from '../../../src/app/write-summary';
import { translator } from '../../../src/messages/translator';
import { firstCell } from '../../../src/core/findings/finding';
import { CellStoreBuilder, makeSheet } from '../../../src/core/grid/build';
import type { SimulatedExcel } from '../../excel-host';
import { sampleWorkbook } from '../../support/sample-files';
import { expectNothingMissing, openInExcel } from './open-excel';

afterEach(expectNothingMissing);

/** All that the workbook is, byte for byte. */
const bytesOf = ({ workbook }: SimulatedExcel) => serialize(workbook).toString('base64');

/** The sample with formats of the user's own, and a conditional format that looks much like ours. */
async function sample() {
  const open = openInExcel(await sampleWorkbook('dirty/county-2023-05.xlsx'));
  const [first] = open.excel.workbook.sheets;
  first?.conditionals.push({
    id: '{user}',
    rects: [{ top: 0, left: 0, bottom: 9, right: 9 }],
    formula: '=N("合计")=0',
    fill: '#FFD54F',
  });
  open.excel.workbook.xmlParts.push({ id: '{theirs}', xml: '<a xmlns="urn:theirs"/>' });
  const checked = await open.host.read();
  const result = await checkWorkbook(checked);
  const cells = result.outcome.findings
    .map(firstCell)
    .filter((cell): cell is NonNullable<typeof cell> => cell !== undefined);
  return { ...open, cells, sheets: summarySheets(result, translator('zh-CN')) };
}

test('marked cells stand out, and without a mark the workbook is what it was, byte for byte', async () => {
  const { excel, host, cells } = await sample();
  const before = bytesOf(excel);
  const formats = (sheet: string) => excel.workbook.find(sheet)?.conditionals ?? [];
  expect(await host.mark?.(cells)).toEqual({ count: cells.length, leftOut: [] });
  for (const { sheet, row, column } of cells)
    expect(formats(sheet).some(({ rects }) => rects.some((rect) => rect.top === row && rect.left === column))).toBe(
      true,
    );
  // Other cells take the place of these.
  await host.mark?.(cells.slice(0, 1));
  expect(excel.workbook.sheets.flatMap(({ conditionals }) => conditionals)).toHaveLength(2);
  expect(await host.mark?.([])).toEqual({ count: 0, leftOut: [] });
  expect(bytesOf(excel)).toBe(before);
});

test('nothing is marked on a protected sheet, which is named', async () => {
  const { excel, host, cells } = await sample();
  const sheet = cells[0]?.sheet ?? '';
  const shut = excel.workbook.find(sheet);
  if (shut) shut.isProtected = true;
  const before = bytesOf(excel);
  const marked = await host.mark?.(cells);
  expect(marked?.leftOut).toEqual([sheet]);
  expect(marked?.count).toBe(cells.filter((cell) => cell.sheet !== sheet).length);
  await host.mark?.([]);
  expect(bytesOf(excel)).toBe(before);
});

test('removing takes sheets, names, marks and what is kept, and nothing that is theirs', async () => {
  const { excel, host, cells, sheets } = await sample();
  const before = bytesOf(excel);
  await host.store.set('corrections', { version: 1, tables: [] });
  await host.mark?.(cells);
  await host.writeSummary(sheets);
  expect(excel.workbook.xmlParts).toHaveLength(2);
  const removed = await host.removeSummary();
  expect(removed.keptRemoved).toBe(true);
  expect(removed.sheetNames.length).toBeGreaterThan(3);
  expect(bytesOf(excel)).toBe(before);
  expect(await host.removeSummary()).toEqual({ sheetNames: [] });
});

test('five thousand marked cells are a request of 40 KB at most, however many sheets there are', async () => {
  const builder = new CellStoreBuilder();
  for (let row = 0; row < 5000; row++) builder.add(row * 2, 3, row);
  const others = Array.from({ length: 19 }, (_, i) => makeSheet(`附表${i + 1}`, new CellStoreBuilder().build()));
  const { excel, host } = openInExcel({ sheets: [makeSheet('台账', builder.build()), ...others], names: [] });
  await host.mark?.(Array.from({ length: 5000 }, (_, row) => ({ sheet: '台账', row: row * 2, column: 3 })));
  expect(excel.work.reduce((sum, { requestBytes }) => sum + requestBytes, 0)).toBeLessThanOrEqual(40 * 1024);
});
