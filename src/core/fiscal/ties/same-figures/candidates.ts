import { shortNames } from '../short-names';
import { isConcept } from './concepts';
import { isCalledAfter, type Line, linesOf } from './lines';
import { isOfOneNature, type NamedFigure, type NamedTable } from './named-table';

/** Fewer digits are met by chance. */
export const TELLING_DIGITS = 3;
/** A figure that meets so many others under one name, a standard that is the same everywhere, tells nothing. */
const MOST_ALIKE = 200;
const LEAST_MET = 2;
/** Figures of so many digits are looked for whatever they are called, in tables of at most so many rows; so many must meet. */
const LONG_DIGITS = 4;
const MOST_ROWS_ANYHOW = 200;
const LEAST_MET_ANYHOW = 2;
const MOST_TIMES = 3;
const MANY_ROWS = 5;

/** The lines of a table, and its figures as they are looked up from another. */
export interface TableLines {
  readonly table: NamedTable;
  readonly lines: readonly Line[];
  readonly named: ReadonlyMap<string, Entries>;
  /** Its longer figures under whatever name; none of a long list. */
  readonly long: Entries;
  readonly rowNames: ReadonlySet<string>;
}

/** What a table shows under one name, the smallest first; the ends of their intervals apart, since each edit walks them all. */
interface Entries {
  readonly sorted: readonly Entry[];
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** The widest of their intervals: so far below a figure another that meets it may begin. */
  readonly widest: number;
}

interface Entry {
  /** Index of its line. */
  readonly line: number;
  readonly figure: NamedFigure;
}

export function tableLines(table: NamedTable): TableLines {
  const lines = linesOf(table);
  const entries = new Map<string, Entry[]>();
  const long: Entry[] = [];
  lines.forEach(({ byKey, figures }, line) => {
    if (table.rows.length <= MOST_ROWS_ANYHOW)
      for (const { figure } of figures) if (figure.digits >= LONG_DIGITS) long.push({ line, figure });
    for (const [key, { figure }] of byKey) {
      if (figure.digits < TELLING_DIGITS) continue;
      const found = entries.get(key);
      if (found) found.push({ line, figure });
      else entries.set(key, [{ line, figure }]);
    }
  });
  return {
    table,
    lines,
    named: new Map([...entries].map(([key, found]) => [key, inOrder(withoutStandards(found))])),
    long: inOrder(withoutStandards(long)),
    rowNames: new Set(table.rows.flatMap(({ keys }) => keys)),
  };
}

/** A figure that a table shows again and again under one name, a rate or a standard, could meet any of its lines. */
function withoutStandards(entries: readonly Entry[]): Entry[] {
  const times = new Map<number, number>();
  for (const { figure } of entries) times.set(figure.yuan, (times.get(figure.yuan) ?? 0) + 1);
  return entries.filter(({ figure }) => (times.get(figure.yuan) ?? 0) <= MOST_TIMES);
}

function inOrder(entries: readonly Entry[]): Entries {
  const sorted = [...entries].sort((a, b) => a.figure.interval.low - b.figure.interval.low);
  const low = Float64Array.from(sorted, ({ figure }) => figure.interval.low);
  const high = Float64Array.from(sorted, ({ figure }) => figure.interval.high);
  return { sorted, low, high, widest: high.reduce((widest, end, i) => Math.max(widest, end - (low[i] ?? 0)), 0) };
}

/** Pairs of lines of two tables in which several figures of one name meet. */
export function candidatePairs(one: TableLines, other: TableLines): (readonly [one: Line, other: Line])[] {
  if (one.table.isAccount ?? other.table.isAccount) return ofAnAccount(one, other);
  const met = new Map<number, number>();
  // Two tables that name the same rows are compared column by column: their rows would say the same again. 年末结余 of
  // the one and 上年结余 of the other are two rows.
  const isByColumns = namesInCommon(one.rowNames, other.rowNames) >= MANY_ROWS;
  const canBeOne = (a: number, b: number): boolean =>
    !isByColumns ||
    one.lines[a]?.axis === 'column' ||
    other.lines[b]?.axis === 'column' ||
    !isOneRow(one.lines[a], other.lines[b]);
  for (const [name, called] of [...sharedNames(one, other), ...calledShort(one, other)]) {
    const [ours, theirs] = [one.named.get(name), other.named.get(called)];
    if (!ours || !theirs) continue;
    eachMeeting(ours, theirs, (a, b) => {
      if (!isOfOneNature(a.figure, b.figure) || !canBeOne(a.line, b.line)) return;
      const pair = a.line * other.lines.length + b.line;
      met.set(pair, (met.get(pair) ?? 0) + 1);
    });
  }
  const anyhow = new Map<number, number>();
  eachMeeting(one.long, other.long, (a, b) => {
    if (!isOfOneNature(a.figure, b.figure) || !canBeOne(a.line, b.line)) return;
    const pair = a.line * other.lines.length + b.line;
    anyhow.set(pair, (anyhow.get(pair) ?? 0) + 1);
  });
  const pairs = new Set([...atLeast(met, LEAST_MET), ...atLeast(anyhow, LEAST_MET_ANYHOW)]);
  return [...pairs].flatMap((pair) => {
    const [a, b] = [one.lines[Math.floor(pair / other.lines.length)], other.lines[pair % other.lines.length]];
    return a && b ? [[a, b] as const] : [];
  });
}

/** Rows at most of tables of which each desk may have shortened the names. */
const MOST_SHORT = 60;

function sharedNames(one: TableLines, other: TableLines): (readonly [string, string])[] {
  return [...one.named.keys()].flatMap((name) => (other.named.has(name) ? [[name, name] as const] : []));
}

/** 产投公司 and 梁源产业投资公司: rows that only one of two tables names so. */
function calledShort(one: TableLines, other: TableLines): ReadonlyMap<string, string> {
  const [ours, theirs] = [only(one, other), only(other, one)];
  const isLong = ours.length > MOST_SHORT || theirs.length > MOST_SHORT;
  return isLong || ours.length === 0 || theirs.length === 0 ? new Map() : shortNames(ours, theirs);
}

function only({ named, rowNames }: TableLines, other: TableLines): string[] {
  return [...rowNames].filter(
    (name) => !name.includes('/') && !isConcept(name) && named.has(name) && !other.rowNames.has(name),
  );
}

/** Of a column so much must stand in an account, before it is told of both of its sides. */
const MOSTLY = 0.8;

/** The rows that are called after the sheet of an account, and the columns of other sheets that name things of both its sides. */
function ofAnAccount(one: TableLines, other: TableLines): (readonly [one: Line, other: Line])[] {
  if ((one.table.isAccount && other.table.isAccount) || one.table.sheet === other.table.sheet) return [];
  const isTold = (told: Line, account: Line): boolean =>
    account.table.isAccount === true && (isCalledAfter(told, account) || isOfBothSides(told, account));
  return one.lines.flatMap((a) => other.lines.flatMap((b) => (isTold(a, b) || isTold(b, a) ? [[a, b] as const] : [])));
}

function isOfBothSides({ axis, figures }: Line, account: Line): boolean {
  if (axis !== 'column') return false;
  const found = figures.flatMap(({ keys }) => {
    const key = keys.find((each) => account.byKey.has(each));
    return key === undefined ? [] : [account.byKey.get(key)];
  });
  const right = found.filter((keyed) => keyed?.figure.at !== undefined).length;
  return right > 0 && right < found.length && found.length >= MOSTLY * figures.length;
}

function atLeast(met: ReadonlyMap<number, number>, least: number): number[] {
  return [...met].flatMap(([pair, count]) => (count >= least ? [pair] : []));
}

function isOneRow(one: Line | undefined, other: Line | undefined): boolean {
  const names = one?.keys ?? [];
  return other?.keys.some((key) => names.includes(key)) === true;
}

function eachMeeting(ours: Entries, theirs: Entries, visit: (a: Entry, b: Entry) => void): void {
  const count = theirs.sorted.length;
  let start = 0;
  for (let at = 0; at < ours.sorted.length && start < count; at++) {
    const [low, high] = [ours.low[at] ?? 0, ours.high[at] ?? 0];
    while (start < count && (theirs.low[start] ?? 0) < low - theirs.widest) start++;
    for (let i = start; i < count && i < start + MOST_ALIKE && (theirs.low[i] ?? 0) <= high; i++) {
      const [a, b] = [ours.sorted[at], theirs.sorted[i]];
      if (a && b && (theirs.high[i] ?? 0) >= low) visit(a, b);
    }
  }
}

function namesInCommon(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let count = 0;
  for (const name of one) if (other.has(name)) count++;
  return count;
}
