import { months, periodIn, type Period } from '../../../numbers/period';
import type { ColumnRole } from '../../../tables/table';
import type { Tier } from '../../../tables/tier';
import { type NamedFigure, type NamedTable, scopeIn } from './named-table';
import { nameKey, WHOLE } from './name-keys';

/** A figure of a line, and by which names another line may have it too. */
export interface KeyedFigure {
  readonly keys: readonly string[];
  readonly depth: number;
  /** The stage that the other direction says: of a row, that of the figure's column. */
  readonly role: ColumnRole | undefined;
  readonly figure: NamedFigure;
}

/** A column of figures by the names of its rows, or a row of figures by the names of its columns. */
export interface Line {
  readonly table: NamedTable;
  readonly axis: 'row' | 'column';
  readonly label: string;
  readonly keys: readonly string[];
  readonly isWhole: boolean;
  readonly role: ColumnRole | undefined;
  readonly tier: Tier | undefined;
  readonly scope: readonly string[];
  /** Of the month that its own header names, else of its table. */
  readonly period: Period | undefined;
  readonly figures: readonly KeyedFigure[];
  /** Its figures by name; a name that stands twice for two figures names none. */
  readonly byKey: ReadonlyMap<string, KeyedFigure>;
  /** Its figures under a name of which another is the beginning, or that begins with it. */
  readonly calledLike: (key: string) => readonly KeyedFigure[];
}

/** Whether a row is called after the sheet of the other table, whose total or account the other line is: 暂付款 in a summary of sheets. */
export function isCalledAfter(one: Line, other: Line): boolean {
  const sheet = nameKey(other.table.sheet);
  return (
    one.axis === 'row' &&
    ((other.axis === 'row' && other.isWhole) || other.table.isAccount === true) &&
    one.table.sheet !== other.table.sheet &&
    sheet !== '' &&
    one.keys.includes(sheet)
  );
}

const LEAST_FIGURES = 3;
/** Of a longer list no row but its totals is a line of its own. */
const MOST_ROWS = 200;
/** A name of so many letters is the beginning of another that has so many more. */
const LEAST_LETTERS = 4;
const MOST_MORE = 3;

export function linesOf(table: NamedTable): Line[] {
  const { rows, columns, figures } = table;
  const byColumn = new Map<string, KeyedFigure[]>();
  const byRow = new Map<number, KeyedFigure[]>();
  for (const figure of figures) {
    const [row, column] = [rows[figure.row], columns[figure.column]];
    if (!row || !column) continue;
    intoList(byColumn, `${figure.column}|${row.part}`, { keys: row.keys, depth: row.depth, role: row.role, figure });
    if (rows.length <= MOST_ROWS || row.keys.includes(WHOLE))
      intoList(byRow, figure.row, { keys: column.keys, depth: column.depth, role: column.role, figure });
  }
  return [
    ...[...byColumn.values()].map((line) => lineOf(table, 'column', line)),
    ...[...byRow.values()].map((line) => lineOf(table, 'row', line)),
  ].filter((line) => line.figures.length >= LEAST_FIGURES);
}

export function intoList<Key, Member>(groups: Map<Key, Member[]>, key: Key, member: Member): void {
  const group = groups.get(key);
  if (group) group.push(member);
  else groups.set(key, [member]);
}

function lineOf(table: NamedTable, axis: Line['axis'], figures: readonly KeyedFigure[]): Line {
  const named = byKey(figures);
  const first = figures[0]?.figure;
  const column = table.columns[first?.column ?? -1];
  const row = table.rows[first?.row ?? -1];
  const own = axis === 'row' ? row : column;
  const part = row?.part ?? '';
  return {
    table,
    axis,
    label:
      axis === 'row' ? `${own?.label ?? ''}|${part}` : part === '' ? (own?.label ?? '') : `${own?.label ?? ''}|${part}`,
    keys: own?.keys ?? [],
    isWhole: own?.keys.includes(WHOLE) === true,
    role: (part === '' ? undefined : row?.role) ?? own?.role,
    tier: (axis === 'column' ? column?.tier : undefined) ?? table.tier,
    scope: scopeIn([...table.scope, own?.label ?? ''].join('|')),
    period: axis === 'column' ? periodOf(own?.label ?? '', table.period) : table.period,
    figures,
    byKey: named,
    calledLike: likeNames(named),
  };
}

/** 4月 of a table of the months of a year, 2024年预算 beside 2025年预算; the months of last year are none of this one's. */
function periodOf(label: string, period: Period | undefined): Period | undefined {
  const own = /(?:19|20)\d\d年/.test(label) ? periodIn(label) : undefined;
  if (own) return own;
  const month = /(?:^|[^\d-])(\d{1,2})月(?:份|当月)?$/.exec(label.replaceAll('|', ''))?.[1];
  if (!period || month === undefined || /上年|去年|同期|末|初|底/.test(label)) return period;
  return months(Number(period.to.slice(0, 4)), Number(month), Number(month)) ?? period;
}

function byKey(figures: readonly KeyedFigure[]): Map<string, KeyedFigure> {
  const found = new Map<string, KeyedFigure>();
  const twice = new Set<string>();
  for (const one of figures)
    for (const key of one.keys) {
      const known = found.get(key);
      // 收入总计 and 本年收入合计 may be one amount: then either will do.
      if (known && known.figure.yuan !== one.figure.yuan) twice.add(key);
      else if (!known) found.set(key, one);
    }
  for (const key of twice) found.delete(key);
  return found;
}

/** Looks up names that are the beginning of each other; the longer ones are gone through once, when first asked for. */
function likeNames(named: ReadonlyMap<string, KeyedFigure>): Line['calledLike'] {
  let longer: Map<string, KeyedFigure[]> | undefined;
  return (key) => {
    if (!longer) {
      longer = new Map();
      for (const [name, figure] of named)
        for (const beginning of beginningsOf(name)) intoList(longer, beginning, figure);
    }
    return [...beginningsOf(key).flatMap((beginning) => named.get(beginning) ?? []), ...(longer.get(key) ?? [])];
  };
}

/** A name without its last letters. */
function beginningsOf(name: string): string[] {
  const most = Math.min(MOST_MORE, name.length - LEAST_LETTERS);
  return Array.from({ length: Math.max(0, most) }, (_, i) => name.slice(0, -1 - i));
}
