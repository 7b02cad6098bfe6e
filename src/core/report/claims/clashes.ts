import type { Claim } from './claim';
import type { ReadText } from './reading';

/** 增长－3%: the word and the sign of the figure each tell a way. */
export function clashClaims({ entries }: ReadText): Claim[] {
  return entries.flatMap(({ said }) =>
    said.flatMap((figure): Claim[] => {
      const { value } = figure.placed.mention;
      // 增长－3%: the sign is told twice.
      if ((figure.role.is !== 'growth' && figure.role.is !== 'delta') || value >= 0) return [];
      return [
        { kind: 'direction', stated: figure, operands: [], computed: undefined, verdict: 'broken', grounds: 'said' },
      ];
    }),
  );
}
