import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { utils, write, type CellObject } from '@e965/xlsx';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { storedValue, type Sheet } from '../../src/core/grid/sheet';
import { bundle } from '../browser/support/bundle';
import { requireBuild } from '../browser/support/build';
import { launch, visit } from '../browser/support/chromium';
import { visitInExcel } from '../browser/support/excel-page';
import { serveBuild } from '../browser/support/serve';
import { fiscalSheet } from './relations/fiscal-sheet';

/**
 * npm run bench:pane: how soon the pane can be used, and the longest that it kept a click waiting while 300,000 cells
 * were checked, in Chromium on what was built last. In Excel the simulated Excel works on the same thread as the pane,
 * so only what ran in our scripts and in Microsoft's client is counted there, by the profiler's samples.
 */
/** How many sheets of how many cells. */
type Shape = readonly [sheets: number, cellsEach: number];
const LARGE: Shape = [3, 100_000];
const MANY: Shape = [20, 15_000];
/** A figure far down. */
const WRONG = 'E200';

function bookFile(folder: string, [sheets, cellsEach]: Shape, isWrong = false): string {
  const book = utils.book_new();
  for (let i = 0; i < sheets; i++) {
    const sheet = sheetOf(fiscalSheet(cellsEach));
    const cell = sheet[WRONG] as CellObject | undefined;
    if (isWrong && i === 0 && cell) cell.v = Number(cell.v) + 900;
    utils.book_append_sheet(book, sheet, `支出${i + 1}`);
  }
  const path = join(folder, isWrong ? '支出-有错.xlsx' : '支出.xlsx');
  writeFileSync(path, write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer);
  return path;
}

function sheetOf({ cells }: Sheet): ReturnType<typeof utils.aoa_to_sheet> {
  const rows: unknown[][] = [];
  for (let row = 0; row < cells.rowCount; row++) {
    const line: unknown[] = (rows[row] = []);
    for (let at = cells.rowStart[row] ?? 0; at < (cells.rowStart[row + 1] ?? 0); at++)
      line[cells.column[at] ?? 0] = storedValue(cells, at);
  }
  return utils.aoa_to_sheet(rows);
}

const CHECK = '一键校验';

/** Milliseconds from the call for a page until its main button can be pressed; the second visit is told. */
async function usable(browser: Browser, address: string): Promise<number> {
  const { page, close } = await visit(browser, { viewport: { width: 320, height: 600 } });
  let last = 0;
  for (let turn = 0; turn < 4; turn++) {
    await page.goto(address, { waitUntil: 'commit' });
    await page.getByRole('button', { name: '用示例试一试' }).waitFor();
    last = await page.evaluate(() => performance.now());
  }
  await close();
  return last;
}

async function checked(page: Page): Promise<void> {
  await page.getByRole('button', { name: CHECK }).click();
  await page
    .getByText(/^已核对 [\d,]+ 项关系/)
    .first()
    .waitFor({ timeout: 300_000 });
}

interface TraceEvent {
  readonly name: string;
  readonly dur?: number;
  readonly pid: number;
  readonly tid: number;
  readonly args?: { readonly name?: string };
}

/** The tasks of a page's main thread while `work` runs, in milliseconds, longest first. */
async function tasksOf(page: Page, work: () => Promise<void>): Promise<readonly number[]> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel'] },
  });
  await work();
  const done = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await done;
  const main = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  return events
    .filter(
      ({ name, dur, pid, tid }) =>
        name === 'ThreadControllerImpl::RunTask' && dur !== undefined && main.has(`${pid} ${tid}`),
    )
    .map(({ dur }) => (dur ?? 0) / 1000)
    .sort((a, b) => b - a);
}

/** The stretches in which the pane's scripts ran without a pause, in milliseconds, longest first. */
async function stretchesOf(session: CDPSession, work: () => Promise<void>): Promise<readonly number[]> {
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: 500 });
  await session.send('Profiler.start');
  await work();
  const { profile } = await session.send('Profiler.stop');
  const kinds = new Map<number, 'ours' | 'pause' | 'theirs'>();
  const parents = new Map(profile.nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])));
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  const kindOf = (id: number): 'ours' | 'pause' | 'theirs' => {
    const known = kinds.get(id);
    if (known) return known;
    let kind: 'ours' | 'pause' | 'theirs' = 'pause';
    for (let at: number | undefined = id; at !== undefined; at = parents.get(at)) {
      const { functionName, url } = nodes.get(at)?.callFrame ?? { functionName: '', url: '' };
      if (url.endsWith(SIMULATED)) kind = 'theirs';
      else if (kind === 'pause' && (url !== '' || functionName === '(garbage collector)')) kind = 'ours';
      if (kind === 'theirs') break;
    }
    kinds.set(id, kind);
    return kind;
  };
  const stretches: number[] = [];
  let stretch = 0;
  (profile.samples ?? []).forEach((id, i) => {
    if (kindOf(id) === 'ours') stretch += (profile.timeDeltas?.[i] ?? 0) / 1000;
    else if (stretch > 0) {
      stretches.push(stretch);
      stretch = 0;
    }
  });
  return stretches.sort((a, b) => b - a);
}

const SIMULATED = 'simulated-excel.js';

function line(name: string, figures: readonly number[], unit: string, most: string): void {
  const shown = figures.map((one) => one.toFixed(0)).join(', ');
  process.stdout.write(`${name.padEnd(60)} ${shown} ${unit} (most ${most})\n`);
}

async function inPage(browser: Browser, origin: string, file: string): Promise<void> {
  const { page, close } = await visit(browser, { viewport: { width: 320, height: 600 } });
  await page.goto(`${origin}/standalone.html`);
  await page.getByRole('button', { name: '用示例试一试' }).waitFor();
  const tasks = await tasksOf(page, async () => {
    await page.locator('input[type=file]').first().setInputFiles(file);
    await page.getByRole('button', { name: CHECK }).waitFor();
    await checked(page);
  });
  line('page: longest tasks, 300,000 cells opened and checked', tasks.slice(0, 5), 'ms', '50');
  await close();
}

async function inExcel(browser: Browser, origin: string, file: string): Promise<void> {
  const simulated = `${await bundle('simulated-excel')}\n//# sourceURL=${SIMULATED}`;
  const { page, close } = await visitInExcel(browser, origin, simulated, file, { width: 320 });
  await page.getByRole('button', { name: CHECK }).waitFor();
  const session = await page.context().newCDPSession(page);
  const stretches = await stretchesOf(session, () => checked(page));
  line('Excel: longest stretches of ours, 300,000 cells checked', stretches.slice(0, 5), 'ms', '50');
  await close();
}

/** Milliseconds that an Excel with its own process takes for a block; meanwhile the pane's thread is free. */
const LATENCY = 250;

/** With a wrong total in the first sheet: when it is told, and when the last sheet was read. */
async function firstFinding(browser: Browser, origin: string, file: string): Promise<void> {
  const { page, close } = await visitInExcel(browser, origin, await bundle('simulated-excel'), file, {
    width: 320,
    latency: LATENCY,
  });
  await page.getByRole('button', { name: CHECK }).waitFor();
  const started = Date.now();
  const since = (work: Promise<void>) => work.then(() => Date.now() - started);
  // Two trips to know the sheets, one for the first block, and one for its looks with the block after it.
  const first = page.waitForFunction((trips) => window.excel.work.length >= trips, 4, { timeout: 300_000 });
  await page.getByRole('button', { name: CHECK }).click();
  const [whole, found, read] = await Promise.all([
    since(first.then(() => undefined)),
    since(page.getByRole('list', { name: '校验结果' }).getByRole('listitem').first().waitFor({ timeout: 300_000 })),
    since(
      page
        .getByText(/^正在核对/)
        .first()
        .waitFor({ timeout: 300_000 }),
    ),
  ]);
  line('Excel: first finding after the first sheets are read', [found - whole], 'ms', '300');
  line('Excel: and before the last sheet is read', [read - found], 'ms', 'not below 0');
  await close();
}

requireBuild();
const folder = mkdtempSync(join(tmpdir(), 'gouji-bench-'));
const [browser, served] = await Promise.all([launch(), serveBuild()]);
try {
  const file = bookFile(folder, LARGE);
  line('page: usable, from a warm cache', [await usable(browser, `${served.origin}/standalone.html`)], 'ms', '500');
  await inPage(browser, served.origin, file);
  await inExcel(browser, served.origin, file);
  await firstFinding(browser, served.origin, bookFile(folder, MANY, true));
} finally {
  await browser.close();
  await served.close();
  rmSync(folder, { recursive: true });
}
