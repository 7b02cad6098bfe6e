import { cellIndex, CellKind, formulaAt, type Sheet } from '../../grid/sheet';
import { ExactSum, significant } from '../../numbers/decimal';
import { meets, shifted, type Interval } from '../../numbers/interval';
import type { AnyUnit } from '../../numbers/unit';
import { amountAt } from '../../tables/cells';
import { isTotalLabel, itemName } from '../../tables/label';
import { isAmountRole, type Column, type ColumnRole, type Table, type TableRow } from '../../tables/table';
import type { TableOnSheet } from '../../tables/table-place';
import {
  type Group,
  type Grouping,
  groupingsOf,
  isSummed,
  LEAST_LINES_A_GROUP,
  type Lines,
  List,
  MOST_GROUPS,
  yuanAt,
} from './list-groupings';
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
/** Two tables of fewer columns have one form by chance. */
const LEAST_COLUMNS = 4;
/** A longer list is an export of vouchers, whose summaries are made elsewhere. */
const MOST_LINES = 20_000;
/** One in three of the sums, one in five of the counts, or one at all: more, and the summary is of something else. */
const MOST_BROKEN = { sum: 1 / 3, count: 0.2 };
/** Rows at most of a summary whose groups are its columns. */
const MOST_MEASURES = 60;
/** A sum with as many digits is not met by chance. */
const TELLING_DIGITS = 4;

/** Sums by kind, month or size of the lines of a list (SUMIF, COUNTIF), wherever a table of the workbook gives them. */
export function groupedSums<Place extends TableOnSheet>(places: readonly Place[]): Grouped<Place>[] {
  const lists = joinedPages(places)
    .filter(({ table }) => table.rows.length >= LEAST_LINES && table.rows.length <= MOST_LINES)
    .map((place) => new List(place));
  return places.flatMap((summary) =>
    sidesOf(summary).flatMap(({ groups, measures }) => {
      const groupings = lists
        .filter(
          ({ place, lines }) =>
            !isPageOf(summary, place) && lines.length >= Math.max(LEAST_LINES, groups.length * LEAST_LINES_A_GROUP),
        )
        .flatMap((list) => groupingsOf(list, groups).map((grouping) => ({ list, grouping })));
      return groupings.length === 0 ? [] : measures.flatMap((measure) => bestFit(summary, measure, groupings));
    }),
  );
}

/** What a summary gives of all its groups: a column where they are its rows, a row where they are its columns. */
interface Measure {
  readonly label: string;
  readonly role: ColumnRole | undefined;
  readonly isCount: boolean;
  readonly cells: readonly GroupCell[];
}

interface GroupCell {
  readonly group: string;
  readonly row: TableRow;
  readonly column: Column;
}

interface Side {
  readonly groups: readonly Group[];
  readonly measures: readonly Measure[];
}

function sidesOf(summary: TableOnSheet): Side[] {
  return [...byRows(summary), ...byColumns(summary)].filter(
    ({ groups }) => groups.length >= 2 && groups.length <= MOST_GROUPS,
  );
}

function byRows({ sheet, table }: TableOnSheet): Side[] {
  const rows = groupRows(table);
  const columns = table.columns.filter(isSummed);
  const isEmpty = (row: TableRow) =>
    columns.every((column) => (amountAt(sheet, table, row.row, column)?.value ?? 0) === 0);
  return [
    {
      groups: rows.map((row) => ({ name: row.name, isEmpty: isEmpty(row) })),
      measures: columns.map((column) => ({
        label: headerName(column),
        role: column.role,
        isCount: isCounted(column),
        cells: rows.map((row) => ({ group: row.name, row, column })),
      })),
    },
  ];
}

/** 技改奖补, 升规奖励, 稳岗补助 over columns, with 户数, 应兑付 and 已兑付 below them. */
function byColumns({ sheet, table }: TableOnSheet): Side[] {
  if (table.rows.length > MOST_MEASURES) return [];
  const columns = new Map<string, Column[]>();
  for (const column of table.columns) {
    const name = itemName(column.path.at(-1) ?? '');
    if (column.role !== 'amount' || name === '' || isTotalLabel(name)) continue;
    const over = column.path.slice(0, -1).join('|');
    columns.set(over, [...(columns.get(over) ?? []), column]);
  }
  return [...columns.values()].flatMap((groups): Side[] => {
    const named = groups.map((column) => ({ name: itemName(column.path.at(-1) ?? ''), column }));
    if (new Set(named.map(({ name }) => name)).size < named.length) return [];
    const rows = table.rows.filter(({ role }) => role !== 'note');
    const isEmpty = (column: Column) =>
      rows.every((row) => (amountAt(sheet, table, row.row, column)?.value ?? 0) === 0);
    return [
      {
        groups: named.map(({ name, column }) => ({ name, isEmpty: isEmpty(column) })),
        measures: rows.map((row) => ({
          label: row.name.replace(/\(.*?\)/g, ''),
          role: row.phase,
          isCount: COUNT.test(row.name),
          cells: named.map(({ name, column }) => ({ group: name, row, column })),
        })),
      },
    ];
  });
}

/** Fewer sheets are no series of lists. */
const LEAST_SHEETS = 3;

/** A list on a sheet of its own for each line of a summary, which is called after it: how many lines each has. */
export function countsOfSheets<Place extends TableOnSheet>(places: readonly Place[]): Grouped<Place>[] {
  const bySheet = new Map<string, List<Place>[]>();
  for (const place of places) {
    const key = nameKey(place.sheet.name);
    if (key !== '') bySheet.set(key, [...(bySheet.get(key) ?? []), new List(place)]);
  }
  return places.flatMap((summary) => {
    const listed = groupRows(summary.table).flatMap((row) => {
      const [list, more] = bySheet.get(nameKey(row.name)) ?? [];
      return list && !more && list.place.sheet !== summary.sheet ? [{ row, list }] : [];
    });
    if (listed.length < LEAST_SHEETS) return [];
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

/** The lines of a summary that stand for a group: each name once. */
function groupRows({ rows }: Table): TableRow[] {
  const items = rows.filter(
    // 全年 below the quarters is what they come to.
    ({ role, name }) => (role === 'item' || role === 'ofWhich') && name !== '' && name !== '全年',
  );
  return new Set(items.map(({ name }) => name)).size === items.length ? items : [];
}

interface GroupingOf<Place extends TableOnSheet> {
  readonly list: List<Place>;
  readonly grouping: Grouping;
}

/** The list, and the column of it, whose sums come nearest to what a summary gives of its groups. */
function bestFit<Place extends TableOnSheet>(
  summary: Place,
  { label, role, isCount, cells }: Measure,
  groupings: readonly GroupingOf<Place>[],
): Grouped<Place>[] {
  let best: Grouped<Place>[] = [];
  for (const { list, grouping } of groupings) {
    const sources = list.place.table.columns.filter(
      (column) =>
        isAmountRole(column.role) &&
        (isCount ? column.role === role : column.role !== 'count' && column.role !== 'persons'),
    );
    for (const of of [...(isCount ? [undefined] : []), ...sources]) {
      const judged = cells.flatMap(
        ({ group, row, column }) => judge(summary, row, column, list, of, grouping.get(group) ?? []) ?? [],
      );
      const isNamed = of !== undefined && (headerName(of) === label || isOfOneStage(of.role, role));
      if (isTelling(judged, isNamed) && isNearer(judged, best)) best = judged;
    }
  }
  return best;
}

const COUNT = /(?:[户宗笔件人次个家]|项目|企业|订单)数(?:\(.*\))?$/;

/** 户数, 宗数, 交易次数: lines are counted, or counts of lines are added up. */
function isCounted({ role, path }: Column): boolean {
  return role === 'count' || role === 'persons' || COUNT.test(path.at(-1) ?? '');
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

/** Nearly all of them agree; of two, one that agrees tells where both are called the same. */
function isTelling<Place extends TableOnSheet>(judged: readonly Grouped<Place>[], isNamed: boolean): boolean {
  const holds = holding(judged);
  const broken = judged.filter((one) => !one.holds).length;
  const most = judged.some(({ of }) => of !== undefined) ? MOST_BROKEN.sum : MOST_BROKEN.count;
  if (broken > Math.max(1, judged.length * most) || holds < broken) return false;
  if (holds >= 2) return true;
  return holds === 1 && isNamed && judged.some((one) => one.holds && significant(one.actual) >= TELLING_DIGITS);
}

/** One role that says what a figure is (期末余额, 债务余额). */
function isOfOneStage(one: ColumnRole, other: ColumnRole | undefined): boolean {
  return one === other && one !== 'amount' && one !== 'limit';
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
