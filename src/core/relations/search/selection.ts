import { Word } from '../read/vocabulary';
import type { AxisView } from './axis-view';
import type { Candidate } from './candidate';
import { Equations } from './dependence';
import { BESIDE, bitsOfLabels, FAR, isCredibleOnce, isDifference, rank } from './scoring';
import { wholeSection } from './sections';
import { type SumEvidence, weighSum } from './sum-evidence';
import { addTrivialEquations } from './twins';

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
/** What a second, disjoint decomposition of one target must weigh; and at last, when it never fails and only then. */
const ENOUGH_SECOND = 120;
const ENOUGH_SECOND_LAST = 60;
/** Stands above every score. */
const OUTRIGHT = 999;
const LEAST_HOLDING = 0.3;
/** Beyond this many lines the algebra is not worth its time. */
const MOST_EQUATIONS = 1500;

/** Chooses among competing candidates, the strongest first, and remembers what it accepted. */
export class Selection {
  readonly accepted: Judged[] = [];
  private readonly weighed = new Map<Candidate, SumEvidence | undefined>();
  private readonly byTarget = new Map<number, Judged[]>();
  private readonly bySource = new Map<number, Judged[]>();
  private readonly taken = new Set<Candidate>();
  /** With what spoke for it then. */
  private readonly refused = new Map<Candidate, number>();
  private readonly equations: Equations | undefined;
  /** See {@link addTrivialEquations}. */
  private readonly twins: Int32Array;
  /** What a second decomposition must weigh now. */
  private second = ENOUGH_SECOND;
  /** Bits that a single agreement must pay: in a long list something always adds up. */
  private readonly chance: number;

  constructor(private readonly view: AxisView) {
    this.chance = Math.max(0, 2 * Math.log2(view.size / 64));
    if (view.size <= MOST_EQUATIONS) {
      this.equations = new Equations(view.size);
      this.twins = addTrivialEquations(view, this.equations);
    } else this.twins = new Int32Array(0);
  }

  sumsOf(target: number): readonly Judged[] {
    return (this.byTarget.get(target) ?? []).filter((j) => j.candidate.op === 'sum');
  }

  /** Accepts what it can of the candidates; how many it did. */
  accept(candidates: Iterable<Candidate>): number {
    const judged: Judged[] = [];
    for (const candidate of candidates) {
      // What was refused once is refused again, unless other patterns speak for it by now.
      if (this.refused.get(candidate) === candidate.bonus - candidate.cost || this.taken.has(candidate)) continue;
      const verdict = this.judge(candidate);
      if (verdict) judged.push(verdict);
      else this.refused.set(candidate, candidate.bonus - candidate.cost);
    }
    const order = new Map(judged.map((j) => [j, rank(j)]));
    judged.sort((a, b) => (order.get(b) ?? 0) - (order.get(a) ?? 0));
    let count = 0;
    const byTarget = new Map<number, Judged[]>();
    for (const j of judged) append(byTarget, j.candidate.target, j);
    for (const first of judged) {
      if (this.taken.has(first.candidate)) continue;
      const j = wholeSection(this.view, fullest(first, byTarget.get(first.candidate.target) ?? []), (i) =>
        this.byTarget.has(i),
      );
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
      if (candidate.op === 'sum' && evidence.fail + evidence.near + evidence.soft > 0)
        append(failing, candidate.target, judged);
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

  /** The other way to make up a total, once all totals are known: what only spells out the first is none. */
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
      if (!evidence || evidence.hold < 1 || evidence.fail + evidence.near < 1 || evidence.fail + evidence.near > 2)
        continue;
      const labelBits = bitsOfLabels(this.view, candidate, evidence);
      const score = evidence.bits + labelBits + candidate.bonus - candidate.cost;
      if (score < ENOUGH + this.chance || (labelBits < 8 && (evidence.bits < 16 || candidate.parts.length < 3)))
        continue;
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
      bits +
      (nearCounts ? nearBits : 0) +
      labelBits +
      candidate.bonus -
      (against - forgiven) -
      candidate.cost * (far ? 2 : 1) -
      (far ? evidence.roundBits : 0);
    const enough =
      (hold >= 1 || (nearCounts && near >= 2)) &&
      share >= LEAST_HOLDING &&
      score >= (far ? ENOUGH_FAR : ENOUGH) + (hold < 3 ? this.chance : 0);
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
      if (
        this.second < ENOUGH_SECOND &&
        (judged.evidence.fail + judged.evidence.near > 0 || this.repeats(judged, other))
      )
        return true;
    }
    for (const other of this.bySource.get(target) ?? []) {
      if (other.candidate.op === op && inParts.has(other.candidate.target)) return true;
    }
    return op === 'sum' && this.overlapsBadly(judged, inParts);
  }

  /** Whether a second decomposition only spells out the first, level by level, or is that of a line with the same figures. */
  private repeats({ candidate }: Judged, first: Judged): boolean {
    if (!this.equations) return false;
    const local = new Equations(this.view.size);
    this.twins.forEach((twin, i) => (twin === -1 ? local.addZero(i) : twin < i ? local.addEqual(i, twin) : undefined));
    const seen = new Set<Judged>();
    const add = (judged: Judged): void => {
      if (seen.has(judged)) return;
      seen.add(judged);
      local.addSum(judged.candidate.target, judged.candidate.parts);
      for (const part of judged.candidate.parts) for (const below of this.sumsOf(part)) add(below);
    };
    add(first);
    const twin = this.twins[candidate.target] ?? -1;
    this.twins.forEach((other, i) => {
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

function append<K, V>(map: Map<K, V[]>, key: K, item: V): void {
  const list = map.get(key);
  if (list) list.push(item);
  else map.set(key, [item]);
}
