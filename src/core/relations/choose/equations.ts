/** A prime below 2²⁶: products of two residues are exact in a double. */
const PRIME = 67_108_859;

/**
 * The linear equations believed so far, in row echelon form modulo a prime. An equation that follows
 * from them is an algebraic rearrangement (B = D − A of D = A + B), not a discovery.
 */
export class Equations {
  private readonly rows: ({ at: Int32Array; by: Float64Array } | undefined)[] = [];
  private readonly work: Float64Array;

  constructor(private readonly size: number) {
    this.work = new Float64Array(size);
  }

  addZero(index: number): void {
    this.addTerms([index], [1]);
  }

  addEqual(a: number, b: number): void {
    this.addTerms([a, b], [1, PRIME - 1]);
  }

  addSum(target: number, parts: ArrayLike<number>, factors?: ArrayLike<number>): void {
    this.loadSum(target, parts, factors);
    this.keep();
  }

  /** Whether target = Σ factor · part, each factor 1 or −1, follows from what was added. */
  implies(target: number, parts: ArrayLike<number>, factors?: ArrayLike<number>): boolean {
    this.loadSum(target, parts, factors);
    return this.reduce() < 0;
  }

  private addTerms(at: readonly number[], by: readonly number[]): void {
    this.work.fill(0);
    at.forEach((index, k) => (this.work[index] = by[k] ?? 0));
    this.keep();
  }

  private loadSum(target: number, parts: ArrayLike<number>, factors?: ArrayLike<number>): void {
    this.work.fill(0);
    for (let k = 0; k < parts.length; k++) {
      const part = parts[k] ?? 0;
      this.work[part] = modulo((this.work[part] ?? 0) - (factors?.[k] ?? 1));
    }
    this.work[target] = modulo((this.work[target] ?? 0) + 1);
  }

  /** Reduces the loaded equation; the first index left, or −1 when nothing is. */
  private reduce(): number {
    let first = -1;
    for (let k = 0; k < this.size; k++) {
      const factor = this.work[k] ?? 0;
      if (factor === 0) continue;
      const row = this.rows[k];
      if (!row) {
        if (first < 0) first = k;
        continue;
      }
      for (let j = 0; j < row.at.length; j++) {
        const at = row.at[j] ?? 0;
        this.work[at] = modulo((this.work[at] ?? 0) - factor * (row.by[j] ?? 0));
      }
    }
    return first;
  }

  private keep(): void {
    const first = this.reduce();
    if (first < 0) return;
    const inverse = power(this.work[first] ?? 1, PRIME - 2);
    const at: number[] = [];
    const by: number[] = [];
    for (let k = first; k < this.size; k++) {
      const factor = this.work[k] ?? 0;
      if (factor === 0) continue;
      at.push(k);
      by.push((factor * inverse) % PRIME);
    }
    this.rows[first] = { at: Int32Array.from(at), by: Float64Array.from(by) };
  }
}

function modulo(x: number): number {
  const rest = x % PRIME;
  return rest < 0 ? rest + PRIME : rest;
}

function power(base: number, exponent: number): number {
  let result = 1;
  for (let e = exponent, b = base; e > 0; e = Math.floor(e / 2), b = (b * b) % PRIME) {
    if (e % 2 === 1) result = (result * b) % PRIME;
  }
  return result;
}
