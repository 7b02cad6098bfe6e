import { EVIDENCE, FIGURES, SIZES, TELLING } from '../weights';
import { noiseOf } from '../noise';
import type { AxisView } from '../view/axis-view';
import { Agreements } from './chance';
import { isUnread } from './lines-of-sum';

/** How often a sum or average agrees over the crossing lines, and how telling that is. */
export interface SumEvidence {
  /** Lines in which it holds and says something. */
  hold: number;
  /** Lines in which it holds trivially: all zero, or a single part. */
  trivial: number;
  /** Among those, where another part than usual stands alone: the target is no copy of one part. */
  mixed: number;
  fail: number;
  /** Lines that miss by less than 1 %. */
  near: number;
  /** Lines that miss by no more than the places the figures really use would excuse. */
  soft: number;
  bits: number;
  nearBits: number;
  /** Bits that are not there when the figures are taken for as round as they are. */
  roundBits: number;
  /** Bits against it: failures, each weighed by how much its line is one for sums. */
  against: number;
}

/** Of what nothing was weighed yet. */
export function noEvidence(): SumEvidence {
  return { hold: 0, trivial: 0, mixed: 0, fail: 0, near: 0, soft: 0, bits: 0, nearBits: 0, roundBits: 0, against: 0 };
}

/** Weighs target = sum (or average) of parts; undefined when a probe of a long sheet refutes it. */
export function weighSum(
  view: AxisView,
  op: 'sum' | 'average',
  target: number,
  parts: Int32Array,
  lineWeight: Float64Array = view.lineWeight,
): SumEvidence | undefined {
  const { lines } = view;
  const scale = new LineScale(view, op, target, parts);
  if (lines.length > SIZES.names) {
    const stride = Math.floor(lines.length / TELLING.probe);
    let good = 0;
    let bad = 0;
    for (let k = 0; k < lines.length; k += stride) {
      const stand = scale.standAt(lines[k] ?? 0);
      if (stand === 'fail') bad++;
      else if (stand !== 'absent') good++;
    }
    if (good < TELLING.probeHolding * (good + bad)) return undefined;
    scale.forget();
  }
  const all = noEvidence();
  for (const line of lines) {
    const stand = scale.standAt(line);
    if (stand !== 'absent') count(all, stand, scale, lineWeight[line] ?? 1);
  }
  all.mixed = scale.mixedSingles();
  all.bits = Math.min(all.bits, all.hold * scale.mostBits() || 0) + EVIDENCE.mixedSingle * all.mixed;
  return all;
}

type Stand = 'absent' | 'hold' | 'trivial' | 'single' | 'soft' | 'near' | 'fail';

function count(evidence: SumEvidence, stand: Stand, scale: LineScale, weight: number): void {
  evidence.bits += scale.bits;
  evidence.roundBits += scale.roundBits;
  if (stand === 'hold') evidence.hold++;
  else if (stand === 'trivial' || stand === 'single') evidence.trivial++;
  else if (stand === 'soft') evidence.soft++;
  else if (stand === 'near') {
    evidence.near++;
    evidence.nearBits += scale.nearBits;
    evidence.against += EVIDENCE.against * weight;
  } else {
    evidence.fail++;
    evidence.against += EVIDENCE.against * weight;
  }
}

/** Weighs one candidate line by line; `bits` and `nearBits` are those of the line weighed last. */
class LineScale {
  bits = 0;
  roundBits = 0;
  nearBits = 0;
  /** Most candidates hold nowhere: what counts agreements is made with the first. */
  private agreed: Agreements | undefined;
  private seen: Set<number> | undefined;
  private singles: Map<number, number> | undefined;

  constructor(
    private readonly view: AxisView,
    private readonly op: 'sum' | 'average',
    private readonly target: number,
    private readonly parts: Int32Array,
  ) {}

  forget(): void {
    this.seen = this.singles = this.agreed = undefined;
  }

  /** What each line that holds can prove at most. */
  mostBits(): number {
    return this.agreed?.mostBits() ?? Infinity;
  }

  /** Lines with one non-zero part, beyond those of the part that stands alone most often. */
  mixedSingles(): number {
    let all = 0;
    let most = 0;
    for (const count of this.singles?.values() ?? []) {
      all += count;
      most = Math.max(most, count);
    }
    return all - most;
  }

  standAt(line: number): Stand {
    const { value, half, unit, step, crossStep } = this.view;
    const base = line * crossStep;
    const at = this.target * step + base;
    const result = value[at] ?? NaN;
    this.bits = 0;
    this.roundBits = 0;
    if (result !== result || (this.view.unread.size > 0 && isUnread(this.view, this.parts, line))) return 'absent';
    let sum = 0;
    let filled = 0;
    let nonZero = 0;
    let slack = 0;
    let looseSlack = unit[at] ?? 0;
    let largest = Math.abs(result);
    let finest = 1e9;
    let first = 0;
    let last = 0;
    let alone = -1;
    let copied = -1;
    let least = Infinity;
    let most = -Infinity;
    let greatest = 0;
    let second = 0;
    for (const part of this.parts) {
      const p = part * step + base;
      const v = value[p] ?? NaN;
      if (v !== v) continue;
      sum += v;
      filled++;
      if (v < least) least = v;
      if (v > most) most = v;
      slack += half[p] ?? 0;
      const u = unit[p] ?? 0;
      looseSlack += u;
      if (u < finest) finest = u;
      if (v !== 0) {
        nonZero++;
        if (v === result) copied = part;
        const size = Math.abs(v);
        if (size > largest) largest = size;
        if (size > greatest) {
          second = greatest;
          greatest = size;
          alone = part;
        } else if (size > second) second = size;
      }
      if (filled === 1) first = v;
      last = v;
    }
    if (filled === 0) return 'absent';
    const own = half[at] ?? 0;
    const average = this.op === 'average';
    const expected = average ? sum / filled : sum;
    const tolerance = own + (average ? slack / filled : slack);
    const deviation = Math.abs(expected - result);
    if (deviation > tolerance + noiseOf(expected)) {
      // Its own fault explains the miss: it speaks neither for the sum nor against it.
      if (this.view.strays.size > 0 && !average && this.isPassedOver(base, result, tolerance)) return 'trivial';
      const relative = deviation / largest;
      if (average || relative >= EVIDENCE.near || filled < 2) return 'fail';
      this.nearBits = Math.min(EVIDENCE.nearMost, Math.log2(1 / relative) - EVIDENCE.nearLess);
      return deviation <= looseSlack / 2 ? 'soft' : 'near';
    }
    // What is lost in the rounding is no part that the line could prove.
    if (nonZero > 1 && second < own && !average) return 'trivial';
    // One part is the target and the others come to nothing: figures and their reversals.
    if (copied >= 0 && nonZero > 1 && !average) {
      this.bits = this.bitsOfSingle(result);
      return 'single';
    }
    if ((result === 0 && nonZero === 0) || (nonZero < 2 && !average)) {
      // A single part is the whole: rounding has nothing to add up there.
      if (nonZero === 1 && deviation > noiseOf(expected)) return 'soft';
      if (nonZero === 1) this.countSingle(alone);
      if (nonZero !== 1 || filled < 2) return 'trivial';
      this.bits = this.bitsOfSingle(result);
      return 'single';
    }
    // Of equal figures every selection has the same average.
    if (average && filled > 1 && least === most) return 'trivial';
    if (average && nonZero < 2) {
      this.bits = 1;
      return 'hold';
    }
    const place = Math.max(2 * own, average ? (unit[at] ?? 0) : Math.min(finest, unit[at] ?? 0));
    const bits = Math.min(FIGURES.mostBits, Math.log2(largest / (place + 2 * deviation) + 1));
    (this.agreed ??= new Agreements((lines, i, shift) => this.fitsStrangers(lines, i, shift))).add(line);
    const news = this.newsOf(result, sum, first, last);
    this.bits = bits * news;
    this.roundBits = this.isProportional(result, first, last, place)
      ? this.bits * (1 - EVIDENCE.scaledCopy)
      : news * Math.max(0, bits - Math.log2(largest / (this.grain(base, place) + 2 * deviation) + 1));
    return 'hold';
  }

  /** The parts that are text are what the result lacks. */
  private isPassedOver(base: number, result: number, tolerance: number): boolean {
    const { value, step, strays } = this.view;
    let sum = 0;
    let texts = 0;
    for (const part of this.parts) {
      const p = part * step + base;
      if (strays.has(p)) texts++;
      else sum += value[p] || 0;
    }
    return texts > 0 && texts < this.parts.length && Math.abs(sum - result) <= tolerance + noiseOf(sum);
  }

  /** The result of one line against the parts of others, each from another. */
  private fitsStrangers(lines: readonly number[], i: number, shift: number): boolean | undefined {
    const { value, half, step, crossStep } = this.view;
    const base = (lines[i] ?? 0) * crossStep;
    let sum = 0;
    let slack = 0;
    let count = 0;
    let same = true;
    for (let k = 0; k < this.parts.length; k++) {
      const row = (this.parts[k] ?? 0) * step;
      const p = row + (lines[(i + (k + 1) * shift) % lines.length] ?? 0) * crossStep;
      const v = value[p] ?? NaN;
      if (v !== (value[row + base] ?? NaN)) same = false;
      if (v !== v) continue;
      sum += v;
      slack += half[p] ?? 0;
      count++;
    }
    if (same || count === 0) return undefined;
    const at = this.target * step + base;
    const divisor = this.op === 'average' ? count : 1;
    return Math.abs(sum / divisor - (value[at] ?? 0)) <= (half[at] ?? 0) + slack / divisor + noiseOf(sum);
  }

  /** Figures that are all multiples of 5,000 prove no more than their counts of 5,000 would. */
  private grain(base: number, place: number): number {
    const { value, step } = this.view;
    if (this.op === 'average' || place < 1) return place;
    let divisor = Math.abs(value[this.target * step + base] ?? 0);
    for (const part of this.parts) {
      let rest = Math.abs(value[part * step + base] ?? NaN);
      if (rest !== rest) continue;
      while (rest > 0) [divisor, rest] = [rest, divisor % rest];
      if (divisor <= FIGURES.round * place) return place;
    }
    return divisor;
  }

  /** The same figures again (a copied column) are hardly new evidence, and no more is a column in the same proportions. */
  private newsOf(result: number, sum: number, first: number, last: number): number {
    const figures = this.isNew(result + sum * 3.7 + first * 7.3 + last * 13.9);
    const shares = this.isNew(
      Math.round((EVIDENCE.shares * first) / result) + 0.37 * Math.round((EVIDENCE.shares * last) / result) + 0.001234,
    );
    return !figures ? EVIDENCE.copy : shares ? 1 : EVIDENCE.scaledCopy;
  }

  /** Whether an earlier line has the same proportions, as far as the places printed tell: a table of one column, at several rates. */
  private isProportional(result: number, first: number, last: number, place: number): boolean {
    const smallest = Math.min(Math.abs(result), Math.abs(first) || Infinity, Math.abs(last) || Infinity);
    const grain = smallest / (EVIDENCE.sharePlaces * place);
    if (grain < EVIDENCE.fewestShares) return false;
    const [a, b] = [Math.round((grain * first) / result), Math.round((grain * last) / result)];
    // What lies at the edge of two may have been rounded to either.
    const isKnown = NEARBY.some(([x, y]) => this.seen?.has(proportion(a + x, b + y)));
    this.isNew(proportion(a, b));
    return isKnown;
  }

  private bitsOfSingle(result: number): number {
    return this.isNew(result * 1.618 + 0.123) ? EVIDENCE.single : EVIDENCE.singleCopy;
  }

  private countSingle(part: number): void {
    const singles = (this.singles ??= new Map<number, number>());
    singles.set(part, (singles.get(part) ?? 0) + 1);
  }

  private isNew(mark: number): boolean {
    const seen = (this.seen ??= new Set<number>());
    if (seen.size > FIGURES.remembered) return true;
    if (seen.has(mark)) return false;
    seen.add(mark);
    return true;
  }
}

const NEARBY = [-1, 0, 1].flatMap((x) => [-1, 0, 1].map((y) => [x, y] as const));

function proportion(a: number, b: number): number {
  return a + 0.37 * b + 0.004321;
}
