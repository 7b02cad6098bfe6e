import { significantDigits } from '../../numbers/decimal';
import type { FoundPattern } from '../found-pattern';
import { EXCHANGED } from '../weights';
import { repairAt, valueAtLine } from './repair';

/** Two lines of a pattern that come out when their figures of one operand, or their results, change places. */
export interface Exchange {
  readonly pattern: FoundPattern;
  readonly id: number;
  /** The operand, or the target, whose figures were exchanged. */
  readonly index: number;
  readonly lines: readonly [number, number];
}

/**
 * Figures that were typed into each other's line: both lines miss, by the same amount in opposite directions, and one
 * exchange repairs both. That only one does is asked: of two that do nobody knows which was meant.
 */
export function exchanges(found: readonly FoundPattern[], explained: ReadonlySet<string>): Exchange[] {
  const known = new Set(explained);
  return found.flatMap((pattern, id) => {
    if (pattern.op !== 'sum' || pattern.telling < EXCHANGED.fewest || pattern.lines.missing.length > EXCHANGED.most)
      return [];
    const missing = pattern.lines.missing.map(({ line }) => line).filter((line) => !known.has(`${id}|${line}`));
    const made: Exchange[] = [];
    for (const [i, one] of missing.entries())
      for (const other of missing.slice(i + 1)) {
        const [index, second] = [pattern.target, ...pattern.operands].filter((at) => repairs(pattern, at, one, other));
        if (index === undefined || second !== undefined || known.has(`${id}|${one}`) || known.has(`${id}|${other}`))
          continue;
        for (const line of [one, other]) known.add(`${id}|${line}`);
        made.push({ pattern, id, index, lines: [one, other] });
      }
    return made;
  });
}

function repairs(pattern: FoundPattern, index: number, one: number, other: number): boolean {
  const [a, b] = [valueAtLine(pattern, one, index), valueAtLine(pattern, other, index)];
  if (a === b || Math.min(significantDigits(a), significantDigits(b)) < EXCHANGED.digits) return false;
  const [forOne, forOther] = [repairAt(pattern, one, index), repairAt(pattern, other, index)];
  return (
    forOne !== undefined &&
    forOther !== undefined &&
    Math.abs(forOne.value - b) <= forOne.slack &&
    Math.abs(forOther.value - a) <= forOther.slack
  );
}
