import type { FoundPattern } from '../found-pattern';

/** What a cell would have to hold for a relation to agree, and how far rounding leaves it open. */
export interface Repair {
  readonly value: number;
  readonly slack: number;
}

/**
 * Which value of line `index` (the target or an operand) repairs the pattern in a crossing line, the
 * others being right. A missing number counts as not there.
 */
export function repairAt(pattern: FoundPattern, line: number, index: number): Repair | undefined {
  const { view, op, target, operands, factors, scale } = pattern;
  const { value, half, step, crossStep } = view;
  const base = line * crossStep;
  const at = (i: number): number => value[i * step + base] ?? NaN;
  const slackOf = (i: number): number => half[i * step + base] ?? 0;
  const result = at(target);
  if (op === 'sum' || op === 'average') {
    let sum = 0;
    let count = 0;
    let slack = 0;
    let own = 1;
    for (const [k, i] of operands.entries()) {
      const factor = factors?.[k] ?? 1;
      if (i === index) own = factor;
      const v = at(i);
      if (v !== v || i === index) continue;
      sum += factor * v;
      slack += Math.abs(factor) * slackOf(i);
      count++;
    }
    if (index === target) {
      if (count === 0) return undefined;
      const divisor = op === 'sum' ? 1 : count;
      return { value: sum / divisor, slack: slack / divisor + slackOf(target) };
    }
    if (result !== result) return undefined;
    if (op === 'sum') return { value: (result - sum) / own, slack: (slack + slackOf(target)) / Math.abs(own) };
    return { value: result * (count + 1) - sum, slack: slack + slackOf(target) * (count + 1) };
  }
  const [first = -1, second = -1] = operands;
  const a = at(first);
  const b = at(second);
  const own = Math.max(slackOf(target), view.effectiveHalf[target] ?? 0) / scale;
  const rate = op === 'division' ? result / scale : 1 + result / scale;
  // division: result = first ÷ second; relative change: 1 + result = second ÷ first.
  const [over, under, overAt] = op === 'division' ? [a, b, first] : [b, a, second];
  if (index === target) {
    if (under === 0 || under !== under || over !== over) return undefined;
    const ratio = over / under;
    const spread = (slackOf(overAt) + Math.abs(ratio) * slackOf(overAt === first ? second : first)) / Math.abs(under);
    return { value: (op === 'division' ? ratio : ratio - 1) * scale, slack: (spread + own) * scale };
  }
  if (result !== result) return undefined;
  if (index === overAt) return under !== under ? undefined : { value: rate * under, slack: own * Math.abs(under) };
  if (over !== over || rate === 0) return undefined;
  return { value: over / rate, slack: Math.abs(over / rate) * (own / Math.abs(rate)) };
}

export function valueAtLine({ view }: FoundPattern, line: number, index: number): number {
  return view.value[index * view.step + line * view.crossStep] ?? NaN;
}

/** Index into the grid of line `index` in crossing line `line`. */
export function gridIndex({ view }: FoundPattern, line: number, index: number): number {
  return index * view.step + line * view.crossStep;
}
