import fc from 'fast-check';
import { findArithmetic } from '../../../src/core/relations/find-arithmetic';
import { hierarchies, namesOf, type Rows, sheetOf } from './hierarchy';

const RUNS = { numRuns: 60, seed: 20230531 };

describe('relations of a generated hierarchy', () => {
  it('are found whole, and nothing is called broken', () => {
    fc.assert(
      fc.property(hierarchies, ({ rows, totals }) => {
        const { relations, suspicions } = findArithmetic(sheetOf(rows));
        const found = new Set(namesOf(relations));
        expect(totals.filter((t) => !found.has(t))).toEqual([]);
        expect(relations.filter((r) => r.verdict !== 'holds')).toEqual([]);
        expect(suspicions).toEqual([]);
      }),
      RUNS,
    );
  });

  it('hold no relation that is not true', () => {
    fc.assert(
      fc.property(hierarchies, ({ rows }) => {
        for (const { op, target, operands } of findArithmetic(sheetOf(rows)).relations) {
          if (op !== 'sum') continue;
          const sum = operands.reduce((n, { row, column }) => n + Number(rows[row]?.[column]), 0);
          expect(sum).toBe(rows[target.row]?.[target.column]);
        }
      }),
      RUNS,
    );
  });

  it('name the one leaf that was altered, and its former value', () => {
    fc.assert(
      fc.property(hierarchies, fc.nat(), fc.integer({ min: 1, max: 9 }), ({ rows, leaves }, pick, by) => {
        const [row, column] = leaves[pick % leaves.length] ?? [0, 0];
        const was = Number(rows[row]?.[column]);
        const altered = replaced(rows, row, column, otherThousands(was, by));
        const [first] = findArithmetic(sheetOf(altered)).suspicions;
        expect(first?.cells[0]).toEqual({ row, column });
        expect(first?.cause).toMatchObject({ kind: 'wrongDigit', shouldBe: was });
        expect(first?.relations.length).toBeGreaterThanOrEqual(2);
      }),
      RUNS,
    );
  });

  it('do not change with empty rows and columns', () => {
    fc.assert(
      fc.property(hierarchies, fc.nat(), fc.nat(), ({ rows }, blankRow, blankColumn) => {
        const atRow = 1 + (blankRow % (rows.length - 1));
        const atColumn = 1 + (blankColumn % ((rows[0]?.length ?? 2) - 1));
        const wide = rows.map((row) => row.toSpliced(atColumn, 0, ''));
        const spaced = wide.toSpliced(atRow, 0, []);
        const back = namesOf(
          findArithmetic(sheetOf(spaced)).relations.map((r) => ({
            ...r,
            target: shifted(r.target, atRow, atColumn),
            operands: r.operands.map((o) => shifted(o, atRow, atColumn)),
          })),
        );
        expect(back.sort()).toEqual(namesOf(findArithmetic(sheetOf(rows)).relations).sort());
      }),
      RUNS,
    );
  });

  it('do not change with the unit', () => {
    fc.assert(
      fc.property(hierarchies, fc.constantFrom(100, 10_000), ({ rows }, unit) => {
        const scaled = rows.map((row) => row.map((v) => (typeof v === 'number' ? v / unit : v)));
        expect(namesOf(findArithmetic(sheetOf(scaled)).relations).sort()).toEqual(
          namesOf(findArithmetic(sheetOf(rows)).relations).sort(),
        );
      }),
      RUNS,
    );
  });

  it('do not depend on the order of unrelated blocks', () => {
    fc.assert(
      fc.property(hierarchies, hierarchies, (a, b) => {
        const gap: Rows = [[], []];
        const down = a.rows.length + gap.length;
        const first = new Set(namesOf(findArithmetic(sheetOf([...a.rows, ...gap, ...b.rows])).relations));
        const second = new Set(namesOf(findArithmetic(sheetOf([...b.rows, ...gap, ...a.rows])).relations));
        const up = b.rows.length + gap.length;
        for (const name of a.totals) expect([first.has(name), second.has(lowered(name, up))]).toEqual([true, true]);
        for (const name of b.totals) expect([first.has(lowered(name, down)), second.has(name)]).toEqual([true, true]);
      }),
      { ...RUNS, numRuns: 25 },
    );
  });
});

function replaced(rows: Rows, row: number, column: number, value: number): Rows {
  return rows.map((line, r) => (r === row ? line.with(column, value) : line));
}

/** Another digit in the thousands. */
function otherThousands(value: number, by: number): number {
  const digit = Math.floor(value / 1000) % 10;
  return value + (((digit + by) % 10) - digit) * 1000;
}

function shifted(
  { row, column }: { row: number; column: number },
  atRow: number,
  atColumn: number,
): { row: number; column: number } {
  return { row: row > atRow ? row - 1 : row, column: column > atColumn ? column - 1 : column };
}

function lowered(name: string, by: number): string {
  return name
    .replace(/(\d+),(\d+)/g, (_, row: string, column: string) => `${Number(row) + by},${column}`)
    .replace(/<(.*)$/, (_, parts: string) => `<${parts.split(' ').sort().join(' ')}`);
}
