import type { Entry } from '../text/entries';
import type { Candidate } from './find-sources';
import type { SourceFigure } from './sources';

/** As near to the best candidate as that, and another is as good. */
export const AS_GOOD = 0.04;

/** Cells less likely than the best by more than that are of another month, of the plan, or of another thing. */
export const AS_POSSIBLE = 0.15;

/** The best candidate where no other as good has another value. */
export function sureOf(candidates: readonly Candidate[]): Candidate | undefined {
  const [best] = candidates;
  if (!best?.isCertain) return undefined;
  const rivals = candidates.filter(({ score }) => score >= best.score - AS_GOOD);
  return rivals.every(({ source }) => isSame(source.size, best.source.size)) ? best : undefined;
}

export function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-6 * Math.max(Math.abs(a), Math.abs(b));
}

/** Names less alike than that are not told by their neighbours either. */
const BY_NEIGHBOURS = 0.7;

/**
 * Where the amounts around one stand in a table for certain, the only row of that table that is called like it is its
 * own, unless another amount of the text has a better claim on it. That holds against a row of another table, too: a
 * list is taken from one.
 */
export function inContext(entries: readonly Entry[], levels: Map<Entry, readonly Candidate[]>): void {
  const sure = new Map(
    entries.flatMap((entry) => {
      const best = sureOf(levels.get(entry) ?? []);
      return best ? [[entry, best.source] as const] : [];
    }),
  );
  for (const entry of entries) {
    const candidates = levels.get(entry) ?? [];
    const own = sure.get(entry);
    const tables = tablesAround(entry, entries, sure);
    if (candidates.length === 0 || (own && tables.has(own.table))) continue;
    const claimed = new Set([...sure].flatMap(([other, { row }]) => (other === entry ? [] : [row])));
    const there = candidates.filter(
      ({ source, score, isInTime }) =>
        isInTime &&
        tables.has(source.table) &&
        score >= Math.max(BY_NEIGHBOURS, own ? (candidates[0]?.score ?? 0) - AS_POSSIBLE : 0) &&
        !claimed.has(source.row),
    );
    const [best] = there;
    if (!best || there.some(({ source }) => source.row !== best.source.row)) continue;
    levels.set(entry, [{ ...best, score: 1, isCertain: true }]);
  }
}

/** The tables of the amounts next to one; for what is sure already those of its own sentence alone count. */
function tablesAround(
  entry: Entry,
  entries: readonly Entry[],
  sure: ReadonlyMap<Entry, SourceFigure>,
): ReadonlySet<string> {
  const near = entries
    .slice(Math.max(0, entry.index - 2), entry.index + 3)
    .filter(
      (one) =>
        one !== entry &&
        (sure.has(entry) ? one.opens.sentence === entry.opens.sentence : one.opens.paragraph === entry.opens.paragraph),
    );
  return new Set(near.flatMap((one) => sure.get(one)?.table ?? []));
}
