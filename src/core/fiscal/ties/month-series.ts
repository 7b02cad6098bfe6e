import type { Position } from '../../grid/address';
import type { Sheet } from '../../grid/sheet';
import {
  intervalOf,
  meets,
  type Printed,
  quotientInterval,
  scaled,
  shifted,
  sumInterval,
} from '../../numbers/interval';
import { periodIn, periodWithin } from '../../numbers/period';
import { dateAt } from '../../tables/cells';
import { figureAt } from '../../tables/printed';
import { isFigureRole, type Table, type TableRow } from '../../tables/table';

/**
 * What the months of a series owe each other. `cumulative`: the total since January is that of the month before,
 * with the month's own; `opening`: what a month begins with is what the month before ended with; `growth`: a rate on
 * the same month of the year before.
 */
export interface SeriesRelation {
  readonly kind: 'cumulative' | 'opening' | 'growth';
  readonly target: Position;
  /** cumulative: the total before (none in January), the month; opening: the closing figure before; growth: the figure a year before, the figure. */
  readonly from: readonly Position[];
  readonly expected: number;
  readonly actual: number;
  /** 100 where the rate is printed as 0–100; 1 otherwise. */
  readonly scale: number;
  readonly holds: boolean;
}

/** All lines of one target figure in a table: its months, or days, down a column, or across a row. */
export interface MonthSeries {
  readonly kind: SeriesRelation['kind'];
  readonly isOfDays: boolean;
  readonly relations: readonly SeriesRelation[];
}

/** Months of one line of the table, counted from the year 0; without a year from January on. */
interface MonthLine {
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

/** A table seen along its months: `lines` of months, and what runs across them. */
interface Axis {
  /** Days follow each other as they stand, whatever lies between them. */
  readonly isOfDays: boolean;
  readonly lines: readonly MonthLine[];
  readonly across: readonly number[];
  readonly nameOf: (across: number) => string;
  readonly at: (line: number, across: number) => Position;
}

/** Fewer months make no series. */
const LEAST_MONTHS = 4;
/** So many months must come out, and this share of those that can be judged; else the columns mean something else. */
const LEAST_HOLDING = 3;
const LEAST_SHARE = 0.7;
/** Wider tables are no series of months. */
const MOST_ACROSS = 60;

/** Which figures of a table with months in its rows, or in its columns, are totals since January or rates on the year before. */
export function monthSeries(sheet: Sheet, table: Table): MonthSeries[] {
  return [monthsDown(table) ?? daysDown(sheet, table), monthsAcross(table)].flatMap((axis) =>
    axis ? seriesAlong(sheet, axis) : [],
  );
}

/** 3月3日, 6月21日（周六）, 2025-03-03. */
const DAY = /^(?:(?:19|20)\d{2}[-/.年])?(\d{1,2})[-/.月](\d{1,2})日?(?:\s*[（(].*)?$/;

/** Day after day; what the first day goes on from stands right above it: 1—2月累计. */
function daysDown(sheet: Sheet, { rows, columns }: Table): Axis | undefined {
  const dates = columns.find(({ role }) => role === 'date');
  const dayOf = ({ row, label }: TableRow): number => {
    const [, month, day] = DAY.exec(label.trim()) ?? [];
    if (month !== undefined) return 31 * Number(month) + Number(day);
    const date = dates && dateAt(sheet, row, dates);
    return date === undefined ? NaN : 31 * Number(date.slice(5, 7)) + Number(date.slice(8, 10));
  };
  const first = rows.findIndex((row) => !Number.isNaN(dayOf(row)));
  const days = rows.slice(first).filter((row) => !Number.isNaN(dayOf(row)));
  // Line by line of a book one day may have several.
  const isInOrder = days.every((row, i) => {
    const before = days[i - 1];
    return !before || dayOf(row) >= dayOf(before);
  });
  const across = columns.filter(({ role }) => isFigureRole(role)).map(({ column }) => column);
  if (first < 0 || days.length < LEAST_MONTHS || !isInOrder || across.length > MOST_ACROSS) return undefined;
  const before = rows[first - 1];
  const carried = before && /累计|承前|上[月旬期]/.test(before.label) ? [before] : [];
  return {
    isOfDays: true,
    lines: [...carried, ...days].map(({ row }, i) => ({ line: row, from: i, to: i })),
    across,
    nameOf: (column) => columns.find((one) => one.column === column)?.path.at(-1) ?? '',
    at: (row, column) => ({ row, column }),
  };
}

function monthsDown({ rows, columns, period }: Table): Axis | undefined {
  const lines = rows.flatMap(({ row, label }) => monthLine(row, label, period?.from) ?? []);
  const across = columns.filter(({ role }) => isFigureRole(role)).map(({ column }) => column);
  return isSeries(lines) && across.length <= MOST_ACROSS
    ? {
        isOfDays: false,
        lines,
        across,
        nameOf: (column) => columns.find((one) => one.column === column)?.path.at(-1) ?? '',
        at: (row, column) => ({ row, column }),
      }
    : undefined;
}

function monthsAcross({ rows, columns, period }: Table): Axis | undefined {
  const lines = columns.flatMap(({ column, path, role }) =>
    isFigureRole(role) ? (monthLine(column, path.at(-1) ?? '', period?.from) ?? []) : [],
  );
  const across = rows.map(({ row }) => row);
  return isSeries(lines) && across.length <= MOST_ACROSS
    ? {
        isOfDays: false,
        lines,
        across,
        nameOf: (row) => rows.find((one) => one.row === row)?.name ?? '',
        at: (column, row) => ({ row, column }),
      }
    : undefined;
}

/** 2023年5月, 2023-05-01, 5月, 1-2月; a day is taken for its month. */
function monthLine(line: number, label: string, since: string | undefined): MonthLine | undefined {
  const day = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:\s.*)?$/.exec(label.trim());
  if (day) return monthsOf(line, Number(day[1]), Number(day[2]), Number(day[2]));
  if (/合计|总计|小计|季度|半年|全年|累计/.test(label)) return undefined;
  const year = Number(since?.slice(0, 4) ?? 2000);
  if (/^(?:上年(?:结[转余]|年?[末底](?:余额|结余|数)?|12月)|(?:年|期)初(?:余额|结余|数)?)$/.test(label.trim()))
    return { line, from: 12 * year - 1, to: 12 * year - 1 };
  const period = periodIn(label) ?? periodWithin(label, year);
  if (!period || !period.from.endsWith('-01')) return undefined;
  const month = (date: string): number => Number(date.slice(5, 7));
  return monthsOf(line, Number(period.from.slice(0, 4)), month(period.from), month(period.to));
}

function monthsOf(line: number, year: number, first: number, last: number): MonthLine {
  return { line, from: 12 * year + first - 1, to: 12 * year + last - 1 };
}

/** Month after month; a year may stand below or beside the other. */
function isSeries(lines: readonly MonthLine[]): boolean {
  const single = lines.filter(({ from, to }) => to - from <= 1);
  const following = single.filter(({ from }, i) => i > 0 && from === (single[i - 1]?.to ?? NaN) + 1);
  return single.length >= LEAST_MONTHS && following.length >= single.length / 2;
}

function seriesAlong(sheet: Sheet, axis: Axis): MonthSeries[] {
  const figure = new Map<number, Map<number, Printed>>();
  for (const across of axis.across) {
    const own = new Map<number, Printed>();
    for (const { line } of axis.lines) {
      const { row, column } = axis.at(line, across);
      const printed = figureAt(sheet, row, column);
      if (printed) own.set(line, printed);
    }
    if (own.size >= LEAST_MONTHS) figure.set(across, own);
  }
  const series: MonthSeries[] = [];
  const totals = new Set<number>();
  for (const [target, own] of figure) {
    const best = bestOf(
      [...figure]
        .filter(([of]) => of !== target)
        .map(([of, months]) => cumulative(axis, { target, own }, { of, months })),
    );
    if (!best) continue;
    totals.add(target);
    series.push({ kind: 'cumulative', isOfDays: axis.isOfDays, relations: best });
  }
  if (axis.isOfDays) return series;
  series.push(...openings(axis, figure));
  for (const [target, own] of figure) {
    if (totals.has(target)) continue;
    const best = bestOf(
      [...figure]
        .filter(([of]) => of !== target)
        .flatMap(([of, months]) => [100, 1].map((scale) => growth(axis, { target, own }, { of, months }, scale))),
    );
    if (best) series.push({ kind: 'growth', isOfDays: false, relations: best });
  }
  return series;
}

const OPENING = /^(?:[月期]初|上[月期](?:末|底|结[余转存]))/;
const CLOSING = /^(?:[月期][末底终]|(?:本|当)[月期](?:末|底|期末|结[余存]))/;

/** 月初余额 of a month is 月末余额 of the month before; where several are called so nobody knows which is which. */
function openings(axis: Axis, figure: ReadonlyMap<number, ReadonlyMap<number, Printed>>): MonthSeries[] {
  const called = (words: RegExp) => [...figure].filter(([across]) => words.test(axis.nameOf(across)));
  const [[opening, another], [closing, other]] = [called(OPENING), called(CLOSING)];
  if (!opening || !closing || another || other) return [];
  const [target, own] = opening;
  const [of, months] = closing;
  const relations = axis.lines.flatMap(({ line, from }, i) => {
    const before = axis.lines[i - 1];
    const [begins, ended] = [own.get(line), before && months.get(before.line)];
    if (!before || !begins || !ended || before.to !== from - 1) return [];
    const holds = meets(intervalOf(begins), intervalOf(ended));
    return [relationOf('opening', axis, target, line, [axis.at(before.line, of)], begins, ended.value, 1, holds)];
  });
  const holding = relations.filter(({ holds }) => holds).length;
  return holding >= LEAST_HOLDING && holding >= LEAST_SHARE * relations.length
    ? [{ kind: 'opening', isOfDays: false, relations }]
    : [];
}

/** The reading of which most lines come out, if enough do. */
function bestOf(readings: readonly (readonly SeriesRelation[])[]): readonly SeriesRelation[] | undefined {
  // In January both are one figure, which says nothing of how the next is made.
  const holding = (relations: readonly SeriesRelation[]): number =>
    relations.filter(({ from, holds }) => holds && from.length === 2).length;
  const [best] = [...readings].sort((a, b) => holding(b) - holding(a) || a.length - b.length);
  if (!best || holding(best) < LEAST_HOLDING) return undefined;
  return holding(best) >= LEAST_SHARE * (holding(best) + causesIn(best)) ? best : undefined;
}

/** How many slips explain the lines that do not come out: a wrong total breaks its own month, and the next by as much the other way. */
export function causesIn(relations: readonly SeriesRelation[]): number {
  const differs = relations.map(({ actual, expected, holds }) => (holds ? 0 : actual - expected));
  let causes = 0;
  for (let i = 0; i < differs.length; i++) {
    const own = differs[i] ?? 0;
    if (own === 0) continue;
    causes++;
    if (Math.abs(own + (differs[i + 1] ?? 0)) < Math.abs(own) * 1e-6) i++;
  }
  return causes;
}

interface Target {
  readonly target: number;
  readonly own: ReadonlyMap<number, Printed>;
}

interface Source {
  readonly of: number;
  readonly months: ReadonlyMap<number, Printed>;
}

function cumulative(axis: Axis, { target, own }: Target, { of, months }: Source): SeriesRelation[] {
  return axis.lines.flatMap(({ line, from }, i) => {
    const total = own.get(line);
    const month = months.get(line);
    if (!total || !month) return [];
    const at = (l: number, across: number): Position => axis.at(l, across);
    const alone = meets(intervalOf(total), intervalOf(month));
    const isFirst = !axis.isOfDays && from % 12 === 0;
    if (isFirst && alone)
      return [relationOf('cumulative', axis, target, line, [at(line, of)], total, month.value, 1, true)];
    const before = axis.lines[i - 1];
    const carried = before && before.to === from - 1 ? own.get(before.line) : undefined;
    if (!before || !carried) {
      return isFirst
        ? [relationOf('cumulative', axis, target, line, [at(line, of)], total, month.value, 1, false)]
        : [];
    }
    if (carried.value === total.value && month.value === 0) return [];
    const terms = [carried, month];
    const expected = sumInterval(
      terms.map((term) => ({ ...term, exact: true })),
      [1, 1],
    ).low;
    const holds = meets(intervalOf(total), sumInterval(terms, [1, 1]));
    // A balance runs on over the years, a total begins anew: which of the two it was, January tells when it comes out.
    return isFirst && !holds
      ? [relationOf('cumulative', axis, target, line, [at(line, of)], total, month.value, 1, false)]
      : [
          relationOf(
            'cumulative',
            axis,
            target,
            line,
            [at(before.line, target), at(line, of)],
            total,
            expected,
            1,
            holds,
          ),
        ];
  });
}

function growth(axis: Axis, { target, own }: Target, { of, months }: Source, scale: number): SeriesRelation[] {
  const lineOf = new Map(axis.lines.map(({ line, from, to }) => [`${from}-${to}`, line]));
  return axis.lines.flatMap(({ line, from, to }) => {
    const rate = own.get(line);
    const figure = months.get(line);
    const yearBefore = lineOf.get(`${from - 12}-${to - 12}`);
    const base = yearBefore === undefined ? undefined : months.get(yearBefore);
    // A rate on a base that is nothing or negative says nothing.
    if (!rate || !figure || !base || yearBefore === undefined || base.value <= 0 || figure.value === base.value)
      return [];
    const ratio = quotientInterval(intervalOf(figure), intervalOf(base));
    if (!ratio) return [];
    const holds = meets(intervalOf(rate), scaled(shifted(ratio, -1), scale));
    const expected = (figure.value / base.value - 1) * scale;
    const operands = [axis.at(yearBefore, of), axis.at(line, of)];
    return [relationOf('growth', axis, target, line, operands, rate, expected, scale, holds)];
  });
}

function relationOf(
  kind: SeriesRelation['kind'],
  axis: Axis,
  target: number,
  line: number,
  from: readonly Position[],
  printed: Printed,
  expected: number,
  scale: number,
  holds: boolean,
): SeriesRelation {
  return { kind, target: axis.at(line, target), from, expected, actual: printed.value, scale, holds };
}
