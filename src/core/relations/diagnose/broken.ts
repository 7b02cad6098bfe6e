import { BROKEN, LABELS } from '../weights';
import { Word } from '../read/vocabulary';
import type { FoundPattern } from '../found-pattern';
import type { NumberGrid } from '../read/number-grid';
import { NOISE } from '../noise';
import { isRate, isStock } from '../view/line-kinds';
import type { Miss, PatternLines } from '../weigh/lines-of-sum';
import { gridIndex } from './repair';

/** One crossing line in which a believed pattern does not hold. */
export interface Broken {
  readonly pattern: FoundPattern;
  readonly id: number;
  readonly line: number;
  readonly deviation: number;
  readonly relative: number;
  /** Grid indices: the target first, then the operands. */
  readonly cells: readonly number[];
  /** Failures are rare in its pattern. A relation that is not firm needs another that agrees with it, or a slip. */
  readonly firm: boolean;
  /** Other patterns of its axis in the same line: those that hold, and the cells of those that miss. */
  readonly beside: { readonly holds: number; readonly missing: readonly (readonly number[])[] };
}

/** The lines that break a pattern which holds in most lines. */
export function brokenRelations(grid: NumberGrid, found: readonly FoundPattern[]): Broken[] {
  const lines = new LineSupport(found);
  const rates = linesOfRates(found);
  const averages = new Set(
    found.flatMap((pattern) =>
      pattern.op === 'average' && !isUnnamedAverage(pattern)
        ? pattern.lines.holding.map((line) => resultKey(pattern, line))
        : [],
    ),
  );
  const broken: Broken[] = [];
  found.forEach((pattern, id) => {
    // A total that the structure of the sheet names (trusted-hints.ts) is believed whatever its own failures.
    const { trusted } = pattern;
    if (isUnnamedAverage(pattern)) return;
    const strangers = new Set([...withoutStranger(pattern), ...besideTheBlock(grid, pattern)]);
    const misses = pattern.lines.missing.filter(
      (m) =>
        !strangers.has(m.line) &&
        !isOneForAll(pattern, m.line) &&
        !(pattern.op === 'sum' && averages.has(resultKey(pattern, m.line))) &&
        (trusted ? trusted.has(m.line) : isRealMiss(pattern, m, rates)),
    );
    if (misses.length === 0 || (!trusted && misses.length > Math.max(1, BROKEN.share * pattern.telling))) return;
    const isOnlyWay = !found.some((other) => other !== pattern && isSameResult(other, pattern));
    for (const { line, deviation, relative } of misses) {
      const cells = [pattern.target, ...pattern.operands].map((index) => gridIndex(pattern, line, index));
      const isTyped = pattern.view.computed[cells[0] ?? 0] === 0;
      const isBeyondPlaces = deviation > cells.reduce((sum, cell) => sum + (pattern.view.unit[cell] ?? 0) / 2, 0);
      const mayBeOften = isOnlyWay && isTyped && isBeyondPlaces;
      const firm = trusted !== undefined || isFirm(pattern, misses.length, mayBeOften);
      broken.push({ pattern, id, line, deviation, relative, cells, firm, beside: lines.beside(pattern, line) });
    }
  });
  return broken;
}

/** Lines in which a part is filled that is in the total of none of them: 利息收入 below 财务费用, blank in older years. */
function withoutStranger({ op, view, operands, factors, lines }: FoundPattern): ReadonlySet<number> {
  const out = new Set<number>();
  if (op !== 'sum' || factors || lines.missing.length < LEAST_STRANGE) return out;
  const at = (i: number, line: number): number => view.value[i * view.step + line * view.crossStep] ?? NaN;
  const isFilled = (i: number, line: number): boolean => Math.abs(at(i, line)) > 0;
  for (const part of operands) {
    const filled = lines.missing.filter(({ line }) => isFilled(part, line));
    if (filled.length < LEAST_STRANGE || lines.holding.some((line) => isFilled(part, line))) continue;
    const isLeftOut = ({ line, deviation, loose }: Miss): boolean =>
      Math.abs(deviation - Math.abs(at(part, line))) <= loose + NOISE;
    if (filled.every(isLeftOut)) for (const { line } of filled) out.add(line);
  }
  return out;
}

const LEAST_STRANGE = 2;

/**
 * Columns of another thing before or behind the figures (what the parts are called, what was assumed of them): several,
 * set apart by a column without figures, of which the pattern holds in none.
 */
function besideTheBlock(grid: NumberGrid, { view: { axis }, trusted, lines }: FoundPattern): number[] {
  if (axis !== 'rows' || trusted || lines.missing.length < LEAST_STRANGE || lines.holding.length < LEAST_STRANGE)
    return [];
  const at = grid.columns;
  const [first, last] = [Math.min(...lines.holding), Math.max(...lines.holding)];
  const missing = lines.missing.map(({ line }) => line);
  const before = missing.filter((line) => line < first);
  const behind = missing.filter((line) => line > last);
  const isApart = (low: number, high: number): boolean => (at[high] ?? 0) - (at[low] ?? 0) > 1;
  return [
    ...(before.length >= LEAST_STRANGE && isApart(Math.max(...before), first) ? before : []),
    ...(behind.length >= LEAST_STRANGE && isApart(last, Math.min(...behind)) ? behind : []),
  ];
}

/** One standard for all, said again in the line of the total: it adds up to nothing. */
function isOneForAll({ op, view, target, operands }: FoundPattern, line: number): boolean {
  if (op !== 'sum') return false;
  const at = (i: number): number => view.value[i * view.step + line * view.crossStep] ?? NaN;
  const own = at(target);
  const filled = operands.map(at).filter((value) => !Number.isNaN(value));
  return own !== 0 && filled.length >= LEAST_ALIKE && filled.every((value) => value === own);
}

const LEAST_ALIKE = 3;

/** A miss beyond rounding, in a line of amounts: rates do not add up, and that they miss says nothing of the pattern. */
function isRealMiss(pattern: FoundPattern, miss: Miss, rates: ReadonlySet<string>): boolean {
  const { op, view, lines } = pattern;
  if (miss.deviation <= BROKEN.tolerances * miss.tolerance + NOISE) return false;
  if (op === 'sum' && (view.crossKind?.[miss.line] === 'rate' || isRoundedPart(pattern, miss))) return false;
  // A year's closing balance is no sum of those of its months.
  if (op === 'sum' && isStock(view.crossKind?.[miss.line]) && pattern.operands.every((i) => view.kind?.[i] === 'month'))
    return false;
  // Of a rate the change is given in points.
  if (op === 'relative_change' && isRate(view.crossKind?.[miss.line])) return false;
  const isOfRates = (line: number): boolean => view.lineWeight[line] !== 1 || rates.has(`${view.axis} ${line}`);
  if (op === 'sum' && isOfRates(miss.line) && !ratesAddUp(lines, isOfRates)) return false;
  // One figure rounded more than its fellows may be a slip; several are the habit of the source.
  return miss.deviation > miss.loose || lines.missing.filter((m) => m.deviation <= m.loose).length === 1;
}

/** That a figure lies between two others happens by itself; in a sheet that was read only what is called an average is one. */
function isUnnamedAverage({ op, view, target }: FoundPattern): boolean {
  return op === 'average' && view.kind !== undefined && ((view.words[target] ?? 0) & Word.average) === 0;
}

/**
 * Parts typed with fewer places than their total were rounded before they were typed, whatever the format of
 * their cells shows: what rounding explains is no error.
 */
function isRoundedPart({ view, target, operands, factors }: FoundPattern, { line, deviation }: Miss): boolean {
  if (factors) return false;
  const { value, half, unit, step, crossStep } = view;
  const index = (i: number): number => i * step + line * crossStep;
  const filled = operands.map(index).filter((at) => !Number.isNaN(value[at]));
  const own = unit[index(target)] ?? 0;
  if (filled.some((at) => half[at] === 0 || (unit[at] ?? 0) <= own)) return false;
  return 2 * deviation <= filled.reduce((sum, at) => sum + (unit[at] ?? 0), NOISE);
}

/** Shares of one whole, or rates of causes of one population, add up: the pattern holds in most of its lines of rates. */
function ratesAddUp({ holding, missing }: PatternLines, isRate: (line: number) => boolean): boolean {
  const holds = holding.filter(isRate).length;
  return holds >= BROKEN.rateLines && holds > BROKEN.besideFailing * missing.filter(({ line }) => isRate(line)).length;
}

/** Crossing lines that a quotient fills: a column of rates, which no total adds up. */
function linesOfRates(found: readonly FoundPattern[]): ReadonlySet<string> {
  const rates = found.filter(({ op }) => op === 'division' || op === 'relative_change');
  return new Set(rates.map(({ view, target }) => `${view.axis === 'rows' ? 'columns' : 'rows'} ${target}`));
}

function isSameResult(one: FoundPattern, other: FoundPattern): boolean {
  return one.view === other.view && one.op === other.op && one.target === other.target;
}

function isFirm(
  { view, operands, lines, telling, labelBits, family }: FoundPattern,
  failures: number,
  /**
   * It is the only way to its result, and that was typed (what a formula gives its formula explains), and misses by
   * more than the places that the figures really use.
   */
  mayBeOften: boolean,
): boolean {
  if (telling < BROKEN.fewest) return family === 'run' && labelBits >= LABELS.firm;
  if (failures === 1) return telling >= BROKEN.firmTelling || labelBits >= LABELS.firm;
  // Where it is known what the lines hold, a pattern of amounts that holds in most of them is no chance.
  // Over a long series the source revised a figure now and then.
  const isLong = lines.holding.length > BROKEN.longSeries;
  return view.kind === undefined || operands.length < 2 || !mayBeOften || isLong
    ? failures <= Math.min(BROKEN.firmMost, BROKEN.firmShare * telling)
    : failures <= BROKEN.firmShareRead * telling;
}

/**
 * Whether the line of a broken relation is one of another kind (codes, averages), where other patterns
 * fail as well for reasons that the suspected cell does not explain.
 */
export function isDoubtful({ beside, pattern }: Broken, cell: number): boolean {
  if (pattern.trusted) return false;
  let unexplained = 0;
  for (const cells of beside.missing) if (!cells.includes(cell)) unexplained++;
  return unexplained > 0 && beside.holds < BROKEN.besideFailing * unexplained;
}

/** How each crossing line stands in the patterns of an axis. */
class LineSupport {
  private readonly missing = new Map<number, { pattern: FoundPattern; cells: number[] }[]>();
  private readonly holding = new Map<number, number>();

  constructor(found: readonly FoundPattern[]) {
    for (const pattern of found) {
      for (const { line } of pattern.lines.missing) {
        const cells = [pattern.target, ...pattern.operands].map((index) => gridIndex(pattern, line, index));
        const key = keyOf(pattern, line);
        const list = this.missing.get(key);
        if (list) list.push({ pattern, cells });
        else this.missing.set(key, [{ pattern, cells }]);
      }
    }
    // Only lines that some pattern misses are ever asked for.
    for (const pattern of found) {
      for (const line of pattern.lines.holding) {
        const key = keyOf(pattern, line);
        if (this.missing.has(key)) this.holding.set(key, (this.holding.get(key) ?? 0) + 1);
      }
    }
  }

  beside(pattern: FoundPattern, line: number): Broken['beside'] {
    const key = keyOf(pattern, line);
    const missing = (this.missing.get(key) ?? []).filter((m) => m.pattern !== pattern).map((m) => m.cells);
    return { holds: this.holding.get(key) ?? 0, missing };
  }
}

function resultKey({ view, target }: FoundPattern, line: number): string {
  return [view.axis, target, line].join(':');
}

function keyOf({ view, op }: FoundPattern, line: number): number {
  return (line * 2 + (view.axis === 'rows' ? 0 : 1)) * 4 + OPS.indexOf(op);
}

const OPS = ['sum', 'average', 'division', 'relative_change'];
