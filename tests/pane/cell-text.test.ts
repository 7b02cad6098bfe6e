import { CellStoreBuilder, makeSheet } from '../../src/core/grid/build';
import { numberText, shownCell } from '../../src/pane/view/cell-text';

test.each([
  [1234567.891, '#,##0.00', '1,234,567.89'],
  [0.0567, '0.00%', '5.67%'],
  [12.5, 'General', '12.5'],
  [0.1 + 0.2, 'General', '0.3'],
  [-1234, '#,##0;[Red]-#,##0', '-1,234'],
  [1234.5, '0', '1235'],
  [45077, 'yyyy"年"m"月"', '2023年5月'],
  [45077, 'yyyy-mm-dd', '2023-05-31'],
  [1, 'yyyy-mm-dd', '1900-01-01'],
  [61, 'yyyy-mm-dd', '1900-03-01'],
])('%d in %s shows %s', (value, format, text) => {
  expect(numberText(value, format)).toBe(text);
});

test('numbers stand right, labels left with their indent, and what the file says is shown wins', () => {
  const cells = new CellStoreBuilder();
  cells.add(0, 0, '  增值税', { indent: 2, bold: true });
  cells.add(0, 1, 5, { shown: '5.00 万' });
  cells.add(0, 2, { error: '#DIV/0!' });
  const sheet = makeSheet('收入', cells.build());
  expect(shownCell(sheet, 0, 0)).toEqual({ text: '  增值税', align: 'start', bold: true, indent: 2 });
  expect(shownCell(sheet, 0, 1)).toMatchObject({ text: '5.00 万', align: 'end' });
  expect(shownCell(sheet, 0, 2)).toMatchObject({ text: '#DIV/0!', align: 'center' });
  expect(shownCell(sheet, 9, 9).text).toBe('');
});
