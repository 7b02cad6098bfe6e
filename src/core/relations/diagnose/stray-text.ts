import type { NumberGrid } from '../read/number-grid';
import type { TextNumber } from '../read/number-cells';
import type { FoundPattern } from '../found-pattern';
import { noiseOf } from '../noise';
import { gridIndex, repairAt, valueAtLine } from './repair';

/** A number stored as text that stands where a pattern wants a number. */
export interface StrayInPattern {
  readonly stray: TextNumber;
  readonly pattern: FoundPattern;
  readonly id: number;
  readonly line: number;
  /** Every relation that comes out without it, as `pattern|line`: they are broken for this reason. */
  readonly touched: readonly string[];
  /** The target was computed without it. */
  readonly skipped: boolean;
}

export function straysInPatterns(grid: NumberGrid, found: readonly FoundPattern[]): StrayInPattern[] {
  if (grid.strays.length === 0) return [];
  const rowOf = new Map(Array.from(grid.rows, (at, i) => [at, i]));
  const columnOf = new Map(Array.from(grid.columns, (at, i) => [at, i]));
  const indexOf = ({ row, column }: TextNumber): number =>
    (rowOf.get(row) ?? -1) * grid.columns.length + (columnOf.get(column) ?? -1);
  const texts = new Set(grid.strays.map(indexOf));
  const hits: StrayInPattern[] = [];
  const isException = exceptions(grid);
  for (const stray of grid.strays.filter(isException)) {
    const row = rowOf.get(stray.row);
    const column = columnOf.get(stray.column);
    if (row === undefined || column === undefined) continue;
    let best: StrayInPattern | undefined;
    const touched: string[] = [];
    found.forEach((pattern, id) => {
      const [index, line] = pattern.view.axis === 'rows' ? [row, column] : [column, row];
      if (pattern.target !== index && !pattern.operands.includes(index)) return;
      const holds = pattern.lines.holding.includes(line);
      const skipped = !holds && comesOutWithout(pattern, line, texts);
      if (!holds && !skipped) return;
      if (skipped) touched.push(`${id}|${line}`);
      if (best && (best.skipped || !skipped) && (best.skipped !== skipped || best.pattern.score >= pattern.score))
        return;
      best = { stray, pattern, id, line, skipped, touched };
    });
    if (best) hits.push(best);
  }
  return hits;
}

/** Where most of a column is text, that is how it was exported: nobody typed one figure wrong. */
function exceptions({ strays, columns, rows, value }: NumberGrid): (stray: TextNumber) => boolean {
  const texts = new Map<number, number>();
  for (const { column } of strays) texts.set(column, (texts.get(column) ?? 0) + 1);
  const usual = new Set<number>();
  columns.forEach((column, c) => {
    const own = texts.get(column) ?? 0;
    let all = 0;
    for (let r = 0; own > 0 && r < rows.length; r++) if (!Number.isNaN(value[r * columns.length + c])) all++;
    if (own > 1 && own * 2 > all) usual.add(column);
  });
  return ({ column }) => !usual.has(column);
}

/** The target is what its other operands come to, as a SUM has it, which passes text over. */
function comesOutWithout(pattern: FoundPattern, line: number, texts: ReadonlySet<number>): boolean {
  const { op, target, operands } = pattern;
  if (op !== 'sum' && op !== 'average') return false;
  const isText = (index: number): boolean => texts.has(gridIndex(pattern, line, index));
  if (isText(target) || operands.every(isText)) return false;
  const numbers = { ...pattern, operands: operands.filter((index) => !isText(index)) };
  const kept = pattern.factors?.filter((_, k) => !isText(operands[k] ?? -1));
  const repair = repairAt({ ...numbers, factors: kept }, line, target);
  return (
    repair !== undefined &&
    Math.abs(repair.value - valueAtLine(pattern, line, target)) <= repair.slack + noiseOf(repair.value)
  );
}
