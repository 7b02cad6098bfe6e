/** @jest-environment-options {"globalsCleanup": "off"} */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkWorkbook } from '../src/app/check-workbook';
import { plainCheck } from '../src/app/plain-findings';
import { summarySheets } from '../src/app/write-summary';
import { readPack } from '../src/app/pack-file';
import { Session } from '../src/app/session';
import { NATIONAL_PACK } from '../src/core/fiscal/national-pack';
import { layered } from '../src/core/fiscal/pack';
import { run } from '../src/cli/program';
import type { Workbook } from '../src/core/grid/sheet';
import { translator } from '../src/messages/translator';
import { expectNothingMissing, openInExcel } from './hosts/excel/open-excel';
import { sampleWorkbook } from './support/sample-files';

const zh = translator('zh-CN');

afterEach(expectNothingMissing);

async function findingsOf(workbook: Workbook): Promise<string> {
  return JSON.stringify([plainCheck(await checkWorkbook(workbook), zh)], null, 1);
}

describe.each(['county-2023-05.xlsx', 'dirty/county-2023-05.xlsx'])('%s', (name) => {
  test('the Excel host gives the same findings as the command line, byte for byte', async () => {
    let out = '';
    await run(
      ['check', '--format', 'json', join(__dirname, '../assets/samples', name)],
      { out: (text) => (out += text), err: () => undefined, interactive: false },
      '0',
    );
    const [fromFile] = JSON.parse(out) as [Record<string, unknown>];
    delete fromFile['file'];
    const { host } = openInExcel(await sampleWorkbook(name));
    expect(await findingsOf(await host.read())).toBe(JSON.stringify([fromFile], null, 1));
  });

  test('checking again after the summary was written into Excel finds the same', async () => {
    const { host } = openInExcel(await sampleWorkbook(name));
    const result = await checkWorkbook(await host.read());
    const before = JSON.stringify(plainCheck(result, zh));
    const sheets = summarySheets(result, zh);
    expect(sheets.map(({ id }) => id)).toEqual(expect.arrayContaining(['overview', 'revenue', 'findings']));
    expect((await host.writeSummary(sheets)).sheetNames).toEqual(sheets.map((sheet) => sheet.name));
    const again = await host.read();
    expect(again.sheets.map((sheet) => sheet.name)).toContain('校验结果');
    expect(JSON.stringify(plainCheck(await checkWorkbook(again), zh))).toBe(before);
  });
});

test('a set of workbooks under a pack comes out alike from Excel, from files, and from the command line', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'gouji-agree-'));
  try {
    const packFile = join(folder, 'pack.json');
    const pack = {
      name: '某省',
      level: 'province',
      bounds: { nonTaxShare: { warn: 0.2, fail: 0.25, source: { document: '某省文件', verified: true } } },
      calibres: { schedule: 'day' },
    };
    writeFileSync(packFile, JSON.stringify(pack));
    const names = ['county-2023-05.xlsx', 'county-2022-05.xlsx', 'county-2023-06.xlsx'];
    const paths = names.map((name) => join(__dirname, '../assets/samples', name));
    let out = '';
    await run(
      ['check', '--format', 'json', '--pack', packFile, ...paths],
      { out: (text) => (out += text), err: () => undefined, interactive: false },
      '0',
    );
    const fromFiles = (JSON.parse(out) as { file: string }[]).map(({ file, ...plain }) => [file, plain]);
    const standards = { pack: layered(NATIONAL_PACK, [readPack(JSON.stringify(pack))]) };
    const session = new Session(standards);
    for (const [i, name] of names.entries()) {
      const { host } = openInExcel(await sampleWorkbook(name));
      session.open({ ...(await host.read()), id: paths[i] ?? name });
    }
    const fromExcel: unknown[] = [];
    for (const id of paths) fromExcel.push([id, plainCheck(await session.check(id), zh)]);
    expect(JSON.stringify(fromExcel, null, 1)).toBe(JSON.stringify(fromFiles, null, 1));
    // May of this year is held against May of the last.
    const [, may] = fromFiles[0] ?? [];
    expect(JSON.stringify(may)).not.toContain('"rule":"T306"');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
