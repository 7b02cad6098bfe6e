import type { Position } from '../grid/address';
import { cellIndex, CellKind, type Sheet } from '../grid/sheet';
import { Book, type Surroundings } from './compute/book';
import { Source } from './compute/source';
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

  /** Row and column of every corner of its references. */
  get corners(): readonly number[] {
    return this.read.corners;
  }

  get pieces(): readonly Piece[] {
    return piecesIn(this.read);
  }

  get references(): readonly Reference[] {
    return referencesIn(this.read);
  }
}

/** The formulas of a sheet that can be read, by place. */
export class FormulaGrid {
  readonly cells: readonly FormulaCell[];
  /** Per cell of the sheet: one more than the place of its formula in {@link cells}; 0: it has none. */
  private readonly placeOf: Uint32Array;
  readonly source: Source;
  readonly book: Book;

  /** `around`: the workbook, where formulas may look beyond their own sheet. */
  constructor(
    readonly sheet: Sheet,
    around?: Surroundings,
  ) {
    this.source = new Source(sheet);
    const others = around?.sheets.filter((other) => other.name !== sheet.name) ?? [];
    this.book = new Book([this.source, ...others.map((other) => new Source(other))], around?.names);
    const found: FormulaCell[] = [];
    const { cells } = sheet;
    this.placeOf = new Uint32Array(cells.column.length);
    const templates = new Templates();
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

  /** Names of the other sheets that the formulas refer to; all of them where a name may stand for any. */
  sheetsLookedInto(): readonly string[] {
    const names = new Set<string>();
    for (const template of new Set(this.cells.map((cell) => cell.template))) {
      for (const piece of template.pieces) {
        if ('first' in piece) {
          if (piece.sheet !== undefined) names.add(this.book.source(piece.sheet)?.sheet.name ?? piece.sheet);
        } else if (isName(piece.text)) for (const sheet of this.book.sheetsBehind(piece.text)) names.add(sheet);
      }
    }
    names.delete(this.sheet.name);
    return [...names];
  }

  /** See {@link Book.spend}. */
  spend(count: number): boolean {
    return this.book.spend(count);
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

/** What may be a defined name: neither a number nor a text, an operator or an error. */
function isName(text: string): boolean {
  return /^[\p{L}_\\]/u.test(text);
}

export function positionOf({ row, column }: FormulaCell): Position {
  return { row, column };
}
