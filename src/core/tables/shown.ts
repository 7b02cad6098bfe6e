import type { Sheet } from '../grid/sheet';

/**
 * What a reader sees of a sheet. Systems that export tables keep their keys, queries and row pointers in hidden
 * rows and columns: those are neither title nor header nor figures.
 */
export interface Shown {
  readonly isRow: (row: number) => boolean;
  /** Whether the text of a cell is seen: a merged cell is, where any of its columns is. */
  readonly isCell: (row: number, column: number) => boolean;
  readonly isColumn: (column: number) => boolean;
}

export function shownOf({ hiddenRows, hiddenColumns, merges }: Sheet): Shown {
  const [rows, columns] = [new Set(hiddenRows), new Set(hiddenColumns)];
  const isColumn = (column: number) => !columns.has(column);
  return {
    isRow: (row) => !rows.has(row),
    isColumn,
    isCell: (row, column) => {
      if (isColumn(column)) return true;
      const merge = merges.find(({ top, left }) => top === row && left === column);
      for (let at = column + 1; merge && at <= merge.right; at++) if (isColumn(at)) return true;
      return false;
    },
  };
}
