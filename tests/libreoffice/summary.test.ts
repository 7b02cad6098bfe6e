import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkWorkbook } from '../../src/app/check-workbook';
import { summarySheets } from '../../src/app/write-summary';
import { cellName } from '../../src/core/grid/address';
import { formulaAt, valueAt, type Workbook } from '../../src/core/grid/sheet';
import { FileHost } from '../../src/hosts/file/file-host';
import { readWorkbook } from '../../src/hosts/file/read-file';
import { openZip, textPart } from '../../src/hosts/file/zip';
import { writeZip } from '../../src/hosts/file/write-zip';
import { translator } from '../../src/messages/translator';
import { describeWithShared, sharedFile } from '../support/shared-folder';
import { sampleBytes } from '../support/sample-files';

const soffice = process.env['SOFFICE'] ?? 'soffice';
let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'gouji-office-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** LibreOffice opens the file, recalculates every formula, and saves it in another format. */
function convert(file: string, format: string): Uint8Array {
  const out = join(folder, 'converted');
  // A profile of its own, so that a LibreOffice that is open elsewhere does not answer.
  execFileSync(
    soffice,
    [
      `-env:UserInstallation=file://${join(folder, 'profile')}`,
      '--headless',
      '--convert-to',
      format,
      '--outdir',
      out,
      file,
    ],
    { stdio: 'pipe', timeout: 240_000 },
  );
  const [name] = readdirSync(out);
  return new Uint8Array(readFileSync(join(out, name ?? '')));
}

/** The file without the results that we cached in our sheets: LibreOffice has to compute them itself. */
function withoutResults(bytes: Uint8Array, sheets: number): Uint8Array {
  const zip = openZip(bytes);
  const parts = [...zip.entries.keys()].filter((name) => /worksheets\/gouji-\w+\.xml$/.test(name));
  const bare = parts.map(
    (name) =>
      [name, new TextEncoder().encode((textPart(zip, name) ?? '').replace(/<\/f><v>[^<]*<\/v>/g, '</f>'))] as const,
  );
  expect(parts).toHaveLength(sheets);
  return writeZip(zip, new Map(bare));
}

interface Summarised {
  readonly file: string;
  readonly workbook: Workbook;
  /** Names of our sheets. */
  readonly ours: readonly string[];
  readonly charts: number;
}

async function summarised(bytes: Uint8Array, name: string): Promise<Summarised> {
  const host = new FileHost(bytes, name);
  const result = await checkWorkbook(await host.read());
  const sheets = summarySheets(result, translator('zh-CN'));
  const written = await host.writeSummary(sheets);
  if (!written.file) throw new Error('no file');
  const file = join(folder, written.file.name);
  writeFileSync(file, withoutResults(written.file.bytes, sheets.length));
  return {
    file,
    workbook: await readWorkbook(written.file.bytes, name),
    ours: written.sheetNames,
    charts: sheets.reduce((sum, { charts = [] }) => sum + charts.length, 0),
  };
}

/** Every formula of our sheets, with the value we cached and the value LibreOffice computed. */
function compareFormulas({ workbook, ours }: Summarised, theirs: Workbook): number {
  let formulas = 0;
  for (const name of ours) {
    const mine = workbook.sheets.find((sheet) => sheet.name === name);
    const other = theirs.sheets.find((sheet) => sheet.name === name);
    if (!mine || !other) throw new Error(`no sheet ${name}`);
    for (let row = 0; row < mine.cells.rowCount; row++) {
      for (let column = 0; column < mine.cells.columnCount; column++) {
        const cell = `${name}!${cellName({ row, column })}`;
        const value = valueAt(mine, row, column);
        const computed = valueAt(other, row, column);
        if (formulaAt(mine, row, column) !== undefined) formulas++;
        if (typeof value === 'number')
          expect([cell, Number(computed).toPrecision(10)]).toEqual([cell, value.toPrecision(10)]);
        else if (value !== undefined) expect([cell, computed]).toEqual([cell, value]);
      }
    }
  }
  return formulas;
}

/** How many charts a package holds. */
function chartsIn(bytes: Uint8Array): number {
  return [...openZip(bytes).entries.keys()].filter((name) => /^xl\/charts\/chart\d*\.xml$|charts\/gouji-/.test(name))
    .length;
}

/** Every workbook of the county, so that every indicator and every kind of finding has been opened once. */
const COUNTY = readdirSync(join(__dirname, '../../assets/samples/dirty')).filter((name) => name.endsWith('.xlsx'));

test.each(COUNTY)(
  'LibreOffice recalculates the summary of %s to the values that we cached, and keeps the charts',
  async (name) => {
    const written = await summarised(sampleBytes(`dirty/${name}`), name);
    const saved = convert(written.file, 'xlsx:Calc MS Excel 2007 XML');
    const formulas = compareFormulas(written, await readWorkbook(saved, 'x.xlsx'));
    expect(formulas).toBeGreaterThan(name === 'county-2023-05.xlsx' ? 500 : 0);
    expect(chartsIn(saved)).toBe(written.charts);
  },
);

test('it prints: our sheets are one page wide', async () => {
  const { file } = await summarised(sampleBytes('dirty/county-2023-05.xlsx'), 'county-2023-05.xlsx');
  const pdf = new TextDecoder('latin1').decode(convert(file, 'pdf'));
  expect(pdf.startsWith('%PDF')).toBe(true);
  // A4 landscape is 841.9 × 595.3 points.
  expect(pdf).toMatch(/MediaBox\s*\[\s*0 0 84[12][.\d]* 595[.\d]*\s*\]/);
});

describeWithShared('real workbooks open with our sheets in them', () => {
  test.each(['25', 'department_budget_template', '财政'])('%s.xlsx', async (name) => {
    const written = await summarised(
      new Uint8Array(readFileSync(sharedFile(`workbooks/fiscal/${name}.xlsx`))),
      `${name}.xlsx`,
    );
    const theirs = await readWorkbook(convert(written.file, 'xlsx:Calc MS Excel 2007 XML'), 'x.xlsx');
    const names = ({ sheets }: Workbook) => sheets.map((sheet) => sheet.name.trim());
    expect(names(theirs)).toEqual(names(written.workbook));
    compareFormulas(written, theirs);
  });
});
