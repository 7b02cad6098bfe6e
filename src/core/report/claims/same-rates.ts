import { meets } from '../../numbers/interval';
import type { Figure } from '../text/entries';
import type { Claim, ClaimKind } from './claim';
import { entryNamed, isOfOtherCalibre } from './growth';
import type { ReadText } from './reading';

const RATES: readonly ClaimKind[] = ['progress', 'growth', 'share'];

/** 财政总收入…增长35.2%。…财政收入同比增长32.2%: the growth of one thing, told twice without another time or calibre between. */
export function sameGrowthClaims(read: ReadText): Claim[] {
  return read.entries.flatMap((current) =>
    current.said.flatMap((stated): Claim[] => {
      const about = stated.role.is === 'growth' ? entryNamed(read, current, stated) : undefined;
      const rates = about?.said.filter(({ role }) => role.is === 'growth') ?? [];
      const [first] = rates;
      if (
        !about ||
        about === current ||
        !first ||
        rates.length > 1 ||
        isOfOtherCalibre(first) ||
        isOfOtherCalibre(stated)
      )
        return [];
      if (read.periods.some(({ start }) => start > first.placed.mention.end && start < stated.placed.mention.start))
        return [];
      return [told(first, stated)];
    }),
  );
}

/** One ratio of the same two amounts that is told twice must be told alike. */
export function sameRateClaims(claims: readonly Claim[]): Claim[] {
  const seen = new Map<string, Claim>();
  return claims.flatMap((claim): Claim[] => {
    if (!RATES.includes(claim.kind) || claim.grounds === 'guess' || claim.operands.length !== 2) return [];
    const key = [claim.kind, ...claim.operands.map(({ size, role }) => `${size}${role.is}`)].join('|');
    const before = seen.get(key);
    seen.set(key, claim);
    if (!before || before.stated === claim.stated) return [];
    return [told(before.stated, claim.stated)];
  });
}

function told(first: Figure, stated: Figure): Claim {
  return {
    kind: 'equal',
    stated,
    operands: [first],
    computed: first.interval,
    verdict: meets(first.interval, stated.interval) ? 'holds' : 'broken',
    grounds: 'said',
    repairs: [{ figure: stated, wanted: first.interval }],
  };
}
