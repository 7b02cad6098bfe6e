import type { Sheet, Workbook } from '../../src/core/grid/sheet';
import { createExcelHost } from '../../src/hosts/excel/excel-host';
import type { Edit } from '../../src/hosts/host';
import { openSnapshot, SimulatedExcel, type Trip } from '../excel-host';
import { connectClient } from '../excel-host/load-client';
import { fiscalSheet } from './relations/fiscal-sheet';

/**
 * npm run bench:excel: round trips and bytes between the pane and Excel, with Microsoft's own client on the simulated
 * Excel. Times are not printed: those of a real Excel are another matter.
 */
function book(sheets: number, cellsEach: number): Workbook {
  return {
    sheets: Array.from({ length: sheets }, (_, i): Sheet => ({ ...fiscalSheet(cellsEach), name: `支出${i + 1}` })),
    names: [],
  };
}

function line(name: string, trips: readonly Trip[], most: string): void {
  const bytes = (of: keyof Pick<Trip, 'requestBytes' | 'responseBytes'>) =>
    `${Math.round(trips.reduce((sum, trip) => sum + trip[of], 0) / 1024)} KB`;
  process.stdout.write(
    `${name.padEnd(44)} ${String(trips.length).padStart(3)} trips (most ${most}), ${bytes('requestBytes')} out, ${bytes('responseBytes')} in\n`,
  );
}

async function measure(sheets: number, cellsEach: number): Promise<void> {
  const workbook = book(sheets, cellsEach);
  const excel = new SimulatedExcel(openSnapshot(workbook));
  connectClient(excel);
  const host = createExcelHost();
  const cells = workbook.sheets.reduce((sum, sheet) => sum + sheet.cells.column.length, 0);
  const known = await host.read();
  line(`read ${sheets} sheets, ${cells.toLocaleString('en')} cells`, excel.work, String(Math.ceil(cells / 40_000) + 3));

  const edits: Edit[] = [];
  await host.watch?.({ edited: (edit) => edits.push(edit), selected: () => undefined });
  const before = excel.work.length;
  excel.type('支出1', 'C9', '12345');
  await new Promise((resolve) => setTimeout(resolve, 50));
  const seen = await host.readEdits?.(edits, known);
  line('after an edit', excel.work.slice(before), '2');
  const others = seen?.workbook.sheets.filter((sheet, i) => sheet !== known.sheets[i]).length ?? 0;
  process.stdout.write(`${''.padEnd(44)} sheets that are another object afterwards: ${others} of ${sheets}\n`);

  const toMark = excel.work.length;
  const marks = Array.from({ length: 5_000 }, (_, i) => ({ sheet: '支出1', row: i * 2, column: 2 }));
  await host.mark?.(marks);
  line('marking 5,000 cells', excel.work.slice(toMark), '3; 40 KB out');
  await host.mark?.([]);

  const back = excel.work.length;
  const at = { book: '' as never, sheet: '支出1', row: 8, column: 2 };
  await host.writeCells({ writes: [{ at, before: { value: 12345 }, after: { value: 1 } }], results: [] });
  line('a repair', excel.work.slice(back), '4');
  if (excel.notSimulated.size > 0) throw new Error([...excel.notSimulated.keys()].join(', '));
}

await measure(20, 5_000);
await measure(1, 100_000);
