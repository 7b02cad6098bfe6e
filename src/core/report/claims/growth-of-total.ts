import type { Entry, Figure } from '../text/entries';
import type { Claim } from './claim';
import type { Sum } from './find-sums';
import { judgeRate, minus, plus, times } from './judge';

/** A total with a rate and no amount of change, whose parts each tell theirs: G = ΣW ÷ (A − ΣW). */
export function growthOfTotals(sums: readonly Sum[]): Claim[] {
  return sums.flatMap(({ total, parts }): Claim[] => {
    const rates = total.said.filter(({ role }) => role.is === 'growth');
    const [rate] = rates;
    const deltas = parts.map(deltaOf);
    if (rate?.role.is !== 'growth' || total.said.some(isYearly) || deltas.includes(undefined)) return [];
    const known = deltas.filter((delta) => delta !== undefined);
    const change = known.reduce((sum, one) => plus(sum, times(one.interval, signOf(one))), { low: 0, high: 0 });
    const base = minus(total.level.interval, change);
    if (base.low <= 0) return [];
    const low = change.low / (total.level.interval.high - change.low);
    const high = change.high / (total.level.interval.low - change.high);
    const computed = times({ low: Math.min(low, high), high: Math.max(low, high) }, 100 * rate.role.sign);
    const verdict = judgeRate(rate, computed);
    // Several calibres of growth may stand side by side: only one that comes out is said.
    if (verdict === 'broken') return [];
    return [{ kind: 'growth', stated: rate, operands: [total.level, ...known], computed, verdict, grounds: 'guess' }];
  });
}

function isYearly({ role }: Figure): boolean {
  return role.is === 'delta' && role.against === 'prior';
}

function deltaOf({ said }: Entry): Figure | undefined {
  return said.find(isYearly);
}

function signOf({ role }: Figure): 1 | -1 {
  return role.is === 'delta' ? role.sign : 1;
}
