/** Counts in how many sampled lines a small tuple of line numbers was met. */
export class Votes {
  private readonly count = new Map<number, number>();

  constructor(private readonly base: number) {}

  add(a: number, b: number, c: number): void {
    const key = (a * this.base + b) * this.base + c;
    this.count.set(key, (this.count.get(key) ?? 0) + 1);
  }

  of(a: number, b: number, c: number): number {
    return this.count.get((a * this.base + b) * this.base + c) ?? 0;
  }

  *atLeast(need: number): Generator<readonly [number, number, number]> {
    for (const [key, count] of this.count) {
      if (count < need) continue;
      const c = key % this.base;
      const rest = (key - c) / this.base;
      const b = rest % this.base;
      yield [(rest - b) / this.base, b, c];
    }
  }
}

/** First index of an ascending array whose value is not below `limit`. */
export function lowerBound(sorted: Float64Array, limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
