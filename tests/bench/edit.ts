import { Session } from '../../src/app/session';
import { type Sheet, type Workbook, CellKind } from '../../src/core/grid/sheet';
import { fiscalSheet } from './relations/fiscal-sheet';

/** npm run bench:edit: one typed figure, and how long until the new findings are there. */
const EDITS = 25;

/** Sheets of one shape; `alike`: with the same figures in all of them, so that each is compared with every other. */
function book(sheets: number, cellsEach: number, alike = false): Workbook {
  return {
    id: 'bench.xlsx',
    sheets: Array.from({ length: sheets }, (_, i): Sheet => ({
      ...fiscalSheet(cellsEach, 20, false, alike ? 1 : i + 1),
      name: `支出${i + 1}`,
    })),
    names: [],
  };
}

async function measure(name: string, workbook: Workbook): Promise<void> {
  const session = new Session();
  const id = session.open(workbook);
  const full = performance.now();
  await session.check(id);
  const first = performance.now() - full;
  const times: number[] = [];
  // On a machine that does other work, too, the time of the processor says more.
  const busy: number[] = [];
  for (let i = 0; i < EDITS; i++) {
    const sheet = workbook.sheets[(i * 7) % workbook.sheets.length];
    if (!sheet) continue;
    const { cells } = sheet;
    const at = numberCell(sheet, (i * 7919) % cells.column.length);
    const started = performance.now();
    const cpu = process.cpuUsage();
    session.change(id, sheet.name, [{ ...at, value: i % 2 === 0 ? at.value + 900 : at.value }]);
    await session.check(id);
    times.push(performance.now() - started);
    const { user, system } = process.cpuUsage(cpu);
    busy.push((user + system) / 1000);
  }
  for (const list of [times, busy]) list.sort((a, b) => a - b);
  const count = workbook.sheets.reduce((sum, { cells }) => sum + cells.column.length, 0);
  process.stdout.write(
    `${name.padEnd(16)} ${String(count).padStart(8)} cells  full ${first.toFixed(0).padStart(6)} ms  edit: median ${(times[times.length >> 1] ?? 0).toFixed(0)} ms, worst ${(times.at(-1) ?? 0).toFixed(0)} ms, processor ${(busy[busy.length >> 1] ?? 0).toFixed(0)} ms\n`,
  );
}

function numberCell({ cells }: Sheet, from: number): { row: number; column: number; value: number } {
  for (let i = from; ; i = (i + 1) % cells.column.length) {
    if (cells.kind[i] !== CellKind.number) continue;
    let row = 0;
    while ((cells.rowStart[row + 1] ?? 0) <= i) row++;
    return { row, column: cells.column[i] ?? 0, value: cells.number[i] ?? 0 };
  }
}

await measure('20 sheets', book(20, 5_000));
await measure('20 alike', book(20, 5_000, true));
await measure('one sheet', book(1, 100_000));
await measure('20 sheets', book(20, 50_000));
await measure('one sheet', book(1, 1_000_000));
