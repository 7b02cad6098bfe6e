import fc from 'fast-check';
import { sheetFromRows } from '../../../src/core/grid/build';
import type { Sheet } from '../../../src/core/grid/sheet';
import type { Relation } from '../../../src/core/relations/relation';

export type Rows = (string | number)[][];

/** A table with sections, items and a grand total, per town and in all: every figure's place is known. */
export interface Hierarchy {
  readonly rows: Rows;
  /** `target<parts` of every total, as `row,column<row,column …`. */
  readonly totals: readonly string[];
  /** Cells of items, per town. */
  readonly leaves: readonly (readonly [number, number])[];
}

/** Items of 3 to 6 sections in 3 to 5 towns; figures of four to seven digits, so that chance cannot add up. */
export const hierarchies: fc.Arbitrary<Hierarchy> = fc
  .record({
    sizes: fc.array(fc.integer({ min: 2, max: 6 }), { minLength: 3, maxLength: 6 }),
    towns: fc.integer({ min: 3, max: 5 }),
    totalsFirst: fc.boolean(),
    seed: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
  })
  .map(build);

function build({
  sizes,
  towns,
  totalsFirst,
  seed,
}: {
  sizes: number[];
  towns: number;
  totalsFirst: boolean;
  seed: number;
}): Hierarchy {
  let state = seed;
  const figure = (): number => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return 1000 + (state % 4_000_000);
  };
  const rows: Rows = [['项目', ...Array.from({ length: towns }, (_, t) => `乡镇${'甲乙丙丁戊'[t]}`), '合计']];
  const totals: string[] = [];
  const leaves: [number, number][] = [];
  const across = (figures: number[]): number[] => [...figures, figures.reduce((a, b) => a + b, 0)];
  const sectionRows: number[] = [];
  const grand = new Array<number>(towns).fill(0);
  sizes.forEach((size, s) => {
    const items = Array.from({ length: size }, () => Array.from({ length: towns }, figure));
    const sum = items.reduce((a, b) => a.map((v, t) => v + (b[t] ?? 0)));
    sum.forEach((v, t) => (grand[t] = (grand[t] ?? 0) + v));
    const lines: Rows = items.map((item, k) => [`  项目${s + 1}-${k + 1}`, ...across(item)]);
    const total = [`类款${s + 1}小计`, ...across(sum)];
    const at = rows.length;
    rows.push(...(totalsFirst ? [total, ...lines] : [...lines, total]));
    const target = totalsFirst ? at : at + size;
    const first = totalsFirst ? at + 1 : at;
    sectionRows.push(target);
    const parts = Array.from({ length: size }, (_, k) => first + k);
    for (let c = 1; c <= towns + 1; c++)
      totals.push(
        nameOf(
          target,
          c,
          parts.map((r) => [r, c]),
        ),
      );
    for (const row of parts) for (let c = 1; c <= towns; c++) leaves.push([row, c]);
  });
  const last = rows.push(['总计', ...across(grand)]) - 1;
  for (let c = 1; c <= towns + 1; c++)
    totals.push(
      nameOf(
        last,
        c,
        sectionRows.map((r) => [r, c]),
      ),
    );
  for (let r = 1; r < rows.length; r++) {
    totals.push(
      nameOf(
        r,
        towns + 1,
        Array.from({ length: towns }, (_, t) => [r, t + 1]),
      ),
    );
  }
  return { rows, totals, leaves };
}

function nameOf(row: number, column: number, parts: readonly (readonly number[])[]): string {
  return `${row},${column}<${parts
    .map((p) => p.join())
    .sort()
    .join(' ')}`;
}

/** The sums of a list of relations in the notation of {@link Hierarchy.totals}. */
export function namesOf(relations: readonly Relation[]): string[] {
  return relations
    .filter((r) => r.op === 'sum')
    .map(({ target, operands }) =>
      nameOf(
        target.row,
        target.column,
        operands.map((o) => [o.row, o.column]),
      ),
    );
}

export function sheetOf(rows: Rows): Sheet {
  return sheetFromRows(
    '表',
    rows,
    rows.map((row) => row.map(String)),
  );
}
