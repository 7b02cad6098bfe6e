import { ENOUGH } from '../weights';
import type { Candidate } from '../propose/candidates';
import type { AxisView } from '../view/axis-view';
import { FAR, isDifference } from '../weigh/label-bits';
import { Equations } from './equations';
import type { Judged } from './judged';
import { addTrivialEquations, trivialLines } from './twins';

/** What a second decomposition of a target must be, to stand beside the first. */
export interface SecondWay {
  /** The score it needs. */
  readonly enough: number;
  /** Whether it must hold wherever it is tried, and say more than the first spelled out level by level. */
  readonly unfailing: boolean;
}

/** The sums and averages believed so far, by target and by part, and the algebra that they make. */
export class AcceptedSums {
  private readonly list: Judged[] = [];
  private readonly byTarget = new Map<number, Judged[]>();
  private readonly byPart = new Map<number, Judged[]>();
  private readonly keys = new Set<number>();
  private equations: Equations | undefined;
  /** See {@link addTrivialEquations}. */
  private twins: Int32Array = new Int32Array(0);

  constructor(private readonly view: AxisView) {}

  get all(): readonly Judged[] {
    return this.list;
  }

  /** From now on what follows from the sums kept by algebra alone conflicts with them. */
  followAlgebra(): void {
    this.equations = new Equations(this.view.size);
    this.twins = addTrivialEquations(this.view, this.equations);
    for (const { candidate } of this.list) this.addEquation(candidate);
  }

  has({ key }: Candidate): boolean {
    return this.keys.has(key);
  }

  isTarget(line: number): boolean {
    return this.byTarget.has(line);
  }

  /** Whether its target is made up by the same operation already. */
  isTargetOf({ op, target }: Candidate): boolean {
    return (this.byTarget.get(target) ?? []).some((j) => j.candidate.op === op);
  }

  sumsOf(target: number): readonly Judged[] {
    return (this.byTarget.get(target) ?? []).filter((j) => j.candidate.op === 'sum');
  }

  /** Puts one sum in the place of another; everything is indexed anew, so that nothing of the other remains. */
  replace(before: Judged, after: Judged): void {
    const list = this.list.map((judged) => (judged === before ? after : judged));
    this.list.length = 0;
    this.byTarget.clear();
    this.byPart.clear();
    this.keys.clear();
    const algebra = this.equations !== undefined;
    this.equations = undefined;
    for (const judged of list) this.keep(judged);
    if (algebra) this.followAlgebra();
  }

  keep(judged: Judged): void {
    const { candidate } = judged;
    this.list.push(judged);
    this.keys.add(candidate.key);
    append(this.byTarget, candidate.target, judged);
    for (const part of candidate.parts) append(this.byPart, part, judged);
    this.addEquation(candidate);
  }

  /** Whether a sum follows from those that are kept. */
  implies({ target, parts, factors }: Candidate): boolean {
    return this.equations?.implies(target, parts, factors) ?? false;
  }

  /** Whether one that is kept stands in its way; `outright`: its label or place names it, whatever its score. */
  conflicts(judged: Judged, second: SecondWay, outright = false): boolean {
    const { op, target, parts, family, bonus } = judged.candidate;
    if (op === 'sum' && FAR.has(family) && bonus === 0 && this.equations?.implies(target, parts)) return true;
    const inParts = new Set(parts);
    for (const other of this.byTarget.get(target) ?? []) {
      if (other.candidate.op !== op) continue;
      for (const part of other.candidate.parts) if (inParts.has(part)) return true;
      // Named by its label or place: it may well be what a balance is struck from, too.
      if (outright && isDifference(this.view, other.candidate)) continue;
      if ((!outright && judged.score < second.enough) || judged.evidence.hold < ENOUGH.secondHolding) return true;
      if (second.unfailing && (fails(judged) || this.repeats(judged, other))) return true;
    }
    for (const other of this.byPart.get(target) ?? []) {
      if (other.candidate.op === op && inParts.has(other.candidate.target)) return true;
    }
    return op === 'sum' ? this.overlapsBadly(judged, inParts) : this.mixesLevels(inParts);
  }

  /** Whether a second decomposition only spells out the first, level by level, or is that of a line with the same figures. */
  private repeats({ candidate }: Judged, first: Judged): boolean {
    if (!this.equations) return false;
    const local = new Equations(this.view.size);
    trivialLines(this.twins, local);
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
      for (const other of this.byPart.get(part) ?? []) {
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

  /** The members hold a total together with all that it is made of. */
  private mixesLevels(inParts: ReadonlySet<number>): boolean {
    for (const member of inParts) {
      if (this.sumsOf(member).some(({ candidate }) => candidate.parts.every((part) => inParts.has(part)))) return true;
    }
    return false;
  }

  private addEquation({ op, target, parts, factors }: Candidate): void {
    if (op === 'sum' && (!factors || factors.every((factor) => Math.abs(factor) === 1)))
      this.equations?.addSum(target, parts, factors);
  }
}

function fails({ evidence }: Judged): boolean {
  return evidence.fail + evidence.near > 0;
}

export function append<K, V>(map: Map<K, V[]>, key: K, item: V): void {
  const list = map.get(key);
  if (list) list.push(item);
  else map.set(key, [item]);
}
