import { checkWorkbook } from '../../../src/app/check-workbook';
import { makeSheet } from '../../../src/core/grid/build';
import { SUMMARY_SIGNATURE } from '../../../src/core/summary/summary-sheet';
import { HostError } from '../../../src/hosts/host';
import { workbookOf } from '../../support/text-table';

const TABLE = '| 项目 | 数 |\n| 甲 | 1268 |\n| 乙 | 2305 |\n| 合计 | 3573 |';

test('a rule that found nothing to judge is among the skipped, with why', async () => {
  const { outcome } = await checkWorkbook(workbookOf(TABLE));
  expect(outcome.skipped).toContainEqual({ rule: 'I401', why: 'noTreasuryTable' });
  expect(outcome.rules.find(({ rule }) => rule === 'A101')).toMatchObject({ passed: 1, found: 0 });
});

test('our own sheets are not checked; a mark that moved to a sheet of the user makes it none of ours', async () => {
  const names = [{ name: '_gouji_summary_findings', refersTo: '校验结果!$A$1', hidden: true }];
  const table = '| 项目 | 数 |\n| 合计 | 97 |\n| 甲 | 36 |\n| 乙 | 51 |';
  const findingsOf = async (text: string) =>
    (await checkWorkbook({ ...workbookOf(text, '校验结果'), names })).outcome.findings;
  expect(await findingsOf(table)).toHaveLength(1);
  expect(await findingsOf(`| 校验结果 |\n${table}\n| ${SUMMARY_SIGNATURE} |`)).toEqual([]);
});

test('a check can be cancelled between two sheets, and says each one', async () => {
  const { sheets } = workbookOf(TABLE);
  const many = {
    sheets: ['一', '二', '三'].flatMap((name) => sheets.map((sheet) => makeSheet(name, sheet.cells))),
    names: [],
  };
  const control = new AbortController();
  const seen: string[] = [];
  const run = checkWorkbook(many, {
    signal: control.signal,
    progress: ({ sheet, done, total }) => seen.push(`${sheet} ${done}/${total}`) && sheet === '二' && control.abort(),
  });
  await expect(run).rejects.toEqual(new HostError('cancelled'));
  expect(seen).toEqual(['一 0/3', '二 1/3']);
});

test('dates are compared to the latest period of the files, or to the day that is given', async () => {
  const workbook = workbookOf(`2023年5月收入表\n${TABLE}`);
  expect((await checkWorkbook(workbook)).context.asOf).toBe('2023-05-31');
  expect((await checkWorkbook(workbook, { asOf: '2024-01-01' })).context.asOf).toBe('2024-01-01');
});
