import { editedSheet, type CellEdit } from '../../../src/hosts/file/edit-cells';

const sheet = (rows: string) => `<worksheet><sheetData>${rows}</sheetData><mergeCells count="0"/></worksheet>`;
const edit = (row: number, column: number, content: CellEdit['content'], isResult = false): CellEdit => ({
  row,
  column,
  content,
  ...(isResult ? { isResult } : {}),
});

test.each<[string, string, CellEdit[], string]>([
  [
    'a number keeps its look and loses its text type',
    '<row r="1"><c r="A1" s="7" t="s"><v>3</v></c><c r="B1"><v>2</v></c></row>',
    [edit(0, 0, { value: 12.5 })],
    '<row r="1"><c r="A1" s="7"><v>12.5</v></c><c r="B1"><v>2</v></c></row>',
  ],
  [
    'a formula goes over a typed number',
    '<row r="2"><c r="B2" s="1"><v>9</v></c></row>',
    [edit(1, 1, { value: 7, formula: 'C2*D2&"<"' })],
    '<row r="2"><c r="B2" s="1"><f>C2*D2&amp;&quot;&lt;&quot;</f><v>7</v></c></row>',
  ],
  [
    'a result alone leaves the formula as it is written',
    '<row r="2"><c r="B2"><f t="shared" si="0"/><v>9</v></c></row>',
    [edit(1, 1, { value: 7 }, true)],
    '<row r="2"><c r="B2"><f t="shared" si="0"/><v>7</v></c></row>',
  ],
  [
    'who shared the formula of a cell that gets another has it written out',
    '<row r="1"><c r="C1"><f t="shared" ref="C1:C3" si="4">A1+$B$1</f><v>1</v></c></row><row r="2"><c r="C2"><f t="shared" si="4"/><v>2</v></c></row><row r="3"><c r="C3" s="2"><f t="shared" si="4"/><v>3</v></c></row>',
    [edit(0, 2, { value: 5, formula: 'A1' })],
    '<row r="1"><c r="C1"><f>A1</f><v>5</v></c></row><row r="2"><c r="C2"><f>A2+$B$1</f><v>2</v></c></row><row r="3"><c r="C3" s="2"><f>A3+$B$1</f><v>3</v></c></row>',
  ],
  [
    'a cell and a row that were not there stand in their order',
    '<row r="1"><c r="A1"><v>1</v></c><c r="D1"><v>4</v></c></row><row r="5"/>',
    [edit(0, 1, { value: 2 }), edit(0, 5, { value: 6 }), edit(2, 0, { value: 3 }), edit(4, 1, { value: 5 })],
    '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="D1"><v>4</v></c><c r="F1"><v>6</v></c></row><row r="3"><c r="A3"><v>3</v></c></row><row r="5"><c r="B5"><v>5</v></c></row>',
  ],
  [
    'cells without an address are counted',
    '<row><c><v>1</v></c><c><v>2</v></c></row>',
    [edit(0, 1, { value: 'a <b>' })],
    '<row><c><v>1</v></c><c t="inlineStr"><is><t xml:space="preserve">a &lt;b&gt;</t></is></c></row>',
  ],
  [
    'a blank is put back',
    '<row r="1"><c r="A1" s="3"><v>1</v></c></row>',
    [edit(0, 0, { value: undefined })],
    '<row r="1"><c r="A1" s="3"></c></row>',
  ],
])('%s', (_, before, edits, after) => {
  expect(editedSheet('表', sheet(before), edits)).toBe(sheet(after));
});

test('the prefix of the part is used', () => {
  const xml =
    '<x:worksheet><x:sheetData><x:row r="1"><x:c r="A1" t="b"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>';
  expect(editedSheet('表', xml, [edit(0, 0, { value: 2, formula: 'B1' })])).toContain(
    '<x:c r="A1"><x:f>B1</x:f><x:v>2</x:v></x:c>',
  );
});

test('one cell of an array formula is not changed', () => {
  const xml = sheet('<row r="1"><c r="A1"><f t="array" ref="A1:A3">B1:B3</f><v>1</v></c></row>');
  expect(() => editedSheet('表', xml, [edit(0, 0, { value: 1 })])).toThrow('arrayFormula: 表!A1');
});
