import type { FoundPattern } from '../listing';
import { gridIndex } from './repair';

/** One crossing line in which a believed pattern does not hold. */
export interface Broken {
  readonly pattern: FoundPattern;
  readonly id: number;
  readonly line: number;
  readonly deviation: number;
  readonly relative: number;
  /** Grid indices: the target first, then the operands. */
  readonly cells: readonly number[];
  /** Failures are rare in its pattern. A relation that is not firm needs another that agrees with it, or a slip. */
  readonly firm: boolean;
  /** Its line agrees with other patterns, and is not one of another kind (codes, averages). */
  readonly supported: boolean;
}

/** The lines that break a pattern which holds in most lines. */
export function brokenRelations(found: readonly FoundPattern[]): Broken[] {
  const lines = new LineSupport(found);
  const broken: Broken[] = [];
  found.forEach((pattern, id) => {
    const misses = pattern.lines.missing.filter((m) => m.deviation > 2 * m.tolerance + 1e-9);
    if (misses.length === 0 || misses.length > Math.max(1, 0.5 * pattern.telling)) return;
    const firm = isFirm(pattern, misses.length);
    for (const { line, deviation, relative } of misses) {
      const cells = [pattern.target, ...pattern.operands].map((index) => gridIndex(pattern, line, index));
      broken.push({ pattern, id, line, deviation, relative, cells, firm, supported: lines.supports(pattern, line) });
    }
  });
  return broken;
}

function isFirm({ telling, labelBits, family }: FoundPattern, failures: number): boolean {
  if (telling < 2) return family === 'run' && labelBits >= 4;
  if (failures === 1) return telling >= 3 || labelBits >= 4;
  return failures <= Math.min(2, 0.12 * telling);
}

/** In how many patterns of an axis each crossing line agrees and disagrees. */
class LineSupport {
  private readonly missing = new Map<string, number>();
  private readonly holding = new Map<string, number>();

  constructor(found: readonly FoundPattern[]) {
    for (const pattern of found) {
      for (const { line } of pattern.lines.missing) increase(this.missing, keyOf(pattern, line));
      if (pattern.lines.missing.length === 0 && pattern.lines.holding.length > 5000) continue;
      for (const line of pattern.lines.holding) increase(this.holding, keyOf(pattern, line));
    }
  }

  supports(pattern: FoundPattern, line: number): boolean {
    const misses = (this.missing.get(keyOf(pattern, line)) ?? 0) - 1;
    const holds = this.holding.get(keyOf(pattern, line)) ?? 0;
    return misses === 0 ? holds > 0 : holds >= 2 * misses;
  }
}

function keyOf({ view, op }: FoundPattern, line: number): string {
  return `${view.axis[0]}${op[0]}${line}`;
}

function increase(map: Map<string, number>, key: string): void {
  map.set(key, (map.get(key) ?? 0) + 1);
}
