import { makeSheet, sheetFromRows } from '../../src/core/grid/build';
import { gridLayout } from '../../src/pane/view/grid-layout';
import { rowBoxes, rowLabel } from '../../src/pane/view/row-cells';

const rows = [
  ['标题在此并且很长很长很长很长很长很长'],
  ['项目', '本月', ''],
  ['', '数', '率'],
  ['一、税收收入', 1234567.5, 0.5],
  ['  增值税', 1, 0.1],
  ['  契税', 2, 0.2],
  ['  其他', 3, 0.3],
];
const plain = sheetFromRows('收入', rows);
const sheet = makeSheet('收入', plain.cells, {
  merges: [
    { top: 1, left: 1, bottom: 1, right: 2 },
    { top: 1, left: 0, bottom: 2, right: 0 },
  ],
});
const layout = gridLayout(sheet);
const boxes = (row: number, columns: readonly number[]) =>
  rowBoxes(sheet, layout, row, columns, [
    { row: 3, column: 1 },
    { row: 4, column: 1 },
  ]).map(({ column, columns: span, rows: deep, text, mark }) => [column, span, deep, text, mark]);

test('a merged area is one box, and covers nothing twice', () => {
  expect(boxes(1, [0, 1, 2, 3])).toEqual([
    [0, 1, 2, '项目', 'none'],
    [1, 2, 1, '本月', 'none'],
    [3, 1, 1, '', 'none'],
  ]);
  expect(boxes(2, [0, 1, 2])).toEqual([
    [1, 1, 1, '数', 'none'],
    [2, 1, 1, '率', 'none'],
  ]);
});

test('a merged area that begins left of the window is drawn from its first column', () => {
  expect(boxes(1, [2, 3])[0]).toEqual([1, 2, 1, '本月', 'none']);
});

test('a long text runs over blank neighbours, a short one does not', () => {
  expect(boxes(0, [0, 1, 2, 3, 4, 5])[0]?.[1]).toBeGreaterThan(1);
  expect(boxes(3, [0, 1])[0]).toEqual([0, 1, 1, '一、税收收入', 'none']);
});

test('the first mark is told from the others', () => {
  expect(boxes(3, [1])[0]?.[4]).toBe('first');
  expect(boxes(4, [1])[0]?.[4]).toBe('other');
});

test('the label column is found, and wide enough for every number', () => {
  expect(layout.labelColumn).toBe(0);
  expect(rowLabel(sheet, layout, 4, 0)).toBe('  增值税');
  expect(layout.widths[1]).toBeGreaterThanOrEqual('1234567.5'.length);
});

test('a merge over the whole sheet costs nothing', () => {
  const vast = makeSheet('大', plain.cells, { merges: [{ top: 0, left: 0, bottom: 1_048_575, right: 16_383 }] });
  expect(gridLayout(vast).rowCount).toBeLessThan(100);
});
