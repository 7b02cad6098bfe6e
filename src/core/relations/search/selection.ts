import { Word } from '../read/vocabulary';
import type { AxisView } from './axis-view';
import type { Candidate, Family } from './candidate';
import { Equations } from './dependence';
import { type SumEvidence, weighSum } from './sum-evidence';

/** A candidate with what speaks for it. */
export interface Judged {
  readonly candidate: Candidate;
  readonly evidence: SumEvidence;
  readonly labelBits: number;
  readonly score: number;
  /** A labelled total may miss its parts by a little in some lines: misprints are common in print. */
  readonly nearCounts: boolean;
}

const ENOUGH = 12;
/** Found by looking everywhere rather than beside the target. */
const ENOUGH_FAR = 24;
/** What a second, disjoint decomposition of one target must weigh. */
const ENOUGH_SECOND = 120;
const ENOUGH_SECOND_LAST = 60;
/** Stands above every score. */
const OUTRIGHT = 999;
const MOST_MORE = 200;
const LEAST_HOLDING = 0.3;
/** Beyond this many lines the algebra is not worth its time. */
const MOST_EQUATIONS = 1500;

const FAR: ReadonlySet<Family> = new Set<Family>(['pair', 'stride', 'block', 'farGap']);
const BESIDE: ReadonlySet<Family> = new Set<Family>(['run', 'skip', 'totals', 'hint']);

/** Chooses among competing candidates, the strongest first, and remembers what it accepted. */
export class Selection {
  readonly accepted: Judged[] = [];
  private readonly weighed = new Map<Candidate, SumEvidence | undefined>();
  private readonly byTarget = new Map<number, Judged[]>();
  private readonly bySource = new Map<number, Judged[]>();
  private readonly taken = new Set<Candidate>();
  private readonly equations: Equations | undefined;
  /** The first line with the same figures; −1 for a line of zeros. */
  private readonly trivial: Int32Array;
  private second = ENOUGH_SECOND;
  /** Bits that a single agreement must pay: in a long list something always adds up. */
  private readonly chance: number;

  constructor(private readonly view: AxisView) {
    this.chance = Math.max(0, 2 * Math.log2(view.size / 64));
    if (view.size <= MOST_EQUATIONS) {
      this.equations = new Equations(view.size);
      this.trivial = addTrivialEquations(view, this.equations);
    } else this.trivial = new Int32Array(0);
  }

  sumsOf(target: number): readonly Judged[] {
    return (this.byTarget.get(target) ?? []).filter((j) => j.candidate.op === 'sum');
  }

  /** Accepts what it can of the candidates; how many it did. */
  accept(candidates: Iterable<Candidate>): number {
    const judged: Judged[] = [];
    for (const candidate of candidates) {
      if (this.taken.has(candidate)) continue;
      const verdict = this.judge(candidate);
      if (verdict) judged.push(verdict);
    }
    const order = new Map(judged.map((j) => [j, rank(j)]));
    judged.sort((a, b) => (order.get(b) ?? 0) - (order.get(a) ?? 0));
    let count = 0;
    const byTarget = new Map<number, Judged[]>();
    for (const j of judged) append(byTarget, j.candidate.target, j);
    for (const first of judged) {
      const j = this.wholeSection(fullest(first, byTarget.get(first.candidate.target) ?? []));
      if (this.taken.has(j.candidate) || this.conflicts(j)) continue;
      this.keep(j);
      count++;
    }
    return count;
  }

  /** A sum that fails in some lines gives way to one found later that has the same target and never fails. */
  preferUnfailing(candidates: Iterable<Candidate>): void {
    const failing = new Map<number, Judged[]>();
    for (const judged of this.accepted) {
      const { candidate, evidence } = judged;
      if (candidate.op === 'sum' && evidence.fail + evidence.near + evidence.soft > 0) append(failing, candidate.target, judged);
    }
    for (const candidate of candidates) {
      if (candidate.op !== 'sum' || this.taken.has(candidate)) continue;
      const [worse, ...others] = failing.get(candidate.target) ?? [];
      if (!worse || others.length > 0 || this.sumsOf(candidate.target).length > 1) continue;
      const better = this.judge(candidate);
      if (!better || better.evidence.fail + better.evidence.near + better.evidence.soft > 0) continue;
      const { hold, trivial } = better.evidence;
      if (hold < 2 || hold + trivial <= worse.evidence.hold + worse.evidence.trivial) continue;
      this.replace(worse, better);
      failing.delete(candidate.target);
    }
  }

  acceptSeconds(candidates: Iterable<Candidate>): void {
    this.second = ENOUGH_SECOND_LAST;
    this.accept(candidates);
    this.second = ENOUGH_SECOND;
  }

  /** Takes a candidate without weighing it against a threshold, unless something better stands in its way. */
  acceptOutright(candidate: Candidate, labelBits: number): boolean {
    const evidence = weighSum(this.view, candidate.op, candidate.target, candidate.parts);
    if (!evidence) return false;
    const judged: Judged = { candidate, evidence, labelBits, score: OUTRIGHT, nearCounts: false };
    if (this.conflicts(judged)) return false;
    this.keep({ ...judged, score: labelBits + evidence.bits });
    return true;
  }

  /**
   * Sums beside their target that hold in too few lines to be believed, although little speaks against
   * them. A single slip that repairs the rest can still prove them.
   */
  tentative(candidates: Iterable<Candidate>): Judged[] {
    const found: Judged[] = [];
    for (const candidate of candidates) {
      const { op, family, target } = candidate;
      if (op !== 'sum' || !BESIDE.has(family) || family === 'totals' || this.sumsOf(target).length > 0) continue;
      const evidence = this.weighed.get(candidate);
      if (!evidence || evidence.hold < 1 || evidence.fail + evidence.near < 1 || evidence.fail + evidence.near > 2) continue;
      const labelBits = bitsOfLabels(this.view, candidate, evidence);
      const score = evidence.bits + labelBits + candidate.bonus - candidate.cost;
      if (score < ENOUGH + this.chance || (labelBits < 8 && (evidence.bits < 16 || candidate.parts.length < 3))) continue;
      const judged: Judged = { candidate, evidence, labelBits, score, nearCounts: false };
      if (!this.conflicts(judged)) found.push(judged);
    }
    return found.sort((a, b) => rank(b) - rank(a));
  }

  /** Keeps a tentative sum that was proved, unless one kept before it stands in its way. */
  keepProved(judged: Judged): boolean {
    if (this.conflicts(judged)) return false;
    this.keep(judged);
    return true;
  }

  /** Writes an accepted sum in another form. */
  replace(before: Judged, after: Judged): void {
    const at = this.accepted.indexOf(before);
    if (at >= 0) this.accepted[at] = after;
  }

  private keep(judged: Judged): void {
    const { op, target, parts } = judged.candidate;
    this.accepted.push(judged);
    this.taken.add(judged.candidate);
    append(this.byTarget, target, judged);
    for (const part of parts) append(this.bySource, part, judged);
    if (op === 'sum') this.equations?.addSum(target, parts);
  }

  private judge(candidate: Candidate): Judged | undefined {
    if (!this.weighed.has(candidate)) {
      this.weighed.set(candidate, weighSum(this.view, candidate.op, candidate.target, candidate.parts));
    }
    const evidence = this.weighed.get(candidate);
    if (!evidence) return undefined;
    const labelBits = bitsOfLabels(this.view, candidate, evidence);
    const total = ((this.view.words[candidate.target] ?? 0) & Word.total) !== 0;
    const nearCounts = candidate.op === 'sum' && total && BESIDE.has(candidate.family);
    const { hold, fail, near, bits, nearBits, against } = evidence;
    const share = (hold + (nearCounts ? 0.7 * near : 0)) / (hold + fail + near || 1);
    const forgiven = nearCounts ? against * (near / (fail + near || 1)) : 0;
    const far = FAR.has(candidate.family);
    const score =
      bits + (nearCounts ? nearBits : 0) + labelBits + candidate.bonus -
      (against - forgiven) - candidate.cost * (far ? 2 : 1) - (far ? evidence.roundBits : 0);
    const enough = (hold >= 1 || (nearCounts && near >= 2)) && share >= LEAST_HOLDING && score >= (far ? ENOUGH_FAR : ENOUGH) + (hold < 3 ? this.chance : 0);
    if (!enough) return undefined;
    if (hold + near === 1 && !isCredibleOnce(candidate, evidence, labelBits, this.chance)) return undefined;
    return { candidate, evidence, labelBits, score, nearCounts };
  }

  private conflicts(judged: Judged): boolean {
    const { op, target, parts, family, bonus } = judged.candidate;
    if (op === 'sum' && FAR.has(family) && bonus === 0 && this.equations?.implies(target, parts)) return true;
    const inParts = new Set(parts);
    for (const other of this.byTarget.get(target) ?? []) {
      if (other.candidate.op !== op) continue;
      for (const part of other.candidate.parts) if (inParts.has(part)) return true;
      // Named by its label or place: it may well be what a balance is struck from, too.
      if (judged.score === OUTRIGHT && isDifference(this.view, other.candidate)) continue;
      if (judged.score < this.second || judged.evidence.hold < 3) return true;
      if (this.second < ENOUGH_SECOND && (judged.evidence.fail + judged.evidence.near > 0 || this.repeats(judged, other))) return true;
    }
    for (const other of this.bySource.get(target) ?? []) {
      if (other.candidate.op === op && inParts.has(other.candidate.target)) return true;
    }
    return op === 'sum' && this.overlapsBadly(judged, inParts);
  }

  /** A run goes to the end of its section when the further lines are blank or zero wherever it was proved. */
  private wholeSection(judged: Judged): Judged {
    const { candidate, evidence } = judged;
    const { target, parts, family, op } = candidate;
    if (op !== 'sum' || family !== 'run') return judged;
    const { size, sheetLine, words, indent } = this.view;
    const low = parts[0] ?? 0;
    const high = parts[parts.length - 1] ?? 0;
    const direction = target < low ? 1 : -1;
    const more: number[] = [];
    let i = target < low ? high + 1 : low - 1;
    for (; i >= 0 && i < size && more.length < MOST_MORE; i += direction) {
      const gap = Math.abs((sheetLine[i] ?? 0) - (sheetLine[i - direction] ?? 0)) > 1;
      const unnamed = (indent[i] ?? -1) < 0 && (indent[high] ?? -1) >= 0;
      if (gap || unnamed || (words[i] ?? 0) & Word.plainTotal || this.byTarget.has(i) || !this.addsNothing(judged, i)) break;
      more.push(i);
    }
    if (more.length === 0) return judged;
    const longer = Int32Array.from([...parts, ...more]).sort();
    const again = weighSum(this.view, op, target, longer);
    if (!again || again.hold < evidence.hold || again.against > evidence.against) return judged;
    return { ...judged, candidate: { ...candidate, parts: longer }, evidence: again };
  }

  private addsNothing({ candidate }: Judged, i: number): boolean {
    const { lines, value, step, crossStep } = this.view;
    let some = false;
    for (const line of lines) {
      const v = value[i * step + line * crossStep] ?? NaN;
      const whole = value[candidate.target * step + line * crossStep] ?? NaN;
      if (v !== v || whole !== whole) continue;
      if (v !== 0 || this.view.axis === 'rows') some = true;
      if (v !== 0 && whole !== v) return false;
    }
    return some;
  }

  /** Whether a second decomposition only spells out the first, level by level, or is that of a line with the same figures. */
  private repeats({ candidate }: Judged, first: Judged): boolean {
    if (!this.equations) return false;
    const local = new Equations(this.view.size);
    this.trivial.forEach((twin, i) => (twin === -1 ? local.addZero(i) : twin < i ? local.addEqual(i, twin) : undefined));
    const seen = new Set<Judged>();
    const add = (judged: Judged): void => {
      if (seen.has(judged)) return;
      seen.add(judged);
      local.addSum(judged.candidate.target, judged.candidate.parts);
      for (const part of judged.candidate.parts) for (const below of this.sumsOf(part)) add(below);
    };
    add(first);
    const twin = this.trivial[candidate.target] ?? -1;
    this.trivial.forEach((other, i) => {
      if (other === twin && i !== candidate.target) this.sumsOf(i).forEach(add);
    });
    return local.implies(candidate.target, candidate.parts);
  }

  /** The parts hold all the parts of another total (its total is the shorter form), or a total beside its own parts. */
  private overlapsBadly({ candidate }: Judged, inParts: ReadonlySet<number>): boolean {
    const shared = new Map<Judged, number>();
    for (const part of candidate.parts) {
      for (const other of this.bySource.get(part) ?? []) {
        if (other.candidate.op === 'sum') shared.set(other, (shared.get(other) ?? 0) + 1);
      }
    }
    for (const [other, count] of shared) {
      const { parts, target } = other.candidate;
      if (inParts.has(target)) return true;
      if (target !== candidate.target && parts.length < candidate.parts.length && count === parts.length) return true;
    }
    return false;
  }
}

/** A = D + B with D a balance or surplus: D is computed there, and A may still have parts of its own. */
export function isDifference({ words }: AxisView, { parts, target }: { readonly target: number; readonly parts: ArrayLike<number> }): boolean {
  const a = parts[0] ?? 0;
  const b = parts[1] ?? 0;
  const named = (i: number): boolean => ((words[i] ?? 0) & Word.difference) !== 0;
  return parts.length === 2 && named(a) !== named(b) && !named(target);
}

/** A longer run with the same target that fails in fewer lines: its further parts are blank or zero elsewhere. */
function fullest(judged: Judged, rivals: readonly Judged[]): Judged {
  let best = judged;
  if (judged.evidence.against === 0) return best;
  for (const rival of rivals) {
    const { candidate, evidence } = rival;
    if (candidate.op !== best.candidate.op || candidate.parts.length <= best.candidate.parts.length) continue;
    if (evidence.against >= best.evidence.against || evidence.hold < best.evidence.hold) continue;
    const parts = new Set(candidate.parts);
    if (best.candidate.parts.every((part) => parts.has(part))) best = rival;
  }
  return best;
}

function rank({ candidate, score, evidence }: Judged): number {
  const { hold, trivial, fail, near } = evidence;
  const agreeing = (hold + trivial) / (hold + trivial + fail + near || 1);
  const beside = candidate.family === 'run' || candidate.family === 'skip' || candidate.family === 'hint';
  return (score * agreeing ** 8) / (beside ? 1 : 1.3) / (1 + 0.05 * candidate.parts.length);
}

/** One line alone convinces only beside the target, when nothing contradicts it. */
function isCredibleOnce({ op, family, parts }: Candidate, { fail, bits }: SumEvidence, labelBits: number, chance: number): boolean {
  if (op !== 'sum' || !BESIDE.has(family) || fail > 0) return false;
  return (labelBits >= 8 && bits >= 6 + chance) || (family !== 'totals' && bits >= 12 + chance && parts.length >= 3);
}

function bitsOfLabels({ words, whole }: AxisView, { op, target, parts, family }: Candidate, { fail, hold }: SumEvidence): number {
  const own = words[target] ?? 0;
  if (op === 'average') {
    if (own & Word.average) return 20;
    return fail > 0 || hold < 4 ? -105 : -80;
  }
  if (whole[target]) return 8;
  let all = 0;
  let rates = 0;
  for (const part of parts) {
    all |= words[part] ?? 0;
    if ((words[part] ?? 0) & Word.ratio) rates++;
  }
  let bits = 0;
  if (own & Word.total) bits += 8;
  if (parts.length === 2 && all & Word.difference) bits += 4;
  if (own & Word.average || (own & Word.ratio && !(own & Word.total))) bits -= 8;
  if (rates > 0 && !(own & Word.ratio)) bits -= 10 * Math.min(1, 2 * rates / parts.length);
  if (parts.length > 2 && all & Word.plainTotal && family !== 'skip' && family !== 'totals') bits -= 6;
  return bits;
}

/** Lines that are all zero, and lines that repeat another: without them every sum has twins. */
function addTrivialEquations(view: AxisView, equations: Equations): Int32Array {
  const { size, lines, value, step, crossStep } = view;
  const found = new Int32Array(size);
  const first = new Map<string, number>();
  const firstFilled = new Map<string, number>();
  const some = lines.length > 500 ? lines.subarray(0, 500) : lines;
  for (let i = 0; i < size; i++) {
    let mark = '';
    let filled = '';
    let zero = true;
    for (const line of some) {
      const v = value[i * step + line * crossStep] ?? NaN;
      if (v === v && v !== 0) zero = false;
      mark += v === v ? `${v},` : ',';
      filled += v === v && v !== 0 ? `${v},` : ',';
    }
    if (zero) equations.addZero(i);
    const twin = first.get(mark);
    if (twin === undefined) first.set(mark, i);
    else equations.addEqual(i, twin);
    const alike = firstFilled.get(filled);
    if (alike === undefined) firstFilled.set(filled, i);
    found[i] = zero ? -1 : (alike ?? i);
  }
  return found;
}

function append<K, V>(map: Map<K, V[]>, key: K, item: V): void {
  const list = map.get(key);
  if (list) list.push(item);
  else map.set(key, [item]);
}
