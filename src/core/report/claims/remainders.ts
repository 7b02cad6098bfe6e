import type { Entry } from '../text/entries';
import type { Claim } from './claim';
import type { Sum } from './find-sums';
import { isSameKind, type ReadText } from './reading';
import { sumClaim } from './sums';

/** A list that leaves more open than that was not meant to be complete. */
const MOST_OPEN = 0.2;

/** 共109宗，其中：房屋74宗；土地22宗: what is counted and not told of is to be asked after. */
export function remainderClaims({ entries }: ReadText, sums: readonly Sum[]): Claim[] {
  return entries.flatMap((total): Claim[] => {
    if (total.level.unit.kind !== 'count' || total.level.bound !== undefined || sums.some((sum) => sum.total === total))
      return [];
    const parts = partsOf(total, entries);
    const told = parts.reduce((sum, { level }) => sum + level.size, 0);
    const open = total.level.size - told;
    if (parts.length < 2 || open <= 0 || open > MOST_OPEN * total.level.size) return [];
    const claim = sumClaim(
      total.level,
      parts.map(({ level }) => level),
      'said',
    );
    return [{ ...claim, kind: 'remainder', repairs: [] }];
  });
}

/** What is counted in the same sentence behind 其中; areas and amounts between are of the parts. */
function partsOf(total: Entry, entries: readonly Entry[]): Entry[] {
  const behind = entries.filter(
    ({ index, level, opens }) =>
      index > total.index && opens.sentence === total.opens.sentence && isSameKind(level, total.level),
  );
  const first = behind[0];
  if (!first?.opens.clauses.some((clause) => clause.startsWith('其中'))) return [];
  const end = behind.findIndex((part) => /国有企业|另|此外/.test(part.opens.lead));
  return end < 0 ? behind : behind.slice(0, end);
}
