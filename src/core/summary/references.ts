import { cellName, quoteSheet, rectName, type Position } from '../grid/address';
import { cellIndex, CellKind, type Sheet } from '../grid/sheet';
import { showsAnother } from '../grid/shown-value';

/** A reference to a cell of another sheet: `'收入'!C7`. */
export function reference(sheet: string, cell: Position): string {
  return `${quoteSheet(sheet)}!${cellName(cell)}`;
}

/** Why no formula may rest on a cell: `text` is read differently by each program, `shown` is not what is computed with. */
export type NotLive = 'text' | 'shown';

export function notLive(sheet: Sheet, cell: Position): NotLive | undefined {
  const at = cellIndex(sheet.cells, cell.row, cell.column);
  if (at < 0) return undefined;
  if (sheet.cells.kind[at] !== CellKind.number) return 'text';
  return showsAnother(sheet, at) ? 'shown' : undefined;
}

/** Whether a formula may rest on the cell; on a blank one it may. */
export function isLive(sheet: Sheet, cell: Position): boolean {
  return notLive(sheet, cell) === undefined;
}

/** Neighbouring cells as ranges: a formula of three hundred parts must stay readable. */
export function runs(sheet: string, cells: readonly Position[]): string[] {
  const sorted = [...cells].sort((p, q) => p.column - q.column || p.row - q.row);
  const byRow = new Set(cells.map(({ row }) => row)).size === 1;
  const ranges: { top: number; left: number; bottom: number; right: number }[] = [];
  for (const { row, column } of sorted) {
    const last = ranges.at(-1);
    if (last && !byRow && last.left === column && last.bottom + 1 === row) last.bottom = row;
    else if (last && byRow && last.top === row && last.right + 1 === column) last.right = column;
    else ranges.push({ top: row, left: column, bottom: row, right: column });
  }
  return ranges.map((rect) => `${quoteSheet(sheet)}!${rectName(rect)}`);
}

/** An expression times what turns its unit into the one wanted. */
export function scaledBy(expression: string, factor: number): string {
  if (factor === 1) return expression;
  return factor > 1 ? `${expression}*${factor}` : `${expression}/${Math.round(1 / factor)}`;
}
