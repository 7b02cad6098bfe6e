/** @jest-environment-options {"globalsCleanup": "off"} */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { indentLevel, isBold, storedValue, type Sheet } from '../../../src/core/grid/sheet';
import { readWorkbook } from '../../../src/hosts/file/read-file';
import { expectNothingMissing, openInExcel } from './open-excel';

afterEach(expectNothingMissing);

const FOLDERS = ['assets/samples', 'assets/samples/dirty', '../shared/workbooks/fiscal'].map((folder) =>
  path.resolve(folder),
);
/** Larger ones take seconds: 财政收支.xlsx, 566,492 cells in 20 trips, was compared by hand. */
const MOST_BYTES = 1_000_000;
const files = FOLDERS.filter((folder) => existsSync(folder)).flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.xlsx'))
    .map((name) => path.join(folder, name))
    .filter((file) => statSync(file).size <= MOST_BYTES),
);
if (!existsSync(path.resolve('../shared/workbooks'))) {
  process.stdout.write('  ../shared is absent: the real workbooks are not compared\n');
}

/** Beyond this the Excel host asks for bold and indent only where they mean something. */
const LOOKS_OF_ALL = 6_000;

/** Every cell in words. */
function cellsOf({ cells }: Sheet): string[] {
  const looks = cells.rowCount * cells.columnCount <= LOOKS_OF_ALL;
  const list: string[] = [];
  for (let row = 0; row < cells.rowCount; row++) {
    for (let at = cells.rowStart[row] ?? 0; at < (cells.rowStart[row + 1] ?? 0); at++) {
      const value = storedValue(cells, at);
      const formula = cells.texts[cells.formula[at] ?? 0] ?? '';
      if (value === undefined && formula === '') continue;
      const format = cells.formats[cells.format[at] ?? 0] ?? '';
      const look = looks ? `bold ${isBold(cells, at)} indent ${indentLevel(cells, at)}` : '';
      list.push(`${row},${cells.column[at] ?? 0} ${JSON.stringify(value)} ${formula} ${format} ${look}`);
    }
  }
  return list;
}

const cases = files.map((file) => [path.basename(file), file] as const);

test.each(cases)('%s is the same through Excel as from the file', async (name, file) => {
  const fromFile = await readWorkbook(readFileSync(file), name);
  const { excel, host } = openInExcel(fromFile);
  const fromExcel = await host.read();
  const cells = fromFile.sheets.reduce((sum, sheet) => sum + sheet.cells.column.length, 0);
  const [sent, received] = [excel.work.map((trip) => trip.requestBytes), excel.work.map((trip) => trip.responseBytes)];
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
  process.stdout.write(
    `  ${name}: ${cells} cells, ${excel.work.length} trips, ${sum(sent)} bytes out, ${sum(received)} in\n`,
  );
  expect(fromExcel.names).toEqual(fromFile.names);
  expect(fromExcel.fileName).toBe(fromFile.fileName);
  fromFile.sheets.forEach((sheet, i) => {
    const other = fromExcel.sheets[i];
    if (!other) throw new Error(`no sheet ${sheet.name}`);
    const { name: sheetName, visibility, hiddenRows, hiddenColumns } = sheet;
    expect(other).toMatchObject({ name: sheetName, visibility, protected: sheet.protected });
    expect(new Set(other.merges)).toEqual(new Set(sheet.merges));
    // Lines beyond the last used cell hide nothing.
    expect(other.hiddenRows).toEqual(hiddenRows.filter((row) => row < sheet.cells.rowCount));
    expect(other.hiddenColumns).toEqual(hiddenColumns.filter((column) => column < sheet.cells.columnCount));
    expect(cellsOf(other)).toEqual(cellsOf(sheet));
  });
});
