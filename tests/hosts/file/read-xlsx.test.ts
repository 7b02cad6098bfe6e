import { strToU8, zipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { cellIndex, formulaAt, indentLevel, isBold, valueAt } from '../../../src/core/grid/sheet';
import { readWorkbook } from '../../../src/hosts/file/read-file';
import { HostError } from '../../../src/hosts/host';
import { differences } from '../../support/compare-readers';
import { describeWithShared, sharedFile } from '../../support/shared-folder';
import { sampleBytes } from '../../support/sample-files';

const NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function packageOf(sheet: string, extra: Record<string, string> = {}): Uint8Array {
  const parts: Record<string, string> = {
    '_rels/.rels': `<Relationships><Relationship Id="r" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook ${NS} xmlns:r="${OFFICE}"><sheets><sheet name="A&amp;B" sheetId="1" r:id="s1"/></sheets><definedNames><definedName name="n" hidden="1">'A&amp;B'!$A$1</definedName></definedNames></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="s1" Type="${OFFICE}/worksheet" Target="/xl/worksheets/sheet1.xml"/><Relationship Id="s2" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="s3" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    'xl/sharedStrings.xml':
      '<sst><si><t>合计</t></si><si><r><t>税</t></r><r><t xml:space="preserve">收 </t></r><rPh sb="0" eb="1"><t>shui</t></rPh></si><si><t>a_x000A_b</t></si></sst>',
    'xl/styles.xml':
      '<styleSheet><numFmts><numFmt numFmtId="180" formatCode="#,##0.0"/></numFmts><fonts><font/><font><b/></font><font><b val="0"/></font></fonts><cellStyleXfs><xf fontId="1"/></cellStyleXfs><cellXfs><xf/><xf numFmtId="180" fontId="1"><alignment indent="2"/></xf><xf numFmtId="10" fontId="2"/></cellXfs></styleSheet>',
    'xl/worksheets/sheet1.xml': sheet,
    ...extra,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])));
}

const faultOf = async (bytes: Uint8Array) => {
  try {
    await readWorkbook(bytes, '某表.xlsx');
    return 'read';
  } catch (error) {
    return error instanceof HostError ? error.fault : String(error);
  }
};

describe('a sheet', () => {
  const xml = `<x:worksheet xmlns:x="m"><x:cols><x:col min="3" max="4" hidden="1"/></x:cols><x:sheetData>
    <x:row r="2" hidden="1"><x:c r="A2" s="1" t="s"><x:v>0</x:v></x:c><x:c r="B2" t="s"><x:v>1</x:v></x:c><x:c r="C2"><x:v>1.5</x:v></x:c><x:c r="D2" s="1"/></x:row>
    <x:row><x:c><x:f>A2&amp;"&gt;"</x:f><x:v>x</x:v></x:c><x:c t="b"><x:v>1</x:v></x:c><x:c t="e"><x:v>#DIV/0!</x:v></x:c><x:c t="inlineStr"><x:is><x:t>行内</x:t></x:is></x:c><x:c t="str"><x:f>T(1)</x:f><x:v>文</x:v></x:c></x:row>
    <x:row r="5"><x:c r="B5"><x:f t="shared" ref="B5:B7" si="0">SUM(A$2:A5)+'表 二'!C1</x:f><x:v>1</x:v></x:c></x:row>
    <x:row r="6"><x:c r="B6"><x:f t="shared" si="0"/><x:v>2</x:v></x:c><x:c r="C6" t="s"><x:v>2</x:v></x:c></x:row>
    <x:row r="9"><x:c r="A9" s="2"/></x:row></x:sheetData><x:sheetProtection sheet="1"/><x:mergeCells><x:mergeCell ref="A1:B1"/></x:mergeCells></x:worksheet>`;

  test('is read with values, formulas, formats and looks', async () => {
    const { sheets, names } = await readWorkbook(packageOf(xml), '某表.xlsx');
    const [sheet] = sheets;
    if (!sheet) throw new Error('no sheet');
    expect(sheet.name).toBe('A&B');
    expect([valueAt(sheet, 1, 0), valueAt(sheet, 1, 1), valueAt(sheet, 1, 2)]).toEqual(['合计', '税收 ', 1.5]);
    expect([1, 2, 3, 4].map((column) => valueAt(sheet, 2, column))).toEqual([true, { error: '#DIV/0!' }, '行内', '文']);
    expect(formulaAt(sheet, 2, 0)).toBe('A2&">"');
    expect(formulaAt(sheet, 5, 1)).toBe("SUM(A$2:A6)+'表 二'!C2");
    expect(valueAt(sheet, 5, 2)).toBe('a\nb');
    const first = cellIndex(sheet.cells, 1, 0);
    expect([
      isBold(sheet.cells, first),
      indentLevel(sheet.cells, first),
      sheet.cells.formats[sheet.cells.format[first] ?? 0],
    ]).toEqual([true, 2, '#,##0.0']);
    expect({ ...sheet, cells: undefined }).toMatchObject({
      protected: true,
      hiddenRows: [1],
      hiddenColumns: [2, 3],
      merges: [{ top: 0, left: 0, bottom: 0, right: 1 }],
    });
    expect(names).toEqual([{ name: 'n', hidden: true, refersTo: "'A&B'!$A$1" }]);
  });

  test('an empty reference to a text is blank, a date of 1904 the day that it shows', async () => {
    const cells = `<worksheet ${NS}><sheetData><row r="1"><c r="A1" t="s"><v></v></c><c r="B1" s="1"><v>43464</v></c><c r="C1"><v>43464</v></c><c r="D1" t="d"><v>2023-05-31T00:00:00</v></c></row></sheetData></worksheet>`;
    const styles = '<styleSheet><fonts><font/></fonts><cellXfs><xf/><xf numFmtId="14"/></cellXfs></styleSheet>';
    const read = async (workbookPr: string) => {
      const { sheets } = await readWorkbook(
        packageOf(cells, {
          'xl/styles.xml': styles,
          'xl/workbook.xml': `<workbook ${NS} xmlns:r="${OFFICE}">${workbookPr}<sheets><sheet name="表" sheetId="1" r:id="s1"/></sheets></workbook>`,
        }),
        '某表.xlsx',
      );
      return [0, 1, 2, 3].map((column) => sheets[0] && valueAt(sheets[0], 0, column));
    };
    expect(await read('<workbookPr date1904="1"/>')).toEqual([undefined, 44926, 43464, '2023-05-31']);
    expect(await read('<workbookPr/>')).toEqual([undefined, 43464, 43464, '2023-05-31']);
  });

  test('ends where its contents end, not where its formats do', async () => {
    const { sheets } = await readWorkbook(packageOf(xml), '某表.xlsx');
    expect([sheets[0]?.cells.rowCount, sheets[0]?.cells.columnCount]).toEqual([6, 5]);
  });
});

describe('what cannot be read gets its fault', () => {
  const whole = packageOf('<worksheet><sheetData/></worksheet>');
  test.each([
    ['nothing', new Uint8Array(), 'notAWorkbook'],
    ['a page', strToU8('<html></html>'), 'notAWorkbook'],
    ['half an archive', whole.slice(0, whole.length / 2), 'damaged'],
    ['a document type', packageOf('<!DOCTYPE a [<!ENTITY b "c">]><worksheet/>'), 'damaged'],
    [
      'a cell beyond the last row',
      packageOf('<worksheet><sheetData><row r="1"><c r="A1048577"><v>1</v></c></row></sheetData></worksheet>'),
      'damaged',
    ],
    ['no workbook part', zipSync({ 'a.txt': strToU8('a') }), 'notAWorkbook'],
  ])('%s', async (_, bytes, fault) => {
    expect(await faultOf(bytes)).toBe(fault);
  });

  test('two parts of one name', async () => {
    const twice = zipSync({ 'xl/a.xml': strToU8('1'), 'xl/A.xml': strToU8('2') });
    expect(await faultOf(twice)).toBe('duplicateEntry');
  });

  test('a part that unpacks to more than it declares', async () => {
    const bytes = packageOf(
      `<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>${' '.repeat(5000)}`,
    );
    const view = new DataView(bytes.buffer);
    for (let at = 0; at < bytes.length - 46; at++) {
      const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + 24));
      if (view.getUint32(at, true) === 0x02014b50 && name === 'xl/worksheets/sheet1.xml')
        view.setUint32(at + 24, 100, true);
    }
    expect(await faultOf(bytes)).toBe('damaged');
  });
});

describe('SheetJS reads the same cells', () => {
  const compare = async (bytes: Uint8Array) => {
    expect(differences(await readWorkbook(bytes, 'x.xlsx'), bytes)).toEqual([]);
  };

  test.each(['county-2023-05.xlsx', 'dirty/county-2023-05.xlsx'])('of %s', async (name) => compare(sampleBytes(name)));

  describeWithShared('of real workbooks', () => {
    test.each(['20', '25', '27', 'raw-2023', '财政', 'department_budget_template'])('%s.xlsx', async (name) => {
      await compare(new Uint8Array(readFileSync(sharedFile(`workbooks/fiscal/${name}.xlsx`))));
    });
  });
});
