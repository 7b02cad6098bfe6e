import { READING } from '../weights';
import { type CellStore, CellKind, indentLevel, type Sheet } from '../../grid/sheet';
import type { NumberCells } from './number-cells';
import { wordsIn } from './vocabulary';
import type { Side } from '../types';

/** What lines of the number grid are called. */
export interface LineNames {
  readonly names: readonly string[];
  /** Bits of Word. */
  readonly words: Uint8Array;
  /** How far a row's label stands in; −1: it has none, and for columns, where an indent says nothing. */
  readonly indent: Int16Array;
}

/** What the rows and columns of the number grid are called; `sides`: the rows of each table of several side by side. */
export interface Labels {
  readonly rows: LineNames;
  readonly columns: LineNames;
  readonly sides: readonly LineNames[];
}

export function readLabels(
  sheet: Sheet,
  rows: Int32Array,
  columns: Int32Array,
  numbers: NumberCells,
  masked: Uint8Array,
  sides: readonly Side[] = [],
): Labels {
  const headings = new Set<number>();
  for (let k = 0; k < numbers.size; k++) if (masked[k]) headings.add(numbers.index[k] ?? 0);
  const namesOfRows = (side?: Side): LineNames => {
    const labels = Array.from(rows, (row) => labelOfRow(sheet.cells, row, headings, side));
    const names = labels.map(({ text }) => text);
    return { names, words: Uint8Array.from(names, wordsIn), indent: Int16Array.from(labels, ({ indent }) => indent) };
  };
  const names = labelsOfColumns(sheet.cells, firstBodyRow(rows, numbers, masked), columns);
  return {
    rows: namesOfRows(),
    columns: { names, words: Uint8Array.from(names, wordsIn), indent: new Int16Array(columns.length).fill(-1) },
    sides: sides.map(namesOfRows),
  };
}

/** The texts before the first number that follows a text. */
function labelOfRow(
  cells: CellStore,
  row: number,
  headings: ReadonlySet<number>,
  side?: Side,
): { text: string; indent: number } {
  let text = '';
  let indent = -1;
  const end = cells.rowStart[row + 1] ?? 0;
  for (let at = cells.rowStart[row] ?? 0; at < end; at++) {
    const column = cells.column[at] ?? 0;
    if (side && (column < side.from || column > side.to)) continue;
    if (cells.kind[at] === CellKind.text) {
      const words = cells.texts[cells.text[at] ?? 0] ?? '';
      const trimmed = words.trim();
      if (trimmed === '') continue;
      if (indent < 0) {
        const spaces = words.length - words.trimStart().length;
        indent = column * READING.indentColumn + spaces + READING.indentLevel * indentLevel(cells, at);
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
