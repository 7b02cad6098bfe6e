/** @jest-environment-options {"globalsCleanup": "off"} */
import { CellStoreBuilder, makeSheet } from '../../../src/core/grid/build';
import type { Workbook } from '../../../src/core/grid/sheet';
import { SUMMARY_LOOKS, type SummaryCell, type SummarySheet } from '../../../src/core/summary/summary-sheet';
import { openSnapshot, type SimSheet, type SimulatedExcel, type Trip } from '../../excel-host';
import { expectNothingMissing, openInExcel } from './open-excel';

afterEach(expectNothingMissing);

const TEXTS = ['=1+1', '+86-2023', '-—', '@甲', "'引", '2023-05', '007', '12%', 'TRUE', '#N/A'];

const SIGNATURE = { cells: [{ style: 'note', value: '由 Gouji 勾稽生成' }], spanned: true } as const;

function findings(rows: number, name = '校验结果'): SummarySheet {
  const body = Array.from({ length: rows }, (_, i): readonly SummaryCell[] => [
    { style: i % 3 === 0 ? 'error' : 'warning', value: i % 3 === 0 ? '错误' : '预警' },
    { style: 'link', value: `收入!B${i + 2}`, link: { sheet: "it's 收入", row: i + 1, column: 1 } },
    { style: 'text', value: TEXTS[i % TEXTS.length] ?? '' },
    { style: 'amount', value: i + 0.5 },
    { style: 'amount', formula: `'it''s 收入'!B${i + 2}-1`, value: 0 },
  ]);
  return {
    id: 'findings',
    name,
    widths: [8, 20, 40, 14, 14],
    rows: [
      { cells: [{ style: 'title', value: '2023-05' }], spanned: true, height: 30 },
      { cells: ['级别', '位置', '内容', '应为', '差额'].map((value) => ({ style: 'header', value })) },
      { cells: [{ style: 'note', value: `=${'说明'.repeat(80)}` }], spanned: true },
      ...body.map((cells) => ({ cells })),
      SIGNATURE,
    ],
    repeatedRows: [0, 2],
    frozenRows: 3,
  };
}

const indicators: SummarySheet = {
  id: 'indicators',
  name: '指标总览',
  widths: [10, 10],
  rows: [
    { cells: [{ style: 'title', value: '指标总览' }], spanned: true },
    {
      cells: [
        { style: 'percent', value: 0.5 },
        { style: 'unit', value: '单位' },
      ],
    },
    SIGNATURE,
  ],
  repeatedRows: [0, 0],
  frozenRows: 0,
};

function snapshot(...more: readonly string[]): Workbook {
  const named = (name: string): ReturnType<typeof makeSheet> => {
    const cells = new CellStoreBuilder();
    cells.add(0, 0, `用户的 ${name}`, { bold: true });
    cells.add(1, 1, 100);
    return makeSheet(name, cells.build());
  };
  return { sheets: ["it's 收入", ...more].map(named), names: [] };
}

function sheetOf(excel: SimulatedExcel, name: string): SimSheet {
  const sheet = excel.workbook.find(name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
}

test('the sheet holds what the summary says', async () => {
  const { excel, host } = openInExcel(snapshot(), {
    evaluate: (formula) => (formula === "'it''s 收入'!B2-1" ? 99 : 7),
  });
  expect(await host.writeSummary([findings(10), indicators])).toEqual({ sheetNames: ['校验结果', '指标总览'] });

  const sheet = sheetOf(excel, '校验结果');
  expect(sheet.cell(0, 0)?.value).toBe('2023-05');
  TEXTS.forEach((text, i) => {
    expect(sheet.cell(3 + i, 2)).toMatchObject({ value: text });
    expect(sheet.cell(3 + i, 2)?.formula).toBeUndefined();
  });
  expect(sheet.cell(3, 3)).toMatchObject({ value: 0.5, format: { numberFormat: '#,##0.00' } });
  expect(sheet.cell(3, 4)).toMatchObject({
    value: 99,
    formula: "'it''s 收入'!B2-1",
    format: { numberFormat: '#,##0.00' },
  });
  expect(sheet.cell(3, 1)).toMatchObject({ value: '收入!B2', hyperlink: { documentReference: "'it''s 收入'!B2" } });
  expect(sheet.cell(12, 1)?.hyperlink).toEqual({ documentReference: "'it''s 收入'!B11" });
});

test('the sheet looks as its styles say and prints on A4', async () => {
  const { excel, host } = openInExcel(snapshot());
  await host.writeSummary([findings(10)]);
  const sheet = sheetOf(excel, '校验结果');
  for (const [column, style] of (['error', 'link', 'text', 'amount', 'amount'] as const).entries()) {
    const look = SUMMARY_LOOKS[style];
    const cell = sheet.cell(3, column);
    expect(cell?.format).toMatchObject({
      fontName: '宋体',
      wrapText: look.wrap,
      horizontalAlignment: { left: 'Left', center: 'Center', right: 'Right' }[look.align],
      ...(look.color === undefined ? {} : { color: `#${look.color}` }),
      ...(look.fill === undefined ? {} : { fill: `#${look.fill}` }),
    });
    expect(cell?.format.bold ?? false).toBe(look.bold ?? false);
    expect(Object.values(cell?.borders ?? {}).map((border) => border.style)).toEqual([
      'Continuous',
      'Continuous',
      'Continuous',
      'Continuous',
    ]);
  }
  expect(sheet.cell(0, 0)?.format.size).toBe(16);
  expect(sheet.cell(0, 0)?.borders).toBeUndefined();
  expect(sheet.merges).toEqual([0, 2, 13].map((row) => ({ top: row, bottom: row, left: 0, right: 4 })));
  expect(sheet.frozenRows).toBe(3);
  expect(sheet.page).toEqual({
    orientation: 'Landscape',
    paperSize: 'A4',
    zoom: { horizontalFitToPages: 1 },
    centerHorizontally: true,
    printTitleRows: '$1:$3',
    centerFooter: '第 &P 页 共 &N 页',
    printArea: '',
  });
  expect(sheet.columns.get(2)?.size).toBe((40 * 7 + 5) * 0.75);
  expect(sheet.rows.get(0)?.size).toBe(30);
  // 161 characters over the 96 characters of the width: four lines.
  expect(sheet.rows.get(2)?.size).toBeGreaterThan(60);
});

test('written twice, there is one of each, without a trace of the first', async () => {
  const { excel, host } = openInExcel(snapshot());
  await host.writeSummary([findings(30), indicators]);
  const ours = sheetOf(excel, '校验结果');
  ours.name = '我改的名';
  ours.rows.set(4, { hidden: true });
  expect(await host.writeSummary([findings(2), indicators])).toEqual({ sheetNames: ['我改的名', '指标总览'] });
  expect(excel.workbook.sheets.map((sheet) => sheet.name)).toEqual(["it's 收入", '我改的名', '指标总览']);
  expect(excel.workbook.names.map((name) => `${name.name} ${excel.workbook.formulaOf(name)} ${name.visible}`)).toEqual([
    '_gouji_summary_findings =我改的名!$A$1 false',
    '_gouji_summary_indicators =指标总览!$A$1 false',
  ]);
  expect(ours.usedRect(false)).toEqual({ top: 0, left: 0, bottom: 5, right: 4 });
  expect([...ours.rows.values()].some((row) => row.hidden)).toBe(false);
});

test('a sheet that the user deleted is made again', async () => {
  const { excel, host } = openInExcel(snapshot());
  await host.writeSummary([findings(1)]);
  excel.workbook.remove(sheetOf(excel, '校验结果'));
  await host.writeSummary([findings(1)]);
  expect(excel.workbook.names.map((name) => excel.workbook.formulaOf(name))).toEqual(['=校验结果!$A$1']);
});

test("a user's sheet of our name stays as it is", async () => {
  const source = snapshot('校验结果', '校验结果 (2)');
  const { excel, host } = openInExcel(source);
  const before = describeSheets(excel);
  expect(await host.writeSummary([findings(3)])).toEqual({ sheetNames: ['校验结果 (3)'] });
  expect(await host.writeSummary([findings(3)])).toEqual({ sheetNames: ['校验结果 (3)'] });
  expect(describeSheets(excel).slice(0, 3)).toEqual(before);
  expect((await host.read()).sheets.slice(0, 3)).toEqual(source.sheets);
});

function describeSheets(excel: SimulatedExcel): readonly unknown[] {
  return excel.workbook.sheets.map((sheet) =>
    structuredClone({ name: sheet.name, cells: [...sheet.existing()], merges: sheet.merges }),
  );
}

test('trips grow with blocks of rows, calls not with rows', async () => {
  const write = async (rows: number): Promise<readonly Trip[]> => {
    const { excel, host } = openInExcel(snapshot());
    await host.writeSummary([findings(rows)]);
    return excel.work;
  };
  const [small, middle, large] = [await write(30), await write(200), await write(20_000)];
  const total = (trips: readonly Trip[]): string =>
    `${trips.length} trips, ${trips.reduce((sum, trip) => sum + trip.actions, 0)} actions, ${trips.reduce((sum, trip) => sum + trip.requestBytes, 0)} bytes out`;
  process.stdout.write(
    `  30 findings: ${total(small)}\n  200 findings: ${total(middle)}\n  20,000 findings: ${total(large)}\n`,
  );
  const actions = (trips: readonly Trip[]): number => trips.reduce((sum, trip) => sum + trip.actions, 0);
  // Survey 1, standing 2, the helper's 2, the sheet 1, putting back 2.
  expect(small).toHaveLength(8);
  expect(middle).toHaveLength(small.length);
  expect(actions(middle)).toBe(actions(small));
  // 100,015 cells go out in blocks of 20,000; the client cuts each grid into parts of 1,500 by itself.
  expect(large).toHaveLength(small.length + 5);
  expect(actions(large) - actions(small)).toBeLessThan((100_015 / 1_500) * 25);
  for (const trip of large) expect(trip.requestBytes).toBeLessThan(5 * 1024 * 1024);
});

test('long texts make the blocks smaller, not the answer of Excel an error', async () => {
  const { excel, host } = openInExcel(snapshot());
  const text = '上年同期数与本年数口径不一致。'.repeat(100);
  const rows = Array.from({ length: 2_000 }, () => ({ cells: [{ style: 'text' as const, value: text }] }));
  await host.writeSummary([{ ...indicators, rows }]);
  expect(sheetOf(excel, '指标总览').cell(1_999, 0)?.value).toBe(text);
  expect(excel.work.filter((trip) => trip.touched.includes('Range.Formulas='))).toHaveLength(4);
  for (const trip of excel.work) expect(trip.requestBytes).toBeLessThan(5 * 1024 * 1024);
});

test('the snapshot opens in the simulated Excel as it is', () => {
  expect(openSnapshot(snapshot('甲')).sheets.map((sheet) => sheet.cell(1, 1)?.value)).toEqual([100, 100]);
});
