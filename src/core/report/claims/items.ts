import { meets, type Interval } from '../../numbers/interval';
import type { Entry } from '../text/entries';
import type { Claim } from './claim';
import { plus } from './judge';
import { isSameKind, type ReadText } from './reading';
import { sumClaim } from './sums';
import { slipsOf } from './slips';

/** A list shorter than that is read as any other. */
const SHORTEST = 3;

/** Numbered items, each of which opens with its amount, against the totals before them. */
export function itemClaims({ entries }: ReadText): Claim[] {
  return itemLists(entries).flatMap((items) => {
    const [first] = items;
    const totals = entries.filter(({ level, index }) => first && index < first.index && isSameKind(level, first.level));
    const whole = items.reduce<Interval>((sum, { level }) => plus(sum, level.interval), { low: 0, high: 0 });
    const parts = items.map(({ level }) => level);
    const total = totals.findLast(({ level }) => meets(level.interval, whole));
    if (total) return [sumClaim(total.level, parts, 'guess')];
    // The total of such a list is the amount that the text tells most often before it.
    const likely = mostTold(totals);
    const claim = likely && sumClaim(likely.level, parts, 'guess');
    return claim && slipsOf(claim).length > 0 ? [claim] : [];
  });
}

/** The opening amounts of items that follow each other, in runs whose items have one form. */
function itemLists(entries: readonly Entry[]): Entry[][] {
  const lists: Entry[][] = [];
  let list: Entry[] = [];
  let item = 0;
  for (const entry of entries) {
    const { opens: placed } = entry;
    if (placed.item === item) continue;
    const isNext = follows(list.at(-1), entry);
    if (!isNext) {
      if (list.length >= SHORTEST) lists.push(list);
      list = [];
    }
    list.push(entry);
    item = placed.item;
  }
  if (list.length >= SHORTEST) lists.push(list);
  return lists;
}

/** Of the next number, and of the same form. */
function follows(before: Entry | undefined, entry: Entry): boolean {
  const [a, b] = [before?.opens.ordinal, entry.opens.ordinal];
  return a !== undefined && b === a + 1 && isAlike(before, entry);
}

/** “…支出（类）…（款）…（项）”: items of one list end their names alike. */
function isAlike(a: Entry | undefined, b: Entry): boolean {
  const ending = ({ opens }: Entry): string => opens.lead.slice(-2) + opens.brackets.length;
  return a !== undefined && isSameKind(a.level, b.level) && ending(a) === ending(b);
}

function mostTold(totals: readonly Entry[]): Entry | undefined {
  const counts = new Map<number, number>();
  for (const { level } of totals) if (level.size > 0) counts.set(level.size, (counts.get(level.size) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  return most > 1 ? totals.findLast(({ level }) => counts.get(level.size) === most) : undefined;
}
