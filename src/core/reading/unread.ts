import type { Position } from '../grid/address';
import { cellIndex, CellKind, type Sheet, textAt } from '../grid/sheet';
import { doubtfulFigure } from '../numbers/doubtful-figure';
import { isFigureRole, type Table } from '../tables/table';

/** Why a cell that seems to hold a figure was not read. */
export type UnreadReason =
  /** Text that looks like a number, but like none for certain: `100,00`, `12O`. */
  | 'text'
  /** A number that names its unit: `1.2亿元`. */
  | 'ownUnit'
  /** A formula without a stored result that could not be computed. */
  | 'noResult'
  /** An error value. */
  | 'error';

export interface UnreadCell {
  readonly cell: Position;
  readonly why: UnreadReason;
}

/** The cells of figures in which nothing could be read as one. */
export function unreadFigures(sheet: Sheet, tables: readonly Table[]): UnreadCell[] {
  const { cells } = sheet;
  // A formula that gives the empty text has its result: nothing.
  const without = new Set(sheet.computed?.uncomputed.map(({ cell }) => cellIndex(cells, cell.row, cell.column)));
  return tables.flatMap(({ columns, rows }) =>
    columns
      .filter(({ role }) => isFigureRole(role))
      .flatMap(({ column }) =>
        rows.flatMap(({ row }): UnreadCell[] => {
          const at = cellIndex(cells, row, column);
          if (at < 0) return [];
          const kind = cells.kind[at];
          if (kind === CellKind.error) return [{ cell: { row, column }, why: 'error' }];
          if (without.has(at)) return [{ cell: { row, column }, why: 'noResult' }];
          const why = kind === CellKind.text ? doubtfulFigure(textAt(sheet, row, column)) : undefined;
          return why ? [{ cell: { row, column }, why }] : [];
        }),
      ),
  );
}
