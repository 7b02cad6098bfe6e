/** @jest-environment-options {"globalsCleanup": "off"} */
import { CellStoreBuilder, makeSheet } from '../../../src/core/grid/build';
import type { Sheet } from '../../../src/core/grid/sheet';
import { BLOCK_CELLS } from '../../../src/hosts/excel/blocks';
import type { Trip } from '../../excel-host';
import { expectNothingMissing, openInExcel } from './open-excel';

afterEach(expectNothingMissing);

/** Inventory (2), and the details of the last block. */
const FIXED_TRIPS = 3;
const COLUMNS = 12;

/** A code, a name and ten amounts a row; `styled` rows are bold, indented, and have formats of their own. */
function ledger(rows: number, styled: number): Sheet {
  const builder = new CellStoreBuilder();
  for (let row = 0; row < rows; row++) {
    const look = row < styled ? { bold: row % 2 === 0, indent: row % 4 } : {};
    builder.add(row, 0, `2${String(row).padStart(6, '0')}`, look);
    builder.add(row, 1, `预算单位第${row}号`, look);
    for (let column = 2; column < COLUMNS; column++) {
      const format = { format: row < styled ? '#,##0.00;[Red]-#,##0.00' : '#,##0.00' };
      if (column === 11) builder.add(row, column, row * 1.01, { ...format, formula: `SUM(C${row + 1}:K${row + 1})` });
      else builder.add(row, column, Math.round(row * column * 100) / 100, format);
    }
  }
  return makeSheet('台账', builder.build());
}

async function read(
  sheets: readonly Sheet[],
): Promise<{ readonly trips: readonly Trip[]; readonly read: readonly Sheet[]; readonly peak: number }> {
  const { excel, host } = openInExcel({ sheets, names: [] });
  const workbook = await host.read();
  return { trips: excel.work, read: workbook.sheets, peak: excel.peakReferences };
}

function report(label: string, trips: readonly Trip[]): void {
  const sum = (of: (trip: Trip) => number): number => trips.reduce((total, trip) => total + of(trip), 0);
  const largest = Math.max(...trips.map((trip) => trip.responseBytes));
  process.stdout.write(
    `  ${label}: ${trips.length} trips, ${sum((trip) => trip.actions)} actions, ` +
      `${sum((trip) => trip.requestBytes)} bytes out, ${sum((trip) => trip.responseBytes)} bytes in, largest answer ${largest}\n`,
  );
}

test('trips grow with blocks, not with cells or formats', async () => {
  const plain = await read([ledger(10_000, 0)]);
  const styled = await read([ledger(10_000, 10_000)]);
  const double = await read([ledger(20_000, 0)]);
  report('120,000 cells', plain.trips);
  report('120,000 cells, all bold and indented', styled.trips);
  report('240,000 cells', double.trips);

  const blocks = (rows: number): number => Math.ceil(rows / Math.floor(BLOCK_CELLS / COLUMNS));
  expect(plain.trips).toHaveLength(FIXED_TRIPS + blocks(10_000));
  expect(styled.trips).toHaveLength(plain.trips.length);
  expect(double.trips).toHaveLength(FIXED_TRIPS + blocks(20_000));
  // Excel keeps no block longer than it is read.
  expect(double.peak).toBe(plain.peak);
  // A request names ranges, never cells: it does not grow with what they hold.
  for (const trip of [...plain.trips, ...styled.trips, ...double.trips]) {
    expect(trip.requestBytes).toBeLessThan(8_000);
    expect(trip.actions).toBeLessThan(60);
    expect(trip.responseBytes).toBeLessThan(5 * 1024 * 1024);
  }
  expect(styled.trips.map((trip) => trip.actions)).toEqual(plain.trips.map((trip) => trip.actions));
});

test('a big sheet comes whole, with the bold and indent of its label columns', async () => {
  const source = ledger(10_000, 10_000);
  const {
    read: [sheet],
  } = await read([source]);
  expect(sheet?.cells.style).toEqual(source.cells.style);
  expect(sheet?.cells.number).toEqual(source.cells.number);
  expect(sheet?.cells.column).toEqual(source.cells.column);
  expect(sheet).toEqual(source);
});

test('sheets that are whole are told while others are still read, and come again as they are', async () => {
  const sheets = [1, 2, 3].map((i) => ({ ...ledger(4_000, 20), name: `表${i}` }));
  const { excel, host } = openInExcel({ sheets, names: [] });
  const told: { readonly sheets: readonly Sheet[]; readonly trip: number }[] = [];
  const whole = await host.read({
    soFar: (workbook) => told.push({ sheets: workbook.sheets, trip: excel.work.length }),
  });
  expect(told.map((one) => one.sheets.map(({ name }) => name))).toEqual([['表1'], ['表1', '表2']]);
  for (const {
    sheets: [first],
    trip,
  } of told) {
    expect(trip).toBeLessThan(excel.work.length);
    expect(whole.sheets[0]).toBe(first);
  }
  expect(whole.sheets).toEqual(sheets);
});

test('what comes in one block is not told twice', async () => {
  const { host } = openInExcel({ sheets: [ledger(20, 20), { ...ledger(20, 20), name: '表2' }], names: [] });
  const told: unknown[] = [];
  await host.read({ soFar: (workbook) => told.push(workbook) });
  expect(told).toEqual([]);
});

test('small sheets share trips', async () => {
  const many = Array.from({ length: 40 }, (_, i) => ({ ...ledger(20, 20), name: `表${i + 1}` }));
  const { trips, read: sheets } = await read(many);
  report('40 sheets of 240 cells', trips);
  expect(trips).toHaveLength(FIXED_TRIPS + 1);
  expect(sheets).toEqual(many);
});

test('where texts make a block too big for Excel on the web, the blocks become smaller', async () => {
  const builder = new CellStoreBuilder();
  for (let row = 0; row < 3_000; row++) {
    builder.add(row, 0, `说明${row}：${'本年度收入较上年同期有所增长。'.repeat(40)}`);
    builder.add(row, 1, row);
  }
  const source = makeSheet('说明', builder.build());
  const {
    trips,
    read: [sheet],
  } = await read([source]);
  report('6,000 cells of long text', trips);
  expect(trips.some((trip) => trip.error === 'ResponsePayloadSizeLimitExceeded')).toBe(true);
  expect(sheet).toEqual(source);
});
