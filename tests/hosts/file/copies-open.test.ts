import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { textAt } from '../../../src/core/grid/sheet';
import { userSheets } from '../../../src/core/reading/user-sheets';
import type { SummarySheet } from '../../../src/core/summary/summary-sheet';
import { addSheets } from '../../../src/hosts/file/add-sheets';
import { valuesPackage } from '../../../src/hosts/file/new-workbook';
import { readWorkbook } from '../../../src/hosts/file/read-file';
import { translator } from '../../../src/messages/translator';
import { faultsOf, parsePart } from '../../support/open-package';
import { sampleBytes } from '../../support/sample-files';
import { describeWithShared, sharedFile } from '../../support/shared-folder';

const summary = (extra: SummarySheet['rows'] = []): SummarySheet => ({
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
    ...extra,
    { spanned: true, cells: [{ style: 'note', value: translator('zh-CN').text('summary.footer') }, { style: 'note' }] },
  ],
  repeatedRows: [0, 1],
  frozenRows: 2,
});

const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const before = sampleBytes('county-2023-05.xlsx');

type Edit = (parts: Record<string, string>) => Record<string, string | Uint8Array>;

/** A sample with some of its parts changed. */
function changed(bytes: Uint8Array, edit: Edit): Uint8Array {
  const packed = unzipSync(bytes);
  const texts = Object.fromEntries(Object.entries(packed).map(([name, content]) => [name, strFromU8(content)]));
  const edited = Object.entries(edit(texts)).map(([name, part]) => [
    name,
    typeof part === 'string' ? strToU8(part) : part,
  ]);
  return zipSync({ ...packed, ...(Object.fromEntries(edited) as Record<string, Uint8Array>) });
}

const inWorkbook =
  (edit: (xml: string) => string): Edit =>
  (parts) => ({ 'xl/workbook.xml': edit(parts['xl/workbook.xml'] ?? '') });

function utf16(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
}

const SOURCES: readonly (readonly [string, Edit])[] = [
  ['as it is', () => ({})],
  [
    'relationships declared on each sheet, none on the root',
    inWorkbook((xml) => xml.replace(` xmlns:r="${REL}"`, '').replaceAll('<sheet name', `<sheet xmlns:r="${REL}" name`)),
  ],
  [
    'a prefix of its own for both vocabularies',
    inWorkbook((xml) =>
      xml
        .replace(/<(\/?)(?=[A-Za-z])/g, '<$1x:')
        .replace('xmlns=', 'xmlns:x=')
        .replace('xmlns:r=', 'xmlns:rel=')
        .replaceAll('r:id=', 'rel:id='),
    ),
  ],
  ['UTF-16', (parts) => ({ 'xl/workbook.xml': utf16((parts['xl/workbook.xml'] ?? '').replace('UTF-8', 'UTF-16')) })],
  ['a sheet named like our place holder was', inWorkbook((xml) => xml.replace('name="封面"', 'name="a~r:id"'))],
  [
    'no style at all',
    () => ({
      'xl/styles.xml': '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>',
    }),
  ],
  [
    'a style sheet with colours only',
    () => ({
      'xl/styles.xml':
        '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><borders count=\'1\'><border/></borders><colors/></styleSheet>',
    }),
  ],
];

describe('a copy opens', () => {
  test.each(SOURCES)('of a workbook with %s', async (_, edit) => {
    const copy = addSheets(changed(before, edit), [summary()]).bytes;
    expect(faultsOf(copy)).toEqual([]);
    expect((await readWorkbook(copy, 'x.xlsx')).sheets.at(-1)?.name).toBe('校验结果');
    expect(faultsOf(addSheets(copy, [summary()]).bytes)).toEqual([]);
  });

  test('where there was none', () => expect(faultsOf(addSheets(valuesPackage([]), [summary()]).bytes)).toEqual([]));

  test('the first cell format stays the one of cells without a style', () => {
    const bare = changed(before, () => ({
      'xl/styles.xml': '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>',
    }));
    const styles = parsePart(unzipSync(addSheets(bare, [summary()]).bytes)['xl/styles.xml'] ?? new Uint8Array());
    const formats = styles.children.find(({ local }) => local === 'cellXfs')?.children ?? [];
    expect(formats[0]?.attributes).toMatchObject({ fontId: '0', fillId: '0', borderId: '0' });
    expect(formats[0]?.children).toEqual([]);
  });

  test('titles are repeated once, whatever the order of attributes', () => {
    const once = addSheets(before, [summary()]).bytes;
    const resaved = changed(
      once,
      inWorkbook((xml) =>
        xml.replace(
          /<definedName name="_xlnm.Print_Titles" localSheetId="8">/,
          '<definedName function="false" localSheetId="8" name="_xlnm.Print_Titles" vbProcedure="false">',
        ),
      ),
    );
    expect(faultsOf(addSheets(resaved, [summary()]).bytes)).toEqual([]);
  });

  test('a text is cut to what a cell holds, never inside a character, and a row is no higher than Excel allows', async () => {
    const long = `${'长'.repeat(32_765)}😀😀`;
    const { bytes } = addSheets(before, [summary([{ height: 2000, cells: [{ style: 'text', value: long }] }])]);
    const { sheets } = await readWorkbook(bytes, 'x.xlsx');
    const sheet = sheets.at(-1);
    expect(sheet && textAt(sheet, 2, 0)).toBe(`${'长'.repeat(32_765)}…`);
    const xml = strFromU8(unzipSync(bytes)['xl/worksheets/gouji-findings.xml'] ?? new Uint8Array());
    expect(xml).toContain('ht="409"');
  });

  test('more cell formats than Excel holds are refused before anything is written', () => {
    const formats = (count: number) =>
      changed(before, (parts) => ({
        'xl/styles.xml': (parts['xl/styles.xml'] ?? '').replace(
          /<cellXfs.*<\/cellXfs>/,
          `<cellXfs count="${count}">${'<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'.repeat(count)}</cellXfs>`,
        ),
      }));
    expect(() => addSheets(formats(65_430), [summary()])).not.toThrow();
    expect(() => addSheets(formats(65_480), [summary()])).toThrow('tooManyFormats');
  });
});

describe('the order of calculation', () => {
  const chained = (cells: string) => {
    const once = addSheets(before, [summary()]).bytes;
    return changed(once, (parts) => ({
      'xl/calcChain.xml': `<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${cells}</calcChain>`,
      'xl/_rels/workbook.xml.rels': (parts['xl/_rels/workbook.xml.rels'] ?? '').replace(
        '</Relationships>',
        `<Relationship Id="rIdC" Type="${REL}/calcChain" Target="calcChain.xml"/></Relationships>`,
      ),
      '[Content_Types].xml': (parts['[Content_Types].xml'] ?? '').replace(
        '</Types>',
        '<Override PartName="/xl/calcChain.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"/></Types>',
      ),
    }));
  };

  test('loses the cells of our sheet; the entry after them says its own sheet', () => {
    const { bytes } = addSheets(chained('<c r="A1" i="9"/><c r="A2"/><c r="B2" i="3"/><c r="B3"/><c r="C1" i="9"/>'), [
      summary(),
    ]);
    expect(faultsOf(bytes)).toEqual([]);
    const chain = parsePart(unzipSync(bytes)['xl/calcChain.xml'] ?? new Uint8Array());
    expect(chain.children.map(({ attributes }) => attributes)).toEqual([{ r: 'B2', i: '3' }, { r: 'B3' }]);
  });

  test('goes where nothing is left of it', () => {
    const { bytes } = addSheets(chained('<c r="A1" i="9"/><c r="A2"/>'), [summary()]);
    expect(faultsOf(bytes)).toEqual([]);
    expect(Object.keys(unzipSync(bytes))).not.toContain('xl/calcChain.xml');
  });
});

describe('whose sheet it is', () => {
  test('a mark of a sheet that was deleted goes', () => {
    const stale = changed(
      before,
      inWorkbook((xml) =>
        xml.replace(
          '</sheets>',
          '</sheets><definedNames><definedName name="_gouji_summary_findings" hidden="1">#REF!$A$1</definedName></definedNames>',
        ),
      ),
    );
    const { bytes } = addSheets(stale, [summary()]);
    expect(faultsOf(bytes)).toEqual([]);
    expect(strFromU8(unzipSync(bytes)['xl/workbook.xml'] ?? new Uint8Array())).not.toContain('#REF!');
  });

  test.each(['支出执行表', '封面'])('a mark that came onto “%s” makes it not ours', async (name) => {
    const marked = changed(
      before,
      inWorkbook((xml) =>
        xml.replace(
          '</sheets>',
          `</sheets><definedNames><definedName name="_gouji_summary_findings" hidden="1">${name}!$A$1</definedName></definedNames>`,
        ),
      ),
    );
    const old = await readWorkbook(marked, 'x.xlsx');
    expect(userSheets(old).map((sheet) => sheet.name)).toContain(name);
    const { bytes, sheetNames } = addSheets(marked, [summary()]);
    expect([sheetNames, faultsOf(bytes)]).toEqual([['校验结果'], []]);
    const now = await readWorkbook(bytes, 'x.xlsx');
    expect(now.sheets.slice(0, -1)).toEqual(old.sheets);
    expect(userSheets(now)).toHaveLength(old.sheets.length);
  });

  test('our signature stands in the last line in every language', () => {
    for (const language of ['zh-CN', 'en-US'] as const)
      expect(translator(language).text('summary.footer')).toContain('Gouji');
  });
});

describeWithShared('copies of hostile and real workbooks open', () => {
  test.each([
    'A-local-r',
    'D-calc',
    'F-65430xf',
    'I-long',
    'L-deleted',
    'O-real-from-LibreOffice',
    'U-utf16-wb',
    'W-tilde',
    'X-mark',
  ])('%s', (name) => {
    const bytes = new Uint8Array(readFileSync(sharedFile(`attack/lossless/${name}.xlsx`)));
    expect(faultsOf(addSheets(bytes, [summary()]).bytes)).toEqual([]);
  });
});
