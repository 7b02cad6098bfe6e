import type { Position } from '../grid/address';
import { cellIndex, CellKind, type Sheet } from '../grid/sheet';
import type { Piece, Reference } from './reference';
import { patternOf, piecesIn, type ReadFormula, referencesIn, type Template, Templates } from './template';

/** A formula in its place. Its pieces are made when they are asked for: a large sheet has half a million. */
export class FormulaCell {
  /** The same for every copy of the formula. */
  readonly pattern: number;

  constructor(
    private readonly read: ReadFormula,
    private readonly texts: readonly string[],
    private readonly text: number,
    readonly row: number,
    readonly column: number,
    readonly index: number,
  ) {
    this.pattern = patternOf(read, row, column);
  }

  get formula(): string {
    return this.texts[this.text] ?? '';
  }

  get template(): Template {
    return this.read.template;
  }

  get pieces(): readonly Piece[] {
    return piecesIn(this.read);
  }

  get references(): readonly Reference[] {
    return referencesIn(this.read);
  }
}

/** Cells that ranges may be read for, as a multiple of the cells of the sheet, and at least. */
const EFFORT = 20;
const LEAST_EFFORT = 1_000_000;

/** The formulas of a sheet that can be read, by place. */
export class FormulaGrid {
  readonly cells: readonly FormulaCell[];
  /** Per cell of the sheet: one more than the place of its formula in {@link cells}; 0: it has none. */
  private readonly placeOf: Uint32Array;
  private effort: number;

  constructor(readonly sheet: Sheet) {
    const found: FormulaCell[] = [];
    const { cells } = sheet;
    this.placeOf = new Uint32Array(cells.column.length);
    const templates = new Templates();
    this.effort = Math.max(LEAST_EFFORT, EFFORT * cells.column.length);
    for (let row = 0; row < cells.rowCount; row++) {
      for (let index = cells.rowStart[row] ?? 0; index < (cells.rowStart[row + 1] ?? 0); index++) {
        const text = cells.formula[index] ?? 0;
        if (text === 0) continue;
        const read = templates.read(cells.texts[text] ?? '');
        if (!read) continue;
        this.placeOf[index] = found.push(
          new FormulaCell(read, cells.texts, text, row, cells.column[index] ?? 0, index),
        );
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
    return index < 0 ? undefined : this.cells[(this.placeOf[index] ?? 0) - 1];
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
