import { unzipSync, zipSync, strToU8, strFromU8 } from 'fflate';
import { readFileSync } from 'node:fs';
import { formulaAt, valueAt } from '../../../src/core/grid/sheet';
import type { SummarySheet } from '../../../src/core/summary/summary-sheet';
import { addSheets } from '../../../src/hosts/file/add-sheets';
import { readWorkbook } from '../../../src/hosts/file/read-file';
import { openZip } from '../../../src/hosts/file/zip';
import { HostError } from '../../../src/hosts/host';
import { describeWithShared, sharedFile } from '../../support/shared-folder';
import { sampleBytes } from '../../support/sample-files';

const summary: SummarySheet = {
  id: 'findings',
  name: '校验结果',
  widths: [10, 20],
  rows: [
    { spanned: true, cells: [{ style: 'title', value: '校验结果' }, { style: 'title' }] },
    {
      cells: [
        { style: 'header', value: '单元格' },
        { style: 'header', value: '数' },
      ],
    },
    {
      cells: [
        { style: 'link', value: 'B7', link: { sheet: '收入执行表 ', row: 6, column: 1 } },
        { style: 'amount', value: 9860, formula: "'收入执行表 '!B7" },
      ],
    },
    {
      cells: [
        { style: 'text', value: '=1+1' },
        { style: 'text', value: '@SUM(A1) +1 -1 <&>' },
      ],
    },
    { spanned: true, cells: [{ style: 'note', value: '由 Gouji 勾稽生成' }, { style: 'note' }] },
  ],
  repeatedRows: [0, 1],
  frozenRows: 2,
};

const PATCHED = ['xl/workbook.xml', 'xl/_rels/workbook.xml.rels', '[Content_Types].xml', 'xl/styles.xml'];

/** The raw bytes of every entry, packed as they are. */
function rawEntries(bytes: Uint8Array): Map<string, string> {
  const zip = openZip(bytes);
  return new Map(
    [...zip.entries.values()].map((entry) => [
      entry.name,
      Buffer.from(
        zip.bytes.subarray(entry.offset + 30, entry.offset + 30 + entry.name.length + entry.packedSize),
      ).toString('base64'),
    ]),
  );
}

function expectUntouched(before: Uint8Array, after: Uint8Array, patched = PATCHED): void {
  const was = rawEntries(before);
  const is = rawEntries(after);
  for (const [name, bytes] of was) if (!patched.includes(name)) expect([name, is.get(name)]).toEqual([name, bytes]);
}

test('our sheet is added, and every other part stays byte for byte', async () => {
  const before = sampleBytes('county-2023-05.xlsx');
  const kept = before.slice();
  const { bytes, sheetNames } = addSheets(before, [summary]);
  expect(Buffer.from(before).equals(Buffer.from(kept))).toBe(true);
  expect(sheetNames).toEqual(['校验结果']);
  expectUntouched(before, bytes);
  const old = await readWorkbook(before, 'x.xlsx');
  const now = await readWorkbook(bytes, 'x.xlsx');
  expect(now.sheets.slice(0, -1)).toEqual(old.sheets);
  const ours = now.sheets.at(-1);
  if (!ours) throw new Error('no sheet');
  expect(formulaAt(ours, 2, 1)).toBe("'收入执行表 '!B7");
  expect(now.names.find(({ name }) => name === '_gouji_summary_findings')).toMatchObject({
    hidden: true,
    refersTo: '校验结果!$A$1',
  });
});

test('bytes from Node are not written into either', () => {
  const before = Buffer.from(sampleBytes('county-2023-05.xlsx'));
  const kept = Buffer.from(before.toString('base64'), 'base64');
  addSheets(before, [summary]);
  expect(before.equals(kept)).toBe(true);
});

test('text that begins with = + - @ stays text', async () => {
  const { bytes } = addSheets(sampleBytes('county-2023-05.xlsx'), [summary]);
  const ours = (await readWorkbook(bytes, 'x.xlsx')).sheets.at(-1);
  if (!ours) throw new Error('no sheet');
  expect([valueAt(ours, 3, 0), formulaAt(ours, 3, 0), valueAt(ours, 3, 1)]).toEqual([
    '=1+1',
    undefined,
    '@SUM(A1) +1 -1 <&>',
  ]);
});

test('writing twice leaves one of each, with the new contents', async () => {
  const once = addSheets(sampleBytes('county-2023-05.xlsx'), [summary]).bytes;
  const changed = {
    ...summary,
    rows: [...summary.rows, { cells: [{ style: 'note', value: '第二次' } as const] }],
    repeatedRows: [0, 0] as const,
  };
  const { bytes, sheetNames } = addSheets(once, [changed]);
  expect(sheetNames).toEqual(['校验结果']);
  const { sheets, names } = await readWorkbook(bytes, 'x.xlsx');
  expect(sheets.filter(({ name }) => name.startsWith('校验结果'))).toHaveLength(1);
  expect(sheets.at(-1) && valueAt(sheets.at(-1) ?? never(), 5, 0)).toBe('第二次');
  expect(names.filter(({ name }) => name === '_xlnm.Print_Titles').map(({ refersTo }) => refersTo)).toEqual([
    '校验结果!$1:$1',
  ]);
  expect(strFromU8(unzipSync(bytes)['xl/styles.xml'] ?? new Uint8Array())).toBe(
    strFromU8(unzipSync(once)['xl/styles.xml'] ?? new Uint8Array()),
  );
  expectUntouched(once, bytes, [...PATCHED, 'xl/worksheets/gouji-findings.xml']);
});

function never(): never {
  throw new Error('unreachable');
}

test("a user's sheet of that name is left alone", async () => {
  const parts = unzipSync(sampleBytes('county-2023-05.xlsx'));
  const workbook = strFromU8(parts['xl/workbook.xml'] ?? never()).replace('name="封面"', 'name="校验结果"');
  const theirs = zipSync({ ...parts, 'xl/workbook.xml': strToU8(workbook) });
  const { bytes, sheetNames } = addSheets(theirs, [summary]);
  expect(sheetNames).toEqual(['校验结果 (2)']);
  const { sheets } = await readWorkbook(bytes, 'x.xlsx');
  expect(sheets[0]).toEqual((await readWorkbook(theirs, 'x.xlsx')).sheets[0]);
});

test('a protected structure is refused with its fault', () => {
  const parts = unzipSync(sampleBytes('county-2023-05.xlsx'));
  const workbook = strFromU8(parts['xl/workbook.xml'] ?? never()).replace(
    '<bookViews>',
    '<workbookProtection lockStructure="1"/><bookViews>',
  );
  expect(() => addSheets(zipSync({ ...parts, 'xl/workbook.xml': strToU8(workbook) }), [summary])).toThrow(
    new HostError('structureProtected'),
  );
});

test('a workbook in a prefix of its own keeps it', async () => {
  const parts = unzipSync(sampleBytes('county-2023-05.xlsx'));
  const prefixed = (name: string) =>
    strFromU8(parts[name] ?? never())
      .replace(/<(\/?)(?=[A-Za-z])/g, '<$1x:')
      .replace('xmlns=', 'xmlns:x=');
  const theirs = zipSync({
    ...parts,
    'xl/workbook.xml': strToU8(prefixed('xl/workbook.xml')),
    'xl/styles.xml': strToU8(prefixed('xl/styles.xml')),
  });
  const { sheets } = await readWorkbook(addSheets(theirs, [summary]).bytes, 'x.xlsx');
  expect(sheets.map(({ name }) => name)).toContain('校验结果');
});

describeWithShared('real workbooks lose nothing', () => {
  test.each(['20', '25', '27', 'raw-2023', '财政', 'department_budget_template'])('%s.xlsx', async (name) => {
    const before = new Uint8Array(readFileSync(sharedFile(`workbooks/fiscal/${name}.xlsx`)));
    const { bytes } = addSheets(before, [summary]);
    expectUntouched(before, bytes);
    const old = await readWorkbook(before, 'x.xlsx');
    const now = await readWorkbook(bytes, 'x.xlsx');
    expect(now.sheets.slice(0, -1)).toEqual(old.sheets);
  });
});
