import { EVIDENCE, FIGURES, QUOTIENTS } from '../weights';
import type { AxisView } from '../view/axis-view';
import { Agreements } from '../weigh/chance';
import type { PatternLines } from '../weigh/lines-of-sum';
import { NOISE } from '../noise';

export type QuotientOp = 'division' | 'relative_change';

/** division: from = numerator, to = denominator; relative_change: (to − from) ÷ from. Both times scale. */
export interface Quotient {
  readonly op: QuotientOp;
  readonly target: number;
  readonly first: number;
  readonly second: number;
  readonly scale: number;
}

export interface QuotientEvidence {
  hold: number;
  trivial: number;
  fail: number;
  bits: number;
  /** Crossing lines, inclusive, over which it is believed: the next table of the sheet ends it. */
  from: number;
  to: number;
}

/** Weighs a quotient over all lines, or over the stretch of lines that it fits far better. */
export function weighQuotient(view: AxisView, quotient: Quotient): QuotientEvidence {
  const all = nothing(0);
  let run = nothing(0);
  let best: QuotientEvidence | undefined;
  const seen = new Set<number>();
  const telling: number[] = [];
  for (const line of view.lines) {
    const bits = bitsAt(view, quotient, line, seen);
    if (bits === undefined) continue;
    if (bits > EVIDENCE.tellingBits) telling.push(line);
    add(all, bits, line);
    add(run, bits, line);
    if (gain(run) <= 0) run = nothing(line + 1);
    else if (!best || gain(run) > gain(best)) best = { ...run };
  }
  const { length } = view.lines;
  if (best && length >= QUOTIENTS.cuttable && gain(best) - QUOTIENTS.cut - Math.log2(length) > gain(all)) {
    return { ...best, bits: provable(view, quotient, best, telling) - QUOTIENTS.cut };
  }
  return { ...all, bits: provable(view, quotient, all, telling), from: 0, to: Infinity };
}

/** The bits that remain when quotients of other lines would have fitted as well. */
function provable(
  view: AxisView,
  quotient: Quotient,
  { bits, hold, from, to }: QuotientEvidence,
  telling: readonly number[],
): number {
  const agreed = new Agreements((lines, i, shift) => fitsStrangers(view, quotient, lines, i, shift));
  for (const line of telling) if (line >= from && line <= to) agreed.add(line);
  return Math.min(bits, hold * agreed.mostBits() || 0);
}

function nothing(from: number): QuotientEvidence {
  return { hold: 0, trivial: 0, fail: 0, bits: 0, from, to: from };
}

function gain({ bits, fail }: QuotientEvidence): number {
  return bits - EVIDENCE.quotientAgainst * fail;
}

function add(evidence: QuotientEvidence, bits: number, line: number): void {
  evidence.to = line;
  if (bits < 0) evidence.fail++;
  else {
    evidence.bits += bits;
    if (bits > EVIDENCE.tellingBits) evidence.hold++;
    else evidence.trivial++;
  }
}

/** Bits that one line lends; −1 when it contradicts, undefined when it cannot tell. */
function bitsAt(view: AxisView, quotient: Quotient, line: number, seen: Set<number>): number | undefined {
  const { value, step, crossStep } = view;
  const stand = quotientAt(view, quotient, line);
  if (!stand) return undefined;
  if (stand.deviation > stand.tolerance) return -1;
  const result = value[quotient.target * step + line * crossStep] ?? 0;
  const a = value[quotient.first * step + line * crossStep] ?? 0;
  const b = value[quotient.second * step + line * crossStep] ?? 0;
  if (result === 0 || a === 0 || (quotient.op === 'division' && Math.abs(a) === Math.abs(b))) return 0;
  const bits = Math.min(FIGURES.mostQuotientBits, Math.log2(Math.abs(result) / (stand.width + stand.deviation) + 1));
  if (seen.has(result)) return EVIDENCE.copy * bits;
  if (seen.size < FIGURES.remembered) seen.add(result);
  return bits;
}

/** The result of one line against numerator and denominator of two others. */
function fitsStrangers(
  view: AxisView,
  quotient: Quotient,
  lines: readonly number[],
  i: number,
  shift: number,
): boolean | undefined {
  const { value, step, crossStep } = view;
  const line = lines[i] ?? 0;
  const first = lines[(i + shift) % lines.length] ?? 0;
  const second = lines[(i + 2 * shift) % lines.length] ?? 0;
  const same = (index: number, other: number): boolean =>
    value[index * step + line * crossStep] === value[index * step + other * crossStep];
  if (same(quotient.first, first) && same(quotient.second, second)) return undefined;
  const stand = quotientAt(view, quotient, line, first, second);
  return stand && stand.deviation <= stand.tolerance;
}

/** How the quotient stands in one line; undefined when a number is missing or it divides by zero. */
function quotientAt(
  view: AxisView,
  { op, target, first, second, scale }: Quotient,
  line: number,
  lineOfFirst = line,
  lineOfSecond = line,
): { deviation: number; tolerance: number; width: number } | undefined {
  const { value, half, step, crossStep } = view;
  const at = target * step + line * crossStep;
  const atFirst = first * step + lineOfFirst * crossStep;
  const atSecond = second * step + lineOfSecond * crossStep;
  const result = value[at] ?? NaN;
  const a = value[atFirst] ?? NaN;
  const b = value[atSecond] ?? NaN;
  if (result !== result || a !== a || b !== b) return undefined;
  const halfA = half[atFirst] ?? 0;
  const halfB = half[atSecond] ?? 0;
  const divisor = op === 'division' ? b : a;
  if (divisor === 0) return undefined;
  const expected = op === 'division' ? a / b : (b - a) / a;
  const spread =
    op === 'division'
      ? (halfA + Math.abs(expected) * halfB) / Math.abs(b)
      : (halfB + Math.abs(b / a) * halfA) / Math.abs(a);
  const width = Math.max(half[at] ?? 0, view.effectiveHalf[target] ?? 0) + spread * scale;
  const deviation = Math.min(
    Math.abs(expected * scale - result),
    op === 'relative_change' && a < 0 ? Math.abs(expected * scale + result) : Infinity,
  );
  const tolerance = width + NOISE * Math.max(1, Math.abs(result));
  // From negative bases each bureau reckons growth in a way of its own, of their size or with their sign:
  // what fits neither says nothing.
  if (op === 'relative_change' && a < 0 && deviation > tolerance && !isOnlyNegative(view, first)) return undefined;
  return { deviation, tolerance, width };
}

/** A single negative figure among positive ones has its sign by mistake, perhaps. */
function isOnlyNegative({ value, lines, step, crossStep }: AxisView, index: number): boolean {
  let negative = 0;
  for (const line of lines) if ((value[index * step + line * crossStep] ?? 0) < 0 && ++negative > 1) return false;
  return true;
}

/** Whether it agrees in a line in which all three numbers stand. */
export function holdsAt(view: AxisView, quotient: Quotient, line: number): boolean {
  const stand = quotientAt(view, quotient, line);
  return stand !== undefined && stand.deviation <= stand.tolerance;
}

/** In how many lines it holds only because numerator and denominator are rounded: what was computed comes out to half a place of its own. */
export function linesApart(view: AxisView, quotient: Quotient, { from, to }: QuotientEvidence): number {
  let count = 0;
  for (const line of view.lines) {
    if (line < from || line > to) continue;
    const stand = quotientAt(view, quotient, line);
    if (!stand || stand.deviation > stand.tolerance) continue;
    const own = view.half[quotient.target * view.step + line * view.crossStep] ?? 0;
    if (stand.deviation > own + NOISE * Math.max(1, own)) count++;
  }
  return count;
}

/** The first factor of a product that stands behind both: 人数, 标准, 金额. */
export function isProduct({ op, target, first, second, scale }: Quotient): boolean {
  return op === 'division' && scale === 1 && target < second && second < first;
}

/** What was there and is left blank has fallen by all of it: a figure to read in a pattern, none that proves one. */
function isGone(
  { value, step, crossStep }: AxisView,
  { op, target, first, second, scale }: Quotient,
  line: number,
): boolean {
  const at = (index: number): number => value[index * step + line * crossStep] ?? NaN;
  return op === 'relative_change' && Number.isNaN(at(second)) && at(first) > 0 && at(target) === -scale;
}

export function linesOfQuotient(view: AxisView, quotient: Quotient, { from, to }: QuotientEvidence): PatternLines {
  const found: PatternLines = { holding: [], missing: [], empty: [] };
  const { value, step, crossStep } = view;
  for (const line of view.lines) {
    if (line < from || line > to) continue;
    const stand = quotientAt(view, quotient, line);
    if (!stand) {
      if (isGone(view, quotient, line)) found.holding.push(line);
      continue;
    }
    if (stand.deviation <= stand.tolerance) found.holding.push(line);
    else {
      const size = Math.max(1e-300, Math.abs(value[quotient.target * step + line * crossStep] ?? 0));
      // The price in a total is an average, and rounded: persons or pieces that are divided back miss by a little.
      const isOfPieces = isProduct(quotient) && (view.effectiveHalf[quotient.target] ?? 0) >= 0.5;
      if (isOfPieces && stand.deviation < QUOTIENTS.averaged * size) continue;
      found.missing.push({
        line,
        deviation: stand.deviation,
        tolerance: stand.tolerance,
        loose: stand.tolerance,
        relative: stand.deviation / size,
      });
    }
  }
  return found;
}
