import type { Line } from './lines';
import { isOfOneNature, type NamedFigure, type NamedTable } from './named-table';

/** Fewer digits are met by chance. */
export const TELLING_DIGITS = 3;
/** Figures that meet so many others under one name, a standard that is the same everywhere, tell nothing. */
const MOST_ALIKE = 200;
const LEAST_MET = 2;
const MOST_TIMES = 3;
const MANY_ROWS = 5;

/** Pairs of lines of two tables in which several figures of one name meet; one of each is own. */
export function candidatePairs(
  lines: readonly Line[],
  own: ReadonlySet<NamedTable>,
): (readonly [one: Line, other: Line])[] {
  const met = new Map<number, number>();
  const rowsMeet = new SharedRows();
  const canBeOne = (one: Line | undefined, other: Line | undefined): boolean =>
    one !== undefined &&
    other !== undefined &&
    one.table !== other.table &&
    (own.has(one.table) || own.has(other.table)) &&
    (one.axis === 'column' || other.axis === 'column' || !rowsMeet.inMany(one.table, other.table));
  for (const entries of entriesByName(lines)) {
    entries.sort((a, b) => a.figure.interval.low - b.figure.interval.low);
    entries.forEach((one, i) => {
      const end = Math.min(entries.length, i + 1 + MOST_ALIKE);
      for (let next = i + 1; next < end; next++) {
        const other = entries[next];
        if (!other || other.figure.interval.low > one.figure.interval.high) break;
        const [a, b] = one.line < other.line ? [one, other] : [other, one];
        if (!isOfOneNature(a.figure, b.figure) || !canBeOne(lines[a.line], lines[b.line])) continue;
        const pair = a.line * lines.length + b.line;
        met.set(pair, (met.get(pair) ?? 0) + 1);
      }
    });
  }
  return [...met].flatMap(([pair, count]) => {
    const [one, other] = [lines[Math.floor(pair / lines.length)], lines[pair % lines.length]];
    return count >= LEAST_MET && one && other ? [[one, other] as const] : [];
  });
}

interface Entry {
  /** Index of its line. */
  readonly line: number;
  readonly figure: NamedFigure;
}

function entriesByName(lines: readonly Line[]): Entry[][] {
  const entries = new Map<string, Entry[]>();
  lines.forEach(({ byKey }, line) => {
    for (const [key, { figure }] of byKey) {
      if (figure.digits < TELLING_DIGITS) continue;
      const found = entries.get(key);
      if (found) found.push({ line, figure });
      else entries.set(key, [{ line, figure }]);
    }
  });
  return [...entries.values()].map((found) => withoutStandards(found, lines));
}

/** A figure that a table shows again and again under one name, a rate or a standard, could meet any of its lines. */
function withoutStandards(entries: readonly Entry[], lines: readonly Line[]): Entry[] {
  const times = new Map<NamedTable | undefined, Map<number, number>>();
  for (const { line, figure } of entries) {
    const values = times.get(lines[line]?.table) ?? new Map<number, number>();
    times.set(lines[line]?.table, values.set(figure.yuan, (values.get(figure.yuan) ?? 0) + 1));
  }
  return entries.filter(({ line, figure }) => (times.get(lines[line]?.table)?.get(figure.yuan) ?? 0) <= MOST_TIMES);
}

/** Two tables that name the same rows are compared column by column: their rows would say the same again. */
class SharedRows {
  private readonly known = new Map<NamedTable, Map<NamedTable, boolean>>();
  private readonly names = new Map<NamedTable, ReadonlySet<string>>();

  inMany(one: NamedTable, other: NamedTable): boolean {
    const beside = this.known.get(one) ?? new Map<NamedTable, boolean>();
    this.known.set(one, beside);
    const known = beside.get(other);
    if (known !== undefined) return known;
    const names = this.namesOf(other);
    const areMany = [...this.namesOf(one)].filter((name) => names.has(name)).length >= MANY_ROWS;
    beside.set(other, areMany);
    return areMany;
  }

  private namesOf(table: NamedTable): ReadonlySet<string> {
    const names = this.names.get(table) ?? new Set(table.rows.flatMap(({ keys }) => keys));
    this.names.set(table, names);
    return names;
  }
}
