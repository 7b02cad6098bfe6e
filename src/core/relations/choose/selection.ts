import { CHANCE, ENOUGH, SIZES } from '../weights';
import type { Candidate } from '../propose/candidates';
import type { AxisView } from '../view/axis-view';
import { mayAdd } from '../view/line-kinds';
import { type SumEvidence, weighSum } from '../weigh/sum-evidence';
import { AcceptedSums, append, type SecondWay } from './accepted-sums';
import { fullest, judge, type Judged, judgeTentative, rank } from './judged';
import { wholeSection } from './whole-section';

/** While totals are still being found, a second, disjoint decomposition of one must be beyond doubt. */
const WHILE_SEARCHING: SecondWay = { enough: ENOUGH.second, unfailing: false };
/** When all totals are known, it must never fail. */
export const AT_LAST: SecondWay = { enough: ENOUGH.lastSecond, unfailing: true };

/** A whole section, as the total of another. */
export const OF_A_SECTION: SecondWay = { enough: ENOUGH.sectionSecond, unfailing: true };

/** Chooses among competing candidates, the strongest first, and remembers what it accepted. */
export class Selection {
  private readonly sums: AcceptedSums;
  /** Evidence by {@link Candidate.key}: it depends on the figures alone. */
  private readonly weighed = new Map<number, SumEvidence | undefined>();
  /** Candidates refused, with what spoke for them then beside the figures. */
  private readonly refused = new Map<number, number>();
  /** Bits that a single agreement must pay: in a long list something always adds up. */
  private readonly chance: number;

  constructor(private readonly view: AxisView) {
    this.sums = new AcceptedSums(view);
    this.chance = Math.max(0, CHANCE.perDoubling * Math.log2(view.size / CHANCE.freeSize));
  }

  get accepted(): readonly Judged[] {
    return this.sums.all;
  }

  sumsOf(target: number): readonly Judged[] {
    return this.sums.sumsOf(target);
  }

  /** See {@link AcceptedSums.followAlgebra}. */
  followAlgebra(): void {
    if (this.view.size <= SIZES.runs) this.sums.followAlgebra();
  }

  /** Accepts what it can of the candidates; how many it did. */
  accept(candidates: Iterable<Candidate>, second: SecondWay = WHILE_SEARCHING): number {
    const judged = this.judgeAll(candidates);
    const byTarget = new Map<number, Judged[]>();
    for (const j of judged) append(byTarget, j.candidate.target, j);
    let count = 0;
    for (const first of judged) {
      if (this.sums.has(first.candidate)) continue;
      const rivals = byTarget.get(first.candidate.target) ?? [];
      const whole = wholeSection(this.view, fullest(first, rivals), (i) => this.sums.isTarget(i));
      if (this.sums.has(whole.candidate) || this.sums.conflicts(whole, second)) continue;
      this.sums.keep(whole);
      count++;
    }
    return count;
  }

  /** Takes a candidate without weighing it against a threshold, unless something better stands in its way. */
  acceptOutright(
    candidate: Candidate,
    labelBits: number,
    listed: Pick<Judged, 'soft' | 'trusted' | 'worded'> = {},
  ): boolean {
    const evidence = weighSum(this.view, candidate.op, candidate.target, candidate.parts);
    if (!evidence) return false;
    const score = labelBits + evidence.bits;
    return this.keepUnlessConflicting({ candidate, evidence, labelBits, score, nearCounts: false, ...listed }, true);
  }

  /** Sums that a single slip would prove ({@link judgeTentative}), the most likely first. */
  tentative(candidates: Iterable<Candidate>): Judged[] {
    const found: Judged[] = [];
    for (const candidate of candidates) {
      if (this.sums.isTargetOf(candidate)) continue;
      const evidence = this.weighed.get(candidate.key);
      const judged = evidence && judgeTentative(this.view, candidate, evidence, this.chance);
      if (judged && !this.sums.conflicts(judged, WHILE_SEARCHING)) found.push(judged);
    }
    return found.sort((a, b) => rank(b) - rank(a));
  }

  /** Keeps a sum that nothing else speaks for or against: the form states it, or four columns show it. */
  keepStated(judged: Judged): void {
    if (!this.sums.has(judged.candidate)) this.sums.keep(judged);
  }

  /** Whether a sum follows from the accepted ones by algebra. */
  implies(candidate: Candidate): boolean {
    return this.sums.implies(candidate);
  }

  /** Keeps a sum that was proved otherwise, unless one kept before it stands in its way. */
  keepProved(judged: Judged): boolean {
    return this.keepUnlessConflicting(judged, false);
  }

  /** Writes an accepted sum in another form. */
  replace(before: Judged, after: Judged): void {
    this.sums.replace(before, after);
  }

  private keepUnlessConflicting(judged: Judged, outright: boolean): boolean {
    if (!mayAdd(this.view, judged.candidate)) return false;
    if (this.sums.conflicts(judged, WHILE_SEARCHING, outright)) return false;
    this.sums.keep(judged);
    return true;
  }

  /** Those whose evidence suffices, the strongest first. */
  private judgeAll(candidates: Iterable<Candidate>): Judged[] {
    const ranked: { judged: Judged; rank: number }[] = [];
    for (const candidate of candidates) {
      // What was refused once is refused again, unless other patterns speak for it by now.
      const { key, bonus, cost } = candidate;
      if (this.refused.get(key) === bonus - cost || this.sums.has(candidate)) continue;
      const evidence = mayAdd(this.view, candidate) ? this.weigh(candidate) : undefined;
      const judged = evidence && judge(this.view, candidate, evidence, this.chance);
      if (judged) ranked.push({ judged, rank: rank(judged) });
      else this.refused.set(key, bonus - cost);
    }
    return ranked.sort((a, b) => b.rank - a.rank).map(({ judged }) => judged);
  }

  private weigh({ key, op, target, parts }: Candidate): SumEvidence | undefined {
    if (!this.weighed.has(key)) this.weighed.set(key, weighSum(this.view, op, target, parts));
    return this.weighed.get(key);
  }
}
