import { significantDigits } from '../../numbers/decimal';
import { BROKEN, LABELS, TRUSTED } from '../weights';
import { NOISE, noiseOf } from '../noise';
import { slipBetween } from '../slip';
import type { LineKind, TotalHint } from '../types';
import type { AxisView } from '../view/axis-view';
import { type Candidate, makeCandidate } from '../propose/candidates';
import type { Selection } from '../choose/selection';
import { isCounting, linesOfSum, type Miss } from '../weigh/lines-of-sum';

interface Standing {
  /** Whether some hint speaks of the crossing line. */
  readonly covers: (line: number) => boolean;
  readonly candidate: Candidate;
  readonly holding: readonly number[];
  readonly missing: readonly number[];
  readonly named: Named;
}

/** Lines in which a total is meant by its label though it misses, and those where nothing but the label says so. */
interface Named {
  readonly trusted: ReadonlySet<number>;
  readonly worded: ReadonlySet<number>;
}

const NO_AMOUNTS: readonly LineKind[] = ['opening', 'closing', 'change'];

const NOT_NAMED: Named = { trusted: new Set(), worded: new Set() };

/**
 * A code tree or a numbering names many totals at once. Where nearly all of them come out, the few
 * that do not are broken rather than misread: evidence that no single total has by itself.
 */
export function acceptTrusted(view: AxisView, selection: Selection, hints: readonly TotalHint[]): void {
  const family = sameRowsTogether(hints.filter(({ exhaustive }) => exhaustive)).map((group) => standingOf(view, group));
  const additive = additiveLines(view, family);
  const agreed = agreedMisses(view, family);
  const count = (lines: readonly number[]) => lines.filter((line) => additive.has(line)).length;
  const holds = family.reduce((sum, { holding }) => sum + count(holding), 0);
  const misses = family.reduce((sum, { missing }) => sum + count(missing), 0);
  const believed =
    family.filter(({ holding }) => count(holding) > 0).length >= TRUSTED.targets &&
    holds >= TRUSTED.holding &&
    holds >= TRUSTED.share * (holds + misses);
  for (const standing of family) {
    const { covers, candidate, holding, missing, named } = standing;
    const repaired = agreed.get(standing);
    if (repaired) selection.acceptOutright(candidate, LABELS.total, { trusted: repaired });
    if (isOneRowSlip(view, candidate, missing))
      selection.acceptOutright(candidate, LABELS.total, { trusted: new Set([...holding, ...missing]) });
    if (named.trusted.size > 0) selection.acceptOutright(candidate, LABELS.total, named);
    if (!believed) continue;
    const own = count(holding);
    const against = count(missing);
    // A total that fails wherever it can be tried was misread: 其中 without the word, a list cut short.
    if (against > own && (against > 1 || additive.size > 1)) continue;
    if (own + against === 0) continue;
    selection.acceptOutright(candidate, LABELS.total, { trusted: new Set([...additive].filter(covers)) });
  }
}

/**
 * Lines in which a subtotal misses its parts and the total above misses by as much: one and the same value of
 * the subtotal repairs both, which no misreading does.
 */
function agreedMisses(view: AxisView, family: readonly Standing[]): ReadonlyMap<Standing, ReadonlySet<number>> {
  const found = new Map<Standing, Set<number>>();
  const note = (standing: Standing, line: number): void => {
    found.set(standing, (found.get(standing) ?? new Set<number>()).add(line));
  };
  const byTarget = new Map(family.map((standing) => [standing.candidate.target, standing]));
  for (const above of family) {
    for (const part of above.candidate.parts) {
      const below = byTarget.get(part);
      for (const line of below?.missing.length === 1 ? below.missing : []) {
        if (!below || !above.missing.includes(line) || view.lineWeight[line] !== 1) continue;
        const off = offBy(view, below.candidate, line);
        const noise = noiseOf(figure(view, above.candidate.target, line));
        if (Math.abs(off + offBy(view, above.candidate, line)) > noise) continue;
        // A row that the one list lacks and the other holds was put in the wrong place by whoever read the table.
        if (above.candidate.parts.some((row) => Math.abs(Math.abs(figure(view, row, line)) - Math.abs(off)) <= noise))
          continue;
        note(below, line);
        note(above, line);
      }
    }
  }
  return found;
}

/** By how much the target is more than its parts. */
function offBy(view: AxisView, { target, parts }: Pick<Candidate, 'target' | 'parts'>, line: number): number {
  return figure(view, target, line) - parts.reduce((sum, part) => sum + (figure(view, part, line) || 0), 0);
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
  const { holding, missing: misses } = linesOfSum(view, 'sum', first.target, parts);
  const missing = misses.filter(({ line }) => !isOneOfAll(view, first.target, parts, line));
  const says = (line: number) =>
    covers(line) && (view.value[first.target * view.step + line * view.crossStep] ?? 0) !== 0;
  return {
    covers,
    candidate: makeCandidate('sum', first.target, parts, 'hint', 0),
    holding: holding.filter(says),
    missing: missing.map(({ line }) => line).filter(covers),
    named: missesOfNamed(
      view,
      first,
      holding.filter(says),
      missing.filter(({ line }) => covers(line)),
    ),
  };
}

/** 本年收入合计 above 上级补助收入, 上年结余, … and 收入总计: what is called a total is with the others a part of the last. */
function isOneOfAll(view: AxisView, target: number, parts: Int32Array, line: number): boolean {
  const among = [target, ...parts];
  const sum = among.reduce((total, i) => total + (figure(view, i, line) || 0), 0);
  for (let i = Math.max(...among) + 1; i < view.size; i++)
    if (Math.abs(figure(view, i, line) - sum) <= noiseOf(sum)) return true;
  return false;
}

/**
 * The lines in which a total misses the whole block that its label names, and is meant all the same: it comes out
 * in as many other lines and misses by a slip, by one of its parts or by little. A single line of figures has no
 * other to prove it: there a slip does, and what misses by little is worth a word.
 */
function missesOfNamed(
  view: AxisView,
  { source, target, parts }: TotalHint,
  holding: readonly number[],
  missing: readonly Miss[],
): Named {
  const amounts = missing.filter(({ line }) => isAmount(view, line));
  const telling = holding.filter((line) => isTelling(view, parts, line)).length;
  const slips = amounts.filter((miss) => isSlip(view, target, parts, miss));
  const isOften = amounts.length > Math.max(1, telling) && (telling === 0 || slips.length < amounts.length);
  // One part in another unit is out of all proportion, whatever names the total.
  const inUnits = amounts.filter((miss) => isSlip(view, target, parts, miss, true));
  if (source !== 'label' && inUnits.length > 0 && inUnits.length === amounts.length)
    return { trusted: linesOf(inUnits), worded: new Set() };
  if (source !== 'label' || parts.length < 2 || isOften || amounts.some(({ line }) => isCounting(view, parts, line)))
    return NOT_NAMED;
  // Several misses that no slip explains are those of a list that is not whole.
  const [other, ...others] = amounts.filter((miss) => !slips.includes(miss));
  if (!other || others.length > 0) return { trusted: linesOf(slips), worded: new Set() };
  const isNear = isNearTotal(view, target, parts, other);
  if (telling > 0 && (isNear || isOnePart(view, parts, other))) return { trusted: linesOf(amounts), worded: new Set() };
  return isNear
    ? { trusted: linesOf(amounts), worded: linesOf([other]) }
    : { trusted: linesOf(slips), worded: new Set() };
}

function linesOf(misses: readonly Miss[]): ReadonlySet<number> {
  return new Set(misses.map(({ line }) => line));
}

/** No rates, no balances of one day after another, and no changes, which repeat what is wrong in what they are taken from. */
function isAmount({ lineWeight, crossKind }: AxisView, line: number): boolean {
  return lineWeight[line] === 1 && !NO_AMOUNTS.includes(crossKind?.[line] ?? 'amount');
}

/** Two parts at least that are not nothing: that the total holds there says something. */
function isTelling(view: AxisView, parts: readonly number[], line: number): boolean {
  return view.lineWeight[line] === 1 && parts.filter((part) => (figure(view, part, line) || 0) !== 0).length >= 2;
}

function figure({ value, step, crossStep }: AxisView, i: number, line: number): number {
  return value[i * step + line * crossStep] ?? NaN;
}

/** What is no more than its largest part is an average, or the last of a series. */
function isNearTotal(view: AxisView, target: number, parts: readonly number[], { line, relative }: Miss): boolean {
  const whole = figure(view, target, line);
  return relative < TRUSTED.near && parts.every((part) => !(Math.abs(figure(view, part, line)) >= Math.abs(whole)));
}

/** One part was left out, or counted twice. */
function isOnePart(view: AxisView, parts: readonly number[], { line, deviation, tolerance }: Miss): boolean {
  return parts.some((part) => {
    const size = Math.abs(figure(view, part, line));
    return size > BROKEN.tolerances * tolerance && Math.abs(size - deviation) <= tolerance + NOISE;
  });
}

/** One typing slip in the total or in a part explains the miss, however large it is. */
function isSlip(
  { value, step, crossStep }: AxisView,
  target: number,
  parts: readonly number[],
  { line }: Miss,
  onlyUnits = false,
): boolean {
  const at = (i: number) => value[i * step + line * crossStep] ?? NaN;
  const sum = parts.reduce((total, part) => total + (at(part) || 0), 0);
  // In a long list some part would explain any miss.
  const among = parts.length > TRUSTED.slipAmong ? [] : parts;
  const repairs = [[at(target), sum], ...among.map((part) => [at(part), at(part) + at(target) - sum])];
  // A scale or a sign repairs too much: a part that belongs to no total is ten thousand times nothing.
  return repairs.some(([was = NaN, shouldBe = NaN]) => {
    const slip = slipBetween(was, shouldBe, 0);
    if (!slip || slip.kind === 'sign' || (onlyUnits && Math.abs(Math.log10(slip.factor)) < 3)) return false;
    return (
      slip.kind !== 'scale' ||
      (significantDigits(shouldBe) >= TRUSTED.scaleDigits &&
        Math.abs(shouldBe) >= TRUSTED.scaleShare * Math.min(Math.abs(sum), Math.abs(at(target))))
    );
  });
}

/**
 * Whether every miss of several is undone in one and the same row by one and the same slip: whoever typed that row
 * in another unit did so in all its columns.
 */
function isOneRowSlip(view: AxisView, { target, parts }: Candidate, missing: readonly number[]): boolean {
  if (missing.length < 2) return false;
  const off = missing.map((line) => offBy(view, { target, parts }, line));
  return [target, ...parts].some((row) => {
    const kinds = missing.map((line, k) => {
      const was = figure(view, row, line);
      const shouldBe = was + (row === target ? -1 : 1) * (off[k] ?? NaN);
      const slip = slipBetween(was, shouldBe, TRUSTED.scaleSlack * Math.abs(shouldBe));
      return slip?.kind === 'scale' ? slip.factor : NaN;
    });
    return Number.isFinite(kinds[0]) && kinds.every((factor) => factor === kinds[0]);
  });
}

/** Lines in which most of the named totals come out: amounts, not rates. */
function additiveLines(view: AxisView, family: readonly Standing[]): Set<number> {
  const holds = new Uint32Array(view.crossing);
  const misses = new Uint32Array(view.crossing);
  for (const { holding, missing } of family) {
    const held = new Set(holding);
    for (const line of held) holds[line] = (holds[line] ?? 0) + 1;
    for (const line of new Set(missing)) if (!held.has(line)) misses[line] = (misses[line] ?? 0) + 1;
  }
  // Rates do not add up; that some happen to is no evidence.
  return new Set(
    view.lines.filter(
      (line) =>
        (view.lineWeight[line] ?? 1) >= 1 && (holds[line] ?? 0) > 0 && (holds[line] ?? 0) >= (misses[line] ?? 0),
    ),
  );
}
