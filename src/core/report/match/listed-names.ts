import type { ReadText } from '../claims/reading';
import type { Figure } from '../text/entries';
import { subjectIn } from '../text/subject';

/** Names that stand in one row: 教育、卫生健康、农林水支出分别增长. */
const NAMES = /([^,。;:!?\n()]+?)(?:分别|依次)([^,。;:!?\n()]*)$/;

/**
 * 教育、卫生支出分别完成5万元、6万元: the first figure is of the first name. Undefined: no list of names stands before
 * it; empty: one does, but not of as many names as figures.
 */
export function listedName({ plain, figures }: ReadText, figure: Figure): string | undefined {
  let first = figure;
  while (/^(?:和|及|与)?$/.test(first.placed.lead) && first.placed.separator !== ',') {
    const before = figures[first.placed.index - 1];
    if (!before || before.placed.sentence !== figure.placed.sentence || before.role.is !== figure.role.is) break;
    first = before;
  }
  const words = plain.slice(Math.max(0, first.placed.mention.start - REACH), first.placed.mention.start);
  const match = NAMES.exec(words);
  if (!match) return undefined;
  const at = figure.placed.index - first.placed.index;
  const count = countFrom(figures, first);
  // 社会保障和就业 is one name: where the stops alone give as many names as figures, no 和 parts them.
  const ways = [/、/, /、|和|及|与/].map((sign) => (match[1] ?? '').split(sign));
  const named = ways.find(({ length }) => length === count && length > 1);
  if (!named) return ways.every(({ length }) => length === 1) ? undefined : '';
  const last = named.at(-1) ?? '';
  const own = subjectIn(named[at] ?? '');
  // 教育、卫生健康支出 says its noun once.
  const side = /(?:收入|支出|债务|资金|补助)$/.exec(subjectIn(last))?.[0] ?? '';
  return own.endsWith(side) || own.endsWith('税') ? own : `${own}${side}`;
}

/** As far before its figures as a list of names may begin. */
const REACH = 80;

function countFrom(figures: readonly Figure[], first: Figure): number {
  let count = 1;
  for (let i = first.placed.index + 1; i < figures.length; i++) {
    const next = figures[i];
    if (!next || next.role.is !== first.role.is || !/^(?:和|及|与)?$/.test(next.placed.lead)) break;
    if (next.placed.sentence !== first.placed.sentence || next.placed.separator === ',') break;
    count += 1;
  }
  return count;
}
