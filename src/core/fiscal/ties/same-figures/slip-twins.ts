import type { Position } from '../../../grid/address';
import { placeKey, type CellPlace } from '../../../grid/place';
import { ownDecimals, significant } from '../../../numbers/decimal';
import type { ColumnRole } from '../../../tables/table';
import { tiersMeet } from '../../../tables/tier';
import { WHOLE } from './name-keys';
import { isOfOneNature, type Named, type NamedFigure, type NamedTable } from './named-table';
import { areOfOnePlace, GENERIC, pairsOf, periodsMeet, sideIn } from './same-quantity';
import { rolesMeet } from './stages';

/** Where a figure stands, and in what. */
export interface Standing {
  readonly table: NamedTable;
  readonly figure: NamedFigure;
  readonly row: Named;
  readonly column: Named;
  readonly cell: CellPlace;
}

/** Two figures that are one where two digits next to each other are exchanged: in the first, or in a part of it. */
export interface SlipTwin {
  readonly one: Standing;
  readonly other: Standing;
  /** The part of `one` that was mistyped, and what it should be in yuan, where only one can be; undefined: it is `one` itself, or one of several. */
  readonly part: { readonly at: Standing; readonly shouldBe: number } | undefined;
  readonly bits: number;
}

/** The cells that make a figure of the workbook; undefined: what it stands in does not come out, which is told there. */
export type PartsOf = (cell: CellPlace) => readonly Position[] | undefined;

/** Among more figures than these, whatever is looked for is met. */
const MOST_FIGURES = 20_000;
/** Digits of a figure that is looked for, and of one that it is found in. */
const LEAST_DIGITS = 4;
/** Digits of what was mistyped. */
const LEAST_MISTYPED = 3;
const MOST_PARTS = 60;
/** So unlikely it must be, in bits, that the two meet by chance; names that they share count. */
const ENOUGH_BITS = 10.5;
/** Where the names have less than this in common it must be unlikelier. */
const BITS_OF_A_NAME = 1;
const UNNAMED_BITS = 13;
/** What a shared name, a pair of letters, two totals speak for it. */
const BITS = { key: 4, pair: 1.5, mostPairs: 4.5, title: 0.75, mostTitle: 1.5, totals: 1.5 } as const;
/** A mistyped figure is found within these bounds. */
const NEAR = 1.5;
/** Figures that differ by less than so many times what rounding leaves open are one. */
const ROUNDED = 3;

/**
 * Figures of the workbook that nothing else in the set confirms, and that are another figure of the set, of one meaning as
 * far as names, times and places say, but for two digits that somebody exchanged. The more figures the set has, and the fewer digits these
 * have, the more of such pairs chance makes: only what it hardly makes is told.
 */
export function slipTwins(own: readonly NamedTable[], lent: readonly NamedTable[], partsOf: PartsOf): SlipTwin[] {
  const all = [...own, ...lent].filter(({ isAccount }) => !isAccount).flatMap(standings);
  if (all.length > MOST_FIGURES) return [];
  const field = new Field(all);
  const isOwn = new Set(own);
  const mine = all.filter(({ table }) => isOwn.has(table));
  const at = new Map(mine.map((standing) => [placeKey(standing.cell), standing]));
  const found = new Map<string, SlipTwin>();
  for (const one of mine) {
    const cells = field.confirms(one) ? undefined : partsOf(one.cell);
    if (!cells) continue;
    const parts = cells.slice(0, MOST_PARTS).flatMap((part) => at.get(placeKey({ ...one.cell, ...part })) ?? []);
    for (const twin of twinsOf(one, parts, field)) {
      if (isOwn.has(twin.other.table) && !partsOf(twin.other.cell)) continue;
      const key = [placeKey(twin.one.cell), placeKey(twin.other.cell)].sort().join();
      const known = found.get(key);
      if (!known || known.bits < twin.bits) found.set(key, twin);
    }
  }
  return onePerSlip([...found.values()]);
}

/** One slip shows in every total above it: the likeliest place is told. */
function onePerSlip(twins: readonly SlipTwin[]): SlipTwin[] {
  const taken = new Set<string>();
  return [...twins]
    .sort((a, b) => b.bits - a.bits)
    .filter(({ one, other, part }) => {
      const keys = [one, other, ...(part ? [part.at] : [])].map(({ cell }) => placeKey(cell));
      if (keys.some((key) => taken.has(key))) return false;
      keys.forEach((key) => taken.add(key));
      return true;
    });
}

function standings(table: NamedTable): Standing[] {
  const { book, sheet, rows, columns, figures } = table;
  return figures.flatMap((figure) => {
    const [row, column] = [rows[figure.row], columns[figure.column]];
    if (!row || !column || figure.yuan === 0) return [];
    return [{ table, figure, row, column, cell: { book, sheet, row: row.at, column: column.at } }];
  });
}

/** One slip, and what it makes of a figure when it is undone. */
interface Slip {
  readonly at: Standing;
  readonly shouldBe: number;
  readonly value: number;
}

function twinsOf(one: Standing, parts: readonly Standing[], field: Field): SlipTwin[] {
  const own = one.figure.digits >= LEAST_DIGITS ? slipsOf(one, one) : [];
  const mistyped = parts.filter(({ figure }) => figure.digits >= LEAST_MISTYPED);
  return [own, mistyped.flatMap((part) => slipsOf(one, part))].flatMap((slips) =>
    [...byValue(slips)].flatMap(([value, [slip, another]]) =>
      field.meeting(one, value).flatMap((other): SlipTwin[] => {
        if (!slip || !mayBeOne(one, other)) return [];
        const ofNames = bitsOfNames(one, other, field);
        const bits = field.bits(one, other, slips.length) + ofNames + bitsOfTitles(one, other, field);
        const part = slip.at === one || another ? undefined : slip;
        return bits >= (ofNames < BITS_OF_A_NAME ? UNNAMED_BITS : ENOUGH_BITS) ? [{ one, other, part, bits }] : [];
      }),
    ),
  );
}

function byValue(slips: readonly Slip[]): ReadonlyMap<number, readonly Slip[]> {
  const groups = new Map<number, Slip[]>();
  for (const slip of slips) groups.set(slip.value, [...(groups.get(slip.value) ?? []), slip]);
  return groups;
}

/** What a figure may be where a slip in it, or in one of its parts, is undone. */
function slipsOf({ figure }: Standing, at: Standing): Slip[] {
  const { yuan, factor } = at.figure;
  return exchanged(String(significant(Math.abs(yuan / factor)))).map((text) => {
    const shouldBe = significant(Number(text) * factor * Math.sign(yuan));
    return { at, shouldBe, value: at.figure === figure ? shouldBe : significant(figure.yuan + shouldBe - yuan) };
  });
}

/** 1549 and 1459: two digits next to each other. */
function exchanged(text: string): string[] {
  return [...text].flatMap((a, i) => {
    const next = text[i + 1] === '.' ? i + 2 : i + 1;
    const b = text[next] ?? '';
    if (!/\d/.test(a) || !/\d/.test(b) || a === b || (i === 0 && b === '0')) return [];
    return [text.slice(0, i) + b + text.slice(i + 1, next) + a + text.slice(next + 1)];
  });
}

/** The figures of a set by their size. */
class Field {
  private readonly sorted: readonly Standing[];
  private readonly yuan: Float64Array;
  private readonly widest: number;
  private readonly tables: number;
  private readonly times = new Map<string, number>();

  constructor(all: readonly Standing[]) {
    this.sorted = all
      .filter(({ figure }) => figure.digits >= LEAST_DIGITS)
      .sort((a, b) => a.figure.yuan - b.figure.yuan);
    this.yuan = Float64Array.from(this.sorted, ({ figure }) => figure.yuan);
    this.widest = Math.max(0, ...this.sorted.map(halfOf));
    const tables = new Map<NamedTable, Standing[]>();
    for (const one of all) tables.set(one.table, [...(tables.get(one.table) ?? []), one]);
    this.tables = tables.size;
    for (const table of tables.keys())
      for (const pair of new Set([...table.rows, ...table.columns].flatMap(({ label }) => wordsOf(label))))
        this.times.set(pair, (this.times.get(pair) ?? 0) + 1);
  }

  /** Whether another table shows the same figure. */
  confirms(one: Standing): boolean {
    const { low, high } = one.figure.interval;
    return this.between(low, high).some(
      (other) => other.table !== one.table && meets(one, other, 0) && isOfOneNature(one.figure, other.figure),
    );
  }

  /** The figures of other tables that are `value` as far as both are printed. */
  meeting(one: Standing, value: number): Standing[] {
    const shift = value - one.figure.yuan;
    const { low, high } = one.figure.interval;
    return this.between(low + shift, high + shift).filter(
      (other) =>
        other.table !== one.table &&
        meets(one, other, shift) &&
        isAsTyped(one, other, shift) &&
        Math.abs(other.figure.yuan - one.figure.yuan) > ROUNDED * (halfOf(one) + halfOf(other)),
    );
  }

  /** How unlikely it is that one of so many slips makes a figure meet another by chance. */
  bits(one: Standing, other: Standing, slips: number): number {
    const size = Math.abs(other.figure.yuan);
    const [low, high] = [size / NEAR, size * NEAR]
      .map((end) => end * Math.sign(other.figure.yuan))
      .sort((a, b) => a - b);
    const among = Math.max(1, this.from(high ?? 0) - this.from(low ?? 0));
    const share = (2 * (halfOf(one) + halfOf(other))) / (size * (NEAR - 1 / NEAR));
    return -Math.log2(slips * among * share);
  }

  /** How much it tells that two names share these pairs of letters: the fewer tables have one, the more; at most 1 each. */
  rarity(pairs: readonly string[]): number {
    return pairs.reduce((sum, pair) => {
      const share = (this.times.get(pair) ?? this.tables) / this.tables;
      return sum + Math.min(1, -Math.log2(share) / 2);
    }, 0);
  }

  private between(low: number, high: number): Standing[] {
    const found: Standing[] = [];
    for (let i = this.from(low - this.widest); i < this.sorted.length; i++) {
      const one = this.sorted[i];
      if (!one || one.figure.yuan > high + this.widest) break;
      if (one.figure.interval.high >= low && one.figure.interval.low <= high) found.push(one);
    }
    return found;
  }

  private from(value: number): number {
    let [low, high] = [0, this.yuan.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.yuan[middle] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function meets(one: Standing, other: Standing, shift: number): boolean {
  const [a, b] = [one.figure.interval, other.figure.interval];
  return a.low + shift <= b.high && b.low <= a.high + shift;
}

/** Whoever exchanges two digits types all the others: what cells do not show must agree, too. */
function isAsTyped({ figure: one }: Standing, { figure: other }: Standing, shift: number): boolean {
  const step = ({ yuan, factor }: NamedFigure): number => factor / 10 ** ownDecimals(significant(yuan / factor));
  return Math.abs(one.yuan + shift - other.yuan) <= Math.max(step(one), step(other)) / 2 + NOISE * Math.abs(other.yuan);
}

/** Binary dust. */
const NOISE = 1e-12;

function halfOf({ figure: { interval } }: Standing): number {
  return (interval.high - interval.low) / 2;
}

/** Whether nothing says that two figures are of two things. */
function mayBeOne(one: Standing, other: Standing): boolean {
  return (
    isOfOneNature(one.figure, other.figure) &&
    areOfOnePlace(one.table, other.table) &&
    periodsMeet(one.table.period, other.table.period) &&
    tiersMeet(one.table.tier, other.table.tier) &&
    stagesMeet(one.column.role ?? one.row.role, other.column.role ?? other.row.role) &&
    isOfYearBefore(one) === isOfYearBefore(other) &&
    !isMean(one) &&
    !isMean(other) &&
    scopesMeet(one.table.scope, other.table.scope) &&
    sidesMeet(one, other) &&
    !areTwoMembers(one.row, other.row) &&
    !areTwoMonths(one, other)
  );
}

/** What the year before came to, and what was planned, is said so on both sides. */
function stagesMeet(a: ColumnRole | undefined, b: ColumnRole | undefined): boolean {
  const isOtherwise = (role: ColumnRole | undefined) => role !== undefined && OF_OTHER_TIMES.includes(role);
  return rolesMeet(a, b) && (a === b || (!isOtherwise(a) && !isOtherwise(b)));
}

const OF_OTHER_TIMES: readonly ColumnRole[] = ['prior', 'budget_initial', 'budget_adjusted'];

function isOfYearBefore({ row, column }: Standing): boolean {
  return /[上去]年(?![结滚]|末)|同期/.test(`${row.label}|${column.label}`);
}

function isMean({ row, column }: Standing): boolean {
  return /人均|户均|亩均|月均|平均/.test(`${row.label}|${column.label}`);
}

/** 一般公共预算 is never 政府性基金; that one table is of 财政专户 says nothing of what is in them. */
function scopesMeet(...scopes: readonly (readonly string[])[]): boolean {
  const [a, b] = scopes.map((scope) => scope.filter((one) => BUDGETS.test(one)));
  return !a || !b || a.length === 0 || b.length === 0 || a.some((scope) => b.includes(scope));
}

const BUDGETS = /一般公共预算|政府性基金|国有资本|社会保险基金/;

function sidesMeet(...both: readonly Standing[]): boolean {
  const [a, b] = both.map(({ row, column }) => sideIn(`${row.label}|${column.label}`));
  return a === '' || b === '' || a === b;
}

const MEMBER = /(?:局|办|办公室|委|委员会|院|部|中心|大队|校|学|公司|镇|乡|街道|苏木|村|社区)$/;

/** 县教育局 and 县人社局. */
function areTwoMembers({ label: a, keys }: Named, other: Named): boolean {
  return MEMBER.test(a) && MEMBER.test(other.label) && !keys.some((key) => other.keys.includes(key));
}

function areTwoMonths(one: Standing, other: Standing): boolean {
  const [a, b] = [one, other].map(({ row, column }) => new Set(`${row.label}|${column.label}`.match(/\d{1,2}月/g)));
  return a?.size === 1 && b?.size === 1 && ![...a].some((month) => b.has(month));
}

function bitsOfNames(one: Standing, other: Standing, field: Field): number {
  const [keys, others] = [one, other].map(({ row, column }) => [...row.keys, ...column.keys].filter(isNaming));
  const isShared = keys?.some((key) => others?.includes(key)) === true;
  const words = new Set(wordsAt(other));
  const shared = wordsAt(one).filter((pair) => words.has(pair));
  const areTotals = [one, other].every(({ row, column }) => row.depth === 0 || column.depth === 0);
  return (
    (isShared ? BITS.key : 0) +
    Math.min(BITS.mostPairs, BITS.pair * field.rarity(shared)) +
    (areTotals ? BITS.totals : 0)
  );
}

function bitsOfTitles(one: Standing, other: Standing, field: Field): number {
  const titled = [
    ...wordsAt(one).filter((pair) => other.table.title.includes(pair)),
    ...wordsAt(other).filter((pair) => one.table.title.includes(pair)),
  ];
  return Math.min(BITS.mostTitle, BITS.title * field.rarity(titled));
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
