/** @jest-environment-options {"globalsCleanup": "off"} */
import { checkWorkbook } from '../../../src/app/check-workbook';
import { summarySheets } from '../../../src/app/write-summary';
import type { SummarySheet } from '../../../src/core/summary/summary-sheet';
import { translator } from '../../../src/messages/translator';
import type { SimSheet, SimulatedExcel } from '../../excel-host';
import { sampleWorkbook } from '../../support/sample-files';
import { expectNothingMissing, openInExcel, type OpenExcel } from './open-excel';

afterEach(expectNothingMissing);

async function month(options = {}): Promise<OpenExcel & { readonly sheets: readonly SummarySheet[] }> {
  const workbook = await sampleWorkbook('county-2023-05.xlsx');
  const opened = openInExcel(workbook, options);
  return { ...opened, sheets: summarySheets(await checkWorkbook(workbook), translator('zh-CN')) };
}

function sheetOf(excel: SimulatedExcel, name: string): SimSheet {
  const sheet = excel.workbook.find(name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
}

test('all sheets of a month go out in eight trips, first and again', async () => {
  const { excel, host, sheets } = await month();
  expect(sheets.length).toBeGreaterThan(8);
  await host.writeSummary(sheets);
  expect(excel.work).toHaveLength(8);
  const before = excel.work.length;
  await host.writeSummary(sheets);
  expect(excel.work.length - before).toBeLessThanOrEqual(8);
  process.stdout.write(`  ${sheets.length} sheets: ${before} trips, again ${excel.work.length - before}\n`);
});

test('charts draw the cells of their own sheet: bars with a line, titles, axis, Chinese font', async () => {
  const { excel, host, sheets } = await month();
  await host.writeSummary(sheets);
  const page = sheetOf(excel, '一页纸');
  expect(page.charts.map(({ name }) => name)).toEqual(['gouji-progress', 'gouji-structure', 'gouji-coverage']);
  const [progress] = page.charts;
  const described = sheets.find(({ id }) => id === 'overview')?.charts?.[0];
  expect(progress).toMatchObject({
    title: '收支进度与序时进度',
    axisTitle: '完成预算 %',
    axisFormat: '0%',
    font: '宋体',
    legend: 'Bottom',
    at: described?.at,
  });
  expect(progress?.series.map(({ name, type, values, categories }) => ({ name, type, values, categories }))).toEqual([
    {
      name: '完成年初预算%',
      type: 'ColumnClustered',
      values: described?.series[0]?.values,
      categories: described?.categories,
    },
    { name: '序时进度', type: 'Line', values: described?.series[1]?.values, categories: described?.categories },
  ]);
});

test('written twice no chart is doubled, and what the user put beside ours stays', async () => {
  const { excel, host, sheets } = await month();
  await host.writeSummary(sheets);
  const page = sheetOf(excel, '一页纸');
  const theirs = { ...(page.charts[0] ?? never()), id: 'theirs', name: '我的图' };
  page.charts.push(theirs);
  await host.writeSummary(sheets);
  const shorter = sheets.map((sheet) =>
    sheet.id === 'overview' ? { ...sheet, rows: sheet.rows.slice(0, -1) } : sheet,
  );
  await host.writeSummary(shorter);
  expect(page.charts.map(({ name }) => name).sort()).toEqual([
    'gouji-coverage',
    'gouji-progress',
    'gouji-structure',
    '我的图',
  ]);
});

function never(): never {
  throw new Error('unreachable');
}

test('widths and formats that the user gave our sheet stay where its lines are the same; lights follow', async () => {
  const { excel, host, sheets } = await month();
  await host.writeSummary(sheets);
  const revenue = sheetOf(excel, '收入汇总');
  revenue.columns.set(1, { size: 200 });
  revenue.make(4, 1).format.fill = '#FFFF00';
  const page = sheetOf(excel, '一页纸');
  page.make(3, 4).format.fill = '#123456';
  await host.writeSummary(sheets);
  expect(revenue.columns.get(1)?.size).toBe(200);
  expect(revenue.cell(4, 1)?.format.fill).toBe('#FFFF00');
  expect(revenue.cell(4, 1)?.formula).toBe("'收入执行表 '!B28");
  expect(page.cell(3, 4)?.format.fill).not.toBe('#123456');
  const shorter = sheets.map((sheet) =>
    sheet.id === 'revenue' ? { ...sheet, rows: sheet.rows.filter((_, i) => i !== 6) } : sheet,
  );
  await host.writeSummary(shorter);
  expect(revenue.columns.get(1)?.size).not.toBe(200);
});

test('a figure where 「—」 stood is no text', async () => {
  const { excel, host, sheets } = await month();
  const [revenue] = sheets.filter(({ id }) => id === 'revenue');
  if (!revenue) throw new Error('no revenue');
  const dashed = {
    ...revenue,
    rows: revenue.rows.map((row, i) =>
      i === 4
        ? { ...row, cells: row.cells.map((cell, c) => (c === 1 ? { style: 'missing' as const, value: '—' } : cell)) }
        : row,
    ),
  };
  await host.writeSummary([dashed]);
  expect(sheetOf(excel, '收入汇总').cell(4, 1)).toMatchObject({ value: '—', format: { numberFormat: '@' } });
  await host.writeSummary([revenue]);
  expect(sheetOf(excel, '收入汇总').cell(4, 1)).toMatchObject({
    formula: "'收入执行表 '!B28",
    format: { numberFormat: '#,##0.00' },
  });
});

test('pages: one page for the chief, the list filtered and folded where Excel can', async () => {
  const { excel, host, sheets } = await month();
  await host.writeSummary(sheets);
  expect(sheetOf(excel, '一页纸').page).toMatchObject({
    zoom: { horizontalFitToPages: 1, verticalFitToPages: 1 },
    orientation: 'Landscape',
  });
  expect(sheetOf(excel, '一页纸').page.printArea).toMatch(/^A1:H\d+$/);
  expect(sheetOf(excel, '校验结果').filter).toMatchObject({ top: 2, left: 0, right: 9 });
  expect(sheetOf(excel, '校验结果').groups.length).toBeGreaterThan(1);
  const old = await month({ excelApi: '1.9' });
  await old.host.writeSummary(old.sheets);
  expect(sheetOf(old.excel, '校验结果').groups).toEqual([]);
});

test("removed: our sheets and marks go, the user's and what only carries a mark stay", async () => {
  const { excel, host, sheets } = await month();
  const before = excel.workbook.sheets.map(({ name }) => name);
  await host.writeSummary(sheets);
  const own = sheetOf(excel, before[0] ?? '');
  excel.workbook.names.push({
    name: '_gouji_summary_old',
    target: { sheet: own, rect: { top: 0, left: 0, bottom: 0, right: 0 } },
    visible: false,
  });
  const { sheetNames } = await host.removeSummary();
  expect(sheetNames).toHaveLength(sheets.length);
  expect(excel.workbook.sheets.map(({ name }) => name)).toEqual(before);
  expect(excel.workbook.names.filter(({ name }) => name.startsWith('_gouji'))).toEqual([]);
  expect((await host.removeSummary()).sheetNames).toEqual([]);
});

test('under a protected structure nothing is removed', async () => {
  const { excel, host, sheets } = await month();
  await host.writeSummary(sheets);
  excel.workbook.structureProtected = true;
  await expect(host.removeSummary()).rejects.toMatchObject({ fault: 'structureProtected' });
  expect(excel.workbook.find('收入汇总')).toBeDefined();
});
