import { cellsOf, firstCell } from '../../../src/core/findings/finding';
import { defineRule, type Judgement, type Report, type Rule } from '../../../src/core/findings/rule';
import { runRules } from '../../../src/core/findings/run-rules';
import { NATIONAL_PACK } from '../../../src/core/fiscal/national-pack';
import { dossierOf, type SheetView } from '../../../src/core/reading/dossier';
import { readSheetMeaning } from '../../../src/core/reading/read-sheet';
import { workbookOf } from '../../support/text-table';
import { place } from './build';

const TABLE = `青禾县2023年5月收入表
| 科目编码 | 项目 | 预算数 | 执行数 |
| “101” | 税收收入 | 30 | 12 |
| “10101” | 增值税 | 20 | 8 |
| “10102” | 契税 | 10 | 4 |
| “103” | 非税收入 | 7 | 3 |`;
const workbook = workbookOf(`【表一】\n${TABLE}\n【表二】\n说明文字\n先看这里\n| 备注 | 另记 |`);
const sheets = workbook.sheets.map((sheet) => readSheetMeaning(sheet, workbook));
const dossier = dossierOf({ workbook, sheets, companions: [], bookName: String, pack: NATIONAL_PACK });
const later = dossierOf({
  workbook,
  sheets,
  companions: [],
  bookName: String,
  pack: NATIONAL_PACK,
  asOf: '2023-12-31',
});

type Words = 'low' | 'lower' | 'other';

function ruleOf(check: (view: SheetView) => Judgement<Words>, code = 'X901'): Rule {
  return defineRule<Words>({
    code,
    name: 'made-for-a-test',
    reach: 'sheet',
    levels: ['warning'],
    messageIds: ['low', 'lower', 'other'],
    degrees: [['low', 'lower']],
    check,
  });
}

/** A report at a cell of the first sheet. */
const at = (cell: string, stated: Partial<Report<Words>> = {}): Report<Words> => ({
  level: 'warning',
  sheet: '表一',
  cells: [place(cell)],
  messageId: 'low',
  data: {},
  ...stated,
});

const said = (report: Report<Words>, code?: string) =>
  runRules(dossier, [
    ruleOf(({ sheets: [own] }) => ({ passed: 0, reports: own?.sheet.name === '表一' ? [report] : [] }), code),
  ]).findings;
const printOf = (report: Report<Words>, code?: string) => said(report, code).map(({ fingerprint }) => fingerprint)[0];

describe('a print', () => {
  const relation = (target: string, ...range: string[]) =>
    ({ relation: { op: 'sum', target: place(target), range: range.map(place) } }) as const;

  test.each<[string, Report<Words>, Report<Words>]>([
    ['degrees of one thing', at('C3'), at('C3', { messageId: 'lower' })],
    ['whichever cell is blamed for a relation', at('C4', relation('C3', 'C4')), at('C5', relation('C3', 'C5'))],
    ['rows of what is about a column', at('C3', { extent: 'column' }), at('C5', { extent: 'column' })],
    ['cells of what is about a table', at('C3', { extent: 'table' }), at('D5', { extent: 'table' })],
    ['the grade and the figures', at('C3'), at('C3', { grade: 'red', actual: 7, data: { row: '税收' } })],
  ])('is one for %s', (_what, one, other) => {
    expect(printOf(one)).toBe(printOf(other));
  });

  test.each<[string, Report<Words>, Report<Words>]>([
    ['things that are no degrees', at('C3'), at('C3', { messageId: 'other' })],
    ['another row', at('C3'), at('C6')],
    ['another column', at('C3'), at('D3')],
    ['another column of a whole column', at('C3', { extent: 'column' }), at('D3', { extent: 'column' })],
    ['a cell and its column', at('C3'), at('C3', { extent: 'column' })],
    ['a column and its table', at('C3', { extent: 'column' }), at('C3', { extent: 'table' })],
    ['another indicator', at('C3', { indicator: 'R01', aspect: 'R01' }), at('C3', { indicator: 'R02', aspect: 'R02' })],
    ['an indicator and none', at('C3', { indicator: 'R01', aspect: 'R01' }), at('C3')],
    ['a total across and one down', at('C3', relation('C3', 'D3')), at('C3', relation('C3', 'C4'))],
    ['a relation and none', at('C3', relation('C3', 'C4')), at('C3')],
  ])('is another for %s', (_what, one, other) => {
    expect(printOf(one)).not.toBe(printOf(other));
  });

  test('is another for another rule', () => {
    expect(printOf(at('C3'), 'X901')).not.toBe(printOf(at('C3'), 'X902'));
  });

  test('outside every table is of the words around the cell and of the sheet', () => {
    const beside = (cell: string) => printOf(at(cell, { sheet: '表二' }));
    expect(new Set([beside('A3'), beside('B3'), printOf(at('F20'))]).size).toBe(3);
    const unread = at('C3', { sheet: '没有读的表' });
    expect(printOf(unread)).not.toBe(printOf({ ...unread, sheet: '另一张没有读的表' }));
    expect(printOf(unread)).not.toBe(printOf({ ...unread, messageId: 'other' }));
  });
});

test('a level that a rule does not name is refused', () => {
  expect(() => said(at('C3', { level: 'error' }))).toThrow('X901 may not report at error');
});

test('a finding has its message, its places and nothing that nobody said', () => {
  const [one] = said(at('C3', { cells: [place('C3'), place('D4')], messageId: 'other', data: { row: '税收收入' } }));
  expect(one).toEqual({
    code: 'X901',
    level: 'warning',
    at: [place('表一!C3'), place('表一!D4')],
    against: [],
    consequences: [],
    folded: [],
    messageId: 'X901.other',
    data: { row: '税收收入' },
    fixes: [],
    fingerprint: one?.fingerprint,
  });
  expect(one && firstCell(one)).toEqual(place('表一!C3'));
  expect(one && cellsOf(one)).toEqual([
    { row: 2, column: 2 },
    { row: 3, column: 3 },
  ]);
});

test('a finding about an indicator explains no other, one about a figure does', () => {
  const follower = at('D5', { follows: [place('C3')] });
  const told = (stated: Partial<Report<Words>>) =>
    runRules(dossier, [
      ruleOf(({ sheets: [own] }) => ({
        passed: 0,
        reports: own?.sheet.name === '表一' ? [at('C3', stated), follower] : [],
      })),
    ]).findings.map(({ folded }) => folded.length);
  expect(told({})).toEqual([1]);
  expect(told({ indicator: 'R01' })).toEqual([0, 0]);
});

test('a fix is safe where one cause is told, and not where it is one of several', () => {
  const cause = { kind: 'omitted', cell: place('C3'), shouldBe: 31 } as const;
  const safety = (told: string) => said(at('C3', { cause, data: { cause: told } })).flatMap(({ fixes }) => fixes);
  expect(safety('omitted')).toEqual([
    {
      writes: [{ at: place('表一!C3'), before: { value: 30 }, after: { value: 31 } }],
      inverse: [{ at: place('表一!C3'), before: { value: 31 }, after: { value: 30 } }],
      safe: true,
    },
  ]);
  expect(safety('oneOf').map(({ safe }) => safe)).toEqual([false]);
});

describe('what a rule judged', () => {
  test('is summed over the sheets; skipped only where every sheet was', () => {
    const counts = (skips: readonly string[]) =>
      runRules(dossier, [
        ruleOf(({ sheets: [own] }) => ({
          passed: 2,
          reports: [],
          ...(skips.includes(own?.sheet.name ?? '') ? { skipped: { why: 'noTreasuryTable' } } : {}),
        })),
      ]);
    expect(counts([])).toMatchObject({ findings: [], rules: [{ rule: 'X901', passed: 4, found: 0 }], skipped: [] });
    expect(counts(['表一']).skipped).toEqual([]);
    expect(counts(['表一', '表二']).skipped).toEqual([{ rule: 'X901', why: 'noTreasuryTable' }]);
  });

  test('is remembered with its sheet until the day or the pack changes', () => {
    const days: (string | undefined)[] = [];
    const rule = ruleOf(({ asOf, sheets: { length } }) => {
      days.push(length === 1 ? asOf : `${length} sheets`);
      return { passed: 1, reports: [] };
    });
    const outcome = runRules(dossier, [rule]);
    expect(runRules(dossier, [rule])).toEqual(outcome);
    expect(days).toHaveLength(2);
    runRules(later, [rule]);
    runRules(later, [rule]);
    expect(days).toEqual([dossier.asOf, dossier.asOf, '2023-12-31', '2023-12-31']);
    runRules(
      dossierOf({ workbook, sheets, companions: [], bookName: String, pack: { ...NATIONAL_PACK }, asOf: '2023-12-31' }),
      [rule],
    );
    expect(days).toHaveLength(6);
  });

  test('a workbook without sheets is judged once, with its day', () => {
    const views: SheetView[] = [];
    const rule = ruleOf((view) => {
      views.push(view);
      return { passed: 0, reports: [], skipped: { why: 'noFormulas' } };
    });
    const none = (asOf?: string) =>
      dossierOf({
        workbook,
        sheets: [],
        companions: [],
        bookName: String,
        pack: NATIONAL_PACK,
        ...(asOf ? { asOf } : {}),
      });
    expect(runRules(none('2023-06-30'), [rule]).skipped).toEqual([{ rule: 'X901', why: 'noFormulas' }]);
    runRules(none(), [rule]);
    expect(views).toEqual([
      { sheets: [], pack: NATIONAL_PACK, asOf: '2023-06-30' },
      { sheets: [], pack: NATIONAL_PACK },
    ]);
  });
});
