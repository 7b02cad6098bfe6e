import { LABELS, TRUSTED } from '../weights';
import { slipBetween } from '../slip';
import type { TotalHint } from '../types';
import type { AxisView } from '../view/axis-view';
import { type Candidate, makeCandidate } from '../propose/candidates';
import type { Selection } from '../choose/selection';
import { linesOfSum, type Miss } from '../weigh/lines-of-sum';

interface Standing {
  /** Whether some hint speaks of the crossing line. */
  readonly covers: (line: number) => boolean;
  readonly candidate: Candidate;
  readonly holding: readonly number[];
  readonly missing: readonly number[];
  /** The only line of figures, in which a total by its label misses its parts by little. */
  readonly lone: number | undefined;
}

/**
 * A code tree or a numbering names many totals at once. Where nearly all of them come out, the few
 * that do not are broken rather than misread: evidence that no single total has by itself.
 */
export function acceptTrusted(view: AxisView, selection: Selection, hints: readonly TotalHint[]): void {
  const family = sameRowsTogether(hints.filter(({ exhaustive }) => exhaustive)).map((group) => standingOf(view, group));
  const additive = additiveLines(view, family);
  const count = (lines: readonly number[]) => lines.filter((line) => additive.has(line)).length;
  const holds = family.reduce((sum, { holding }) => sum + count(holding), 0);
  const misses = family.reduce((sum, { missing }) => sum + count(missing), 0);
  const believed =
    family.filter(({ holding }) => count(holding) > 0).length >= TRUSTED.targets &&
    holds >= TRUSTED.holding &&
    holds >= TRUSTED.share * (holds + misses);
  for (const { covers, candidate, holding, missing, lone } of family) {
    if (lone !== undefined) selection.acceptOutright(candidate, LABELS.total, { trusted: new Set([lone]) });
    if (!believed) continue;
    const own = count(holding);
    const against = count(missing);
    // A total that fails wherever it can be tried was misread: 其中 without the word, a list cut short.
    if (against > own && (against > 1 || additive.size > 1)) continue;
    if (own + against === 0) continue;
    selection.acceptOutright(candidate, LABELS.total, { trusted: new Set([...additive].filter(covers)) });
  }
}

/** Two tables side by side may name the same rows, each for its own columns. */
function sameRowsTogether(hints: readonly TotalHint[]): TotalHint[][] {
  const groups = new Map<string, TotalHint[]>();
  for (const hint of hints) {
    const key = `${hint.target}:${hint.parts.join()}`;
    groups.set(key, [...(groups.get(key) ?? []), hint]);
  }
  return [...groups.values()];
}

function standingOf(view: AxisView, [first, ...others]: readonly TotalHint[]): Standing {
  if (!first) throw new RangeError('a group without a hint');
  const covers = (line: number) => [first, ...others].some(({ from, to }) => line >= from && line <= to);
  const parts = Int32Array.from(first.parts).sort();
  const { holding, missing } = linesOfSum(view, 'sum', first.target, parts);
  const says = (line: number) =>
    covers(line) && (view.value[first.target * view.step + line * view.crossStep] ?? 0) !== 0;
  return {
    covers,
    candidate: makeCandidate('sum', first.target, parts, 'hint', 0),
    holding: holding.filter(says),
    missing: missing.map(({ line }) => line).filter(covers),
    lone: loneMiss(
      view,
      first,
      holding,
      missing.filter(({ line }) => covers(line)),
    ),
  };
}

/** What is called 合计 over a single column of figures has no second column to prove it: near is enough. */
function loneMiss(
  view: AxisView,
  { source, target, parts }: TotalHint,
  holding: readonly number[],
  missing: readonly Miss[],
): number | undefined {
  const [miss, ...others] = missing.filter(({ line }) => view.lineWeight[line] === 1);
  const isLone = source === 'label' && parts.length >= 2 && holding.length === 0 && others.length === 0;
  if (!isLone || !miss) return undefined;
  return miss.relative < TRUSTED.near || isSlip(view, target, parts, miss) ? miss.line : undefined;
}

/** One typing slip in the total or in a part explains the miss, however large it is. */
function isSlip(
  { value, step, crossStep }: AxisView,
  target: number,
  parts: readonly number[],
  { line }: Miss,
): boolean {
  const at = (i: number) => value[i * step + line * crossStep] ?? NaN;
  const sum = parts.reduce((total, part) => total + (at(part) || 0), 0);
  const repairs = [[at(target), sum], ...parts.map((part) => [at(part), at(part) + at(target) - sum])];
  // A scale or a sign repairs too much: a part that belongs to no total is ten thousand times nothing.
  return repairs.some(([was = NaN, shouldBe = NaN]) => {
    const slip = slipBetween(was, shouldBe, 0);
    return slip !== undefined && slip.kind !== 'scale' && slip.kind !== 'sign';
  });
}

/** Lines in which most of the named totals come out: amounts, not rates. */
function additiveLines(view: AxisView, family: readonly Standing[]): Set<number> {
  const lines = new Set<number>();
  for (const line of view.lines) {
    // Rates do not add up; that some happen to is no evidence.
    if ((view.lineWeight[line] ?? 1) < 1) continue;
    let holds = 0;
    let misses = 0;
    for (const { holding, missing } of family) {
      if (holding.includes(line)) holds++;
      else if (missing.includes(line)) misses++;
    }
    if (holds > 0 && holds >= misses) lines.add(line);
  }
  return lines;
}
