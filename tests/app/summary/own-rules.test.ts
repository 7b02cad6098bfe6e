import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkWorkbook } from '../../../src/app/check-workbook';
import { summarySheets } from '../../../src/app/write-summary';
import { addSheets } from '../../../src/hosts/file/add-sheets';
import { readWorkbook } from '../../../src/hosts/file/read-file';
import { translator } from '../../../src/messages/translator';
import { DESK_SETS } from '../../desks/desk-set';
import { sampleBytes } from '../../support/sample-files';

/**
 * What our sheets say is arithmetic, too: read as if they were the user's beside those that they tell of, our own
 * rules find nothing in them but what they find in the user's.
 */
async function foundInOurs(bytes: Uint8Array, name: string): Promise<unknown[]> {
  const sheets = summarySheets(await checkWorkbook(await readWorkbook(bytes, name)), translator('zh-CN'));
  const written = addSheets(bytes, sheets);
  const workbook = await readWorkbook(written.bytes, 'summary.xlsx');
  // Without the names that mark them they are anybody's.
  const { outcome } = await checkWorkbook({ ...workbook, names: [] });
  const isOurs = (place: (typeof outcome.findings)[number]['at'][number]) =>
    'sheet' in place && written.sheetNames.includes(place.sheet);
  // Indicators judge the county, not the tables; and so does what was spent beyond the budget.
  const told = outcome.findings.filter(({ code }) => !code.startsWith('I') && code !== 'T320');
  const theirs = new Set(told.filter(({ at }) => !at.some(isOurs)).map(({ code }) => code));
  return told.filter(({ at, code }) => at.some(isOurs) && !theirs.has(code)).map(({ code, at }) => [code, at[0]]);
}

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
  expect(await foundInOurs(sampleBytes(name), name)).toEqual([]);
});

test.each(DESK_SETS)('of a desk that others laid out: %s', async (set) => {
  const folder = join(__dirname, '../../desks', set, 'clean');
  const found: Record<string, unknown[]> = {};
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.xlsx'))) {
    const told = await foundInOurs(new Uint8Array(readFileSync(join(folder, name))), name);
    if (told.length > 0) found[name] = told;
  }
  expect(found).toEqual({});
});
