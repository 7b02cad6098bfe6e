import { cellIndex, CellKind, type Sheet } from '../../grid/sheet';
import { bracketedCount } from '../../numbers/unit';
import { amountAt, wordsAt } from '../../tables/cells';
import { isTotalLabel, itemName } from '../../tables/label';
import { type Column, type ColumnRole, groupOf, type Table, type TableRow } from '../../tables/table';
import type { TableOnSheet } from '../../tables/table-place';
import { type Group, isSummed, MOST_GROUPS } from './list-groupings';

/** Rows at most of a summary whose groups are its columns. */
const MOST_MEASURES = 60;

/** What a summary gives of all its groups: a column where they are its rows, a row where they are its columns. */
export interface Measure {
  readonly label: string;
  readonly role: ColumnRole | undefined;
  readonly isCount: boolean;
  readonly cells: readonly GroupCell[];
}

/** A group where it stands in a summary. */
export interface GroupCell extends Group {
  readonly row: TableRow;
  readonly column: Column;
}

/** What a summary gives of its groups, for each way in which it may name them. */
export function sidesOf(summary: TableOnSheet): readonly Measure[][] {
  return [...byRows(summary), ...byColumns(summary)].filter(
    ([first]) => first !== undefined && first.cells.length >= 2 && first.cells.length <= MOST_GROUPS,
  );
}

/** Rows by their names, and by the numbers beside them that are each another. */
function byRows({ sheet, table }: TableOnSheet): Measure[][] {
  const columns = table.columns.filter(isSummed);
  const items = table.rows.filter(isGroup);
  const groups = groupRows(table);
  const leaves = leavesOf(table);
  const numbered = table.columns
    .filter(({ role }) => role === 'text')
    .slice(0, MOST_WORDS)
    .map((column) => new Map(items.map((row) => [row, itemName(wordsAt(sheet, row.row, column))])))
    .filter((names) => areNumbers([...names.values()]));
  const named = [groups, ...(leaves.length < groups.length || groups.length === 0 ? [leaves] : [])].map(
    (rows) => new Map(rows.map((row) => [row, row.name])),
  );
  return [...named, ...numbered]
    .filter(({ size }) => size >= 2 && size <= MOST_GROUPS)
    .map((names) =>
      columns.map((column) => ({
        label: headerName(column),
        role: column.role,
        isCount: isCounted(column),
        cells: [...names].map(([row, name]) => ({ name, isEmpty: isNothing(sheet, table, row, column), row, column })),
      })),
    );
}

/** Columns of words that are looked at. */
const MOST_WORDS = 4;

/** 财农〔2025〕22号, LX2505: each another, and with a digit. */
function areNumbers(words: readonly string[]): boolean {
  return new Set(words).size === words.length && words.every((word) => /\d/.test(word));
}

function isNothing(sheet: Sheet, table: Table, row: TableRow, column: Column): boolean {
  const { cells } = sheet;
  const at = cellIndex(cells, row.row, column.column);
  if (at < 0 || cells.kind[at] === CellKind.blank) return true;
  if (cells.kind[at] === CellKind.number) return cells.number[at] === 0;
  return (amountAt(sheet, table, row.row, column)?.value ?? 0) === 0;
}

/** 技改奖补, 升规奖励, 稳岗补助 over columns, with 户数, 应兑付 and 已兑付 below them. */
function byColumns({ sheet, table }: TableOnSheet): Measure[][] {
  if (table.rows.length > MOST_MEASURES) return [];
  const columns = new Map<string, Column[]>();
  for (const column of table.columns) {
    const name = itemName(column.path.at(-1) ?? '');
    if (column.role !== 'amount' || name === '' || isTotalLabel(name)) continue;
    const over = groupOf(column);
    columns.set(over, [...(columns.get(over) ?? []), column]);
  }
  return [...columns.values()].flatMap((groups): Measure[][] => {
    const named = groups.map((column) => ({ name: itemName(column.path.at(-1) ?? ''), column }));
    if (new Set(named.map(({ name }) => name)).size < named.length) return [];
    const rows = table.rows.filter(({ role }) => role !== 'aside');
    return [
      rows.map((row) => ({
        label: itemName(row.name).replace(/^[加减][:：]|\(.*?\)/g, ''),
        role: row.phase,
        isCount: COUNT.test(row.name) || bracketedCount(row.label) !== undefined,
        cells: named.map(({ name, column }) => ({
          name,
          isEmpty: isNothing(sheet, table, row, column),
          row,
          column,
        })),
      })),
    ];
  });
}

const COUNT = /(?:[户宗笔件人次个家]|项目|企业|订单)数(?:\(.*\))?$/;

/** 户数, 宗数, 交易次数: lines are counted, or counts of lines are added up. */
export function isCounted({ role, path }: Column): boolean {
  return role === 'count' || role === 'persons' || COUNT.test(path.at(-1) ?? '');
}

export function headerName({ path }: Column): string {
  return (path.at(-1) ?? '').replace(/\(.*?\)/g, '');
}

/** The lines of a summary that stand for a group: each name once. */
export function groupRows({ rows }: Table): TableRow[] {
  return eachOnce(rows.filter(isGroup));
}

/** （一）一般性转移支付 takes up 1.体制补助: those alone that take up no others. */
function leavesOf({ rows }: Table): TableRow[] {
  const parents = new Set(rows.map(({ parent }) => parent));
  return eachOnce(rows.filter((row, i) => isGroup(row) && !parents.has(i)));
}

function eachOnce(items: TableRow[]): TableRow[] {
  return new Set(items.map(({ name }) => name)).size === items.length ? items : [];
}

/** 全年 below the quarters and 全县 above the towns are what they come to. */
function isGroup({ role, name }: TableRow): boolean {
  return (role === 'item' || role === 'ofWhich') && name !== '' && !/^全[年县市区镇乡]$/.test(name);
}
