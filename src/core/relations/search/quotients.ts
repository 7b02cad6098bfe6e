import { NOISE } from '../noise';
import { Word } from '../read/vocabulary';
import type { AxisView } from './axis-view';
import { type Quotient, type QuotientEvidence, type QuotientOp, weighQuotient } from './quotient-evidence';
import type { Selection } from './selection';
import { lowerBound } from './votes';

export interface JudgedQuotient {
  readonly quotient: Quotient;
  readonly evidence: QuotientEvidence;
  readonly labelBits: number;
  readonly score: number;
}

const SAMPLED = 8;
const SMALL = 64;
const WINDOW = 32;
const LONGEST = 400;
/** How many numerators may fit one target and denominator before it is no longer looked at. */
const MOST_FITS = 12;
/** Rates are printed as 0–1, 0–100, per mille, per 10,000, per 100,000. */
const SCALES: Record<QuotientOp, readonly number[]> = { division: [1, 100, 1000, 1e4, 1e5], relative_change: [1, 100] };
const ENOUGH: Record<QuotientOp, number> = { division: 30, relative_change: 25 };
/** Below this not even repetition helps. */
const LEAST = 8;
const SHAPE_BONUS = 8;
const MOST_SHAPE_BONUS = 16;
const OPS: readonly QuotientOp[] = ['division', 'relative_change'];

/** Shares, rates and growth rates, by their values. */
export function findQuotients(view: AxisView, sums: Selection): JudgedQuotient[] {
  if (view.size > LONGEST) return [];
  const judged: JudgedQuotient[] = [];
  for (const quotient of proposeQuotients(view)) {
    const found = judge(view, quotient);
    if (found) judged.push(found);
  }
  const believed = judged.map((j) => withShape(j, judged)).filter((j) => j.score >= ENOUGH[j.quotient.op]);
  believed.sort((a, b) => b.score - a.score);
  const accepted = new Map<number, JudgedQuotient>();
  for (const j of believed) {
    const { target, first, second } = j.quotient;
    if (accepted.has(target)) continue;
    if (sums.sumsOf(target).length > 0 && !((view.words[target] ?? 0) & Word.ratio)) continue;
    // c = a ÷ b is also a = b × c: the stronger was taken first.
    const circular = [first, second].some((i) => {
      const other = accepted.get(i)?.quotient;
      return other !== undefined && (other.first === target || other.second === target);
    });
    if (!circular) accepted.set(target, j);
  }
  return [...accepted.values()];
}

function judge(view: AxisView, quotient: Quotient): JudgedQuotient | undefined {
  const evidence = weighQuotient(view, quotient);
  const { hold, fail, bits } = evidence;
  if (hold < 3 || hold / (hold + fail) < 0.7) return undefined;
  const { op, target, first, second, scale } = quotient;
  const own = view.words[target] ?? 0;
  const labelBits = op === 'division'
    ? (own & (Word.ratio | Word.average) ? 8 : 0) - (own & Word.change ? 12 : 0)
    : own & Word.change ? 12 : own & Word.ratio ? 8 : 0;
  // Of a = b × rate the rate is what was computed.
  const inverted = !(own & Word.ratio) && ((view.words[first] ?? 0) | (view.words[second] ?? 0)) & Word.ratio ? 12 : 0;
  const distance = Math.log2(1 + Math.abs(target - first)) + Math.log2(1 + Math.abs(target - second));
  const score = bits + labelBits - inverted - 8 * fail - 2 * distance - (scale > 100 ? 6 : 0);
  return score >= LEAST ? { quotient, evidence, labelBits, score } : undefined;
}

/** The same layout at another target is evidence: every third row is the ratio of the two above. */
function withShape(judged: JudgedQuotient, all: readonly JudgedQuotient[]): JudgedQuotient {
  const { op, target, first, second, scale } = judged.quotient;
  let twins = 0;
  for (const { quotient: other } of all) {
    if (other.op === op && other.scale === scale && other.target !== target &&
      other.first - other.target === first - target && other.second - other.target === second - target) twins++;
  }
  return { ...judged, score: judged.score + Math.min(MOST_SHAPE_BONUS, SHAPE_BONUS * twins) };
}

/** In the most telling lines, for every target and denominator the numerators that fit by value. */
function proposeQuotients(view: AxisView): Quotient[] {
  const lines = view.informative.subarray(0, SAMPLED);
  const votes = new Map<number, number>();
  const need = Math.max(1, lines.length * 0.5);
  // What is met in none of the first lines cannot reach half of them all: later lines only confirm.
  const first = lines.length - Math.ceil(need) + 1;
  lines.forEach((line, k) => voteInLine(view, line, votes, k >= first));
  const proposed: Quotient[] = [];
  const { size } = view;
  for (const [key, count] of votes) {
    if (count < need) continue;
    const form = key % 8;
    let rest = Math.floor(key / 8);
    const other = rest % size;
    rest = Math.floor(rest / size);
    const fitting = rest % size;
    const target = Math.floor(rest / size);
    const op: QuotientOp = form < 5 ? 'division' : 'relative_change';
    const scale = SCALES[op][form < 5 ? form : form - 5] ?? 1;
    proposed.push(op === 'division'
      ? { op, target, first: fitting, second: other, scale }
      : { op, target, first: other, second: fitting, scale });
  }
  return proposed;
}

function voteInLine(view: AxisView, line: number, votes: Map<number, number>, confirming: boolean): void {
  const { value, half, size, step, crossStep } = view;
  const base = line * crossStep;
  const present: number[] = [];
  for (let i = 0; i < size; i++) {
    const v = value[i * step + base] ?? NaN;
    if (v === v && v !== 0) present.push(i);
  }
  const window = present.length > SMALL ? WINDOW : present.length;
  const order = present.slice().sort((p, q) => (value[p * step + base] ?? 0) - (value[q * step + base] ?? 0));
  const sorted = Float64Array.from(order, (i) => value[i * step + base] ?? 0);
  for (let x = 0; x < present.length; x++) {
    const target = present[x] ?? 0;
    const result = value[target * step + base] ?? 0;
    const own = Math.max(half[target * step + base] ?? 0, view.effectiveHalf[target] ?? 0);
    const isCalledRate = ((view.words[target] ?? 0) & Word.ratio) !== 0;
    for (let w = Math.max(0, x - window); w < Math.min(present.length, x + window); w++) {
      const other = present[w] ?? 0;
      if (other === target) continue;
      const divisor = value[other * step + base] ?? 0;
      const divisorHalf = half[other * step + base] ?? 0;
      let form = 0;
      for (const op of OPS) {
        for (const scale of SCALES[op]) {
          // Per mille and per 100,000 are said so; 0–1 and 0–100 often are not.
          if (scale > 100 && !isCalledRate) {
            form++;
            continue;
          }
          const factor = op === 'division' ? result / scale : 1 + result / scale;
          const wanted = factor * divisor;
          const reach = (own / scale) * Math.abs(divisor) + Math.abs(factor) * divisorHalf +
            Math.max(divisorHalf, NOISE * Math.abs(wanted));
          const low = lowerBound(sorted, wanted - reach);
          for (let k = low, n = 0; k < sorted.length && (sorted[k] ?? 0) <= wanted + reach && n < MOST_FITS; k++, n++) {
            const fitting = order[k] ?? 0;
            if (fitting === target || fitting === other) continue;
            const key = ((target * size + fitting) * size + other) * 8 + form;
            const count = votes.get(key);
            if (count !== undefined) votes.set(key, count + 1);
            else if (!confirming) votes.set(key, 1);
          }
          form++;
        }
      }
    }
  }
}
