import type { Position } from '../grid/address';
import { cellIndex, CellKind, type Sheet } from '../grid/sheet';
import { type Piece, piecesOf, type Reference, relativePattern } from './reference';

export interface FormulaCell {
  readonly row: number;
  readonly column: number;
  readonly index: number;
  readonly formula: string;
  readonly pieces: readonly Piece[];
  readonly references: readonly Reference[];
  /** In R1C1, relative to the cell. */
  readonly pattern: string;
}

/** Cells that ranges may be read for, as a multiple of the cells of the sheet, and at least. */
const EFFORT = 20;
const LEAST_EFFORT = 1_000_000;

/** The formulas of a sheet that can be read, by place. */
export class FormulaGrid {
  readonly cells: readonly FormulaCell[];
  private readonly byIndex = new Map<number, FormulaCell>();
  private effort: number;

  constructor(readonly sheet: Sheet) {
    const found: FormulaCell[] = [];
    const { cells } = sheet;
    this.effort = Math.max(LEAST_EFFORT, EFFORT * cells.column.length);
    for (let row = 0; row < cells.rowCount; row++) {
      for (let index = cells.rowStart[row] ?? 0; index < (cells.rowStart[row + 1] ?? 0); index++) {
        const text = cells.formula[index] ?? 0;
        if (text === 0) continue;
        const formula = cells.texts[text] ?? '';
        const pieces = piecesOf(formula);
        if (!pieces) continue;
        const column = cells.column[index] ?? 0;
        const references = pieces.flatMap((p) => ('reference' in p ? [p.reference] : []));
        const cell = { row, column, index, formula, pieces, references, pattern: relativePattern(pieces, row, column) };
        found.push(cell);
        this.byIndex.set(index, cell);
      }
    }
    this.cells = found;
  }

  /**
   * Whether a range of so many cells may still be read. A column of running totals sums n²/2 cells:
   * what goes beyond a fixed multiple of the sheet is passed over, so that a check stays linear.
   */
  spend(count: number): boolean {
    if (count > this.effort) return false;
    this.effort -= count;
    return true;
  }

  at(row: number, column: number): FormulaCell | undefined {
    const index = cellIndex(this.sheet.cells, row, column);
    return index < 0 ? undefined : this.byIndex.get(index);
  }

  /** Kind of the cell; blank where there is none. */
  kindAt(row: number, column: number): number {
    const index = cellIndex(this.sheet.cells, row, column);
    return index < 0 ? CellKind.blank : (this.sheet.cells.kind[index] ?? CellKind.blank);
  }

  /** A number that was typed, not computed. */
  typedNumberAt(row: number, column: number): number | undefined {
    const { cells } = this.sheet;
    const index = cellIndex(cells, row, column);
    if (index < 0 || cells.kind[index] !== CellKind.number || (cells.formula[index] ?? 0) !== 0) return undefined;
    return cells.number[index];
  }
}

export function positionOf({ row, column }: FormulaCell): Position {
  return { row, column };
}
