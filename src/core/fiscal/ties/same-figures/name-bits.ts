import type { Standing } from './figure-field';
import { WHOLE } from './name-keys';
import type { NamedTable } from './named-table';
import { GENERIC, pairsOf } from './same-quantity';

/** What a shared name, a pair of letters, two totals speak for it. */
const BITS = { key: 4, pair: 1.5, mostPairs: 4.5, title: 0.75, mostTitle: 1.5, totals: 1.5 } as const;

/** How much it speaks for two figures being one that they are called alike: what few tables are called says more. */
export class NameBits {
  private readonly times = new Map<string, number>();

  constructor(private readonly tables: readonly NamedTable[]) {
    for (const { rows, columns } of tables)
      for (const pair of new Set([...rows, ...columns].flatMap(({ label }) => wordsOf(label))))
        this.times.set(pair, (this.times.get(pair) ?? 0) + 1);
  }

  /** By what their rows and columns are called. */
  ofNames(one: Standing, other: Standing): number {
    const [keys, others] = [one, other].map(({ row, column }) => [...row.keys, ...column.keys].filter(isNaming));
    const isShared = keys?.some((key) => others?.includes(key)) === true;
    const words = new Set(wordsAt(other));
    const shared = wordsAt(one).filter((pair) => words.has(pair));
    const areTotals = [one, other].every(({ row, column }) => row.depth === 0 || column.depth === 0);
    return (
      (isShared ? BITS.key : 0) +
      Math.min(BITS.mostPairs, BITS.pair * this.rarity(shared)) +
      (areTotals ? BITS.totals : 0)
    );
  }

  /** By what the table of the one is called, and the row and column of the other. */
  ofTitles(one: Standing, other: Standing): number {
    const titled = [
      ...wordsAt(one).filter((pair) => other.table.title.includes(pair)),
      ...wordsAt(other).filter((pair) => one.table.title.includes(pair)),
    ];
    return Math.min(BITS.mostTitle, BITS.title * this.rarity(titled));
  }

  /** At most 1 for each pair of letters: the fewer tables have it, the more. */
  private rarity(pairs: readonly string[]): number {
    const all = this.tables.length;
    return pairs.reduce((sum, pair) => sum + Math.min(1, -Math.log2((this.times.get(pair) ?? all) / all) / 2), 0);
  }
}

/** Not 合计, nor at which stage. */
function isNaming(key: string): boolean {
  return key !== WHOLE && !key.startsWith('@');
}

function wordsAt({ row, column }: Standing): string[] {
  return [...new Set(wordsOf(`${row.label}|${column.label}`))];
}

const OF_TIME = /[上去][年月](?:同期|同月)?|同期|[本当]月|收入|支出/g;

function wordsOf(label: string): string[] {
  return pairsOf(label.replace(/[()]/g, ' ').replace(GENERIC, ' ').replace(OF_TIME, ' ')).filter((pair) =>
    /^[一-龥]{2}$/.test(pair),
  );
}
