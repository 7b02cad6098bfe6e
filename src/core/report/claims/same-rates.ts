import { meets } from '../../numbers/interval';
import type { Claim, ClaimKind } from './claim';

const RATES: readonly ClaimKind[] = ['progress', 'growth', 'share'];

/** One ratio of the same two amounts that is told twice must be told alike. */
export function sameRateClaims(claims: readonly Claim[]): Claim[] {
  const seen = new Map<string, Claim>();
  return claims.flatMap((claim): Claim[] => {
    if (!RATES.includes(claim.kind) || claim.grounds === 'guess' || claim.operands.length !== 2) return [];
    const key = [claim.kind, ...claim.operands.map(({ size, role }) => `${size}${role.is}`)].join('|');
    const before = seen.get(key);
    seen.set(key, claim);
    if (!before || before.stated === claim.stated) return [];
    const isEqual = meets(before.stated.interval, claim.stated.interval);
    return [
      {
        kind: 'equal',
        stated: claim.stated,
        operands: [before.stated],
        computed: before.stated.interval,
        verdict: isEqual ? 'holds' : 'broken',
        grounds: 'said',
        repairs: [{ figure: claim.stated, wanted: before.stated.interval }],
      },
    ];
  });
}
