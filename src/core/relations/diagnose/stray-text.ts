import type { NumberGrid } from '../read/number-grid';
import type { TextNumber } from '../read/number-cells';
import type { FoundPattern } from '../found-pattern';
import { noiseOf } from '../noise';
import { repairAt } from './repair';

/** A number stored as text that stands where a pattern wants a number. */
export interface StrayInPattern {
  readonly stray: TextNumber;
  readonly pattern: FoundPattern;
  readonly id: number;
  readonly line: number;
  /** Every relation that it would be part of, as `pattern|line`: they are broken for this reason. */
  readonly touched: readonly string[];
  /** The target was computed without it. */
  readonly skipped: boolean;
}

export function straysInPatterns(grid: NumberGrid, found: readonly FoundPattern[]): StrayInPattern[] {
  if (grid.strays.length === 0) return [];
  const rowOf = new Map(Array.from(grid.rows, (at, i) => [at, i]));
  const columnOf = new Map(Array.from(grid.columns, (at, i) => [at, i]));
  const hits: StrayInPattern[] = [];
  for (const stray of grid.strays) {
    const row = rowOf.get(stray.row);
    const column = columnOf.get(stray.column);
    if (row === undefined || column === undefined) continue;
    let best: StrayInPattern | undefined;
    const touched: string[] = [];
    found.forEach((pattern, id) => {
      const [index, line] = pattern.view.axis === 'rows' ? [row, column] : [column, row];
      const isTarget = pattern.target === index;
      if (!isTarget && !pattern.operands.includes(index)) return;
      touched.push(`${id}|${line}`);
      const repair = repairAt(pattern, line, index);
      // The very number that is missing proves the pattern by itself.
      const fits = repair !== undefined && Math.abs(repair.value - stray.value) <= repair.slack + noiseOf(stray.value);
      if (pattern.telling < 2 && !fits && !pattern.lines.holding.includes(line)) return;
      if (best && best.pattern.score >= pattern.score) return;
      const skipped =
        !isTarget && repair !== undefined && Math.abs(repair.value) <= repair.slack + noiseOf(stray.value);
      best = { stray, pattern, id, line, skipped, touched };
    });
    if (best) hits.push(best);
  }
  return hits;
}
