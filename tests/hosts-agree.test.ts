/** @jest-environment-options {"globalsCleanup": "off"} */
import { join } from 'node:path';
import { checkWorkbook } from '../src/app/check-workbook';
import { plainCheck } from '../src/app/plain-findings';
import { summarySheets } from '../src/app/write-summary';
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
    expect((await host.writeSummary(summarySheets(result, zh))).sheetNames).toEqual(['校验结果', '指标总览']);
    const again = await host.read();
    expect(again.sheets.map((sheet) => sheet.name)).toContain('校验结果');
    expect(JSON.stringify(plainCheck(await checkWorkbook(again), zh))).toBe(before);
  });
});
