import type { StatedTerm } from '../types';

/** How a candidate was come upon; the farther-fetched families need more evidence. */
export type Family =
  | 'run'
  | 'skip'
  | 'totals'
  | 'pair'
  | 'stride'
  | 'block'
  | 'gap'
  | 'farGap'
  | 'average'
  | 'section'
  | 'named'
  | 'indent'
  | 'hint'
  | 'stated'
  | 'signed';

/** Target = sum (or average) of parts, as a search came upon it. */
export interface Candidate {
  /** The same for every way to come upon the same relation. */
  readonly key: number;
  readonly op: 'sum' | 'average';
  readonly target: number;
  /** Ascending. */
  readonly parts: Int32Array;
  /** What each part counts, where that is not 1. */
  readonly factors?: Float64Array;
  readonly family: Family;
  /** Bits that the search itself used up: how many places it might have looked in. */
  readonly cost: number;
  /** Bits that other accepted patterns lend it: the same shape elsewhere. */
  readonly bonus: number;
}

export function makeCandidate(
  op: Candidate['op'],
  target: number,
  parts: Int32Array,
  family: Family,
  cost: number,
): Candidate {
  return { key: keyOf(op, target, parts), op, target, parts, family, cost, bonus: 0 };
}

/** A sum of terms with factors: one that the form states, or that the figures show. */
export function factoredCandidate(
  target: number,
  terms: readonly StatedTerm[],
  family: 'stated' | 'signed',
): Candidate {
  const sorted = [...terms].sort((a, b) => a.line - b.line);
  const parts = Int32Array.from(sorted, ({ line }) => line);
  const candidate = makeCandidate('sum', target, parts, family, 0);
  if (sorted.every(({ factor }) => factor === 1)) return candidate;
  const factors = Float64Array.from(sorted, ({ factor }) => factor);
  return {
    ...candidate,
    key: hashOf(parts, candidate.key % 2 ** 31, sorted.findIndex(({ factor }) => factor !== 1) + 1),
    factors,
  };
}

/** The same sum with other parts. */
export function withParts(candidate: Candidate, parts: Int32Array): Candidate {
  return { ...candidate, key: keyOf(candidate.op, candidate.target, parts), parts };
}

/** Candidates without duplicates: of two ways to the same one the cheaper counts. */
export class CandidatePool {
  private readonly byKey = new Map<number, Candidate>();
  private readonly tried = new Map<string, number>();

  add(op: Candidate['op'], target: number, parts: Int32Array, family: Family, cost: number): void {
    const candidate = makeCandidate(op, target, parts, family, cost);
    const known = this.byKey.get(candidate.key);
    if (!known) this.byKey.set(candidate.key, candidate);
    else if (cost < known.cost) this.byKey.set(candidate.key, { ...known, family, cost });
  }

  /** Other patterns speak for a candidate by so many bits. */
  lend({ key }: Candidate, bonus: number): void {
    const known = this.byKey.get(key);
    if (known && known.bonus !== bonus) this.byKey.set(key, { ...known, bonus });
  }

  /** Whether lines were already gone through as parts of `op`, so that doing it again finds nothing new. */
  isTried(op: Candidate['op'], direction: number, among: Int32Array, cost: number): boolean {
    const key = `${op}${direction}:${hashOf(among)}`;
    const known = this.tried.get(key);
    if (known !== undefined && known <= cost) return true;
    this.tried.set(key, cost);
    return false;
  }

  values(): IterableIterator<Candidate> {
    return this.byKey.values();
  }
}

function keyOf(op: string, target: number, parts: Int32Array): number {
  return hashOf(parts, (op === 'sum' ? 17 : 23) + target, target * 7);
}

/** Tells lists of lines apart. */
export function printOf(lines: Int32Array): number {
  return hashOf(lines);
}

/** A 53-bit hash: two candidates of one sheet share it once in 10¹⁵. */
function hashOf(parts: Int32Array, a = 0, seed = 0): number {
  let b = seed + parts.length;
  for (const part of parts) {
    a = (Math.imul(a ^ part, 0x9e3779b1) + 0x7f4a7c15) | 0;
    b = (Math.imul(b, 0x85ebca6b) ^ Math.imul(part + 0x165667b1, 0xc2b2ae35)) | 0;
    b ^= b >>> 15;
  }
  return (a >>> 5) * 2 ** 26 + (b >>> 6);
}

export function sequence(from: number, to: number): Int32Array {
  return Int32Array.from({ length: to - from + 1 }, (_, k) => from + k);
}
