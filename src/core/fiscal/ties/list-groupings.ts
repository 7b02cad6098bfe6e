import { halfUnit, intervalOf, scaled, type Interval } from '../../numbers/interval';
import type { AnyUnit } from '../../numbers/unit';
import { amountAt, dateAt, wordsAt } from '../../tables/cells';
import { itemName } from '../../tables/label';
import { isAmountRole, type Column, type TableRow } from '../../tables/table';
import type { TableOnSheet } from '../../tables/table-place';
import { TOWN } from './same-figures/name-keys';
import { shortNames } from './short-names';

/** Each line of a summary stands for several of its list. */
export const LEAST_LINES_A_GROUP = 1.5;
export const MOST_GROUPS = 200;
/** So many names are looked for in each other's letters. */
const MOST_SHORT = 60;

export type Lines = readonly TableRow[];
/** The lines of a list that belong to each group that a summary names, and by what they were told apart. */
export interface Grouping {
  readonly lines: ReadonlyMap<string, Lines>;
  readonly way: string;
}

/** A group as a summary names it, in a row or over a column. */
export interface Group {
  readonly name: string;
  /** Nothing but 0 stands there: a group that the summary says is empty has no lines. */
  readonly isEmpty: boolean;
}

/** A list with its lines, grouped by the words of its columns when that is asked for. */
export class List<Place extends TableOnSheet> {
  readonly lines: Lines;
  /** Of these the ones that stand below the total of the list, which may not count. */
  readonly below: ReadonlySet<TableRow>;
  private readonly known = new Map<Column, ReadonlyMap<string, Lines>>();

  constructor(readonly place: Place) {
    const { rows } = place.table;
    this.lines = rows.filter(({ role }) => role === 'item');
    const last = rows.findLastIndex(({ role }) => role === 'total');
    this.below = new Set(last > rows.length / 2 ? rows.slice(last).filter(({ role }) => role === 'item') : []);
  }

  /** Its lines by the words of a column; a merged cell speaks for all the lines beside it. */
  byWords(column: Column): ReadonlyMap<string, Lines> {
    const known = this.known.get(column);
    if (known) return known;
    const { sheet } = this.place;
    const merges = sheet.merges.filter(({ left, top, bottom }) => left === column.column && bottom > top);
    const topOf = (row: number) => merges.find(({ top, bottom }) => top <= row && row <= bottom)?.top ?? row;
    const groups = grouped(this.lines, ({ row }) =>
      itemName(wordsAt(sheet, merges.length > 0 ? topOf(row) : row, column)),
    );
    this.known.set(column, groups);
    return groups;
  }
}

function grouped(lines: Lines, keyOf: (line: TableRow) => string): Map<string, TableRow[]> {
  const groups = new Map<string, TableRow[]>();
  for (const line of lines) {
    const key = keyOf(line);
    const group = groups.get(key);
    if (group) group.push(line);
    else groups.set(key, [line]);
  }
  return groups;
}

/** The ways in which the groups of a summary may stand for the lines of a list: by a word, by a month, by size. */
export function groupingsOf<Place extends TableOnSheet>(list: List<Place>, groups: readonly Group[]): Grouping[] {
  const names = groups.map(({ name }) => name);
  const months = names.map(monthIn);
  if (months.every((month) => month !== undefined)) {
    const dated = byDate(list, names, months);
    if (dated.length > 0) return dated;
  }
  const spans = names.map(monthsIn);
  if (spans.every((span) => span !== undefined)) return bySpan(list, names, spans);
  const bands = names.map(bandIn);
  if (bands.every((band) => band !== undefined)) return byBand(list, names, bands);
  return [...byWords(list, groups), ...byBeginning(list, groups)];
}

interface MonthOf {
  readonly year: string | undefined;
  readonly month: number;
}

/** 3月, 3月份(含清算), 2024年12月. */
function monthIn(name: string): MonthOf | undefined {
  const [, year, month] = /^((?:19|20)\d\d)?年?(\d{1,2})月份?(?:\(.*\))?$/.exec(name) ?? [];
  return month === undefined ? undefined : { year, month: Number(month) };
}

function byDate<Place extends TableOnSheet>(
  { place: { sheet, table }, lines }: List<Place>,
  names: readonly string[],
  months: readonly MonthOf[],
): Grouping[] {
  return table.columns
    .filter(({ role }) => role === 'date')
    .flatMap((column) => {
      const dates = new Map(lines.map((line) => [line, dateAt(sheet, line.row, column)]));
      const told = new Set(months.flatMap(({ year }) => year ?? []));
      const years = new Set([...dates.values()].map((date) => date?.slice(0, 4)));
      // Of two years the months of one name would fall together, but where those of one are told.
      const others = [...years].filter((year) => year === undefined || !told.has(year));
      if (others.length > 1 || others.includes(undefined)) return [];
      const own = others[0] ?? [...told].at(-1);
      const groups = grouped(lines, (line) => dates.get(line)?.slice(0, 7) ?? '');
      const byMonth = names.map((name, i) => {
        const { year = own, month = 0 } = months[i] ?? {};
        return [name, groups.get(`${year}-${String(month).padStart(2, '0')}`) ?? []] as const;
      });
      return [{ lines: new Map(byMonth), way: `date ${column.column}` }];
    });
}

function bySpan<Place extends TableOnSheet>(
  { lines }: List<Place>,
  names: readonly string[],
  spans: readonly (readonly number[])[],
): Grouping[] {
  const months = lines.map(({ name }) => Number(/^(\d{1,2})月份?$/.exec(name)?.[1]));
  // Months of two years, or of a year not over, make no quarters.
  if (new Set(months).size !== lines.length || months.some((month) => !(month >= 1 && month <= 12))) return [];
  const grouping = new Map(
    names.map((name, i) => [name, lines.filter((_, line) => spans[i]?.includes(months[line] ?? NaN) === true)]),
  );
  const isWhole = names.every((name, i) => grouping.get(name)?.length === spans[i]?.length);
  return isWhole ? [{ lines: grouping, way: 'span' }] : [];
}

function byBand<Place extends TableOnSheet>(
  { place, lines }: List<Place>,
  names: readonly string[],
  bands: readonly { readonly from: number; readonly to: number }[],
): Grouping[] {
  return place.table.columns
    .filter(({ role }) => role === 'ytd' || role === 'amount' || role === 'paid')
    .map((column) => {
      const sizes = new Map(lines.map((line) => [line, yuanAt(place, line, column)?.yuan ?? NaN]));
      const byName = names.map((name, i) => {
        const { from = NaN, to = NaN } = bands[i] ?? {};
        return [
          name,
          lines.filter((line) => (sizes.get(line) ?? NaN) >= from && (sizes.get(line) ?? NaN) < to),
        ] as const;
      });
      return { lines: new Map(byName), way: `band ${column.column}` };
    });
}

function byWords<Place extends TableOnSheet>(list: List<Place>, groups: readonly Group[]): Grouping[] {
  const names = groups.map(({ name }) => name);
  return list.place.table.columns
    .filter(({ role }) => role === 'text' || role === 'item')
    .flatMap((column) => {
      const words = list.byWords(column);
      if (words.size > MOST_GROUPS) return [];
      const called = calledIn(words, names);
      if (!groups.every(({ name, isEmpty }) => isEmpty || called.has(name))) return [];
      const grouping = new Map(names.map((name) => [name, words.get(called.get(name) ?? '') ?? []]));
      // Names that stand in both but once each make two tables of one thing, no list and no summary.
      const filled = groups.filter(({ isEmpty }) => !isEmpty);
      const lines = filled.reduce((sum, { name }) => sum + (grouping.get(name)?.length ?? 0), 0);
      return lines < filled.length * LEAST_LINES_A_GROUP ? [] : [{ lines: grouping, way: `words ${column.column}` }];
    });
}

/** Letters of a group that a line may begin with. */
const LEAST_LETTERS = 2;

/** 白沙 of a summary is 白沙中心小学 and 白沙九年制 of a list; of one group that no line is called after it is the rest. */
function byBeginning<Place extends TableOnSheet>({ lines }: List<Place>, groups: readonly Group[]): Grouping[] {
  const beginnings = groups.map(({ name }) => name.replace(TOWN, ''));
  if (beginnings.some((beginning) => beginning.length < LEAST_LETTERS)) return [];
  const grouping = new Map(groups.map(({ name }): [string, TableRow[]] => [name, []]));
  const rest: TableRow[] = [];
  for (const line of lines) {
    const [of, more] = groups.filter((_, i) => line.name.startsWith(beginnings[i] ?? ' '));
    const group = of && !more && line.name !== of.name ? grouping.get(of.name) : undefined;
    (group ?? rest).push(line);
  }
  const [without, more] = groups.filter(({ name, isEmpty }) => !isEmpty && grouping.get(name)?.length === 0);
  if (more || (without && rest.length === 0) || rest.length * 2 > lines.length) return [];
  if (without) grouping.set(without.name, rest);
  return without || rest.length === 0 ? [{ lines: grouping, way: 'beginning' }] : [];
}

/** What the groups of a list are called in its summary: 县公安局 is 公安局, 一般性转移支付 is 一般性. */
function calledIn(groups: ReadonlyMap<string, Lines>, names: readonly string[]): ReadonlyMap<string, string> {
  const same = names.filter((name) => groups.has(name));
  const own = new Set(same);
  const left = names.filter((name) => !own.has(name));
  const others = [...groups.keys()].filter((name) => name !== '' && !own.has(name));
  const short = left.length > MOST_SHORT || others.length > MOST_SHORT ? new Map() : shortNames(left, others);
  return new Map([...same.map((name) => [name, name] as const), ...short]);
}

const QUARTERS = ['一', '二', '三', '四'];

/** The months of 一季度 or 上半年. */
function monthsIn(name: string): readonly number[] | undefined {
  const from = (first: number, count: number) => Array.from({ length: count }, (_, i) => first + i);
  const quarter = /^(?:第)?([一二三四1-4])季度?$/.exec(name)?.[1];
  if (quarter !== undefined) {
    const at = QUARTERS.includes(quarter) ? QUARTERS.indexOf(quarter) : Number(quarter) - 1;
    return from(3 * at + 1, 3);
  }
  if (name === '上半年') return from(1, 6);
  return name === '下半年' ? from(7, 6) : undefined;
}

const PER: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8, '': 1 };

/** 1000万元以上, 500-1000万元, 100万元以下, in yuan. */
function bandIn(name: string): { readonly from: number; readonly to: number } | undefined {
  const match = /^(?:年?纳税)?(?:(\d+)(?:-|~|—|至))?(\d+)(万|亿)?元?(?:\(含\))?(及?以上|以下)?/.exec(name);
  const [, low, bound, scale = '', side] = match ?? [];
  const per = PER[scale] ?? 1;
  if (bound === undefined || (low === undefined) === (side === undefined)) return undefined;
  if (low !== undefined) return { from: Number(low) * per, to: Number(bound) * per };
  return side === '以下' ? { from: -Infinity, to: Number(bound) * per } : { from: Number(bound) * per, to: Infinity };
}

/** An amount in yuan, with how far the print leaves it open. */
export function yuanAt(
  { sheet, table }: TableOnSheet,
  { row }: TableRow,
  column: Column,
):
  | {
      readonly yuan: number;
      readonly interval: Interval;
      readonly factor: number;
      readonly unit: AnyUnit | undefined;
      readonly half: number;
      /** One unit of its last place. */
      readonly step: number;
    }
  | undefined {
  const amount = amountAt(sheet, table, row, column);
  return (
    amount && {
      yuan: amount.value * amount.factor,
      interval: scaled(intervalOf({ ...amount, exact: false }), amount.factor),
      factor: amount.factor,
      unit: amount.unit,
      half: amount.exact ? 0 : halfUnit(amount.decimals) * amount.factor,
      step: 2 * halfUnit(amount.decimals) * amount.factor,
    }
  );
}

export function isSummed({ role }: Column): boolean {
  return isAmountRole(role);
}
