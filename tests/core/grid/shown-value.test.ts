import { CellStoreBuilder, makeSheet } from '../../../src/core/grid/build';
import { asShown } from '../../../src/core/grid/shown-value';

function shown(value: number, format: string): [number | undefined, string | undefined] {
  const builder = new CellStoreBuilder();
  builder.add(0, 0, value, { format });
  const { cells } = asShown(makeSheet('表', builder.build()));
  return [cells.number[0], cells.formats[cells.format[0] ?? 0]];
}

test.each([
  ['0!.0,', 12_345_678, 1234.5678, '0.0'],
  ['0"."0,', 12_345_678, 1234.5678, '0.0'],
  ['0\\.00,', 12_345_678, 123.45678, '0.00'],
  ['0!.0000', 12_345_678, 1234.5678, '0.0000'],
  ['#,##0,', 12_345_678, 12_345.678, '0'],
  ['#,##0.00,,"百万元"', 12_345_678, 12.345678, '0.00'],
])('%s shows %d as %d', (format, stored, seen, plain) => {
  expect(shown(stored, format)).toEqual([seen, plain]);
});

test.each(['General', '#,##0.00', '0.00%', 'yyyy"."mm"."dd', '0.00_ ', '[$¥-804]#,##0.00', '0.00E+00'])(
  '%s shows what is stored',
  (format) => {
    expect(shown(1234.5, format)).toEqual([1234.5, format]);
  },
);

describe('rates with and without the sign in one column', () => {
  const columnOf = (header: string, ...cells: readonly (readonly [number, string])[]) => {
    const builder = new CellStoreBuilder();
    builder.add(0, 0, header);
    cells.forEach(([value, format], i) => {
      builder.add(i + 1, 0, value, { format });
    });
    return Array.from(asShown(makeSheet('表', builder.build())).cells.number).slice(1);
  };

  it('12.5 % among 20 is 12.5', () => {
    expect(columnOf('增长%', [0.125, '0.00%'], [20, '0.00'])).toEqual([12.5, 20]);
  });

  it('all with the sign are what they are', () => {
    expect(columnOf('增长%', [0.125, '0.00%'], [0.2, '0.0%'])).toEqual([0.125, 0.2]);
  });

  it('a rate among amounts stays', () => {
    expect(columnOf('数值', [0.125, '0.00%'], [20000, '0.00'])).toEqual([0.125, 20000]);
  });
});
