import type { FoundPattern } from '../listing';
import { gridIndex } from './repair';

/** One crossing line in which a believed pattern does not hold. */
export interface Broken {
  readonly pattern: FoundPattern;
  readonly id: number;
  readonly line: number;
  readonly deviation: number;
  /** Grid indices: the target first, then the operands. */
  readonly cells: readonly number[];
}

/** The lines that break a pattern which is otherwise firm: its failures are few beside its successes. */
export function brokenRelations(found: readonly FoundPattern[]): Broken[] {
  const broken: Broken[] = [];
  found.forEach((pattern, id) => {
    const { trusted } = pattern;
    const misses = pattern.lines.missing.filter((m) => (trusted ? trusted.has(m.line) : m.deviation > 2 * m.tolerance + 1e-9));
    if (misses.length === 0 || !(trusted || isFirm(pattern, misses.length))) return;
    for (const { line, deviation } of misses) {
      const cells = [pattern.target, ...pattern.operands].map((index) => gridIndex(pattern, line, index));
      broken.push({ pattern, id, line, deviation, cells });
    }
  });
  return broken;
}

function isFirm({ telling, labelBits }: FoundPattern, failures: number): boolean {
  if (telling < 2) return false;
  if (failures === 1) return telling >= 3 || labelBits >= 4;
  return failures <= Math.min(2, 0.12 * telling);
}
