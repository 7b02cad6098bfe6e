import { utils, write, type BookType, type WorkBook } from '@e965/xlsx';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formulaAt, valueAt, type Workbook } from '../../../src/core/grid/sheet';
import { FileHost } from '../../../src/hosts/file/file-host';
import { readWorkbook } from '../../../src/hosts/file/read-file';
import { fileKind } from '../../../src/hosts/file/sniff';
import { HostError } from '../../../src/hosts/host';
import { faultsOf } from '../../support/open-package';
import { sampleBytes } from '../../support/sample-files';

/** One small workbook as each program would keep it. */
function monthly(): WorkBook {
  const book = utils.book_new();
  const sheet = utils.aoa_to_sheet([
    ['青禾县收入表', null, null],
    ['项目', '本月数', '占比'],
    ['增值税', 1200.5, 0.25],
    ['企业所得税', -34, 0.75],
    ['合计', 1166.5, true],
  ]);
  sheet.B5 = { t: 'n', v: 1166.5, f: 'SUM(B3:B4)' };
  sheet.C3 = { t: 'n', v: 0.25, z: '0.00%' };
  sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 2 } }];
  sheet['!rows'] = [{}, {}, {}, { hidden: true }];
  utils.book_append_sheet(book, sheet, '收入表');
  utils.book_append_sheet(book, utils.aoa_to_sheet([['代码', '101']]), '代码');
  book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }], Names: [{ Name: '收入合计', Ref: '收入表!$B$5' }] };
  return book;
}

const bytesAs = (type: BookType) => new Uint8Array(write(monthly(), { bookType: type, type: 'array' }) as ArrayBuffer);
const read = (bytes: Uint8Array, name = '月报.xls') => readWorkbook(bytes, name);

const FORMATS: readonly (readonly [BookType, string])[] = [
  ['biff8', 'xls'],
  ['xlsb', 'xlsb'],
  ['ods', 'ods'],
  ['xlml', 'xml'],
];

function first({ sheets: [sheet] }: Workbook) {
  if (!sheet) throw new Error('no sheet');
  return sheet;
}

describe.each(FORMATS)('%s', (type, kind) => {
  const bytes = bytesAs(type);

  test('is known by its contents', () => expect(fileKind(bytes)).toBe(kind));

  test('gives values, formulas and areas', async () => {
    const sheet = first(await read(bytes));
    expect(sheet.name).toBe('收入表');
    expect([2, 3, 4].map((row) => valueAt(sheet, row, 1))).toEqual([1200.5, -34, 1166.5]);
    expect([valueAt(sheet, 0, 0), valueAt(sheet, 4, 2)]).toEqual(['青禾县收入表', true]);
    // The library that wrote this writes no formulas into the binary formats.
    if (type === 'ods' || type === 'xlml') expect(formulaAt(sheet, 4, 1)).toBe('SUM(B3:B4)');
    expect(sheet.merges).toEqual([{ top: 0, left: 0, bottom: 0, right: 2 }]);
  });
});

test('.xlsb gives formats, hidden sheets and names', async () => {
  const book = await read(bytesAs('xlsb'));
  expect(first(book).cells.formats).toContain('0.00%');
  expect(book.sheets[1]?.visibility).toBe('hidden');
  expect(book.names).toEqual([{ name: '收入合计', refersTo: expect.stringContaining('$B$5'), hidden: false }]);
});

describe('a workbook that LibreOffice saved', () => {
  const saved = (name: string) => new Uint8Array(readFileSync(join(__dirname, 'fixtures', name)));

  test.each(['county-2023-05.xls', 'county-2023-05.ods'])(
    'as %s says cell by cell what the .xlsx says',
    async (name) => {
      const { sheets } = await readWorkbook(sampleBytes('county-2023-05.xlsx'), 'x.xlsx');
      const other = await readWorkbook(saved(name), name);
      expect(other.sheets.map((sheet) => sheet.name)).toEqual(sheets.map((sheet) => sheet.name));
      sheets.forEach((sheet, i) => {
        const theirs = other.sheets[i];
        if (!theirs) throw new Error('no sheet');
        expect(theirs.merges).toHaveLength(sheet.merges.length);
        for (let row = 0; row < sheet.cells.rowCount; row++)
          for (let column = 0; column < sheet.cells.columnCount; column++) {
            const [was, is] = [valueAt(sheet, row, column), valueAt(theirs, row, column)];
            if (typeof was === 'number') expect(is).toBeCloseTo(was, 6);
            // The library cuts wide spaces at the ends of a text of .ods (docs/limits.md).
            else if (name.endsWith('.ods') && typeof was === 'string') expect(String(is).trim()).toBe(was.trim());
            else expect(is).toEqual(was);
            expect(formulaAt(theirs, row, column)).toBe(formulaAt(sheet, row, column));
          }
      });
    },
  );

  test('as .xls keeps hidden sheets and number formats', async () => {
    const other = await readWorkbook(saved('county-2023-05.xls'), 'x.xls');
    expect(other.sheets.at(-1)?.visibility).toBe('hidden');
    expect(other.sheets[1]?.cells.formats).toContain('#,##0.00');
  });
});

describe('a page that an export named .xls', () => {
  const page = (head: string) =>
    `${head}<table><tr><td colspan=2>收入表</td></tr><tr><td>月份</td><td>2023-05</td></tr><tr><td>代码</td><td>00101</td></tr><tr><td>金额</td><td>1,200.50</td></tr></table>`;

  test.each([
    ['', '<html><head><meta charset="utf-8"></head>'],
    ['bare', ''],
  ])('is read as a text file is (%s)', async (_, head) => {
    const sheet = first(await read(strToU8(page(head))));
    expect([0, 1, 2, 3].map((row) => valueAt(sheet, row, row === 0 ? 0 : 1))).toEqual([
      '收入表',
      '2023-05',
      '00101',
      1200.5,
    ]);
    expect(sheet.merges).toEqual([{ top: 0, left: 0, bottom: 0, right: 1 }]);
  });

  test('in GB18030, too', async () => {
    // 收入
    const bytes = Uint8Array.from([
      ...strToU8('<table><tr><td>'),
      0xca,
      0xd5,
      0xc8,
      0xeb,
      ...strToU8('</td></tr></table>'),
    ]);
    expect(valueAt(first(await read(bytes)), 0, 0)).toBe('收入');
  });
});

describe('refused in words', () => {
  const refusal = (bytes: Uint8Array) =>
    read(bytes).then(
      () => 'read',
      (error: unknown) => (error instanceof HostError ? error.fault : String(error)),
    );
  /** A compound file with these entries in its directory. */
  const compound = (...names: string[]) => {
    const bytes = new Uint8Array(512 + 128 * names.length);
    bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    names.forEach((name, i) =>
      bytes.set(
        [...name].flatMap((c) => [c.charCodeAt(0), 0]),
        512 + 128 * i,
      ),
    );
    return bytes;
  };

  test('a package with a password', async () =>
    expect(await refusal(compound('Root Entry', 'EncryptionInfo', 'EncryptedPackage'))).toBe('encrypted'));
  test('a letter', async () => expect(await refusal(compound('Root Entry', 'WordDocument'))).toBe('notAWorkbook'));
  test('an .xls that ends too early', async () =>
    expect(await refusal(bytesAs('biff8').subarray(0, 3000))).toBe('damaged'));
  test('an .ods with a password', async () => {
    const parts = unzipSync(bytesAs('ods'));
    const manifest = strToU8('<manifest:manifest><manifest:encryption-data/></manifest:manifest>');
    expect(await refusal(zipSync({ ...parts, 'META-INF/manifest.xml': manifest }))).toBe('encrypted');
  });
  test('an .xlsb that unpacks to more than it says', async () => {
    const bytes = bytesAs('xlsb');
    const view = new DataView(bytes.buffer);
    for (let at = 0; at + 46 < bytes.length; at++)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
    expect(await refusal(bytes)).toBe('damaged');
  });
  test('a page and a picture', async () => {
    expect(await refusal(strToU8('%PDF-1.7'))).toBe('notAWorkbook');
    const picture = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52];
    expect(await refusal(Uint8Array.from(picture))).toBe('notAWorkbook');
    expect(await refusal(strToU8('<html><p>no table</p></html>'))).toBe('notAWorkbook');
  });
});

describe('a summary of what is no .xlsx', () => {
  const summary = [
    {
      id: 'findings',
      name: '校验结果',
      widths: [10],
      rows: [{ cells: [{ style: 'amount', value: 1166.5, formula: '收入表!B5' }] }],
      repeatedRows: [0, 0],
      frozenRows: 0,
    },
  ] as const;

  test('is a new workbook with the values of its sheets', async () => {
    const host = new FileHost(bytesAs('biff8'), '月报.xls');
    const source = await host.read();
    const { file } = await host.writeSummary(summary);
    expect([file?.name, file?.holds]).toEqual(['月报.gouji.xlsx', 'values']);
    const bytes = file?.bytes ?? new Uint8Array();
    expect(faultsOf(bytes)).toEqual([]);
    const copy = await readWorkbook(bytes, 'x.xlsx');
    expect(copy.sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
      ['收入表', 'visible'],
      ['代码', 'hidden'],
      ['校验结果', 'visible'],
    ]);
    const [theirs, ours] = [first(source), first(copy)];
    for (let row = 0; row < 5; row++)
      for (let column = 0; column < 3; column++)
        expect(valueAt(ours, row, column)).toEqual(valueAt(theirs, row, column));
    expect([ours.merges, ours.hiddenRows]).toEqual([theirs.merges, theirs.hiddenRows]);
    expect(copy.sheets[2] && formulaAt(copy.sheets[2], 0, 0)).toBe('收入表!B5');
  });

  test('holds ours alone where a name of a sheet is none for Excel', async () => {
    const host = new FileHost(strToU8('项目,数\n甲,1\n'), `${'很长的文件名'.repeat(6)}.csv`);
    const { file } = await host.writeSummary(summary);
    expect(file?.holds).toBe('summary');
    const copy = await readWorkbook(file?.bytes ?? new Uint8Array(), 'x.xlsx');
    expect(copy.sheets.map(({ name }) => name)).toEqual(['校验结果']);
    expect(formulaAt(first(copy), 0, 0)).toBeUndefined();
  });
});

test('a template becomes a workbook', async () => {
  const parts = unzipSync(sampleBytes('county-2023-05.xlsx'));
  const types = new TextDecoder().decode(parts['[Content_Types].xml']).replace('sheet.main+xml', 'template.main+xml');
  const template = zipSync({ ...parts, '[Content_Types].xml': strToU8(types) });
  const host = new FileHost(template, '模板.xltx');
  expect((await host.read()).sheets.length).toBeGreaterThan(1);
  const { file } = await host.writeSummary([]);
  expect(file?.name).toBe('模板.gouji.xlsx');
  const written = unzipSync(file?.bytes ?? new Uint8Array());
  expect(new TextDecoder().decode(written['[Content_Types].xml'])).not.toContain('template');
});
