import { placeKey, type CellPlace } from '../../../grid/place';
import { meets } from '../../../numbers/interval';
import { candidatePairs, type TableLines, tableLines, TELLING_DIGITS } from './candidates';
import { compareLines, differenceOf, type SameLine, type Shared } from './compare-lines';
import type { KeyedFigure, Line } from './lines';
import { WHOLE } from './name-keys';
import type { NamedFigure, NamedTable } from './named-table';
import { ofOneBlock } from './one-block';
import { pageOf } from './quotes';
import { likeness, mayBeOne, tiersOfOne } from './same-quantity';

/** A figure with the place where it stands. */
export interface PlacedFigure extends NamedFigure {
  /** As a reader calls its row: 石桥镇 上塘村 where the town alone does not tell. */
  readonly rowLabel: string;
  /** How far within the totals of its row and its column it stands. */
  readonly depth: number;
  /** How many other tables show the same. */
  readonly confirmed: number;
  readonly cell: CellPlace;
}

/** A figure that two tables show under one name, in lines that are otherwise one. */
export interface SameFigure {
  readonly one: PlacedFigure;
  readonly other: PlacedFigure;
  /** How many figures of the two lines agree. */
  readonly agreeing: number;
  /** Whether so many agree, and nothing else may be meant, that one of the two is wrong. */
  readonly isSure: boolean;
  /** Told by a page that is called one by its words, not found in two lines. */
  readonly isOfPage: boolean;
}

/** What tables show twice. */
export interface SameFigures {
  /** How many figures agree. */
  readonly agreeing: number;
  readonly differing: readonly SameFigure[];
}

/** So many that agree make a difference an error. */
const SURE = 4;

/**
 * Figures that own tables, or an own one and another's, show under the same names: nearly all of a row or column
 * are one, whatever they are about, and so the rest should be.
 */
export function sameFigures(own: readonly NamedTable[], lent: readonly NamedTable[]): SameFigures {
  const tables = [...own, ...lent].map(linesKept);
  const lines = tables.flatMap((table) => table.lines);
  const ties = oneToOne(sameLines(tables, own.length));
  const confirmed = confirmations(ties);
  const siblings = siblingsOf(lines);
  const differing = new Map<string, SameFigure>();
  for (const tie of ties)
    for (const pair of tie.differing) {
      if (isOneOfSeveral(tie, pair)) continue;
      const found = sameFigure(tie, pair, siblings, confirmed);
      const key = pairKey(found.one.cell, found.other.cell);
      const known = differing.get(key);
      if (!known || known.agreeing < found.agreeing) differing.set(key, found);
    }
  const found = innermost([...differing.values()]);
  return {
    agreeing: ties.reduce((sum, { agreeing }) => sum + agreeing.length, 0),
    differing: [...found, ...toldOtherwise(own, lent, found)],
  };
}

/** What a page says of a figure elsewhere that no row or column of the two tables has told. */
function toldOtherwise(
  own: readonly NamedTable[],
  lent: readonly NamedTable[],
  known: readonly SameFigure[],
): SameFigure[] {
  const tables = [...own, ...lent];
  const isOwn = new Set(own);
  const told = new Set(known.flatMap(({ one, other }) => [placeKey(one.cell), placeKey(other.cell)]));
  return tables.flatMap((page) => {
    const { agreeing, differing } = pageOf(page, tables);
    return differing.flatMap(({ told: figure, of, table }): SameFigure[] => {
      if (!isOwn.has(page) && !isOwn.has(table)) return [];
      const [one, other] = [placed(page, figure), placed(table, of)].map((place) => ({ ...place, confirmed: 0 }));
      if (!one || !other || told.has(placeKey(one.cell)) || told.has(placeKey(other.cell))) return [];
      return [{ one, other, agreeing, isSure: false, isOfPage: true }];
    });
  });
}

/** Two lines that are one quantity, and how alike they are called. */
interface RankedLine {
  readonly tie: SameLine;
  readonly like: number;
}

/** Tables that did not change since the last edit keep their lines, and what they have in common with each other. */
const LINES = new WeakMap<NamedTable, TableLines>();
const IN_COMMON = new WeakMap<NamedTable, WeakMap<NamedTable, readonly RankedLine[]>>();

function linesKept(table: NamedTable): TableLines {
  const known = LINES.get(table) ?? tableLines(table);
  LINES.set(table, known);
  return known;
}

function inCommonKept(one: TableLines, other: TableLines): readonly RankedLine[] {
  const beside = IN_COMMON.get(one.table) ?? new WeakMap<NamedTable, readonly RankedLine[]>();
  IN_COMMON.set(one.table, beside);
  const known = beside.get(other.table) ?? inCommon(one, other);
  beside.set(other.table, known);
  return known;
}

/** Lines of two tables that are one quantity, by their figures and by what is said of them. */
function inCommon(one: TableLines, other: TableLines): RankedLine[] {
  const enough: SameLine[] = [];
  const few: SameLine[] = [];
  for (const [a, b] of candidatePairs(one, other)) {
    const tie = compareLines(a, b);
    if (tie) (tie.isEnough && mayBeOne(tie) ? enough : few).push(tie);
  }
  const same = [...enough, ...ofOneBlock(few, enough)];
  const areOneTotal = same.some(haveOneTotal);
  return same.filter((tie) => tiersOfOne(tie, areOneTotal)).map((tie) => ({ tie, like: likeness(tie.one, tie.other) }));
}

/** Of every two tables, the first `own` of which are the book's; two that are both lent are not compared. */
function sameLines(tables: readonly TableLines[], own: number): RankedLine[] {
  return tables.slice(0, own).flatMap((one, i) => tables.slice(i + 1).flatMap((other) => inCommonKept(one, other)));
}

function into<Key, Member>(groups: Map<Key, Set<Member>>, key: Key, member: Member): void {
  const group = groups.get(key);
  if (group) group.add(member);
  else groups.set(key, new Set([member]));
}

/** With how many other tables each figure that differs from one agrees. */
function confirmations(ties: readonly SameLine[]): ReadonlyMap<NamedFigure, ReadonlySet<NamedTable>> {
  const doubtful = new Map<NamedTable, { readonly rows: Set<number>; readonly columns: Set<number> }>();
  const figures = new Set<NamedFigure>();
  const doubt = ({ table }: Line, { figure }: KeyedFigure): void => {
    const { row, column } = figure;
    figures.add(figure);
    const lines = doubtful.get(table) ?? { rows: new Set(), columns: new Set() };
    doubtful.set(table, lines);
    lines.rows.add(row);
    lines.columns.add(column);
  };
  for (const tie of ties)
    for (const { one, other } of tie.differing) {
      doubt(tie.one, one);
      doubt(tie.other, other);
    }
  const isDoubtful = ({ table, axis, figures: [first] }: Line): boolean => {
    const lines = doubtful.get(table);
    if (!lines || !first) return false;
    return axis === 'row' ? lines.rows.has(first.figure.row) : lines.columns.has(first.figure.column);
  };
  const confirmed = new Map<NamedFigure, Set<NamedTable>>();
  // Few lines hold a figure that differs; the others need not be gone through.
  for (const tie of ties) {
    if (!isDoubtful(tie.one) && !isDoubtful(tie.other)) continue;
    for (const { one, other } of tie.agreeing) {
      if (figures.has(one.figure)) into(confirmed, one.figure, tie.other.table);
      if (figures.has(other.figure)) into(confirmed, other.figure, tie.one.table);
    }
  }
  return confirmed;
}

/** 本年发行 is 本年新增债券 and 本年再融资 together: columns of two names, the one of which has in it what stands beside the other. */
function isOneOfSeveral({ one: a, other: b }: SameLine, { one, other }: Shared): boolean {
  if (a.axis !== 'row' || b.axis !== 'row' || columnLabel(a, one) === columnLabel(b, other)) return false;
  return isWithOneMore(one, other, b) || isWithOneMore(other, one, a);
}

function columnLabel({ table }: Line, { figure }: KeyedFigure): string {
  return table.columns[figure.column]?.label ?? '';
}

/** Whether a figure is another and one more of its line. */
function isWithOneMore({ figure: { interval } }: KeyedFigure, part: KeyedFigure, { figures }: Line): boolean {
  const { low, high } = part.figure.interval;
  return figures.some(
    ({ figure: { column, yuan, interval: more } }) =>
      column !== part.figure.column && yuan !== 0 && meets(interval, { low: low + more.low, high: high + more.high }),
  );
}

function sameFigure(
  tie: SameLine,
  { key, one, other }: Shared,
  siblings: (line: Line) => readonly Line[],
  confirmed: ReadonlyMap<NamedFigure, ReadonlySet<NamedTable>>,
): SameFigure {
  const isElsewhere =
    siblings(tie.other).some((line) => line !== tie.other && isAmong(line, key, one)) ||
    siblings(tie.one).some((line) => line !== tie.one && isAmong(line, key, other));
  const place = (line: Line, keyed: KeyedFigure): PlacedFigure => ({
    ...placed(line.table, keyed.figure),
    confirmed: confirmed.get(keyed.figure)?.size ?? 0,
  });
  return {
    one: place(tie.one, one),
    other: place(tie.other, other),
    agreeing: tie.agreeing.length,
    isSure: tie.telling >= SURE && !isElsewhere && areNamesKnown(tie.one.table, tie.other.table),
    isOfPage: false,
  };
}

/** Totals and what 其他 holds are told by Chinese names: in another language a figure of one name may be of more or less. */
function areNamesKnown(...tables: readonly NamedTable[]): boolean {
  return tables.every(({ title, rows, columns }) =>
    [title, ...[...rows, ...columns].map(({ label }) => label)].some((name) => CHINESE.test(name)),
  );
}

const CHINESE = /[一-龥]/;

/** Whether a figure stands, under its name, in a line beside the one that was compared. */
function isAmong({ byKey }: Line, key: string, { figure }: KeyedFigure): boolean {
  const found = byKey.get(key);
  return found !== undefined && meets(found.figure.interval, figure.interval);
}

/** Whether all of two lines agrees, their totals too. */
function haveOneTotal({ agreeing, differing }: SameLine): boolean {
  return (
    differing.length === 0 && agreeing.some(({ key, one }) => key === WHOLE && one.figure.digits >= TELLING_DIGITS)
  );
}

/** Lines of one direction of one table. */
function siblingsOf(lines: readonly Line[]): (line: Line) => readonly Line[] {
  const groups = new Map<NamedTable, Record<Line['axis'], Line[]>>();
  for (const line of lines) {
    const group = groups.get(line.table) ?? { row: [], column: [] };
    group[line.axis].push(line);
    groups.set(line.table, group);
  }
  return ({ table, axis }) => groups.get(table)?.[axis] ?? [];
}

/** Of two tables each line belongs to one of the other's: to that of which most agrees, then to that called most alike. */
function oneToOne(same: readonly RankedLine[]): SameLine[] {
  const ranked = [...same].sort(
    (a, b) => b.tie.telling - a.tie.telling || a.tie.differing.length - b.tie.differing.length || b.like - a.like,
  );
  const taken = new Map<Line, Set<NamedTable>>();
  return ranked.flatMap(({ tie }) => {
    const { one, other } = tie;
    if (taken.get(one)?.has(other.table) === true || taken.get(other)?.has(one.table) === true) return [];
    into(taken, one, other.table);
    into(taken, other, one.table);
    return [tie];
  });
}

/** A figure that is off makes the totals of its row and column be off by as much: the figure is told. */
function innermost(differing: readonly SameFigure[]): SameFigure[] {
  return differing.filter((outer) => !differing.some((inner) => inner !== outer && isWithin(inner, outer)));
}

function isWithin(inner: SameFigure, outer: SameFigure): boolean {
  const areBeside = ([a, b]: readonly [PlacedFigure, PlacedFigure]): boolean =>
    a.cell.book === b.cell.book &&
    a.cell.sheet === b.cell.sheet &&
    (a.cell.row === b.cell.row || a.cell.column === b.cell.column);
  const ends = [
    [inner.one, outer.one],
    [inner.other, outer.other],
  ] as const;
  return (
    ends.every(areBeside) &&
    ends.every(([a, b]) => a.depth > b.depth) &&
    meets(differenceOf(inner.one, inner.other), differenceOf(outer.one, outer.other))
  );
}

function placed(table: NamedTable, figure: NamedFigure): Omit<PlacedFigure, 'confirmed'> {
  const [row, column] = [table.rows[figure.row], table.columns[figure.column]];
  return {
    ...figure,
    rowLabel: row?.label ?? '',
    depth: (row?.depth ?? 0) + (column?.depth ?? 0),
    cell: { book: table.book, sheet: table.sheet, row: row?.at ?? 0, column: figure.at ?? column?.at ?? 0 },
  };
}

/** The same for two cells in either order. */
export function pairKey(one: CellPlace, other: CellPlace): string {
  return [placeKey(one), placeKey(other)].sort().join('\u0003');
}
