import type { Entry } from '../text/entries';
import type { Claim } from './claim';
import { isSameKind, type ReadText } from './reading';

interface Threshold {
  readonly bound: Entry;
  readonly count: Entry;
}

/** 纳税100万元以上150户，500万元30户: the higher the bound, the fewer reach it. */
export function nestedCountClaims({ entries }: ReadText): Claim[] {
  const pairs = entries.flatMap((bound): Threshold[] => {
    const count = entries[bound.index + 1];
    const isPair =
      count !== undefined &&
      bound.level.unit.kind === 'money' &&
      count.level.unit.kind === 'count' &&
      /^(?:及?以上|元?以上)?[^,;。]{0,8}(?:企业|户|单位|家|纳税人)/.test(bound.level.placed.trail) &&
      count.opens.sentence === bound.opens.sentence;
    return isPair && count ? [{ bound, count }] : [];
  });
  return pairs.slice(1).flatMap((pair, i): Claim[] => {
    const before = pairs[i];
    if (
      !before ||
      !isSameKind(before.count.level, pair.count.level) ||
      before.bound.opens.sentence !== pair.bound.opens.sentence
    )
      return [];
    const isMore =
      pair.bound.level.size > before.bound.level.size
        ? pair.count.level.size > before.count.level.size
        : pair.count.level.size < before.count.level.size;
    return [
      {
        kind: 'nested',
        stated: pair.count.level,
        operands: [before.count.level],
        computed: undefined,
        verdict: isMore ? 'broken' : 'holds',
        grounds: 'said',
      },
    ];
  });
}
