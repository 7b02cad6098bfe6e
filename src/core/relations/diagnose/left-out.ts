import { Word } from '../read/vocabulary';
import type { FoundPattern } from '../listing';

/** A row that stands in the block of a total which does not contain it. */
export interface LeftOut {
  readonly pattern: FoundPattern;
  readonly id: number;
  readonly row: number;
  readonly lines: readonly number[];
}

const BESIDE = new Set(['gap', 'farGap', 'block', 'run', 'pair', 'skip', 'hint']);

/** Rows inside the reach of a total, like its parts in every way, that it leaves out. */
export function rowsLeftOut(found: readonly FoundPattern[]): LeftOut[] {
  const rowSums = found.filter((p) => p.op === 'sum' && p.view.axis === 'rows');
  const targets = new Set(rowSums.map((p) => p.target));
  const uses = new Map<number, number>();
  for (const p of rowSums) for (const part of p.operands) uses.set(part, (uses.get(part) ?? 0) + 1);
  const byRow = new Map<number, LeftOut>();
  found.forEach((pattern, id) => {
    if (pattern.op !== 'sum' || pattern.view.axis !== 'rows' || !BESIDE.has(pattern.family) || pattern.trusted) return;
    if (pattern.telling < (pattern.labelBits >= 8 ? 1 : 2)) return;
    if (pattern.lines.missing.length > 0.25 * pattern.telling) return;
    const row = onlyStranger(pattern);
    if (row === undefined || targets.has(row) || uses.has(row)) return;
    const { words, indent } = pattern.view;
    if ((words[row] ?? 0) & Word.total) return;
    const level = indent[row] ?? -1;
    if (level >= 0 && !pattern.operands.some((part) => indent[part] === level)) return;
    const known = byRow.get(row);
    if (known && known.pattern.score >= pattern.score) return;
    const { value, step, crossStep } = pattern.view;
    const lines = pattern.lines.holding.filter((line) => {
      const v = value[row * step + line * crossStep] ?? NaN;
      return v === v && v !== 0;
    });
    if (lines.length > 0) byRow.set(row, { pattern, id, row, lines });
  });
  return [...byRow.values()];
}

/** The one row between the target and its farthest part that is no part, when there is exactly one. */
function onlyStranger({ view, target, operands, lines }: FoundPattern): number | undefined {
  const parts = new Set(operands);
  const low = operands[0] ?? 0;
  const high = operands.at(-1) ?? 0;
  let stranger: number | undefined;
  for (let row = Math.min(low, target + 1); row <= Math.max(high, target - 1); row++) {
    if (row === target || parts.has(row)) continue;
    if (row < target && target < low) continue;
    let filled = 0;
    for (const line of lines.holding) {
      const v = view.value[row * view.step + line * view.crossStep] ?? NaN;
      if (v === v) filled++;
    }
    if (filled < Math.max(1, 0.5 * lines.holding.length)) continue;
    if (stranger !== undefined) return undefined;
    stranger = row;
  }
  return stranger;
}
