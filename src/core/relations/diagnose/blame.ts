import { BLAME, LABELS } from '../weights';
import { significant } from '../../numbers/decimal';
import type { NumberGrid } from '../read/number-grid';
import { type Explanation, explanationOf, type ExplanationOf } from './explain';
import type { FoundPattern } from '../found-pattern';
import { noiseOf } from '../noise';
import { type Broken, isDoubtful } from './broken';
import { lineIndex, wasUsual } from './omission';
import { gridIndex, type Repair, repairAt } from './repair';
import { UsualShares } from './usual-shares';
import { slipBetween, type SlipMatch } from '../slip';

/** One cell under suspicion, with the broken relations that it takes part in. */
export interface Suspect {
  readonly cell: number;
  readonly broken: readonly Broken[];
  readonly score: number;
  /** How many of its relations agree with the first on what it should be. */
  readonly agreeing: number;
  /** The one value that repairs, when the relations agree on it. */
  readonly shouldBe: number | undefined;
  readonly slip: SlipMatch | undefined;
  /** The slip that may be named: it leaves no more open than the figures around it do. */
  readonly named: SlipMatch | undefined;
  /** What explains it instead, better than a slip. */
  readonly explanation: Explanation | undefined;
  readonly omitted: boolean;
}

/** A root cause: the broken relations that the first suspect explains. */
export interface Culprit {
  readonly suspects: readonly Suspect[];
  readonly broken: readonly Broken[];
}

/**
 * Assigns every broken relation to a cause: again and again the cell is taken that explains most, by
 * the broken and intact relations it stands in and by whether one typing slip repairs them all.
 */
export function findCulprits(
  grid: NumberGrid,
  found: readonly FoundPattern[],
  broken: readonly Broken[],
  explanations: readonly ExplanationOf[],
): Culprit[] {
  const intact = new IntactCounter(grid, found);
  const known: Known = { grid, usual: new UsualShares(), explanations };
  const culprits: Culprit[] = [];
  let left = broken;
  while (left.length > 0 && culprits.length < BLAME.culprits) {
    const byCell = new Map<number, Broken[]>();
    for (const b of left) {
      for (const cell of b.cells) {
        const list = byCell.get(cell);
        if (list) list.push(b);
        else byCell.set(cell, [b]);
      }
    }
    const suspects = [...byCell].map(([cell, its]) => suspect(known, cell, its, intact.of(cell)));
    suspects.sort((a, b) => b.score - a.score || a.cell - b.cell);
    const [strongest] = suspects;
    if (!strongest) break;
    // Where the strongest suspicion would trouble nobody, a slip in the same relations may.
    const isCandidate = (s: Suspect): boolean =>
      s === strongest || (s.slip !== undefined && s.broken.some((b) => strongest.broken.includes(b)));
    const top = suspects.find((s) => isCandidate(s) && isCredible(grid, s));
    const explained = new Set((top ?? strongest).broken);
    if (top) {
      const others = suspects.filter((s) => s !== top && s.broken.some((b) => explained.has(b)));
      culprits.push({
        suspects: [top, ...others].slice(0, BLAME.listed),
        // The figure that one looks at leads, where it is a result itself.
        broken: [...top.broken].sort(
          (a, b) =>
            Number(b.cells[0] === top.cell) - Number(a.cells[0] === top.cell) ||
            Number(b.firm) - Number(a.firm) ||
            b.pattern.score - a.pattern.score,
        ),
      });
    }
    left = left.filter((b) => !explained.has(b));
  }
  return culprits;
}

/** Whether what speaks against a cell is enough to trouble a person with it. */
function isCredible(
  grid: NumberGrid,
  { cell, broken, agreeing, slip, explanation, omitted, shouldBe }: Suspect,
): boolean {
  const firm = broken.some((b) => b.firm);
  const sure = broken.some(
    (b) => b.firm && !isDoubtful(b, cell) && (b.pattern.op !== 'sum' || b.pattern.view.lineWeight[b.line] === 1),
  );
  if (omitted) return sure && shouldBe !== undefined && isPlausible(broken, shouldBe);
  const proof = (slip !== undefined && slip.chance < BLAME.seldom) || explanation !== undefined;
  if (agreeing > 0) return firm || proof;
  const [only] = broken;
  if (!only) return false;
  // What is called a total, and lacks exactly one of its parts, needs no second column to say so.
  if (
    explanation &&
    explanation.kind !== 'stale' &&
    only.pattern.labelBits >= LABELS.total &&
    explanation.strength > BLAME.strength
  )
    return true;
  if (slip) {
    const telling = only.pattern.telling >= BLAME.telling && slip.strength > BLAME.strength;
    return firm || (proof && !isDoubtful(only, cell) && telling);
  }
  const was = grid.value[cell] ?? NaN;
  const known =
    only.pattern.op === 'sum' || only.pattern.labelBits >= LABELS.total || only.pattern.telling >= BLAME.quotientLines;
  const isNear = only.relative < BLAME.relative || only.pattern.trusted !== undefined;
  return sure && known && was === was && (isNear || isOverwhelming(only));
}

/** In a sheet that was read, a pattern that holds in so many lines is meant in the one that misses, however far. */
function isOverwhelming({ line, cells, pattern }: Broken): boolean {
  const { view, op, telling, lines, labelBits } = pattern;
  if (view.kind === undefined || telling < BLAME.overwhelming * lines.missing.length) return false;
  // What a formula gives its formula explains.
  if (view.computed[cells[0] ?? 0] !== 0) return false;
  // What nobody calls a rate may be one of two figures by chance, in all lines but one.
  if (op !== 'sum') return labelBits > 0;
  if (view.axis === 'columns') return true;
  // The balances of months do not add up, whatever their flows do; nor do averages, which are no more than a part.
  const across = view.crossKind?.[line];
  const [total = NaN, ...parts] = cells.map((cell) => Math.abs(view.value[cell] ?? NaN));
  return across !== 'opening' && across !== 'closing' && !parts.some((part) => part >= total);
}

/** An omitted number has the sign of its neighbours, and is no rounding dust. */
function isPlausible(broken: readonly Broken[], shouldBe: number): boolean {
  const [b] = broken;
  if (!b) return false;
  const { view } = b.pattern;
  if (view.neverNegative[b.line] === 1 && shouldBe <= 0) return false;
  const values = b.cells.map((c) => Math.abs(view.value[c] ?? NaN)).filter((v) => v === v && v !== 0);
  return Math.abs(shouldBe) >= Math.min(...values) / BLAME.dust;
}

/** What a suspicion is weighed by. */
interface Known {
  readonly grid: NumberGrid;
  readonly usual: UsualShares;
  readonly explanations: readonly ExplanationOf[];
}

function suspect(
  { grid, usual, explanations }: Known,
  cell: number,
  broken: readonly Broken[],
  intact: number,
): Suspect {
  const was = grid.value[cell] ?? NaN;
  const repairs = broken.map((b) => repairAt(b.pattern, b.line, lineIndex(b, cell))).filter((r) => r !== undefined);
  const [first] = repairs;
  let agreeing = 0;
  for (const repair of repairs.slice(1)) {
    if (first && Math.abs(repair.value - first.value) <= repair.slack + first.slack + noiseOf(first.value)) agreeing++;
  }
  const found = first && was === was ? slipBetween(was, first.value, first.slack) : undefined;
  // 调减 that was added is a total that is wrong, not a figure that lacks its sign.
  const slip = found?.kind === 'sign' && broken.some((b) => isTakenAway(b, cell)) ? undefined : found;
  // Where nothing was rounded before it was added, a slip repairs the sum to the last place or is not named.
  const named =
    slip && first && (agreeToThePlace(repairs) || broken.every(({ pattern }) => isExact(pattern)))
      ? slipBetween(was, first.value, 0)
      : slip;
  const isOneValue = agreeing === repairs.length - 1;
  const other = first && isOneValue ? explanationOf(grid, cell, broken, first, explanations) : undefined;
  const explanation = other && other.strength > (slip?.strength ?? 0) ? other : undefined;
  const strength = explanation?.strength ?? slip?.strength ?? 0;
  const omitted = was !== was && wasUsual(broken, cell);
  const firm = broken.reduce((n, b) => n + (b.firm ? 1 : BLAME.faint), 0);
  const [leading] = broken;
  const nearer = first && leading && broken.length === 1 ? usual.gain(leading, cell, slip?.shouldBe ?? first.value) : 0;
  const score =
    nearer +
    firm * BLAME.firm +
    agreeing * BLAME.agreeing +
    strength * BLAME.slip +
    (was !== was ? (omitted ? BLAME.omitted : BLAME.blank) : 0) +
    (isTotal(broken, cell) ? BLAME.total : 0) +
    intact * BLAME.intact;
  return {
    cell,
    broken,
    score,
    agreeing,
    shouldBe: isOneValue ? (named?.shouldBe ?? (first && significant(first.value))) : undefined,
    slip,
    named,
    explanation,
    omitted,
  };
}

function isTakenAway(b: Broken, cell: number): boolean {
  const at = b.pattern.operands.indexOf(lineIndex(b, cell));
  return at >= 0 && (b.pattern.factors?.[at] ?? 1) < 0;
}

/** Two relations ask for one and the same value. */
function agreeToThePlace([first, ...others]: readonly Repair[]): boolean {
  return (
    first !== undefined &&
    others.length > 0 &&
    others.every(({ value }) => Math.abs(value - first.value) <= noiseOf(first.value))
  );
}

/** Whether a sum holds somewhere, and nowhere but to the last place. */
function isExact(pattern: FoundPattern): boolean {
  const known = EXACT.get(pattern) ?? comesOutExactly(pattern);
  EXACT.set(pattern, known);
  return known;
}

const EXACT = new WeakMap<FoundPattern, boolean>();

function comesOutExactly({ view, op, target, operands, telling, lines }: FoundPattern): boolean {
  if (op !== 'sum' || telling === 0) return false;
  const { value, step, crossStep } = view;
  return lines.holding.every((line) => {
    const at = (i: number): number => i * step + line * crossStep;
    const sum = operands.reduce((total, i) => total + (value[at(i)] || 0), 0);
    return Math.abs(sum - (value[at(target)] ?? 0)) <= noiseOf(sum);
  });
}

/** Of several cells that could carry the same slip, the total is the single one and the parts are many. */
function isTotal(broken: readonly Broken[], cell: number): boolean {
  return broken.some((b) => b.cells[0] === cell && b.pattern.operands.length >= BLAME.totalParts);
}

/** In how many relations that hold a cell takes part. */
class IntactCounter {
  private readonly byLine: Map<number, FoundPattern[]> = new Map();
  private readonly missing = new Map<FoundPattern, Set<number>>();

  constructor(
    private readonly grid: NumberGrid,
    found: readonly FoundPattern[],
  ) {
    for (const pattern of found) {
      this.missing.set(pattern, new Set(pattern.lines.missing.map((m) => m.line)));
      const offset = pattern.view.axis === 'rows' ? 0 : grid.rows.length;
      for (const index of [pattern.target, ...pattern.operands]) {
        const list = this.byLine.get(offset + index);
        if (list) list.push(pattern);
        else this.byLine.set(offset + index, [pattern]);
      }
    }
  }

  of(cell: number): number {
    const v = this.grid.value[cell] ?? NaN;
    if (v !== v || v === 0) return 0;
    const width = this.grid.columns.length;
    const row = Math.floor(cell / width);
    const column = cell % width;
    return this.holdingIn(row, column) + this.holdingIn(this.grid.rows.length + column, row);
  }

  private holdingIn(key: number, line: number): number {
    let count = 0;
    for (const pattern of this.byLine.get(key) ?? []) {
      if (this.missing.get(pattern)?.has(line)) continue;
      const v = pattern.view.value[gridIndex(pattern, line, pattern.target)] ?? NaN;
      if (v === v) count++;
    }
    return count;
  }
}
