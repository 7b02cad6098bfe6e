import type { Sheet } from '../../grid/sheet';
import { figureAt } from '../../tables/printed';
import { isFigureRole, type Column, type Table, type TableRow } from '../../tables/table';

/** A line below a list that says how many lines the list has: 品目个数 11. */
export interface OwnCount {
  readonly row: TableRow;
  readonly column: Column;
  readonly lines: readonly TableRow[];
  readonly stated: number;
  readonly holds: boolean;
}

const COUNT_OF_LINES = /^[一-龥]{1,8}(?:个数|户数|宗数|笔数|项数|家数|份数)(?:合计)?$/;
/** Fewer lines are seen at a glance. */
const LEAST_LINES = 3;

/** What lines below a list say of its length; of a list in levels nobody knows which of them are meant. */
export function ownCounts(sheet: Sheet, table: Table): OwnCount[] {
  return table.rows.flatMap((row, i) => {
    if (!COUNT_OF_LINES.test(row.name)) return [];
    const filled = table.columns.flatMap((column) => {
      const figure = isFigureRole(column.role) ? figureAt(sheet, row.row, column.column) : undefined;
      return figure ? [{ column, stated: figure.value }] : [];
    });
    const [only] = filled;
    const lines = table.rows.slice(0, i).filter(({ role, name }) => role === 'item' && !COUNT_OF_LINES.test(name));
    if (!only || filled.length > 1 || !Number.isInteger(only.stated) || lines.length < LEAST_LINES) return [];
    if (new Set(lines.map(({ level }) => level)).size > 1) return [];
    return [{ row, lines, ...only, holds: only.stated === lines.length }];
  });
}
