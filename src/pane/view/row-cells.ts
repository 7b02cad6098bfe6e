import type { Position } from '../../core/grid/address';
import type { Sheet } from '../../core/grid/sheet';
import { shownCell, type ShownCell } from './cell-text';
import { displayWidth, overflowSpan, type GridLayout } from './grid-layout';

/** One box to be painted in a row: a cell, a merged area, or a text with the blank cells it runs over. */
export interface RowBox extends ShownCell {
  readonly column: number;
  readonly columns: number;
  readonly rows: number;
  readonly mark: 'first' | 'other' | 'none';
}

/** The boxes of one row between two columns; what a merged area covers is left out. */
export function rowBoxes(
  sheet: Sheet,
  layout: GridLayout,
  row: number,
  columns: readonly number[],
  marks: readonly Position[],
): RowBox[] {
  const boxes: RowBox[] = [];
  const [from, to] = [columns[0] ?? 0, columns.at(-1) ?? -1];
  let next = startOf(layout, row, from);
  while (next <= to) {
    const box = boxAt(sheet, layout, row, next, marks);
    if (box) boxes.push(box);
    next = (box ? box.column + box.columns : undefined) ?? afterMerge(layout, row, next);
  }
  return boxes;
}

/** A merged area that begins left of the window is drawn from its first column. */
function startOf(layout: GridLayout, row: number, from: number): number {
  return Math.min(from, layout.merges.at(row, from)?.left ?? from);
}

function afterMerge(layout: GridLayout, row: number, column: number): number {
  return (layout.merges.at(row, column)?.right ?? column) + 1;
}

function boxAt(
  sheet: Sheet,
  layout: GridLayout,
  row: number,
  column: number,
  marks: readonly Position[],
): RowBox | undefined {
  const merge = layout.merges.at(row, column);
  if (merge && (merge.top !== row || merge.left !== column)) return undefined;
  const shown = shownCell(sheet, row, column);
  const mark = markOf(marks, row, column);
  if (merge)
    return {
      ...shown,
      align: shown.align === 'start' ? 'center' : shown.align,
      column,
      columns: Math.min(merge.right, layout.columnCount - 1) - column + 1,
      rows: Math.min(merge.bottom, layout.rowCount - 1) - row + 1,
      mark,
    };
  const needed = displayWidth(shown.text) + shown.indent * 2 + 2;
  const columns =
    shown.align === 'start' && shown.text !== '' && mark === 'none'
      ? overflowSpan(sheet, layout, row, column, needed)
      : 1;
  return { ...shown, column, columns, rows: 1, mark };
}

function markOf(marks: readonly Position[], row: number, column: number): RowBox['mark'] {
  const at = marks.findIndex((mark) => mark.row === row && mark.column === column);
  return at < 0 ? 'none' : at === 0 ? 'first' : 'other';
}

/** What the label column says of a row; a title that spans the table is no label. */
export function rowLabel(sheet: Sheet, layout: GridLayout, row: number, column: number): string {
  const merge = layout.merges.at(row, column);
  if (merge && merge.right > merge.left) return '';
  return merge ? (merge.top === row ? shownCell(sheet, row, merge.left).text : '') : shownCell(sheet, row, column).text;
}
