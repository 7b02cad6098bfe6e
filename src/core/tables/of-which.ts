import type { Sheet } from '../grid/sheet';
import { intervalOf, meets, type Printed, sumInterval } from '../numbers/interval';
import { isRateName, leadingBlanks } from './label';
import { figureAt } from './printed';
import { isAmountRole, type Column, type Table, type TableRow } from './table';

/** A 其中 list that comes to more than the item it is part of. */
export interface OfWhichExcess {
  readonly item: TableRow;
  readonly column: Column;
  readonly parts: readonly TableRow[];
  readonly whole: number;
  readonly sum: number;
}

/** Lists that begin with 其中, in every column of amounts; how many were looked at, and those that exceed. */
export function ofWhichLists(
  sheet: Sheet,
  table: Table,
): { readonly judged: number; readonly excesses: readonly OfWhichExcess[] } {
  const lists = listsOf(table).map(({ parent, parts }) => ownedList(sheet, table, parent, parts));
  return {
    judged: lists.reduce((sum, { judged }) => sum + judged, 0),
    excesses: lists.flatMap(({ excesses }) => excesses),
  };
}

interface Judged {
  readonly judged: number;
  readonly excesses: readonly OfWhichExcess[];
}

/**
 * A memo below the last item (其中：民生支出) is part of the total, not of that item: what exceeds the row before it
 * nearly everywhere is judged against the nearest total that it fits into, and against none where there is no such.
 */
function ownedList(sheet: Sheet, table: Table, parent: TableRow, parts: readonly TableRow[]): Judged {
  // 其中：第一批已兑付 below 兑付率% is no part of a rate.
  if (isRateName(parent.name) && !parts.some(({ name }) => isRateName(name))) return { judged: 0, excesses: [] };
  const own = judge(sheet, table, parent, parts);
  const isOfAll = parts.some(({ label }) => OF_ALL.test(label));
  if (own.excesses.length * 2 <= own.judged && !isOfAll) return own;
  const isFarBeyond = own.excesses.every(({ whole, sum }) => sum > FAR * Math.abs(whole));
  const fitting = table.rows
    .slice(0, table.rows.indexOf(parent))
    .reverse()
    .filter(({ role, level }) => role === 'total' || role === 'subtotal' || level < parent.level)
    .map((total) => judge(sheet, table, total, parts))
    .find(({ judged, excesses }) => judged > 0 && excesses.length * 4 <= judged);
  return fitting ?? (own.judged >= 2 || isFarBeyond || isOfAll ? { judged: 0, excesses: [] } : own);
}

/** 其中：直达资金（含在上列各项内，不另计） is part of all that stands above it. */
const OF_ALL = /(?:上列|上述|以上|前列)各项|不另计|不重复计/;

/** So many times its whole no list comes to by a slip of a digit or two. */
const FAR = 20;

function judge(sheet: Sheet, table: Table, parent: TableRow, parts: readonly TableRow[]): Judged {
  const excesses: OfWhichExcess[] = [];
  let judged = 0;
  for (const column of table.columns.filter(isBounded)) {
    const whole = figureAt(sheet, parent.row, column.column);
    const figures = parts
      .map(({ row }) => figureAt(sheet, row, column.column))
      .filter((figure) => figure !== undefined);
    // A refund among the parts may well leave less than the others come to.
    if (!whole || whole.value < 0 || figures.length === 0 || figures.some(({ value }) => value < 0)) continue;
    judged++;
    const sum = sumInterval(withoutTheirParts(figures));
    if (sum.low > intervalOf(whole).high + DUST * Math.abs(whole.value))
      excesses.push({
        item: parent,
        column,
        parts,
        whole: whole.value,
        sum: sumInterval(withoutTheirParts(figures).map((figure) => ({ ...figure, exact: true }))).low,
      });
  }
  return { judged, excesses };
}

/** Binary dust of figures that were computed. */
const DUST = 1e-9;

/** Increases and what is left after a deduction may be less than one of their parts. */
function isBounded({ role, path }: Column): boolean {
  return (
    isAmountRole(role) && role !== 'delta' && role !== 'month_delta' && !/增减|变化|变动|净|差额/.test(path.join('|'))
  );
}

const NET_ITEM = /净|财务费用|损益|差额|盈亏|结余/;

/** 其中 within 其中: a figure that the following ones make up counts for them. */
function withoutTheirParts(figures: readonly Printed[]): Printed[] {
  const counted: Printed[] = [];
  for (let i = 0; i < figures.length;) {
    const figure = figures[i];
    if (!figure) break;
    counted.push(figure);
    i += 1 + partsAfter(figures, i);
  }
  return counted;
}

/** How many of the figures after it add up to a figure. */
function partsAfter(figures: readonly Printed[], at: number): number {
  const whole = figures[at];
  const parts: Printed[] = [];
  for (const part of whole && whole.value > 0 ? figures.slice(at + 1) : []) {
    parts.push(part);
    const sum = sumInterval(parts);
    const dust = DUST * Math.abs(whole?.value ?? 0);
    if (whole && meets(intervalOf(whole), { low: sum.low - dust, high: sum.high + dust })) return parts.length;
  }
  return 0;
}

/** What follows one 其中, and the item that it is part of. */
interface List {
  readonly parent: TableRow;
  readonly parts: TableRow[];
}

/** The lists that begin with 其中; 其中：税收收入 and 其中：县本级收入 of one item divide it twice. */
function listsOf({ rows }: Pick<Table, 'rows'>): List[] {
  const lists = new Map<TableRow, List[]>();
  const ended = new Set<TableRow>();
  for (const row of rows) {
    const parent = rows[row.parent];
    if (!parent || ended.has(parent)) continue;
    const known = lists.get(parent) ?? [];
    const parts = known.at(-1)?.parts;
    // 其中：税收收入, 税收占比: what a page says of a part is no part.
    if (parts?.[0] && isRateName(row.name) && !isRateName(parts[0].name)) continue;
    if (parts && endsBefore(parts, row)) ended.add(parent);
    // Only a list whose first row says 其中: the rows after it stand beside it.
    else if (row.role === 'ofWhich' && (!parts || WHICH.test(row.label)))
      lists.set(parent, [...known, { parent, parts: [row] }]);
    else parts?.push(row);
  }
  // Where plain parts come first, 其中 refines the last of them and says nothing of the whole.
  for (const parent of [...lists.keys()]) {
    const first = rows.find((row) => rows[row.parent] === parent);
    if (first?.role !== 'ofWhich' || NET_ITEM.test(parent.name)) lists.delete(parent);
  }
  return [...lists.values()].flat();
}

const WHICH = /^\s*其\s*中/;

/** A list whose rows are set in below the words after 其中 ends with the first that is not. */
function endsBefore([first, second]: readonly TableRow[], row: TableRow): boolean {
  const indent = (one: TableRow | undefined): number => leadingBlanks(one?.label ?? '');
  return second !== undefined && indent(second) > indent(first) && indent(row) <= indent(first);
}

/** All rows that are part of another by 其中. */
export function ofWhichMembers(rows: readonly TableRow[]): ReadonlySet<TableRow> {
  return new Set([
    ...rows.filter(({ role }) => role === 'ofWhich'),
    ...listsOf({ rows }).flatMap(({ parts }) => parts),
  ]);
}
