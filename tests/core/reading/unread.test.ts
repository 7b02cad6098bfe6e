import { CellStoreBuilder, makeSheet } from '../../../src/core/grid/build';
import type { Sheet } from '../../../src/core/grid/sheet';
import { unreadFigures } from '../../../src/core/reading/unread';
import { readTables } from '../../../src/core/tables/read-tables';

/** 项目 | 数 with 甲 and 乙; the second figure is `add`ed by the test. */
function sheetWith(add: (builder: CellStoreBuilder) => void): Sheet {
  const builder = new CellStoreBuilder();
  builder.add(0, 0, '项目');
  builder.add(0, 1, '数');
  builder.add(1, 0, '甲');
  builder.add(1, 1, 100);
  builder.add(2, 0, '乙');
  add(builder);
  builder.add(3, 0, '丙');
  builder.add(3, 1, 300);
  return makeSheet('表', builder.build());
}

const why = (sheet: Sheet) => unreadFigures(sheet, readTables(sheet)).map(({ why: reason }) => reason);

test.each([
  ['100,00', ['text']],
  ['12O', ['text']],
  ['约300', ['text']],
  ['3500万元', ['ownUnit']],
  ['1,200', []],
  ['—', []],
  ['见附表', []],
  ['2023-05-31', []],
])('%s', (text, reasons) => {
  expect(
    why(
      sheetWith((builder) => {
        builder.add(2, 1, text);
      }),
    ),
  ).toEqual(reasons);
});

test('an error value is unread; a formula that gives the empty text has its result', () => {
  expect(
    why(
      sheetWith((builder) => {
        builder.add(2, 1, { error: '#DIV/0!' });
      }),
    ),
  ).toEqual(['error']);
  const blank = sheetWith((builder) => {
    builder.add(2, 1, undefined, { formula: 'IFERROR(1/0,"")' });
  });
  expect(why(blank)).toEqual([]);
  const uncomputed = [{ cell: { row: 2, column: 1 }, why: { kind: 'cycle' as const } }];
  expect(why({ ...blank, computed: { wasZero: false, count: 0, uncomputed } })).toEqual(['noResult']);
});
