import type { Interval } from '../../numbers/interval';
import type { Entry, Figure } from '../text/entries';
import type { Claim, Grounds, Repair } from './claim';
import type { Sum } from './find-sums';
import { judgeAmount, minus, plus, times } from './judge';

const NOTHING: Interval = { low: 0, high: 0 };

/** What every sum that was found says, and what is said beside its amounts. */
export function sumClaims(sums: readonly Sum[]): Claim[] {
  return sums.flatMap(({ total, parts }) => [
    sumClaim(
      total.level,
      parts.map(({ level }) => level),
      'guess',
    ),
    ...besides(total, parts),
  ]);
}

/** Where amounts add up, their budgets, last year's amounts and increases should too. */
function besides(total: Entry, parts: readonly Entry[]): Claim[] {
  return (['base', 'prior', 'from', 'delta'] as const).flatMap((role) => {
    const of = ({ said }: Entry): Figure | undefined => {
      const all = said.filter((figure) => figure.role.is === role && !isOfSchedule(figure));
      return all.length === 1 ? all[0] : undefined;
    };
    const whole = of(total);
    const figures = parts.map((part) => of(part) ?? unchanged(part, role));
    if (!whole || figures.includes(undefined)) return [];
    const known = figures.filter((figure) => figure !== undefined && figure !== 'none') as Figure[];
    return known.length > 1 ? [sumClaim(whole, known, 'guess')] : [];
  });
}

/** 结余9792万元不变: before and after it is the same, and its increase is nothing. */
function unchanged({ level, said }: Entry, role: 'base' | 'prior' | 'from' | 'delta'): Figure | 'none' | undefined {
  if (said.some((figure) => figure.role.is === role) || !/^(?:不变|持平|未变|保持不变)/.test(level.placed.trail))
    return undefined;
  return role === 'from' || role === 'prior' ? level : role === 'delta' ? 'none' : undefined;
}

function isOfSchedule({ role }: Figure): boolean {
  return role.is === 'delta' && role.against !== 'prior';
}

function signed({ role }: Figure, interval: Interval): Interval {
  return role.is === 'delta' && role.sign < 0 ? times(interval, -1) : interval;
}

/** A total against what is listed. */
export function sumClaim(total: Figure, parts: readonly Figure[], grounds: Grounds): Claim {
  const sum = (of: (figure: Figure) => Interval): Interval =>
    parts.reduce((all, part) => plus(all, signed(part, of(part))), NOTHING);
  const computed = sum(({ interval }) => interval);
  const target = signed(total, total.interval);
  const size = total.role.is === 'delta' ? total.role.sign * total.size : total.size;
  const [tightSum, tightTotal] = [sum(({ tight }) => tight), signed(total, total.tight)];
  const repairs: Repair[] = [
    { figure: total, wanted: signed(total, tightSum) },
    ...parts.map((part) => ({
      figure: part,
      wanted: signed(part, minus(tightTotal, less(tightSum, signed(part, part.tight)))),
    })),
  ];
  const verdict = judgeAmount({ size, interval: target }, computed);
  return { kind: 'sum', stated: total, operands: parts, computed, verdict, grounds, repairs };
}

/** A sum without one of its terms: the term takes its own looseness with it. */
function less(sum: Interval, term: Interval): Interval {
  return { low: sum.low - term.low, high: sum.high - term.high };
}
