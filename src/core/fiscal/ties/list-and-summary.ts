import { cellIndex, CellKind, formulaAt, type Sheet } from '../../grid/sheet';
import { ExactSum, significant } from '../../numbers/decimal';
import { halfUnit, intervalOf, meets, scaled, shifted, type Interval } from '../../numbers/interval';
import type { AnyUnit } from '../../numbers/unit';
import { amountAt, dateAt, wordsAt } from '../../tables/cells';
import { itemName } from '../../tables/label';
import { isAmountRole, type Column, type Table, type TableRow } from '../../tables/table';

/** A table with the sheet that it stands on. */
export interface TableOnSheet {
  readonly sheet: Sheet;
  readonly table: Table;
}

/** A figure of a summary and what the lines of a list that belong to it come to. */
export interface Grouped<Place extends TableOnSheet> {
  readonly summary: Place;
  readonly row: TableRow;
  readonly column: Column;
  readonly list: Place;
  /** The column of the list that was added up; undefined: its lines were counted. */
  readonly of: Column | undefined;
  readonly lines: readonly TableRow[];
  /** In yuan where the summary says its unit. */
  readonly expected: number;
  readonly actual: number;
  readonly factor: number;
  readonly unit: AnyUnit | undefined;
  readonly holds: boolean;
}

/** A list has many lines, and each line of its summary stands for several. */
const LEAST_LINES = 8;
const LEAST_LINES_A_GROUP = 2;
/** Two tables of fewer columns have one form by chance. */
const LEAST_COLUMNS = 4;
/** A longer list is an export of vouchers, whose summaries are made elsewhere. */
const MOST_LINES = 20_000;
const MOST_GROUPS = 60;
/** One in three of the sums, one in five of the counts, or one at all: more, and the summary is of something else. */
const MOST_BROKEN = { sum: 1 / 3, count: 0.2 };
/** A sum with as many digits is not met by chance. */
const TELLING_DIGITS = 4;

/** Sums by kind, month or size of the lines of a list (SUMIF, COUNTIF), wherever a table of the workbook gives them. */
export function groupedSums<Place extends TableOnSheet>(places: readonly Place[]): Grouped<Place>[] {
  const lists = joinedPages(places)
    .filter(({ table }) => table.rows.length >= LEAST_LINES && table.rows.length <= MOST_LINES)
    .map((place) => new List(place));
  return places.flatMap((summary) => {
    const rows = groupRows(summary.table);
    if (rows.length < 2 || rows.length > MOST_GROUPS) return [];
    const groupings = lists
      .filter(
        ({ place, lines }) =>
          !isPageOf(summary, place) && lines.length >= Math.max(LEAST_LINES, rows.length * LEAST_LINES_A_GROUP),
      )
      .flatMap((list) => groupingsOf(list, summary, rows).map((groups) => ({ list, groups })));
    return groupings.length === 0
      ? []
      : summary.table.columns.filter(isSummed).flatMap((column) => bestFit(summary, rows, column, groupings));
  });
}

/** A list that goes on under the same headers (过次页, 承前页) is one list. */
function joinedPages<Place extends TableOnSheet>(places: readonly Place[]): Place[] {
  const lists = new Map<string, Place>();
  places.forEach((place, i) => {
    const { sheet, table } = place;
    const form = table.columns.map(({ column, path }) => `${column}:${path.join('|')}`).join();
    const key = `${sheet.name}|${table.columns.length < LEAST_COLUMNS ? i : form}`;
    const before = lists.get(key);
    const rows = [...(before?.table.rows ?? []), ...table.rows];
    lists.set(key, before ? { ...before, table: { ...before.table, rows } } : place);
  });
  return [...lists.values()];
}

function isPageOf({ sheet, table }: TableOnSheet, list: TableOnSheet): boolean {
  const [first] = table.rows;
  return sheet.name === list.sheet.name && first !== undefined && list.table.rows.includes(first);
}

/** The lines of a summary that stand for a group: each name once. */
function groupRows({ rows }: Table): TableRow[] {
  const items = rows.filter(
    // 全年 below the quarters is what they come to.
    ({ role, name }) => (role === 'item' || role === 'ofWhich') && name !== '' && name !== '全年',
  );
  return new Set(items.map(({ name }) => name)).size === items.length ? items : [];
}

function isEmpty({ sheet, table }: TableOnSheet, { row }: TableRow): boolean {
  return table.columns.filter(isSummed).every((column) => (amountAt(sheet, table, row, column)?.value ?? 0) === 0);
}

function isSummed({ role }: Column): boolean {
  return isAmountRole(role);
}

type Lines = readonly TableRow[];
/** The lines of a list that belong to each line of a summary. */
type Grouping = ReadonlyMap<TableRow, Lines>;

class List<Place extends TableOnSheet> {
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

/** The ways in which the lines of a summary may stand for the lines of a list: by a word, by a month, by size. */
function groupingsOf<Place extends TableOnSheet>(list: List<Place>, summary: TableOnSheet, rows: Lines): Grouping[] {
  const { sheet, table } = list.place;
  const months = rows.map(({ name }) => /^(\d{1,2})月份?(?:\(.*\))?$/.exec(name)?.[1]);
  if (months.every((month) => month !== undefined)) {
    const dated = table.columns
      .filter(({ role }) => role === 'date')
      .flatMap((column) => {
        const dates = new Map(list.lines.map((line) => [line, dateAt(sheet, line.row, column)]));
        // Of two years the months of one name would fall together.
        if (new Set([...dates.values()].map((date) => date?.slice(0, 4))).size !== 1) return [];
        const groups = grouped(list.lines, (line) => String(Number(dates.get(line)?.slice(5, 7))));
        return [new Map(rows.map((row, i) => [row, groups.get(String(Number(months[i]))) ?? []]))];
      });
    if (dated.length > 0) return dated;
  }
  const spans = rows.map(({ name }) => monthsIn(name));
  if (spans.every((span) => span !== undefined)) {
    const months = list.lines.map(({ name }) => Number(/^(\d{1,2})月份?$/.exec(name)?.[1]));
    // Months of two years, or of a year not over, make no quarters.
    if (new Set(months).size !== list.lines.length || months.some((month) => !(month >= 1 && month <= 12))) return [];
    const grouping = new Map(
      rows.map((row, i) => [row, list.lines.filter((_, line) => spans[i]?.includes(months[line] ?? NaN) === true)]),
    );
    return rows.every((row, i) => grouping.get(row)?.length === spans[i]?.length) ? [grouping] : [];
  }
  const bands = rows.map(({ name }) => bandIn(name));
  if (bands.every((band) => band !== undefined))
    return table.columns
      .filter(({ role }) => role === 'ytd' || role === 'amount' || role === 'paid')
      .map((column) => {
        const sizes = new Map(list.lines.map((line) => [line, yuanAt(list.place, line, column)?.yuan ?? NaN]));
        return new Map(
          rows.map((row, i) => {
            const { from = NaN, to = NaN } = bands[i] ?? {};
            return [
              row,
              list.lines.filter((line) => (sizes.get(line) ?? NaN) >= from && (sizes.get(line) ?? NaN) < to),
            ];
          }),
        );
      });
  // 差 0 个: a group that the summary says is empty has no lines.
  const filled = rows.filter((row) => !isEmpty(summary, row));
  return table.columns
    .filter(({ role }) => role === 'text' || role === 'item')
    .flatMap((column) => {
      const groups = list.byWords(column);
      if (groups.size > MOST_GROUPS || !filled.every(({ name }) => groups.has(name))) return [];
      // Names that stand in both but once each make two tables of one thing, no list and no summary.
      const lines = rows.reduce((sum, { name }) => sum + (groups.get(name)?.length ?? 0), 0);
      if (lines < rows.length * LEAST_LINES_A_GROUP) return [];
      return [new Map(rows.map((row) => [row, groups.get(row.name) ?? []]))];
    });
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

function yuanAt(
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

interface GroupingOf<Place extends TableOnSheet> {
  readonly list: List<Place>;
  readonly groups: Grouping;
}

/** The list, and the column of it, whose sums come nearest to a column of a summary. */
function bestFit<Place extends TableOnSheet>(
  summary: Place,
  rows: Lines,
  column: Column,
  groupings: readonly GroupingOf<Place>[],
): Grouped<Place>[] {
  let best: Grouped<Place>[] = [];
  for (const { list, groups } of groupings) {
    const isCount = isCounted(column);
    const sources = list.place.table.columns.filter(
      ({ role }) => isAmountRole(role) && (isCount ? role === column.role : role !== 'count' && role !== 'persons'),
    );
    for (const of of [...(isCount ? [undefined] : []), ...sources]) {
      const judged = rows.flatMap((row) => judge(summary, row, column, list, of, groups.get(row) ?? []) ?? []);
      if (isTelling(judged) && isNearer(judged, best)) best = judged;
    }
  }
  return best;
}

/** 户数, 宗数, 交易次数: lines are counted, or counts of lines are added up. */
function isCounted({ role, path }: Column): boolean {
  return (
    role === 'count' ||
    role === 'persons' ||
    /(?:[户宗笔件人次个家]|项目|企业|订单)数(?:\(.*\))?$/.test(path.at(-1) ?? '')
  );
}

function holding<Place extends TableOnSheet>(judged: readonly Grouped<Place>[]): number {
  return judged.filter(({ holds, actual, expected }) => holds && (actual !== 0 || expected !== 0)).length;
}

/** More that agree; where as many do (unit prices of orders of one piece), less between those that do not. */
function isNearer<Place extends TableOnSheet>(
  judged: readonly Grouped<Place>[],
  best: readonly Grouped<Place>[],
): boolean {
  const [holds, known] = [holding(judged), holding(best)];
  return holds === known ? holds > 0 && apart(judged) < apart(best) : holds > known;
}

function apart<Place extends TableOnSheet>(judged: readonly Grouped<Place>[]): number {
  return judged.reduce((sum, { holds, actual, expected }) => sum + (holds ? 0 : Math.abs(actual - expected)), 0);
}

/** Nearly all of them agree; of two, one that agrees tells where both columns are called the same. */
function isTelling<Place extends TableOnSheet>(judged: readonly Grouped<Place>[]): boolean {
  const holds = holding(judged);
  const broken = judged.filter((one) => !one.holds).length;
  const most = judged.some(({ of }) => of !== undefined) ? MOST_BROKEN.sum : MOST_BROKEN.count;
  if (broken > Math.max(1, judged.length * most) || holds < broken) return false;
  if (holds >= 2) return true;
  const [first] = judged;
  return (
    holds === 1 &&
    first?.of !== undefined &&
    isCalledAlike(first.of, first.column) &&
    judged.some((one) => one.holds && significant(one.actual) >= TELLING_DIGITS)
  );
}

/** One name, or one role that says what a figure is (期末余额, 债务余额). */
function isCalledAlike(one: Column, other: Column): boolean {
  return (
    headerName(one) === headerName(other) || (one.role === other.role && one.role !== 'amount' && one.role !== 'limit')
  );
}

function headerName({ path }: Column): string {
  return (path.at(-1) ?? '').replace(/\(.*?\)/g, '');
}

function judge<Place extends TableOnSheet>(
  summary: Place,
  row: TableRow,
  column: Column,
  { place: list, below }: List<Place>,
  of: Column | undefined,
  all: Lines,
): Grouped<Place> | undefined {
  const stated = yuanAt(summary, row, column);
  if (!stated) return undefined;
  const counted = all.filter((line) => !below.has(line));
  const isCounted = meets(stated.interval, sumOf(list, of, all).interval) || counted.length === 0;
  const lines = isCounted ? all : counted;
  const sum = sumOf(list, of, lines);
  // A formula adds up what is a number: that one is none is told where it stands.
  const formula = formulaAt(summary.sheet, row.row, column.column);
  const live = formula !== undefined && of ? lines.filter((line) => isNumber(list.sheet, line, of)) : lines;
  const holds =
    meets(stated.interval, sum.interval) ||
    (isReckonedHere(formula, list) && meets(widened(stated.interval, stated.step), sum.interval)) ||
    (live.length < lines.length && meets(stated.interval, sumOf(list, of, live).interval));
  if (!holds && isTotalOf(list, formula)) return undefined;
  return {
    summary,
    row,
    column,
    list,
    of,
    lines,
    expected: sum.yuan,
    actual: stated.yuan,
    factor: stated.factor,
    unit: stated.unit,
    holds,
  };
}

function widened({ low, high }: Interval, by: number): Interval {
  return { low: low - by, high: high + by };
}

/** 核减额 = 送审 − 审定, of figures that were rounded to 万元: the last place of such a difference is open. */
function isReckonedHere(formula: string | undefined, { sheet }: TableOnSheet): boolean {
  return formula !== undefined && !formula.includes('!') && !formula.includes(sheet.name);
}

function sumOf(list: TableOnSheet, of: Column | undefined, lines: Lines): { yuan: number; interval: Interval } {
  const sum = new ExactSum();
  let half = 0;
  for (const line of lines) {
    const part = of ? yuanAt(list, line, of) : { yuan: 1, half: 0 };
    if (!part) continue;
    sum.add(part.yuan);
    half += part.half;
  }
  return { yuan: sum.value, interval: shifted({ low: -half, high: half }, sum.value) };
}

/** =台账!K14 repeats a total of the list itself, which is judged where it stands. */
function isTotalOf({ sheet }: TableOnSheet, formula: string | undefined): boolean {
  const [, quoted, plain] = /^=?(?:'([^']+)'|([^'!]+))!\$?[A-Z]+\$?\d+$/.exec(formula ?? '') ?? [];
  return (quoted ?? plain) === sheet.name;
}

function isNumber({ cells }: Sheet, { row }: TableRow, { column }: Column): boolean {
  return cells.kind[cellIndex(cells, row, column)] === CellKind.number;
}
