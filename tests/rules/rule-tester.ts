import { checkWorkbook } from '../../src/app/check-workbook';
import { companionOf } from '../../src/core/reading/read-sheet';
import { findingText } from '../../src/app/finding-text';
import { translator } from '../../src/messages/translator';
import { workbooksOf } from '../support/text-table';

export interface RuleCases {
  readonly valid: readonly string[];
  /** A table and the sentences it must give, in order. */
  readonly invalid: readonly { readonly table: string; readonly says: readonly string[] }[];
}

const zh = translator('zh-CN');

/** The sentences that one rule says of a table. */
export async function sentences(code: string, table: string): Promise<string[]> {
  const [workbook, ...others] = workbooksOf(table);
  if (!workbook) throw new RangeError('no workbook');
  const frozen = JSON.stringify(workbook);
  const options = { rules: [code], companions: others.map((other) => companionOf(other)) };
  const first = await checkWorkbook(workbook, options);
  const again = await checkWorkbook(workbook, options);
  expect(JSON.stringify(again.outcome)).toBe(JSON.stringify(first.outcome));
  expect(JSON.stringify(workbook)).toBe(frozen);
  return first.outcome.findings.map((finding) => findingText(finding, zh));
}

/** Runs the cases of a rule; a case written twice is refused. */
export function testRule(code: string, cases: RuleCases): void {
  const tables = [...cases.valid, ...cases.invalid.map(({ table }) => table)];
  test('no case stands twice', () => expect(new Set(tables).size).toBe(tables.length));
  test.each(cases.valid.map((table) => [table]))('says nothing of %s', async (table) => {
    expect(await sentences(code, table)).toEqual([]);
  });
  test.each(cases.invalid.map(({ table, says }) => [table, says] as const))(
    'finds what is wrong in %s',
    async (table, says) => {
      expect(await sentences(code, table)).toEqual(says);
    },
  );
}
