import { meets, type Interval } from '../../numbers/interval';
import type { Entry } from '../text/entries';
import { plus } from './judge';
import { isSameKind, type ReadText } from './reading';

/** A total among the amounts of a text, and the amounts that make it. */
export interface Sum {
  readonly total: Entry;
  readonly parts: readonly Entry[];
}

/** Longer lists than any report has. */
const LONGEST = 60;
/** Amounts between a total and the list of its parts. */
const REACH = 40;
const NOTHING: Interval = { low: 0, high: 0 };
const CLOSES = /(?:合计|总计|总量|总额|总收入|总支出|共计|收入总|支出总|总数|小计)(?:为|达|达到|是)?$/;

/** Which amounts are totals of which others, as the figures say: lists behind their total, chains before it. */
export function findSums({ entries }: ReadText): Sum[] {
  const search = new SumSearch(entries);
  return search.run();
}

class SumSearch {
  /** The amount that each is a part of, in the list that stands directly behind or before it. */
  private readonly owner = new Map<Entry, Entry>();
  /** Where the direct list of each ends. */
  private readonly last = new Map<Entry, number>();
  private readonly found: Sum[] = [];

  constructor(private readonly entries: readonly Entry[]) {}

  run(): Sum[] {
    const closes = (entry: Entry) => CLOSES.test(entry.opens.lead);
    // A chain claims its amounts before the total of the sentence before it can.
    for (const entry of [...this.entries].reverse()) if (!closes(entry)) this.listBehind(entry.index);
    for (const entry of this.entries) if (closes(entry)) this.chainBefore(entry);
    for (const entry of [...this.entries].reverse()) if (closes(entry)) this.listBehind(entry.index);
    for (const entry of this.entries) this.furtherLists(entry);
    return this.found;
  }

  /** The list that begins right behind an amount. */
  private listBehind(i: number): void {
    const total = this.entries[i];
    if (!total) return;
    const parts = this.listFrom(i + 1, total);
    if (!parts) return;
    this.take({ total, parts });
    const end = parts.at(-1);
    if (end) this.last.set(total, this.endOf(end));
  }

  /** Amounts from one on, whose own parts are passed over, that add up to a total. */
  private listFrom(start: number, total: Entry): Entry[] | undefined {
    const parts: Entry[] = [];
    let sum = NOTHING;
    let nonZero = 0;
    for (let j = start; j < this.entries.length && parts.length < LONGEST;) {
      const part = this.entries[j];
      if (!part || !isSameKind(part.level, total.level) || part.level.isBlank || this.isTaken(part, total))
        return undefined;
      if (part.opens.paragraph - total.opens.paragraph > LONGEST) return undefined;
      parts.push(part);
      sum = plus(sum, part.level.tight);
      if (part.level.size !== 0) nonZero += 1;
      j = this.endOf(part) + 1;
      if (meets(sum, total.level.tight)) {
        const all = this.withZeros(parts, j);
        if ((nonZero >= 2 && parts.every((one) => counts(one, total, sum))) || (parts.length === 1 && all.length >= 2))
          return all;
      }
      if (sum.low > total.level.tight.high) return undefined;
    }
    return undefined;
  }

  /** Whether an amount is part of another total of its own sentence already. */
  private isTaken(part: Entry, total: Entry): boolean {
    const owner = this.owner.get(part);
    return owner !== undefined && owner !== total && owner.index > part.index;
  }

  /** 其他收入0万元 belongs to the list that it closes. */
  private withZeros(parts: readonly Entry[], from: number): Entry[] {
    const all = [...parts];
    for (let j = from; this.entries[j]?.level.size === 0; j++) {
      const next = this.entries[j];
      if (!next || next.opens.sentence !== all.at(-1)?.opens.sentence) break;
      all.push(next);
    }
    return all;
  }

  /** 基金收入0万元，加结余39930万元: nothing, but it opens the chain. */
  private zerosBefore(from: number): Entry[] {
    const before = this.entries[from - 1];
    const first = this.entries[from];
    const opens =
      before?.level.size === 0 &&
      before.opens.sentence === first?.opens.sentence &&
      isSameKind(before.level, first.level);
    return opens && before ? [before] : [];
  }

  /** A, 加 B, C, 收入合计 T. */
  private chainBefore(total: Entry): void {
    const parts: Entry[] = [];
    let sum = NOTHING;
    for (let j = total.index - 1; j >= 0 && parts.length < LONGEST; j--) {
      const part = this.entries[j];
      if (!part || !isSameKind(part.level, total.level) || part.level.isBlank) return;
      if (this.owner.has(part) || part.opens.depth > total.opens.depth) continue;
      if (part.opens.paragraph !== total.opens.paragraph) return;
      parts.unshift(part);
      sum = plus(sum, part.level.tight);
      if (parts.length >= 2 && meets(sum, total.level.tight)) {
        this.take({ total, parts: [...this.zerosBefore(j), ...parts] });
        return;
      }
      if (sum.low > total.level.tight.high) return;
    }
  }

  /** Other divisions of the same total that come later: by source, by department, by level. */
  private furtherLists(total: Entry): void {
    if (total.level.size === 0) return;
    let j = (this.last.get(total) ?? total.index) + 1;
    for (; j < Math.min(this.entries.length, total.index + REACH); j++) {
      const first = this.entries[j];
      if (!first || !startsList(first) || first.opens.paragraph - total.opens.paragraph > 1) continue;
      const parts = this.listFrom(j, total);
      if (!parts || this.found.some((sum) => sum.total === total && sum.parts[0] === parts[0])) continue;
      if (endsList(this.entries[this.endOf(parts.at(-1) ?? first) + 1])) this.take({ total, parts }, false);
    }
  }

  private take(sum: Sum, owns = true): void {
    this.found.push(sum);
    if (owns) for (const part of sum.parts) this.owner.set(part, sum.total);
  }

  private endOf(entry: Entry): number {
    return this.last.get(entry) ?? this.endOfBracket(entry);
  }

  /** What stands in brackets behind an amount is no neighbour of it. */
  private endOfBracket(entry: Entry): number {
    let end = entry.index;
    for (let j = entry.index + 1; (this.entries[j]?.opens.depth ?? 0) > entry.opens.depth; j++) end = j;
    return end;
  }
}

/** What stands in a smaller unit than its total and is less than the rounding of the sum proves nothing of it. */
function counts({ level }: Entry, total: Entry, { low, high }: Interval): boolean {
  const isSmaller = level.unit.factor < total.level.unit.factor;
  return !isSmaller || level.size === 0 || level.size > (high - low) / 2;
}

function startsList({ opens }: Entry): boolean {
  return opens.separator !== '、' && opens.separator !== '';
}

function endsList(next: Entry | undefined): boolean {
  return next === undefined || startsList(next);
}
