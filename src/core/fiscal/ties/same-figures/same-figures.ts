import { placeKey, type CellPlace } from '../../../grid/place';
import { meets } from '../../../numbers/interval';
import { candidatePairs, TELLING_DIGITS } from './candidates';
import { compareLines, differenceOf, type SameLine, type Shared } from './compare-lines';
import { type KeyedFigure, type Line, linesOf } from './lines';
import { WHOLE } from './name-keys';
import type { NamedFigure, NamedTable } from './named-table';
import { likeness, mayBeOne, tiersOfOne } from './same-quantity';

/** A figure with the place where it stands. */
export interface PlacedFigure extends NamedFigure {
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
  const lines = [...own, ...lent].flatMap(linesKept);
  const ties = oneToOne(sameLines(lines, new Set(own)));
  const confirmed = confirmations(ties);
  const siblings = siblingsOf(lines);
  const differing = new Map<string, SameFigure>();
  for (const tie of ties)
    for (const pair of tie.differing) {
      const found = sameFigure(tie, pair, siblings, confirmed);
      const key = pairKey(found.one.cell, found.other.cell);
      const known = differing.get(key);
      if (!known || known.agreeing < found.agreeing) differing.set(key, found);
    }
  return {
    agreeing: ties.reduce((sum, { agreeing }) => sum + agreeing.length, 0),
    differing: innermost([...differing.values()]),
  };
}

/** Tables that did not change since the last edit keep their lines, and pairs of these what they have in common. */
const LINES = new WeakMap<NamedTable, readonly Line[]>();
const COMPARED = new WeakMap<Line, WeakMap<Line, SameLine | false>>();

function linesKept(table: NamedTable): readonly Line[] {
  const known = LINES.get(table) ?? linesOf(table);
  LINES.set(table, known);
  return known;
}

function comparedKept(one: Line, other: Line): SameLine | undefined {
  const ofOne = COMPARED.get(one) ?? new WeakMap<Line, SameLine | false>();
  COMPARED.set(one, ofOne);
  let known = ofOne.get(other);
  if (known === undefined) {
    const compared = compareLines(one, other);
    known = compared && mayBeOne(compared) ? compared : false;
    ofOne.set(other, known);
  }
  return known === false ? undefined : known;
}

/** Lines that are one quantity, by their figures and by what is said of them. */
function sameLines(lines: readonly Line[], own: ReadonlySet<NamedTable>): SameLine[] {
  const same = candidatePairs(lines, own).flatMap(([one, other]) => {
    const compared = comparedKept(one, other);
    return compared ? [compared] : [];
  });
  const ofOneTotal = new Map<NamedTable, Set<NamedTable>>();
  for (const { one, other } of same.filter(haveOneTotal)) into(ofOneTotal, one.table, other.table);
  return same.filter((tie) => tiersOfOne(tie, ofOneTotal.get(tie.one.table)?.has(tie.other.table) === true));
}

function into<Key, Member>(groups: Map<Key, Set<Member>>, key: Key, member: Member): void {
  const group = groups.get(key);
  if (group) group.add(member);
  else groups.set(key, new Set([member]));
}

/** With how many other tables each figure that differs from one agrees. */
function confirmations(ties: readonly SameLine[]): ReadonlyMap<NamedFigure, ReadonlySet<NamedTable>> {
  const doubtful = new Set(
    ties.flatMap(({ differing }) => differing.flatMap(({ one, other }) => [one.figure, other.figure])),
  );
  const confirmed = new Map<NamedFigure, Set<NamedTable>>();
  if (doubtful.size === 0) return confirmed;
  for (const tie of ties)
    for (const { one, other } of tie.agreeing) {
      if (doubtful.has(one.figure)) into(confirmed, one.figure, tie.other.table);
      if (doubtful.has(other.figure)) into(confirmed, other.figure, tie.one.table);
    }
  return confirmed;
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
    ...placed(line, keyed),
    confirmed: confirmed.get(keyed.figure)?.size ?? 0,
  });
  return {
    one: place(tie.one, one),
    other: place(tie.other, other),
    agreeing: tie.agreeing.length,
    isSure: tie.telling >= SURE && !isElsewhere,
  };
}

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
function oneToOne(same: readonly SameLine[]): SameLine[] {
  const ranked = same
    .map((tie) => ({ tie, like: likeness(tie.one, tie.other) }))
    .sort(
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

function placed({ table }: Line, { figure }: KeyedFigure): Omit<PlacedFigure, 'confirmed'> {
  const [row, column] = [table.rows[figure.row], table.columns[figure.column]];
  return {
    ...figure,
    depth: (row?.depth ?? 0) + (column?.depth ?? 0),
    cell: { book: table.book, sheet: table.sheet, row: row?.at ?? 0, column: column?.at ?? 0 },
  };
}

/** The same for two cells in either order. */
export function pairKey(one: CellPlace, other: CellPlace): string {
  return [placeKey(one), placeKey(other)].sort().join('\u0003');
}
