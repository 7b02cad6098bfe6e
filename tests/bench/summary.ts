import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkWorkbook, type CheckResult } from '../../src/app/check-workbook';
import { countsOf } from '../../src/app/summary/table-notes';
import { summarySheets, summaryTables } from '../../src/app/write-summary';
import type { Workbook } from '../../src/core/grid/sheet';
import { companionOf, lenderOf } from '../../src/core/reading/read-sheet';
import { addSheets } from '../../src/hosts/file/add-sheets';
import { valuesPackage } from '../../src/hosts/file/new-workbook';
import { readFile, readWorkbook } from '../../src/hosts/file/read-file';
import { DESK_SETS } from '../desks/desk-set';
import { openInExcel } from '../hosts/excel/open-excel';
import { translator } from '../../src/messages/translator';
import { fiscalSheet } from './relations/fiscal-sheet';

/**
 * npm run bench:summary: for every sample workbook and every fiscal workbook of ../shared which sheets are made and how
 * many of their figures are live, computed, values or missing; what our own rules say of our sheets; and what it costs
 * to add all sheets to a file of 100,000 cells.
 */
const here = fileURLToPath(new URL('.', import.meta.url));
const SAMPLES = join(here, '../../assets/samples');
const SHARED = join(here, '../../../shared/workbooks/fiscal');
const zh = translator('zh-CN');
const say = (line: string) => void process.stdout.write(`${line}\n`);

const total = { files: 0, sheets: 0, live: 0, computed: 0, values: 0, missing: 0, findings: 0 };

/** Our sheets of a file, read beside the user's as if they were theirs; indicators judge the county, not our tables. */
async function ownFindings(bytes: Uint8Array, ours: readonly string[]): Promise<string[]> {
  const written = await readWorkbook(bytes, 'summary.xlsx');
  const { outcome } = await checkWorkbook({ ...written, names: [] });
  return outcome.findings
    .filter(
      ({ code, at }) => !code.startsWith('I') && at.some((place) => 'sheet' in place && ours.includes(place.sheet)),
    )
    .map(({ code, at }) => `${code} ${'sheet' in (at[0] ?? {}) ? JSON.stringify(at[0]) : ''}`);
}

async function measure(
  name: string,
  result: CheckResult,
  lenders: readonly Workbook[],
  bytes: Uint8Array,
): Promise<void> {
  const choice = { lenders: lenders.map((one) => lenderOf(one)) };
  const tables = summaryTables(result, choice);
  const sheets = summarySheets(result, zh, choice);
  const counts = tables.map(countsOf);
  const sum = (of: keyof (typeof counts)[number]) => counts.reduce((all, one) => all + one[of], 0);
  const written = addSheets(bytes, sheets);
  const findings = await ownFindings(written.bytes, written.sheetNames);
  total.files++;
  total.sheets += sheets.length;
  for (const of of ['live', 'computed', 'values', 'missing'] as const) total[of] += sum(of);
  total.findings += findings.length;
  say(
    `${name.padEnd(42)} ${sheets.map(({ id }) => id).join(' ')}\n${''.padEnd(42)} live ${sum('live')}, computed ${sum('computed')}, values ${sum('values')}, missing ${sum('missing')}; our own rules: ${findings.length === 0 ? 'no finding' : findings.join('; ')}`,
  );
}

async function each(folder: string): Promise<void> {
  for (const name of readdirSync(folder).filter((file) => /\.(?:xlsx|xls|csv)$/.test(file))) {
    const bytes = new Uint8Array(readFileSync(join(folder, name)));
    const [first] = await readFile(bytes, name).catch(() => []);
    if (!first) {
      say(`${name.padEnd(42)} cannot be read`);
      continue;
    }
    const isPackage = name.endsWith('.xlsx');
    await measure(
      name,
      await checkWorkbook(first.workbook),
      [],
      isPackage ? bytes : valuesPackage(first.workbook.sheets),
    );
  }
}

/** All of a county's books of one month: the first gets the sheets, the others lend. */
async function together(): Promise<void> {
  const names = readdirSync(SAMPLES).filter((name) => name.includes('2023-06') && name.endsWith('.xlsx'));
  const first = 'county-2023-06.xlsx';
  const books = await Promise.all(
    [first, ...names.filter((name) => name !== first)].map(async (name) => ({
      ...(await readWorkbook(new Uint8Array(readFileSync(join(SAMPLES, name))), name)),
      id: name,
    })),
  );
  const [own, ...others] = books;
  if (!own) return;
  const result = await checkWorkbook(own, { companions: others.map((other) => companionOf(other)) });
  await measure('the county in June, all books', result, others, new Uint8Array(readFileSync(join(SAMPLES, first))));
}

const RUNS = 15;

/** What all sheets add to a file of 100,000 cells, beyond reading and checking it: the processor's time, the median. */
async function cost(): Promise<void> {
  const month = await readWorkbook(
    new Uint8Array(readFileSync(join(SAMPLES, 'county-2023-05.xlsx'))),
    'county-2023-05.xlsx',
  );
  const bytes = valuesPackage([...month.sheets, { ...fiscalSheet(100_000), name: '明细' }]);
  const workbook = await readWorkbook(bytes, 'large.xlsx');
  const result = await checkWorkbook(workbook);
  const times: number[] = [];
  for (let i = 0; i < RUNS; i++) {
    const before = process.cpuUsage();
    addSheets(bytes, summarySheets(result, zh));
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1000);
  }
  const cells = workbook.sheets.reduce((all, { cells: { column } }) => all + column.length, 0);
  const sorted = [...times].sort((a, b) => a - b);
  say(
    `all sheets into a file of ${cells} cells: median ${(sorted[RUNS >> 1] ?? 0).toFixed(0)} ms of processor, first ${(times[0] ?? 0).toFixed(0)} ms (goal 60)`,
  );
}

/** The trips of one insert into the simulated Excel, first and again. */
async function trips(): Promise<void> {
  const workbook = await readWorkbook(
    new Uint8Array(readFileSync(join(SAMPLES, 'county-2023-05.xlsx'))),
    'county-2023-05.xlsx',
  );
  const { excel, host } = openInExcel(workbook);
  const sheets = summarySheets(await checkWorkbook(workbook), zh);
  await host.writeSummary(sheets);
  const first = excel.work.length;
  await host.writeSummary(sheets);
  say(`${sheets.length} sheets into the simulated Excel: ${first} trips, again ${excel.work.length - first} (goal 8)`);
}

await each(SAMPLES);
for (const set of DESK_SETS) await each(join(here, '../desks', set, 'clean'));
await each(join(SAMPLES, 'dirty'));
await together();
if (existsSync(SHARED)) await each(SHARED);
else say('skipped: the fiscal workbooks of ../shared are not here');
say(
  `${total.files} workbooks, ${total.sheets} sheets; figures live ${total.live}, computed ${total.computed}, values ${total.values}, missing ${total.missing}; findings of our own rules ${total.findings}`,
);
await cost();
await trips();
