import { checkWorkbook } from '../../src/app/check-workbook';
import type { Grade } from '../../src/core/fiscal/grade';
import { isCurrent, withWrites } from '../../src/core/fix/apply-fix';
import type { CellContent } from '../../src/core/fix/fix';
import type { Finding } from '../../src/core/findings/finding';
import type { Level } from '../../src/core/findings/rule';
import type { Workbook } from '../../src/core/grid/sheet';
import { companionOf } from '../../src/core/reading/read-sheet';
import { addressesOf } from '../support/addresses';
import { sentenceIn, unresolved, unusedData } from '../support/placeholders';
import { workbooksOf } from '../support/text-table';

/** A finding as an accountant would state it: how grave, where, and in what words. */
export interface Found {
  readonly level: Level;
  readonly grade?: Grade;
  /** The cell to look at first: `B7`; with its sheet where the case has several: `石桥!B7`. */
  readonly at: string;
  /** The other cells that it is about; left out where they are many and say nothing more. */
  readonly with?: readonly string[];
  /** The other side of a tie; none where left out. */
  readonly against?: readonly string[];
  /** Document, and article, that the bound is from; none where left out. */
  readonly source?: string;
  /** The red line of a county; of no other finding. */
  readonly redLine?: true;
  readonly says: string;
  /** Code of the finding under which it is told, because that one explains it. */
  readonly under?: string;
  /** What repairs it: `B7 → 8712`, and `?` where the figures do not prove it; none where left out. */
  readonly fix?: readonly string[];
}

/** A text table with what else may speak of it. */
export interface Quiet {
  readonly table: string;
  /** Codes of the other rules that find something in it; each of them must. */
  readonly also?: readonly string[];
}

export interface RuleCases {
  readonly valid: readonly (string | Quiet)[];
  /** What the rule must find in each table, in the order in which a reader sees it. */
  readonly invalid: readonly (Quiet & { readonly finds: readonly Found[] })[];
}

/** Runs the cases of a rule, each under all rules: what a case does not name must be silent. */
export function testRule(code: string, cases: RuleCases): void {
  const quiet = cases.valid.map((one) => ({
    also: [],
    finds: [],
    ...(typeof one === 'string' ? { table: one } : one),
  }));
  const all = [...quiet, ...cases.invalid.map((one) => ({ also: [], ...one }))];
  test('it is shown where it speaks and where it does not, and no case stands twice', () => {
    expect(cases.valid).not.toHaveLength(0);
    expect(cases.invalid).not.toHaveLength(0);
    expect(new Set(all.map(({ table }) => table)).size).toBe(all.length);
    for (const { finds } of cases.invalid) expect(finds).not.toHaveLength(0);
  });
  test.each(all.map(({ table, finds, also }) => [table, finds, also] as const))('%s', async (table, finds, also) => {
    const { workbook, told } = await checked(table);
    const mine = told.filter(({ finding }) => finding.code === code);
    expect(mine.map((one, i) => stated(one, workbook, finds[i]))).toEqual(finds);
    expect(codesOf(told).filter((other) => other !== code)).toEqual([...also].sort());
    for (const { finding } of mine) {
      expect(unresolved(finding)).toEqual([]);
      expect({ [finding.messageId]: unusedData(finding) }).toEqual({ [finding.messageId]: [] });
      if (finding.difference !== undefined)
        expect(finding.difference).toBeCloseTo((finding.actual ?? NaN) - (finding.expected ?? NaN), 6);
      await expectFixed(finding, table);
    }
  });
  if (code.startsWith('F'))
    testHidden(
      code,
      cases.invalid.map(({ table }) => table),
    );
}

/** What a rule about formulas finds on a sheet that nobody sees is worth a look, whatever it would be elsewhere. */
function testHidden(code: string, tables: readonly string[]): void {
  test.each(tables)('on a hidden sheet a hint: %s', async (table) => {
    const [workbook] = workbooksOf(table);
    if (!workbook) throw new RangeError('no workbook');
    const sheets = workbook.sheets.map((sheet) => ({ ...sheet, visibility: 'hidden' as const }));
    const { outcome } = await checkWorkbook({ ...workbook, sheets }, { rules: [code] });
    expect(outcome.findings.map(({ level }) => level)).toEqual(outcome.findings.map(() => 'hint'));
    expect(outcome.findings).not.toHaveLength(0);
  });
}

/** The sentences that one rule says of a table, whatever the others say; without those told under another finding. */
export async function sentences(code: string, table: string): Promise<string[]> {
  const { told } = await checked(table, [code]);
  return told.filter(({ under }) => under === undefined).map(({ finding }) => sentenceIn('zh-CN', finding));
}

interface Told {
  readonly finding: Finding;
  readonly under?: string;
}

/** What is found in a table, those told under another one after it. Checking twice gives the same and changes nothing. */
async function checked(table: string, rules?: readonly string[]): Promise<{ workbook: Workbook; told: Told[] }> {
  const [workbook, ...others] = workbooksOf(table);
  if (!workbook) throw new RangeError('no workbook');
  const frozen = JSON.stringify([workbook, others]);
  const options = { ...(rules ? { rules } : {}), companions: others.map((other) => companionOf(other)) };
  const { outcome } = await checkWorkbook(workbook, options);
  const again = await checkWorkbook(workbook, options);
  expect(JSON.stringify(again.outcome)).toBe(JSON.stringify(outcome));
  expect(JSON.stringify([workbook, others])).toBe(frozen);
  const told = outcome.findings.flatMap((finding) => [
    { finding },
    ...finding.folded.map((folded) => ({ finding: folded, under: finding.code })),
  ]);
  return { workbook, told };
}

/** A finding in the words of a case. */
function stated({ finding, under }: Told, workbook: Workbook, expected?: Found): Found {
  const { level, grade, source, redLine } = finding;
  const [at = '', ...rest] = addressesOf(finding.at, workbook);
  const against = addressesOf(finding.against, workbook);
  const fix = finding.fixes.map(({ writes, safe }) =>
    writes
      .map((write) => `${addressesOf([write.at], workbook).join()} → ${contentText(write.after)}${safe ? '' : '?'}`)
      .join('；'),
  );
  return {
    level,
    ...(grade ? { grade } : {}),
    at,
    ...(rest.length > 0 && (!expected || expected.with) ? { with: rest } : {}),
    ...(against.length > 0 ? { against } : {}),
    ...(source ? { source: `${source.document}${source.article ?? ''}` } : {}),
    ...(redLine ? { redLine } : {}),
    says: sentenceIn('zh-CN', finding),
    ...(under ? { under } : {}),
    ...(fix.length > 0 ? { fix } : {}),
  };
}

function contentText({ value, formula }: CellContent): string {
  return formula === undefined ? String(value) : `=${formula}`;
}

/** Each fix starts from what stands in the cells, and takes its finding away. */
async function expectFixed({ code, fixes, fingerprint }: Finding, table: string): Promise<void> {
  for (const fix of fixes) {
    const [workbook, ...others] = workbooksOf(table);
    if (!workbook) throw new RangeError('no workbook');
    expect(isCurrent(workbook, fix.writes)).toBe(true);
    const { outcome } = await checkWorkbook(withWrites(workbook, fix.writes).workbook, {
      rules: [code],
      companions: others.map((other) => companionOf(other)),
    });
    expect(outcome.findings.map((left) => left.fingerprint)).not.toContain(fingerprint);
  }
}

function codesOf(told: readonly Told[]): string[] {
  return [...new Set(told.map(({ finding }) => finding.code))].sort();
}
