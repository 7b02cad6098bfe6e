import type { Position } from './address';
import { CellKind, type CellStore, type Sheet } from './sheet';
import { isCellError, type CellValue } from './value';

/** What a cell holds after an edit. */
export interface CellChange extends Position {
  /** Undefined: blank. */
  readonly value: CellValue;
  /** Without `=`; absent: the cell is typed. */
  readonly formula?: string;
  /** Absent: the format that the cell had. */
  readonly format?: string;
}

/** The columns of a store whose entry `i` is of cell `i`. */
const COLUMNS = ['column', 'kind', 'number', 'text', 'formula', 'format', 'shown', 'style'] as const;

/**
 * The sheet after an edit; of several changes of one cell the last holds. What is not changed is shared or
 * copied in runs, so that an edit of a sheet of a million cells takes milliseconds.
 */
export function changeCells(sheet: Sheet, changes: readonly CellChange[]): Sheet {
  return { ...sheet, cells: changedStore(sheet.cells, lastOfEach(changes)) };
}

function lastOfEach(changes: readonly CellChange[]): CellChange[] {
  const byCell = new Map(changes.map((change) => [`${change.row},${change.column}`, change]));
  return [...byCell.values()].sort((a, b) => a.row - b.row || a.column - b.column);
}

function changedStore(cells: CellStore, changes: readonly CellChange[]): CellStore {
  const places = changes.map((change) => placeOf(cells, change));
  const added = places.filter(({ isNew }) => isNew).length;
  const store = added === 0 ? copyOf(cells) : withRoomFor(cells, changes, places, added);
  const words = new Words(cells.texts);
  const formats = new Words(cells.formats);
  let shift = 0;
  changes.forEach((change, i) => {
    const at = (places[i]?.index ?? 0) + shift;
    if (places[i]?.isNew) shift++;
    put(store, at, change, words, formats);
  });
  return { ...store, texts: words.list, formats: formats.list };
}

interface Place {
  /** Index of the cell, or where it would stand among the old ones. */
  readonly index: number;
  readonly isNew: boolean;
}

function placeOf({ rowCount, rowStart, column }: CellStore, at: Position): Place {
  if (at.row >= rowCount) return { index: rowStart[rowCount] ?? 0, isNew: true };
  let low = rowStart[at.row] ?? 0;
  let high = rowStart[at.row + 1] ?? 0;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((column[middle] ?? 0) < at.column) low = middle + 1;
    else high = middle;
  }
  return { index: low, isNew: low === (rowStart[at.row + 1] ?? 0) || column[low] !== at.column };
}

function copyOf(cells: CellStore): CellStore {
  const copy = { ...cells };
  for (const name of COLUMNS) Object.assign(copy, { [name]: cells[name].slice() });
  return copy;
}

/** Every cell moves behind the new ones that come before it. */
function withRoomFor(
  cells: CellStore,
  changes: readonly CellChange[],
  places: readonly Place[],
  added: number,
): CellStore {
  const fresh = changes.flatMap((change, i) => {
    const place = places[i];
    return place?.isNew ? [{ ...change, index: place.index }] : [];
  });
  const rowCount = Math.max(cells.rowCount, ...fresh.map(({ row }) => row + 1));
  const rowStart = new Uint32Array(rowCount + 1);
  const size = cells.column.length;
  for (let row = 0; row <= rowCount; row++) rowStart[row] = row <= cells.rowCount ? (cells.rowStart[row] ?? 0) : size;
  for (const { row } of fresh) for (let at = row + 1; at <= rowCount; at++) rowStart[at] = (rowStart[at] ?? 0) + 1;
  const store: CellStore = {
    ...cells,
    rowCount,
    columnCount: Math.max(cells.columnCount, ...fresh.map(({ column }) => column + 1)),
    rowStart,
  };
  for (const name of COLUMNS) {
    const from = cells[name];
    const to = new (from.constructor as new (length: number) => typeof from)(size + added);
    let done = 0;
    fresh.forEach(({ index }, before) => {
      to.set(from.subarray(done, index), done + before);
      done = index;
    });
    to.set(from.subarray(done), done + added);
    Object.assign(store, { [name]: to });
  }
  return store;
}

function put(store: CellStore, at: number, change: CellChange, words: Words, formats: Words): void {
  const { value, formula, format } = change;
  const text = typeof value === 'string' ? value : isCellError(value) ? value.error : '';
  store.column[at] = change.column;
  store.kind[at] = kindOf(value);
  store.number[at] = typeof value === 'number' ? value : value === true ? 1 : 0;
  store.text[at] = words.id(text);
  store.formula[at] = words.id(formula ?? '');
  if (format !== undefined) store.format[at] = formats.id(format);
  store.shown[at] = 0;
}

function kindOf(value: CellValue): number {
  if (typeof value === 'number') return CellKind.number;
  if (typeof value === 'string') return value === '' ? CellKind.blank : CellKind.text;
  if (typeof value === 'boolean') return CellKind.boolean;
  return isCellError(value) ? CellKind.error : CellKind.blank;
}

/** A list of texts that grows by what is not in it yet; the old one is left as it is. */
class Words {
  list: readonly string[];

  constructor(before: readonly string[]) {
    this.list = before;
  }

  id(text: string): number {
    const known = this.list.indexOf(text);
    if (known >= 0) return known;
    this.list = [...this.list, text];
    return this.list.length - 1;
  }
}
