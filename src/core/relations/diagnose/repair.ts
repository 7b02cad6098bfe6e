import { significant } from '../../numbers/decimal';
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
    const place = placeIn(operands, index);
    const own = place < 0 ? 1 : (factors?.[place] ?? 1);
    const { sum, count, slack } =
      operands.length > LONG_LIST ? allBut(pattern, line, index) : added(pattern, line, index);
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

/** In longer lists the sum is kept: each of ten thousand parts may be asked about. */
const LONG_LIST = 64;

interface Added {
  readonly sum: number;
  readonly count: number;
  readonly slack: number;
}

/** The operands of a line but for one of them, added up. */
function added({ view, operands, factors }: FoundPattern, line: number, except: number): Added {
  const { value, half, step, crossStep } = view;
  let [sum, count, slack] = [0, 0, 0];
  for (let k = 0; k < operands.length; k++) {
    const i = operands[k] ?? -1;
    const v = value[i * step + line * crossStep] ?? NaN;
    if (v !== v || i === except) continue;
    const factor = factors?.[k] ?? 1;
    sum += factor * v;
    slack += Math.abs(factor) * (half[i * step + line * crossStep] ?? 0);
    count++;
  }
  return { sum, count, slack };
}

const WHOLE = new WeakMap<FoundPattern, Map<number, Added>>();

function allBut(pattern: FoundPattern, line: number, except: number): Added {
  const kept = WHOLE.get(pattern) ?? new Map<number, Added>();
  WHOLE.set(pattern, kept);
  const whole = kept.get(line) ?? added(pattern, line, -1);
  kept.set(line, whole);
  const place = placeIn(pattern.operands, except);
  const v = place < 0 ? NaN : valueAtLine(pattern, line, except);
  if (v !== v) return whole;
  const factor = pattern.factors?.[place] ?? 1;
  const half = pattern.view.half[gridIndex(pattern, line, except)] ?? 0;
  return {
    sum: significant(whole.sum - factor * v),
    count: whole.count - 1,
    slack: whole.slack - Math.abs(factor) * half,
  };
}

const PLACES = new WeakMap<readonly number[], ReadonlyMap<number, number>>();

/** Where a number stands in a list that never changes and may be ten thousand long; −1: nowhere. */
export function placeIn(list: readonly number[], wanted: number): number {
  let places = PLACES.get(list);
  if (!places) {
    places = new Map(list.map((one, k) => [one, k]));
    PLACES.set(list, places);
  }
  return places.get(wanted) ?? -1;
}

export function valueAtLine({ view }: FoundPattern, line: number, index: number): number {
  return view.value[index * view.step + line * view.crossStep] ?? NaN;
}

/** Index into the grid of line `index` in crossing line `line`. */
export function gridIndex({ view }: FoundPattern, line: number, index: number): number {
  return index * view.step + line * view.crossStep;
}
