import type { Rect } from '../../core/grid/address';
import { cellIndex, CellKind, type Sheet } from '../../core/grid/sheet';
import { shownCell } from './cell-text';

/** Where the rows and columns of a sheet stand in its view, in units of the row height. */
export interface GridLayout {
  readonly rowCount: number;
  readonly columnCount: number;
  /** Width of each column, in characters. */
  readonly widths: readonly number[];
  readonly merges: MergeIndex;
  /** The column that names the rows: it stays in sight; absent where none does. */
  readonly labelColumn?: number;
}

/** A few blank lines around the figures, so that the last ones do not stick to the edge. */
const MARGIN_ROWS = 12;
const MARGIN_COLUMNS = 3;
/** So that a small table does not stand in a void. */
const FEWEST_ROWS = 60;
const FEWEST_COLUMNS = 26;
const NARROWEST = 8;
const WIDEST = 34;
/** Enough rows to see how wide a column is. */
const MEASURED_ROWS = 400;

export function gridLayout(sheet: Sheet): GridLayout {
  const { cells } = sheet;
  const columnCount = Math.max(cells.columnCount + MARGIN_COLUMNS, FEWEST_COLUMNS);
  const merges = new MergeIndex(sheet.merges.filter(({ top, left }) => top < cells.rowCount && left < columnCount));
  const labelColumn = labelColumnOf(sheet);
  return {
    rowCount: Math.max(cells.rowCount + MARGIN_ROWS, FEWEST_ROWS),
    columnCount,
    widths: columnWidths(sheet, columnCount, merges),
    merges,
    ...(labelColumn === undefined ? {} : { labelColumn }),
  };
}

/** Labels stand left; further right a text column is a remark. */
const LABEL_COLUMNS = 4;

/** The left column with the most text, where it has more text than numbers. */
function labelColumnOf({ cells }: Sheet): number | undefined {
  const texts = Array.from({ length: LABEL_COLUMNS }, () => 0);
  const numbers = [...texts];
  for (let row = 0; row < Math.min(cells.rowCount, MEASURED_ROWS); row++) {
    for (let at = cells.rowStart[row] ?? 0; at < (cells.rowStart[row + 1] ?? 0); at++) {
      const column = cells.column[at] ?? 0;
      if (column >= LABEL_COLUMNS) break;
      if (cells.kind[at] === CellKind.text) texts[column] = (texts[column] ?? 0) + 1;
      if (cells.kind[at] === CellKind.number) numbers[column] = (numbers[column] ?? 0) + 1;
    }
  }
  const most = Math.max(...texts);
  const column = texts.indexOf(most);
  return most >= 5 && most > (numbers[column] ?? 0) ? column : undefined;
}

/** The snapshot carries no widths: a number is never cut, a label may be. */
function columnWidths(sheet: Sheet, columnCount: number, merges: MergeIndex): number[] {
  const widths = Array.from({ length: columnCount }, () => NARROWEST);
  const { cells } = sheet;
  for (let row = 0; row < Math.min(cells.rowCount, MEASURED_ROWS); row++) {
    for (let at = cells.rowStart[row] ?? 0; at < (cells.rowStart[row + 1] ?? 0); at++) {
      const column = cells.column[at] ?? 0;
      if (cells.kind[at] === CellKind.blank || merges.at(row, column) || isTitle(sheet, row, column)) continue;
      const { text, indent } = shownCell(sheet, row, column);
      widths[column] = Math.min(WIDEST, Math.max(widths[column] ?? NARROWEST, displayWidth(text) + indent * 2 + 2));
    }
  }
  return widths;
}

/** A text alone in its row runs over its neighbours and says nothing about its column. */
function isTitle({ cells }: Sheet, row: number, column: number): boolean {
  const [from, to] = [cells.rowStart[row] ?? 0, cells.rowStart[row + 1] ?? 0];
  for (let at = from; at < to; at++) if (cells.kind[at] !== CellKind.blank && cells.column[at] !== column) return false;
  return true;
}

/** Chinese characters take the room of two. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const char of text) width += char.charCodeAt(0) > 0x2e7f ? 2 : 1;
  return width;
}

/** Finds the merged area of a cell without walking through all of them. */
export class MergeIndex {
  private readonly byRow = new Map<number, Rect[]>();

  constructor(private readonly merges: readonly Rect[]) {
    for (const merge of merges) {
      // A merge over a whole sheet is entered by its first rows only: the rest is off every screen.
      for (let row = merge.top; row <= Math.min(merge.bottom, merge.top + 2_000); row++) {
        const list = this.byRow.get(row);
        if (list) list.push(merge);
        else this.byRow.set(row, [merge]);
      }
    }
  }

  at(row: number, column: number): Rect | undefined {
    return this.byRow.get(row)?.find(({ left, right }) => column >= left && column <= right);
  }

  /** The merged areas that reach into a window of rows. */
  within(top: number, bottom: number): Rect[] {
    return this.merges.filter((merge) => merge.top <= bottom && merge.bottom >= top);
  }
}

/** How many columns a text may run over to the right: as Excel does, up to the next cell that holds something. */
export function overflowSpan(sheet: Sheet, layout: GridLayout, row: number, column: number, needed: number): number {
  let width = layout.widths[column] ?? 0;
  let span = 1;
  while (width < needed && column + span < layout.columnCount) {
    const next = cellIndex(sheet.cells, row, column + span);
    if ((next >= 0 && sheet.cells.kind[next] !== CellKind.blank) || layout.merges.at(row, column + span)) break;
    width += layout.widths[column + span] ?? 0;
    span++;
  }
  return span;
}
