import type { Entry, Figure } from '../text/entries';
import type { Claim } from './claim';
import { sumClaim } from './sums';
import { isSameKind, type ReadText } from './reading';

/** 调增3119.59万元(专项1824.59万元、其他1295万元); 含甲调增49万元、乙调减9万元: reasons that add up to a change. */
export function sumsOfChanges({ figures, entries }: ReadText): Claim[] {
  return [...entries.flatMap(explained), ...listsOfChanges(figures)];
}

/** A change whose bracket, or 其中 behind it, lists amounts. */
function explained(entry: Entry, _at: number, entries: readonly Entry[]): Claim[] {
  const change = entry.said.at(-1);
  const first = entries[entry.index + 1];
  if (change?.role.is !== 'delta' || !first || !isSameKind(first.level, change)) return [];
  const isInside = first.opens.depth > change.placed.depth;
  const isListed = isInside || first.opens.clauses.some((clause) => LISTS.test(clause));
  const parts: Figure[] = [];
  for (const { level, opens } of entries.slice(entry.index + 1)) {
    const isOver = isInside ? opens.depth <= change.placed.depth : opens.sentence !== change.placed.sentence;
    if (isOver || !isSameKind(level, change)) break;
    parts.push(level);
  }
  // Amounts that only stand behind a change are its parts where they make it.
  return listed(change, parts).filter(({ verdict }) => isListed || verdict !== 'broken');
}

/** What sets a list behind a change. */
const LISTS = /^(?:其中|分别|主要|用于|包括|含)/;

/** Changes in a row, with 、 between them, behind the change that they make. */
function listsOfChanges(figures: readonly Figure[]): Claim[] {
  const isChange = (figure: Figure | undefined): boolean => figure?.role.is === 'delta' && figure.unit.kind === 'money';
  return figures.flatMap((first, i) => {
    if (!isChange(first) || figures[i + 1]?.placed.separator !== '、') return [];
    const parts = [first];
    for (let j = i + 1; isChange(figures[j]) && figures[j]?.placed.separator === '、'; j++) {
      const next = figures[j];
      if (next) parts.push(next);
    }
    const before = figures
      .slice(Math.max(0, i - 6), i)
      .filter(isChange)
      .reverse();
    const claims = before.flatMap((total) => listed(total, parts));
    const holding = claims.find(({ verdict }) => verdict !== 'broken');
    return holding ? [holding] : claims.slice(0, 1);
  });
}

function listed(total: Figure, parts: readonly Figure[]): Claim[] {
  return parts.length > 1 ? [sumClaim(total, parts, 'guess')] : [];
}
