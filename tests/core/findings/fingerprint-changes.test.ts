import fc from 'fast-check';
import { workbookOf } from '../../support/text-table';
import { bookOf, findings, growthTable, prints, TAXES, TITLE } from './growth-tables';

/** What may happen to a workbook between two checks without changing what a finding means. */
interface Change {
  readonly wrong: readonly string[];
  readonly alsoWrong: readonly string[];
  readonly inserted: readonly number[];
  readonly sheetName: string;
  readonly sheetsBefore: number;
}

const changes: fc.Arbitrary<Change> = fc.record({
  wrong: fc.subarray(TAXES.slice(0, 6), { minLength: 1, maxLength: 2 }),
  alsoWrong: fc.subarray(TAXES.slice(6), { maxLength: 1 }),
  inserted: fc.array(fc.nat(8), { maxLength: 3 }),
  sheetName: fc.constantFrom('收入', '改了名', 'Sheet1'),
  sheetsBefore: fc.nat(2),
});

test('no change of rows, sheets or other findings changes a print, and no two findings share one', async () => {
  await fc.assert(
    fc.asyncProperty(changes, async ({ wrong, alsoWrong, inserted, sheetName, sheetsBefore }) => {
      const before = await findings(workbookOf(growthTable(TITLE, TAXES, new Set(wrong))));
      expect(before).toHaveLength(wrong.length);
      const rows = [...TAXES];
      inserted.forEach((at, i) => rows.splice(at, 0, `新增税目${'甲乙丙'[i] ?? ''}`));
      const others = Array.from({ length: sheetsBefore }, (_, i) => [`说明${i}`, '| 甲 | 乙 |\n| 丙 | 3 |'] as const);
      const changed = growthTable(TITLE, rows, new Set([...wrong, ...alsoWrong]));
      const after = await prints(bookOf(...others, [sheetName, changed]));
      for (const { fingerprint } of before) expect(after).toContain(fingerprint);
      expect(after).toHaveLength(wrong.length + alsoWrong.length);
      expect(new Set(after).size).toBe(after.length);
      // Mending one takes its print away and no other.
      const mended = await prints(workbookOf(growthTable(TITLE, TAXES, new Set(wrong.slice(1)))));
      expect(before.map(({ fingerprint }) => fingerprint).filter((print) => !mended.includes(print))).toHaveLength(1);
    }),
    { numRuns: 40 },
  );
});
