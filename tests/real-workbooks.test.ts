import { readFileSync } from 'node:fs';
import { firstCell } from '../src/core/findings/finding';
import { checkWorkbook } from '../src/app/check-workbook';
import { valueAt, type Sheet } from '../src/core/grid/sheet';
import { readWorkbook } from '../src/hosts/file/read-file';
import { describeWithShared, sharedFile } from './support/shared-folder';

const read = (path: string) =>
  readWorkbook(new Uint8Array(readFileSync(sharedFile(path))), path.split('/').pop() ?? path);

/** Parent and nearest descendants present, by the codes in the first column. */
function codeTree(sheet: Sheet): Map<number, number[]> {
  const rows = new Map<string, number>();
  for (let row = 0; row < sheet.cells.rowCount; row++) {
    const code = String(valueAt(sheet, row, 0) ?? '').trim();
    if (/^\d{3,}$/.test(code)) rows.set(code, row);
  }
  const children = new Map<number, number[]>();
  for (const [code, row] of rows) {
    for (let length = code.length - 1; length >= 3; length--) {
      const parent = rows.get(code.slice(0, length));
      if (parent === undefined) continue;
      children.set(parent, [...(children.get(parent) ?? []), row]);
      break;
    }
  }
  return children;
}

describeWithShared('real workbooks', () => {
  test('25.xlsx: its 296 identities are among the relations, and nothing is an error', async () => {
    const { outcome, context } = await checkWorkbook(await read('workbooks/fiscal/25.xlsx'));
    expect(outcome.findings.filter(({ level }) => level === 'error')).toEqual([]);
    const [reading] = context.sheets;
    if (!reading) throw new Error('no sheet');
    const key = (row: number, column: number, parts: readonly number[]) =>
      `${row},${column}:${[...parts].sort((a, b) => a - b).join()}`;
    const found = new Set(
      reading.arithmetic.relations
        .filter(({ op }) => op === 'sum')
        .map(({ target, operands }) =>
          key(
            target.row,
            target.column,
            operands.map(({ row }) => row),
          ),
        ),
    );
    let identities = 0;
    let notZero = 0;
    let missing = 0;
    for (const [parent, parts] of codeTree(reading.sheet)) {
      for (const column of [2, 3]) {
        const value = valueAt(reading.sheet, parent, column);
        if (typeof value !== 'number') continue;
        identities++;
        if (value !== 0) notZero++;
        if (!found.has(key(parent, column, parts))) missing++;
      }
    }
    expect({ identities, notZero, missing }).toEqual({ identities: 296, notZero: 270, missing: 0 });
  });

  test.each([
    '20.xlsx',
    '27.xlsx',
    'raw-2023.xlsx',
    '6.csv',
    '7.csv',
    '8.csv',
    'codes_2017_treasury.csv',
    'department_budget_template.xlsx',
  ])('%s: no false total', async (name) => {
    const { outcome } = await checkWorkbook(await read(`workbooks/fiscal/${name}`));
    expect(outcome.findings.filter(({ level }) => level === 'error')).toEqual([]);
  });

  test.each([
    ['5.csv', 2],
    ['财政.xlsx', 2],
  ])('%s: cells were left empty, and nothing else is an error', async (name, most) => {
    const workbook = await read(`workbooks/fiscal/${name}`);
    const { outcome } = await checkWorkbook(workbook);
    const errors = outcome.findings.filter(({ level }) => level === 'error');
    expect(errors.length).toBeLessThanOrEqual(most);
    for (const error of errors) {
      const { cause } = error;
      const cell = firstCell(error);
      const found = workbook.sheets.find((candidate) => candidate.name === cell?.sheet);
      expect([cause?.kind, found && cell && valueAt(found, cell.row, cell.column)]).toEqual(['omitted', undefined]);
    }
  });
});
