import { checkReport } from '../../src/app/check-report';
import { checkWorkbook } from '../../src/app/check-workbook';
import { translator } from '../../src/messages/translator';
import { groupOf, triaged, WHOLE_LIST, type Triage } from '../../src/pane/view/triage';
import { sampleWorkbook } from '../support/sample-files';

const translate = translator('zh-CN');

async function sample() {
  const { findings } = checkReport(await checkWorkbook(await sampleWorkbook('dirty/county-2023-05.xlsx')));
  const shown = (change: Partial<Triage>) => triaged(findings, { ...WHOLE_LIST, ...change }, translate);
  return { findings, shown };
}

test('all findings stand in the order of the check until something is asked for', async () => {
  const { findings, shown } = await sample();
  expect(shown({})).toBe(findings);
});

test('a level and words narrow the list; a cell and a rule are words too', async () => {
  const { findings, shown } = await sample();
  expect(shown({ level: 'warning' }).map(({ finding }) => finding.level)).toEqual(
    findings.filter(({ finding }) => finding.level === 'warning').map(() => 'warning'),
  );
  expect(shown({ words: ' 库款月报!E9 ' }).map(({ finding }) => finding.code)).toContain('I401');
  expect(new Set(shown({ words: 'f205' }).map(({ finding }) => finding.code))).toEqual(new Set(['F205']));
  expect(shown({ words: '没有这样的问题' })).toEqual([]);
});

test.each(['sheet', 'rule', 'level'] as const)(
  'by %s each group stands together and none is lost',
  async (grouping) => {
    const { findings, shown } = await sample();
    const names = shown({ grouping }).map((one) => groupOf(one, grouping, translate));
    const runs = names.filter((name, i) => name !== names[i - 1]);
    expect(runs).toEqual([...new Set(names)]);
    expect(names).toHaveLength(findings.length);
    expect(runs.length).toBeGreaterThan(1);
  },
);

test('of a selection the findings of its cells are listed, with what breaks a total in it', async () => {
  const { findings, shown } = await sample();
  const at = (sheet: string, row: number, column: number) => ({
    within: { sheet, address: '', area: { top: row, left: column, bottom: row, right: column } },
  });
  const codes = (change: Partial<Triage>) => shown(change).map(({ finding }) => finding.code);
  expect(codes(at('库款月报', 8, 4))).toEqual(['I401', 'I405']);
  expect(codes(at('收入执行表 ', 8, 4))).toEqual([]);
  const folded = findings.find(({ finding }) => finding.consequences.length > 0)?.finding;
  const [broken] = folded?.consequences ?? [];
  const [place] = folded?.at ?? [];
  if (!folded || !broken || !place || !('sheet' in place)) throw new Error('no finding folds another');
  const total = shown(at(place.sheet, broken.target.row, broken.target.column));
  expect(total.map(({ finding }) => finding.fingerprint)).toContain(folded.fingerprint);
});
