import { valueAt } from '../../../src/core/grid/sheet';
import type { CellValue } from '../../../src/core/grid/value';
import { readFile, readWorkbook } from '../../../src/hosts/file/read-file';
import { HostError } from '../../../src/hosts/host';

/** 科目名称,本年累计 / 增值税,"1,234.50" / 契税,-3 in GB18030. */
const GB18030 = Uint8Array.from([
  0xbf, 0xc6, 0xc4, 0xbf, 0xc3, 0xfb, 0xb3, 0xc6, 0x2c, 0xb1, 0xbe, 0xc4, 0xea, 0xc0, 0xdb, 0xbc, 0xc6, 0x0d, 0x0a,
  0xd4, 0xf6, 0xd6, 0xb5, 0xcb, 0xb0, 0x2c, 0x31, 0x32, 0x33, 0x34, 0x2e, 0x35, 0x0d, 0x0a, 0xc6, 0xf5, 0xcb, 0xb0,
  0x2c, 0x2d, 0x33, 0x0d, 0x0a,
]);

async function grid(bytes: Uint8Array): Promise<CellValue[][]> {
  const { sheets } = await readWorkbook(bytes, '月报.csv');
  const sheet = sheets[0];
  if (!sheet) throw new Error('no sheet');
  return Array.from({ length: sheet.cells.rowCount }, (_, row) =>
    Array.from({ length: sheet.cells.columnCount }, (__, column) => valueAt(sheet, row, column)),
  );
}

const utf8 = (text: string) => new TextEncoder().encode(text);

test('GB18030 is read where the bytes are no UTF-8', async () => {
  expect(await grid(GB18030)).toEqual([
    ['科目名称', '本年累计'],
    ['增值税', 1234.5],
    ['契税', -3],
  ]);
});

test('quotes, separators and codes', async () => {
  const text = '\ufeff项目;数;码\n"a;""b""\nc";"12";007\n甲;1,234.5%;123456789012345678\n;;\n乙;-5;0.5';
  expect(await grid(utf8(text))).toEqual([
    ['项目', '数', '码'],
    ['a;"b"\nc', 12, '007'],
    ['甲', 12.345, '123456789012345678'],
    [undefined, undefined, undefined],
    ['乙', -5, 0.5],
  ]);
});

describe('separated text, by what is there', () => {
  const dialectOf = async (bytes: Uint8Array) => (await readFile(bytes, 'a.csv'))[0]?.workbook.dialect;

  it('quoted thousands and (50.00) are numbers, codes stay text', async () => {
    expect(await grid(utf8('增值税,"1,200.50",(50.00)\n"0012","101",△3\n'))).toEqual([
      ['增值税', 1200.5, -50],
      ['0012', 101, -3],
    ]);
  });

  it('="…" keeps what is in it', async () => {
    expect(await grid(utf8('="0001",教育局,="1200.50"\n'))).toEqual([['0001', '教育局', 1200.5]]);
  });

  it('a semicolon with a decimal comma', async () => {
    expect(await grid(utf8('项目;数;率\n甲;1.234,50;12,5\n乙;80,25;3\n'))).toEqual([
      ['项目', '数', '率'],
      ['甲', 1234.5, 12.5],
      ['乙', 80.25, 3],
    ]);
    expect(await dialectOf(utf8('甲;1.234,50\n乙;80,25\n'))).toEqual({
      encoding: 'utf-8',
      separator: ';',
      decimalComma: true,
    });
  });

  it('sep= says the separator and is no row', async () => {
    expect(await grid(utf8('sep=|\n甲|1\n'))).toEqual([['甲', 1]]);
  });

  it('UTF-8 that ends in the middle of a character', async () => {
    const whole = utf8('项目,数\n甲,1\n注：截');
    expect(await grid(whole.subarray(0, whole.length - 2))).toEqual([['项目', '数'], ['甲', 1], ['注：']]);
  });

  it('UTF-16 without its mark, and GB18030', async () => {
    expect(await dialectOf(new Uint8Array(Buffer.from('1,2,3\n4,5,6\n', 'utf16le')))).toMatchObject({
      encoding: 'utf-16le',
    });
    expect(await grid(Uint8Array.from([0xca, 0xd5, 0x2c, 0x31]))).toEqual([['收', 1]]);
  });
});

test('a jsonl file gives a workbook a line, and what each cell shows', async () => {
  const lines = await readFile(
    utf8('{"id":"a","rows":[["x",1.5]],"text":[["x","1.50"]]}\n\n{"rows":[[null,"",true]]}\n'),
    'g.jsonl',
  );
  expect(lines.map(({ id }) => id)).toEqual(['a', undefined]);
  const cells = lines[0]?.workbook.sheets[0]?.cells;
  expect(cells?.texts[cells.shown[1] ?? 0]).toBe('1.50');
});

test('a line that is no grid names its number', async () => {
  const error = await readFile(utf8('{"rows":[[1]]}\n{"rows":3}\n'), 'g.jsonl').catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(HostError);
  expect(error).toMatchObject({ fault: 'damaged', detail: 'g.jsonl:2' });
});
