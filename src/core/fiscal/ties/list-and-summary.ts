import { cellIndex, CellKind, formulaAt, type Sheet } from '../../grid/sheet';
import { ExactSum, significant, significantDigits } from '../../numbers/decimal';
import { meets, shifted, type Interval } from '../../numbers/interval';
import type { AnyUnit } from '../../numbers/unit';
import { isAmountRole, type Column, type ColumnRole, type TableRow } from '../../tables/table';
import type { TableOnSheet } from '../../tables/table-place';
import { type Grouping, groupingsOf, LEAST_LINES_A_GROUP, type Lines, List, yuanAt } from './list-groupings';
import { groupRows, headerName, isCounted, type Measure, sidesOf } from './summary-sides';
import { nameKey } from './same-figures/name-keys';

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
const COUNTS: readonly ColumnRole[] = ['count', 'persons'];
const UNLIKE_MONEY: readonly ColumnRole[] = [...COUNTS, 'area', 'months'];
/** Two tables of fewer columns have one form by chance. */
const LEAST_COLUMNS = 4;
/** A longer list is an export of vouchers, whose summaries are made elsewhere. */
const MOST_LINES = 20_000;
/** One in three of the sums, one in five of the counts, or one at all: more, and the summary is of something else. */
const MOST_BROKEN = { sum: 1 / 3, count: 0.2 };
/** A sum with as many digits is not met by chance. */
const TELLING_DIGITS = 4;
/** Where the list is known to be summed up so, fewer will do. */
const BELIEVED_DIGITS = 2;

/** Sums by kind, month or size of the lines of a list (SUMIF, COUNTIF), wherever a table of the workbook gives them. */
export function groupedSums<Place extends TableOnSheet>(places: readonly Place[]): Grouped<Place>[] {
  const lists = joinedPages(places)
    .filter(({ table }) => table.rows.length >= LEAST_LINES && table.rows.length <= MOST_LINES)
    .map((place) => new List(place));
  return places.flatMap((summary) => {
    const others = lists.filter(({ place }) => !isPageOf(summary, place));
    if (others.length === 0) return [];
    const found = sidesOf(summary).flatMap((measures) => judgeSide(summary, measures, others));
    // Rows that are known by their numbers and by their names are judged once.
    const seen = new Set<string>();
    const once = found.filter(({ row, column }) => {
      const key = `${row.row},${column.column}`;
      return !seen.has(key) && seen.add(key);
    });
    return once.filter((one) => !hasMoreThanBonds(one) && !once.some((other) => isOutcomeOf(one, other)));
  });
}

/** 一般债务 has loans, too, that no list of bonds has. */
function hasMoreThanBonds<Place extends TableOnSheet>({ row, list, holds, actual, expected }: Grouped<Place>): boolean {
  const isOfBonds = /债券/.test(`${list.table.title}|${list.sheet.name}`) && !/贷款|外债|转贷/.test(list.table.title);
  return !holds && isOfBonds && /债务/.test(row.name) && actual > expected;
}

/** What is left of a group is off by what came in or went out too much of it. */
function isOutcomeOf<Place extends TableOnSheet>(left: Grouped<Place>, flow: Grouped<Place>): boolean {
  if (left.holds || flow.holds || left.of?.role !== 'closing' || flow.of?.role === 'closing') return false;
  const [off, by] = [left, flow].map(({ actual, expected }) => Math.abs(actual - expected));
  const isOfOneGroup = left.lines.length === flow.lines.length && left.lines.every((line, i) => line === flow.lines[i]);
  return isOfOneGroup && significant(off ?? 0) === significant(by ?? 0);
}

/** Measures of one list by one way of grouping it: where some come out, the others are meant to as well. */
const LEAST_MEASURES = 2;

function judgeSide<Place extends TableOnSheet>(
  summary: Place,
  measures: readonly Measure[],
  lists: readonly List<Place>[],
): Grouped<Place>[] {
  const known = new Map<string, readonly GroupingOf<Place>[]>();
  const groupings = ({ cells }: Measure): readonly GroupingOf<Place>[] => {
    const key = cells.map(({ isEmpty }) => Number(isEmpty)).join('');
    const filled = cells.filter(({ isEmpty }) => !isEmpty).length;
    const found =
      known.get(key) ??
      lists
        .filter(({ lines }) => lines.length >= Math.max(LEAST_LINES, filled * LEAST_LINES_A_GROUP))
        .flatMap((list) => groupingsOf(list, cells).map((grouping) => ({ list, ...grouping })));
    known.set(key, found);
    return found;
  };
  const fits = measures.map((measure) => ({ measure, ...bestFit(summary, measure, groupings(measure)) }));
  return fits.flatMap((fit) => {
    const { measure, judged, by } = fit;
    // 一般公共预算 is the sum of a month that has nothing else: what 当月合计 fits better is the sum of that.
    if (fits.some((other) => isBetterOf(other, fit))) return [];
    if (by) return judged;
    const believed = groupings(measure).filter(
      (one) => fits.filter((fit) => fit.by?.list === one.list && fit.by.way === one.way).length >= LEAST_MEASURES,
    );
    return bestFit(summary, measure, believed, true).judged;
  });
}

/** Whether another measure is of the same column of the same list, and breaks less. */
function isBetterOf<Place extends TableOnSheet>(other: Fit<Place>, fit: Fit<Place>): boolean {
  const [a, b] = [other.judged, fit.judged].map((judged) => ({
    of: judged[0]?.of,
    broken: judged.filter(({ holds }) => !holds).length,
  }));
  if (other === fit || !other.by || !fit.by || !a || !b) return false;
  const isOfOne = other.by.list === fit.by.list && other.by.way === fit.by.way && a.of !== undefined && a.of === b.of;
  return isOfOne && a.broken < b.broken && holding(other.judged) >= holding(fit.judged);
}

/** Fewer sheets are no series of lists. */
const LEAST_SHEETS = 3;

/** A list on a sheet of its own for each line of a summary, which is called after it: how many lines each has. */
export function countsOfSheets<Place extends TableOnSheet>(places: readonly Place[]): Grouped<Place>[] {
  const bySheet = new Map<string, Place[]>();
  for (const place of places) {
    const key = nameKey(place.sheet.name);
    if (key !== '') bySheet.set(key, [...(bySheet.get(key) ?? []), place]);
  }
  return places.flatMap((summary) => {
    const called = groupRows(summary.table).flatMap((row) => {
      const [place, more] = bySheet.get(nameKey(row.name)) ?? [];
      return place && !more && place.sheet !== summary.sheet ? [{ row, place }] : [];
    });
    if (called.length < LEAST_SHEETS) return [];
    const listed = called.map(({ row, place }) => ({ row, list: new List(place) }));
    return summary.table.columns.filter(isCounted).flatMap((column) => {
      const judged = listed.flatMap(({ row, list }) => judge(summary, row, column, list, undefined, list.lines) ?? []);
      return isTelling(judged, false) ? judged : [];
    });
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

interface GroupingOf<Place extends TableOnSheet> extends Grouping {
  readonly list: List<Place>;
}

interface Fit<Place extends TableOnSheet> {
  readonly judged: readonly Grouped<Place>[];
  readonly by: GroupingOf<Place> | undefined;
}

/**
 * The list, and the column of it, whose sums come nearest to what a summary gives of its groups; `isBelieved`: the list is
 * known to be summed up so, and the column is looked for by its name.
 */
function bestFit<Place extends TableOnSheet>(
  summary: Place,
  { label, role, isCount, cells }: Measure,
  groupings: readonly GroupingOf<Place>[],
  isBelieved = false,
): Fit<Place> {
  let best: Fit<Place> = { judged: [], by: undefined };
  for (const by of groupings) {
    const { list, lines } = by;
    const isSource = (column: Column): boolean =>
      isCount
        ? COUNTS.includes(column.role) && (role === undefined || column.role === role)
        : column.role === role || !UNLIKE_MONEY.includes(column.role);
    const sources = list.place.table.columns.filter((column) => isAmountRole(column.role) && isSource(column));
    for (const of of [...(isCount ? [undefined] : []), ...sources]) {
      const isNamed = of !== undefined && (coreOf(headerName(of)) === coreOf(label) || isOfOneStage(of.role, role));
      if (isBelieved && !isNamed) continue;
      const judged = cells.flatMap(
        ({ name, row, column }) => judge(summary, row, column, list, of, lines.get(name) ?? []) ?? [],
      );
      const isTold = isTelling(judged, isNamed, isBelieved ? BELIEVED_DIGITS : TELLING_DIGITS);
      if (isTold && isNearer(judged, best.judged)) best = { judged, by };
    }
  }
  return best;
}

/** 历年发行 and 发行额 are called the same. */
function coreOf(header: string): string {
  const core = header.replace(/^(?:历年|累计|目前|现有|其中)+|(?:总额|金额|额|数|情况)$/g, '');
  return core === '' ? header : core;
}

function holding<Place extends TableOnSheet>(judged: readonly Grouped<Place>[]): number {
  // 0 in whole 万元 is whatever rounds to it.
  return judged.filter(({ holds, actual }) => holds && actual !== 0).length;
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

/** Nearly all of them agree; of two, one that agrees tells where both are called the same. */
function isTelling<Place extends TableOnSheet>(
  judged: readonly Grouped<Place>[],
  isNamed: boolean,
  digits = TELLING_DIGITS,
): boolean {
  const holds = holding(judged);
  const broken = causesOf(judged.filter((one) => !one.holds));
  const most = judged.some(({ of }) => of !== undefined) ? MOST_BROKEN.sum : MOST_BROKEN.count;
  if (broken > Math.max(1, judged.length * most) || holds < broken) return false;
  if (holds >= 2) return true;
  return holds === 1 && isNamed && judged.some((one) => one.holds && significantDigits(one.actual) >= digits);
}

const CENT = 0.005;

/** Two figures in each other's place are one slip. */
function causesOf<Place extends TableOnSheet>(broken: readonly Grouped<Place>[]): number {
  const areSwapped = (a: Grouped<Place>, b: Grouped<Place>): boolean =>
    a !== b &&
    Math.abs(a.actual - b.expected) < CENT &&
    Math.abs(b.actual - a.expected) < CENT &&
    a.column.column === b.column.column;
  const swapped = broken.filter((one) => broken.some((other) => areSwapped(one, other))).length;
  return broken.length - swapped / 2;
}

/** One role that says what a figure is (期末余额, 债务余额). */
function isOfOneStage(one: ColumnRole, other: ColumnRole | undefined): boolean {
  return one === other && one !== 'amount' && one !== 'limit';
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
