import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkWorkbook } from '../../src/app/check-workbook';
import { plainCheck, type PlainFinding } from '../../src/app/plain-findings';
import { translator } from '../../src/messages/translator';
import type { Truth } from '../../scripts/samples/planted-errors';
import { sampleWorkbook } from '../support/sample-files';

/** Facts of the clean county, not errors: little cash, kept by slow spending; much non-tax revenue; funds behind. */
const MEANT = ['I401', 'I402', 'I405'];

async function findings(name: string): Promise<readonly PlainFinding[]> {
  return plainCheck(await checkWorkbook(await sampleWorkbook(name)), translator('zh-CN')).findings;
}

function truthOf(name: string): Truth[] {
  return JSON.parse(readFileSync(join(__dirname, `../../assets/samples/dirty/${name}.truth.json`), 'utf8')) as Truth[];
}

test('the clean month has no error, and of warnings only the facts it is meant to have', async () => {
  const found = await findings('county-2023-05.xlsx');
  expect(found.filter(({ level }) => level === 'error')).toEqual([]);
  expect([...new Set(found.filter(({ level }) => level === 'warning').map(({ code }) => code))].sort()).toEqual(MEANT);
});

describe('the dirty month', () => {
  const takesPart = ({ cells, relation }: PlainFinding, [row, column]: readonly [number, number]) =>
    [...cells, ...(relation ? [relation.target, ...relation.range] : [])].some(([r, c]) => r === row && c === column);

  test.each(truthOf('county-2023-05').map((planted) => [planted.sheet, planted.kind, planted] as const))(
    '%s: %s is found',
    async (_sheet, _kind, planted) => {
      const [cell] = planted.cells;
      const found = (await findings('dirty/county-2023-05.xlsx')).filter(
        ({ sheet, code }) => sheet === planted.sheet && code === planted.code,
      );
      expect(found.some((finding) => cell && takesPart(finding, cell))).toBe(true);
    },
  );

  test('nothing else is', async () => {
    const truth = truthOf('county-2023-05');
    // Hints may be true of the clean sample too: its last year's column is stored as text.
    const found = (await findings('dirty/county-2023-05.xlsx')).filter(
      ({ code, level }) => level !== 'hint' && !MEANT.includes(code),
    );
    const others = found.filter(
      (finding) =>
        !truth.some(({ sheet, cells }) => sheet === finding.sheet && cells.some((cell) => takesPart(finding, cell))),
    );
    expect(others).toEqual([]);
    expect(found).toHaveLength(truth.length);
  });
});
