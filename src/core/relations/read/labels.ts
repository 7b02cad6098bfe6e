import { READING } from '../weights';
import { type CellStore, CellKind, indentLevel, type Sheet } from '../../grid/sheet';
import type { NumberCells } from './number-cells';
import { wordsIn } from './vocabulary';

/** What the rows and columns of the number grid are called. */
export interface Labels {
  readonly row: readonly string[];
  readonly column: readonly string[];
  /** Bits of Word. */
  readonly rowWords: Uint8Array;
  readonly columnWords: Uint8Array;
  /** How far a row's label stands in; -1: it has none. */
  readonly rowIndent: Int16Array;
}

export function readLabels(
  sheet: Sheet,
  rows: Int32Array,
  columns: Int32Array,
  numbers: NumberCells,
  masked: Uint8Array,
): Labels {
  const headings = new Set<number>();
  for (let k = 0; k < numbers.size; k++) if (masked[k]) headings.add(numbers.index[k] ?? 0);
  const row: string[] = [];
  const rowIndent = new Int16Array(rows.length).fill(-1);
  rows.forEach((at, i) => {
    const label = labelOfRow(sheet.cells, at, headings);
    row.push(label.text);
    rowIndent[i] = label.indent;
  });
  const column = labelsOfColumns(sheet.cells, firstBodyRow(rows, numbers, masked), columns);
  return {
    row,
    column,
    rowWords: Uint8Array.from(row, wordsIn),
    columnWords: Uint8Array.from(column, wordsIn),
    rowIndent,
  };
}

/** The texts before the first number that follows a text. */
function labelOfRow(cells: CellStore, row: number, headings: ReadonlySet<number>): { text: string; indent: number } {
  let text = '';
  let indent = -1;
  const end = cells.rowStart[row + 1] ?? 0;
  for (let at = cells.rowStart[row] ?? 0; at < end; at++) {
    if (cells.kind[at] === CellKind.text) {
      const words = cells.texts[cells.text[at] ?? 0] ?? '';
      const trimmed = words.trim();
      if (trimmed === '') continue;
      if (indent < 0) {
        const spaces = words.length - words.trimStart().length;
        indent = (cells.column[at] ?? 0) * READING.indentColumn + spaces + READING.indentLevel * indentLevel(cells, at);
      }
      if (text.length < READING.longestLabel) text += text === '' ? trimmed : ` ${trimmed}`;
    } else if (cells.kind[at] === CellKind.number && indent >= 0 && !headings.has(at)) break;
  }
  return { text, indent };
}

/** The first row that is filled like the others: a lone date or number may stand above the header. */
function firstBodyRow(rows: Int32Array, numbers: NumberCells, masked: Uint8Array): number {
  const counts = new Map<number, number>();
  for (let k = 0; k < numbers.size; k++) {
    const row = numbers.row[k] ?? 0;
    if (!masked[k]) counts.set(row, (counts.get(row) ?? 0) + 1);
  }
  const sizes = Array.from(rows, (row) => counts.get(row) ?? 0).sort((a, b) => a - b);
  const usual = sizes[sizes.length >> 1] ?? 0;
  return rows.find((row) => (counts.get(row) ?? 0) >= READING.usualFill * usual) ?? 0;
}

/** The texts of the few rows above the first number, joined downwards. */
function labelsOfColumns(cells: CellStore, firstRow: number, columns: Int32Array): string[] {
  const labels = new Map<number, string>();
  for (let row = Math.max(0, firstRow - READING.headerRows); row < firstRow; row++) {
    const end = cells.rowStart[row + 1] ?? 0;
    for (let at = cells.rowStart[row] ?? 0; at < end; at++) {
      const column = cells.column[at] ?? 0;
      const shown = cells.shown[at] || (cells.kind[at] === CellKind.text ? cells.text[at] : 0);
      const text = (
        shown ? (cells.texts[shown] ?? '') : cells.kind[at] === CellKind.number ? String(cells.number[at]) : ''
      ).trim();
      if (text === '') continue;
      const before = labels.get(column);
      labels.set(column, before === undefined ? text : `${before} ${text}`);
    }
  }
  return Array.from(columns, (column) => labels.get(column) ?? '');
}
