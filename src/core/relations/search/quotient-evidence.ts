import type { AxisView } from './axis-view';
import type { PatternLines } from './sum-evidence';
import { NOISE } from './sum-evidence';

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
}

const MOST_BITS = 16;

export function weighQuotient(view: AxisView, quotient: Quotient): QuotientEvidence {
  const evidence: QuotientEvidence = { hold: 0, trivial: 0, fail: 0, bits: 0 };
  const seen = new Set<number>();
  const { value, step, crossStep } = view;
  for (const line of view.lines) {
    const stand = quotientAt(view, quotient, line);
    if (!stand) continue;
    if (stand.deviation > stand.tolerance) {
      evidence.fail++;
      continue;
    }
    const result = value[quotient.target * step + line * crossStep] ?? 0;
    const a = value[quotient.first * step + line * crossStep] ?? 0;
    const b = value[quotient.second * step + line * crossStep] ?? 0;
    const saysNothing = result === 0 || a === 0 || (quotient.op === 'division' && Math.abs(a) === Math.abs(b));
    let bits = saysNothing ? 0 : Math.min(MOST_BITS, Math.log2(Math.abs(result) / (stand.width + stand.deviation) + 1));
    if (seen.has(result)) bits *= 0.2;
    else if (seen.size < 4096) seen.add(result);
    evidence.bits += bits;
    if (bits > 0.5) evidence.hold++;
    else evidence.trivial++;
  }
  return evidence;
}

/** How the quotient stands in one line; undefined when a number is missing or it divides by zero. */
function quotientAt(view: AxisView, { op, target, first, second, scale }: Quotient, line: number):
  { deviation: number; tolerance: number; width: number } | undefined {
  const { value, half, step, crossStep } = view;
  const base = line * crossStep;
  const result = value[target * step + base] ?? NaN;
  const a = value[first * step + base] ?? NaN;
  const b = value[second * step + base] ?? NaN;
  if (result !== result || a !== a || b !== b) return undefined;
  const halfA = half[first * step + base] ?? 0;
  const halfB = half[second * step + base] ?? 0;
  const divisor = op === 'division' ? b : a;
  if (divisor === 0) return undefined;
  const expected = op === 'division' ? a / b : (b - a) / a;
  const spread = op === 'division'
    ? (halfA + Math.abs(expected) * halfB) / Math.abs(b)
    : (halfB + Math.abs(b / a) * halfA) / Math.abs(a);
  const width = Math.max(half[target * step + base] ?? 0, view.effectiveHalf[target] ?? 0) + spread * scale;
  return {
    deviation: Math.abs(expected * scale - result),
    tolerance: width + NOISE * Math.max(1, Math.abs(result)),
    width,
  };
}

export function linesOfQuotient(view: AxisView, quotient: Quotient): PatternLines {
  const found: PatternLines = { holding: [], missing: [], empty: [] };
  const { value, step, crossStep } = view;
  for (const line of view.lines) {
    const stand = quotientAt(view, quotient, line);
    if (!stand) continue;
    if (stand.deviation <= stand.tolerance) found.holding.push(line);
    else {
      const size = Math.max(1e-300, Math.abs(value[quotient.target * step + line * crossStep] ?? 0));
      found.missing.push({ line, deviation: stand.deviation, tolerance: stand.tolerance, relative: stand.deviation / size });
    }
  }
  return found;
}
