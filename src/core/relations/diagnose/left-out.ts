import { LABELS, LEFT_OUT } from '../weights';
import type { FoundPattern } from '../found-pattern';
import { Word } from '../read/vocabulary';
import { isDifference } from '../weigh/label-bits';

/** A row that stands in the block of a total which does not contain it. */
export interface LeftOut {
  readonly pattern: FoundPattern;
  readonly id: number;
  readonly row: number;
  /** A part with the very same figures: a row pasted and not changed, or entered twice. */
  readonly twin: number | undefined;
  readonly lines: readonly number[];
}

const BESIDE = new Set(['gap', 'farGap', 'block', 'run', 'pair', 'skip', 'hint', 'stride']);

/** Rows in the reach of a total, like its parts in every way, that it leaves out. */
export function rowsLeftOut(found: readonly FoundPattern[], sheetRows: Int32Array): LeftOut[] {
  const use = new RowUse(found);
  const byRow = new Map<number, LeftOut>();
  found.forEach((pattern, id) => {
    if (pattern.op !== 'sum' || pattern.view.axis !== 'rows' || !BESIDE.has(pattern.family)) return;
    if (pattern.telling < (pattern.labelBits >= LABELS.total ? LEFT_OUT.labelled : LEFT_OUT.telling)) return;
    if (pattern.lines.missing.length > LEFT_OUT.misses * pattern.telling) return;
    const stranger = strangerOf(pattern, use, sheetRows);
    if (!stranger || !isSibling(pattern, stranger) || isAbove(pattern, stranger.row, sheetRows)) return;
    const known = byRow.get(stranger.row);
    if (known && known.pattern.score >= pattern.score) return;
    const lines = pattern.lines.holding.filter((line) => {
      const v = valueOf(pattern, stranger.row, line);
      return v === v && v !== 0 && pattern.view.crossKind?.[line] !== 'rate';
    });
    if (lines.length > 0) byRow.set(stranger.row, { pattern, id, ...stranger, lines });
  });
  return [...byRow.values()];
}

/** A row can only be missing from a total if it stands where the total's parts stand: not a level deeper or higher. */
function isSibling({ view: { parent }, operands }: FoundPattern, { row }: { readonly row: number }): boolean {
  const own = parent[row];
  return own === undefined || operands.some((part) => parent[part] === own);
}

/** A row that rows without figures part from all parts is of what stands above them: a heading is between. */
function isAbove({ target, operands }: FoundPattern, row: number, sheetRows: Int32Array): boolean {
  const [first] = operands;
  return first !== undefined && target < row && row < first && (sheetRows[first] ?? 0) - (sheetRows[row] ?? 0) > 1;
}

function strangerOf(
  pattern: FoundPattern,
  use: RowUse,
  sheetRows: Int32Array,
): { row: number; twin: number | undefined } | undefined {
  const inside = strangersInside(pattern);
  const provesTwins = pattern.telling >= LEFT_OUT.twinTelling || pattern.labelBits >= LABELS.total;
  for (const row of provesTwins ? [...inside, ...rowsBeyond(pattern, sheetRows)] : []) {
    const twin = twinOf(pattern, row);
    if (twin !== undefined) return { row, twin };
  }
  if (isDifference(pattern.view, { target: pattern.target, parts: pattern.operands })) return undefined;
  const [only] = inside;
  if (only === undefined || inside.length > 1 || use.isTarget(only) || use.isPart(only) || use.isRate(only))
    return undefined;
  return looksLikePart(pattern, only) ? { row: only, twin: undefined } : undefined;
}

/** Rows between the target and its farthest part that are no parts but filled like them. */
function strangersInside(pattern: FoundPattern): number[] {
  const { target, operands } = pattern;
  const parts = new Set(operands);
  const low = operands[0] ?? 0;
  const high = operands.at(-1) ?? 0;
  const strangers: number[] = [];
  for (
    let row = target < low ? target + 1 : low;
    strangers.length <= LEFT_OUT.strangers && row <= (target > high ? target - 1 : high);
    row++
  ) {
    if (row !== target && !parts.has(row) && isFilled(pattern, row)) strangers.push(row);
  }
  // A total that passes over many rows is one of subtotals: nothing is missing there.
  return strangers.length > LEFT_OUT.strangers ? [] : strangers;
}

/** The row next to the block at the end away from the total, without a blank row between. */
function rowsBeyond(pattern: FoundPattern, sheetRows: Int32Array): number[] {
  const { target, operands } = pattern;
  const low = operands[0] ?? 0;
  const high = operands.at(-1) ?? 0;
  const row = target < low ? high + 1 : low - 1;
  const edge = target < low ? high : low;
  if (row === target || row < 0 || row >= sheetRows.length) return [];
  const adjacent = Math.abs((sheetRows[row] ?? 0) - (sheetRows[edge] ?? 0)) === 1;
  return adjacent && isFilled(pattern, row) ? [row] : [];
}

function isFilled(pattern: FoundPattern, row: number): boolean {
  const { holding } = pattern.lines;
  let filled = 0;
  for (const line of holding) {
    const v = valueOf(pattern, row, line);
    if (v === v) filled++;
  }
  return filled >= Math.max(1, LEFT_OUT.filled * holding.length);
}

/** A part that repeats the row, figure by figure, where that can be no accident. */
function twinOf(pattern: FoundPattern, row: number): number | undefined {
  const { operands, view, lines } = pattern;
  if ((view.words[row] ?? 0) & Word.total) return undefined;
  return operands.find((part) => {
    if ((view.words[part] ?? 0) & Word.total || Math.abs(part - row) > LEFT_OUT.twinReach) return false;
    // A parent with a single child shows the child's figures again.
    if (Math.abs(part - row) === 1 && (view.indent[part] ?? -1) !== (view.indent[row] ?? -1)) return false;
    const figures = new Set<number>();
    let digits = 0;
    for (const line of lines.holding) {
      const a = valueOf(pattern, row, line);
      const b = valueOf(pattern, part, line);
      if (a !== b && !(a !== a && b !== b)) return false;
      if (a === a && a !== 0 && !figures.has(a)) {
        figures.add(a);
        digits += Math.log2(1 + Math.abs(a) / (view.unit[row * view.step + line * view.crossStep] ?? 1));
      }
    }
    return digits >= LEFT_OUT.twinBits;
  });
}

function looksLikePart({ view, operands }: FoundPattern, row: number): boolean {
  if ((view.words[row] ?? 0) & (Word.total | Word.ofWhich)) return false;
  const level = view.indent[row] ?? -1;
  return level < 0 || operands.some((part) => view.indent[part] === level);
}

function valueOf({ view }: FoundPattern, row: number, line: number): number {
  return view.value[row * view.step + line * view.crossStep] ?? NaN;
}

/** Which rows the row sums of the sheet use. */
class RowUse {
  private readonly targets = new Set<number>();
  private readonly parts = new Set<number>();
  private readonly rates = new Set<number>();

  constructor(found: readonly FoundPattern[]) {
    for (const { op, view, target, operands } of found) {
      if (view.axis !== 'rows') continue;
      if (op === 'division' || op === 'relative_change') this.rates.add(target);
      if (op !== 'sum') continue;
      this.targets.add(target);
      for (const part of operands) this.parts.add(part);
    }
  }

  isTarget(row: number): boolean {
    return this.targets.has(row);
  }

  isPart(row: number): boolean {
    return this.parts.has(row);
  }

  /** Whether a quotient gives it: persons by households are added to neither. */
  isRate(row: number): boolean {
    return this.rates.has(row);
  }
}
