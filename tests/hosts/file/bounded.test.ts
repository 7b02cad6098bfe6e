import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { checkWorkbook } from '../../../src/app/check-workbook';
import { formulaAt, valueAt, type Sheet } from '../../../src/core/grid/sheet';
import { LIMITS } from '../../../src/hosts/file/limits';
import { readWorkbook } from '../../../src/hosts/file/read-file';
import { valuesPackage } from '../../../src/hosts/file/new-workbook';
import { HostError } from '../../../src/hosts/host';
import { nameBytes, numberAt, XmlBytes } from '../../../src/hosts/file/xml-bytes';
import fc from 'fast-check';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** A workbook of one sheet that holds this XML, and of others that claim the same part. */
function workbook(xml: string, sheets = 1): Uint8Array {
  const empty = unzipSync(valuesPackage([]));
  const text = (name: string) => strFromU8(empty[name] ?? new Uint8Array());
  const list = Array.from({ length: sheets }, (_, i) => `<sheet name="S${i}" sheetId="${i + 1}" r:id="rIdS"/>`);
  return zipSync({
    ...empty,
    'xl/workbook.xml': strToU8(text('xl/workbook.xml').replace('<sheets>', `<sheets>${list.join('')}`)),
    'xl/_rels/workbook.xml.rels': strToU8(
      text('xl/_rels/workbook.xml.rels').replace(
        '</Relationships>',
        '<Relationship Id="rIdS" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
      ),
    ),
    'xl/worksheets/sheet1.xml': strToU8(`<worksheet xmlns="${MAIN}">${xml}</worksheet>`),
  });
}

const rows = (cells: string) => `<sheetData><row r="1">${cells}</row></sheetData>`;

async function sheetOf(xml: string): Promise<Sheet> {
  const [sheet] = (await readWorkbook(workbook(xml), 'x.xlsx')).sheets;
  if (!sheet) throw new Error('no sheet');
  return sheet;
}

function refusal(bytes: Uint8Array): Promise<string> {
  return readWorkbook(bytes, 'x.xlsx').then(
    () => 'read',
    (error: unknown) => (error instanceof HostError ? error.fault : String(error)),
  );
}

describe('what has no measure is bounded', () => {
  test('columns outside of a sheet', async () => {
    const { hiddenColumns } = await sheetOf(
      `<cols><col min="-1e9" max="2" hidden="1"/><col min="16384" max="1e12" hidden="1"/></cols>${rows('')}`,
    );
    expect(hiddenColumns).toEqual([0, 1, 16_383]);
  });

  test('columns hidden again and again', async () => {
    const all = '<col min="1" max="16384" hidden="1"/>'.repeat(LIMITS.hiddenColumns / 16_384 + 1);
    expect(await refusal(workbook(`<cols>${all}</cols>`))).toBe('tooLarge');
  });

  test('one part that several sheets claim', async () => {
    expect(await refusal(workbook(rows(''), 1))).toBe('read');
    expect(await refusal(workbook(rows(''), 2))).toBe('damaged');
  });

  test('more sheets than the limit are told, not left out', async () =>
    expect(await refusal(workbook(rows(''), LIMITS.sheets + 1))).toBe('tooLarge'));

  test.each([
    ['parentheses', '('.repeat(LIMITS.formulaDepth + 1), 'tooDeep'],
    ['one level less', `${'('.repeat(LIMITS.formulaDepth)}1${')'.repeat(LIMITS.formulaDepth)}`, 'read'],
    ['a long sum', `1${'+1'.repeat(LIMITS.formulaLength)}`, 'tooDeep'],
  ])('a formula nested by %s', async (_, formula, became) =>
    expect(await refusal(workbook(rows(`<c r="A1"><f>${formula}</f><v>1</v></c>`)))).toBe(became),
  );

  test('a part that unpacks to far more than it packs', async () =>
    expect(await refusal(workbook(' '.repeat(LIMITS.ratioFrom + 1)))).toBe('tooLarge'));
});

test('numbers near the end of all numbers are texts, and a check of them ends', async () => {
  const numbers = ['1e308', '-1e308', '1e308', '5'];
  const cells = (row: number) =>
    numbers.map((number, i) => `<c r="${'ABCD'[i] ?? ''}${row}"><v>${number}</v></c>`).join('');
  const body = Array.from({ length: 6 }, (_, i) => `<row r="${i + 1}">${cells(i + 1)}</row>`).join('');
  const book = await readWorkbook(workbook(`<sheetData>${body}</sheetData>`), 'x.xlsx');
  const [sheet] = book.sheets;
  expect(sheet && [valueAt(sheet, 0, 0), valueAt(sheet, 0, 3)]).toEqual(['1e+308', 5]);
  await expect(checkWorkbook(book, {})).resolves.toBeDefined();
});

describe('shared formulas', () => {
  const shared = (master: string, ...more: string[]) =>
    sheetOf(
      `<sheetData><row r="2"><c r="B2"><f t="shared" si="0">${master}</f><v>1</v></c>${more.map((at) => `<c r="${at}"><f t="shared" si="0"/><v>1</v></c>`).join('')}</row></sheetData>`,
    );

  test.each([
    ['A1+$A1+A$1+$A$1', 'B1+$A1+B$1+$A$1'],
    ['SUM(A1:A2)+&apos;x A1&apos;!A2', "SUM(B1:B2)+'x A1'!B2"],
    ['IF(A2=&quot;A1&quot;,Sheet1!A1,LOG10(A2))', 'IF(B2="A1",Sheet1!B1,LOG10(B2))'],
    ['SUM(A:A)', 'SUM(B:B)'],
    ['A1', 'B1'],
  ])('%s moves by a column to %s', async (master, moved) =>
    expect(formulaAt(await shared(master, 'C2'), 1, 2)).toBe(moved),
  );
});

describe('the scanner', () => {
  test('numbers are read as Number reads them', () => {
    const bytes = (text: string) => new TextEncoder().encode(text);
    const read = (text: string) => numberAt(bytes(text), 0, text.length);
    fc.assert(
      fc.property(fc.double({ noNaN: true }), (number) => expect(read(String(number))).toBe(Number(String(number)))),
    );
    fc.assert(
      fc.property(fc.integer(), fc.nat({ max: 12 }), (digits, decimals) => {
        const text = (digits / 1000).toFixed(decimals);
        expect(read(text)).toBe(Number(text));
      }),
    );
    for (const text of ['', '-', '.', 'x', '1-2', '0x']) expect(read(text)).toBeNaN();
  });

  test('prefixes, quotes, comments and CDATA', () => {
    const scan = new XmlBytes(
      new TextEncoder().encode(`<!-- <a> --><x:row r='1>2' x:s="&lt;"><v>1<![CDATA[<b>]]>2<!-- c -->3</v></x:row>`),
    );
    expect(scan.next() && scan.is(nameBytes('row'))).toBe(true);
    expect([scan.attribute(nameBytes('r')), scan.attribute(nameBytes('s'))]).toEqual(['1>2', '<']);
    expect(scan.next() && scan.text()).toBe('1<b>23');
    scan.skip();
    expect(scan.next() && scan.closing && scan.is(nameBytes('row'))).toBe(true);
    expect(scan.next()).toBe(false);
  });

  test.each(['<a b="', '<!--', '<?', '<![CDATA[', '<a b c d', '<', '<a b=c d=', '<a b=\'"'])('%j ends', (xml) => {
    const scan = new XmlBytes(new TextEncoder().encode(xml));
    let tags = 0;
    while (scan.next()) tags++;
    expect(tags).toBe(0);
  });
});
