import { isReference, tokenize, translateFormulaToA1, translateFormulaToR1C1 } from '@borgar/fx/xlsx';
import { cellName, columnIndex, columnName, MAX_COLUMNS, MAX_ROWS, type Position } from '../../core/grid/address';

/** A reference of the master as far as it moves: its offset from the cell, or where it stands. */
interface Moving {
  readonly column: number;
  readonly row: number;
  readonly columnStays: boolean;
  readonly rowStays: boolean;
}

/** A formula that many cells share, tokenized once: each copy is its texts with the references written between them. */
export class SharedFormula {
  /** Texts and references by turns; undefined: it has references that this cannot move. */
  private readonly parts: readonly (string | Moving)[] | undefined;
  private r1c1: string | undefined;

  constructor(
    private readonly text: string,
    private readonly master: Position,
  ) {
    this.parts = partsOf(text, master);
  }

  /** The formula of a cell that shares it. */
  at(cell: Position): string {
    let formula = '';
    for (const part of this.parts ?? []) {
      if (typeof part === 'string') {
        formula += part;
        continue;
      }
      const column = part.columnStays ? part.column : part.column + cell.column;
      const row = part.rowStays ? part.row : part.row + cell.row;
      // Beyond an edge a reference comes in at the other side.
      if (column < 0 || column >= MAX_COLUMNS || row < 0 || row >= MAX_ROWS) return this.translated(cell);
      formula += `${part.columnStays ? '$' : ''}${columnName(column)}${part.rowStays ? '$' : ''}${row + 1}`;
    }
    return this.parts ? formula : this.translated(cell);
  }

  private translated(cell: Position): string {
    this.r1c1 ??= translateFormulaToR1C1(this.text, cellName(this.master));
    return translateFormulaToA1(this.r1c1, cellName(cell));
  }
}

function partsOf(text: string, master: Position): (string | Moving)[] | undefined {
  const parts: (string | Moving)[] = [];
  for (const token of tokenize(text, { mergeRefs: false })) {
    if (
      !isReference(token) ||
      token.type === 'range_named' ||
      token.type === 'context' ||
      token.type === 'context_quote'
    ) {
      const last = parts.at(-1);
      if (typeof last === 'string') parts[parts.length - 1] = last + token.value;
      else parts.push(token.value);
      continue;
    }
    const found = /^(\$?)([A-Z]{1,3})(\$?)(\d{1,7})$/i.exec(token.value);
    if (!found) return undefined;
    const [, columnMark, letters = '', rowMark, digits] = found;
    const column = columnIndex(letters);
    const row = Number(digits) - 1;
    const columnStays = columnMark === '$';
    const rowStays = rowMark === '$';
    parts.push({
      column: columnStays ? column : column - master.column,
      row: rowStays ? row : row - master.row,
      columnStays,
      rowStays,
    });
  }
  return parts;
}
