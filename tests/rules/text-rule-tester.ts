import { checkText } from '../../src/app/report/check-text';
import type { Grade } from '../../src/core/fiscal/grade';
import type { Finding } from '../../src/core/findings/finding';
import type { Level } from '../../src/core/findings/rule';
import { bookId } from '../../src/core/grid/place';
import { asShown } from '../../src/core/grid/shown-value';
import { sourceFigures, type SourceFigure } from '../../src/core/report/match/sources';
import { readTables } from '../../src/core/tables/read-tables';
import { sentenceIn, unresolved, unusedData } from '../support/placeholders';
import { workbooksOf } from '../support/text-table';

/** A finding as a reader of the text would state it: how grave, at which figure, in what words. */
export interface FoundInText {
  readonly level: Level;
  readonly grade?: Grade;
  /** The figure to look at first. */
  readonly at: string;
  readonly says: string;
}

export interface TextRuleCases {
  /** Texts, and behind a line `---` a table of the workbook that lies beside. */
  readonly valid: readonly string[];
  readonly invalid: readonly {
    readonly text: string;
    readonly finds: readonly FoundInText[];
    /** Codes of other rules that speak of it, too. */
    readonly also?: readonly string[];
  }[];
}

/** Runs the cases of a rule about texts, each under all such rules: what a case does not name must be silent. */
export function testTextRule(code: string, { valid, invalid }: TextRuleCases): void {
  test('no case stands twice', () => {
    const all = [...valid, ...invalid.map(({ text }) => text)];
    expect(new Set(all).size).toBe(all.length);
    expect(Math.min(valid.length, invalid.length)).toBeGreaterThan(0);
  });
  test.each(valid)('%s', (text) => expect(found(text).map((finding) => sentenceIn('zh-CN', finding))).toEqual([]));
  test.each(invalid.map(({ text, finds, also = [] }) => [text, finds, also] as const))('%s', (text, finds, also) => {
    const findings = found(text);
    const mine = findings.filter((finding) => finding.code === code);
    expect(mine.map((finding) => stated(finding, text))).toEqual(finds);
    expect(findings.map((finding) => finding.code).filter((other) => other !== code)).toEqual(also);
    for (const finding of mine) {
      expect(unresolved(finding)).toEqual([]);
      expect({ [finding.messageId]: unusedData(finding) }).toEqual({ [finding.messageId]: [] });
    }
    expect(new Set(findings.map(({ fingerprint }) => fingerprint)).size).toBe(findings.length);
  });
}

/** The sentences that one rule says of a text. */
export function textSentences(code: string, text: string): string[] {
  return found(text)
    .filter((finding) => finding.code === code)
    .map((finding) => sentenceIn('zh-CN', finding));
}

function found(example: string): readonly Finding[] {
  const [text = '', table] = example.split('\n---\n');
  const { findings } = checkText('report.txt', text, table === undefined ? [] : sourcesOf(table));
  expect(checkText('report.txt', text, table === undefined ? [] : sourcesOf(table)).findings).toEqual(findings);
  return findings;
}

/** The figures of a table that is written as text. */
export function sourcesOf(table: string): SourceFigure[] {
  return workbooksOf(table).flatMap((workbook) =>
    workbook.sheets.flatMap((sheet) => {
      const shown = asShown(sheet);
      return sourceFigures(bookId(workbook), shown, readTables(shown, workbook));
    }),
  );
}

function stated(finding: Finding, text: string): FoundInText {
  const [first] = finding.at;
  const at = first && 'start' in first ? text.slice(first.start, first.end) : '';
  return {
    level: finding.level,
    ...(finding.grade ? { grade: finding.grade } : {}),
    at,
    says: sentenceIn('zh-CN', finding),
  };
}
