import { checkWorkbook } from '../../../src/app/check-workbook';
import { summarySheets } from '../../../src/app/write-summary';
import { addSheets } from '../../../src/hosts/file/add-sheets';
import { readWorkbook } from '../../../src/hosts/file/read-file';
import { translator } from '../../../src/messages/translator';
import { sampleBytes } from '../../support/sample-files';

/** What our sheets say is arithmetic, too: read as if they were the user's, our own rules find nothing in them. */
test.each([
  'county-2022-05.xlsx',
  'county-2023-05.xlsx',
  'county-2023-06.xlsx',
  'debt-2023-06.xlsx',
  'three-guarantees-2023-06.xlsx',
  'treasury-2023-06.xlsx',
  'assets-2023-06.xlsx',
  'social-assistance-2023-06.xlsx',
])('%s', async (name) => {
  const bytes = sampleBytes(name);
  const sheets = summarySheets(await checkWorkbook(await readWorkbook(bytes, name)), translator('zh-CN'));
  const written = addSheets(bytes, sheets);
  const workbook = await readWorkbook(written.bytes, 'summary.xlsx');
  const ours = workbook.sheets.filter((sheet) => written.sheetNames.includes(sheet.name));
  const { outcome } = await checkWorkbook({ ...workbook, sheets: ours, names: [] });
  // Indicators judge the county, not the tables.
  expect(outcome.findings.filter(({ code }) => !code.startsWith('I')).map(({ code, at }) => [code, at[0]])).toEqual([]);
});
