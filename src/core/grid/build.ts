import type { Rect } from './address';
import { CellKind, type CellStore, type Sheet, type Visibility } from './sheet';
import type { CellValue } from './value';

/** What a source may know of a cell beside its value. */
export interface CellExtras {
  /** Without `=`. */
  readonly formula?: string | undefined;
  /** Excel number format code; `General` when absent. */
  readonly format?: string | undefined;
  /** What the cell shows, when the source says so. */
  readonly shown?: string | undefined;
  readonly bold?: boolean | undefined;
  readonly indent?: number | undefined;
}

/** Growable columns of a {@link CellStore}; doubling keeps a million appends cheap. */
class Columns {
  size = 0;
  row = new Uint32Array(64);
  column = new Uint16Array(64);
  kind = new Uint8Array(64);
  number = new Float64Array(64);
  text = new Uint32Array(64);
  formula = new Uint32Array(64);
  format = new Uint16Array(64);
  shown = new Uint32Array(64);
  style = new Uint8Array(64);

  next(): number {
    if (this.size === this.row.length) this.resize(this.size * 2);
    return this.size++;
  }

  resize(capacity: number): void {
    this.row = resized(this.row, new Uint32Array(capacity));
    this.column = resized(this.column, new Uint16Array(capacity));
    this.kind = resized(this.kind, new Uint8Array(capacity));
    this.number = resized(this.number, new Float64Array(capacity));
    this.text = resized(this.text, new Uint32Array(capacity));
    this.formula = resized(this.formula, new Uint32Array(capacity));
    this.format = resized(this.format, new Uint16Array(capacity));
    this.shown = resized(this.shown, new Uint32Array(capacity));
    this.style = resized(this.style, new Uint8Array(capacity));
  }
}

type Numbers = Uint8Array | Uint16Array | Uint32Array | Float64Array;

function resized<T extends Numbers>(from: T, to: T): T {
  to.set(from.length > to.length ? from.subarray(0, to.length) : from);
  return to;
}

/** Of numbers up to here the sum of a sheet and the product of three are numbers still. */
const LARGEST = 1e100;

/** Collects cells in any order and gives the immutable store. */
export class CellStoreBuilder {
  private readonly columns = new Columns();
  private readonly texts: string[] = [''];
  private readonly textIds = new Map<string, number>([['', 0]]);
  private readonly formats: string[] = ['General'];
  private readonly formatIds = new Map<string, number>([['General', 0]]);
  private ordered = true;
  private lastRow = -1;
  private lastColumn = -1;

  get size(): number {
    return this.columns.size;
  }

  add(row: number, column: number, value: CellValue, extras: CellExtras = {}): void {
    const formula = extras.formula ? this.intern(extras.formula) : 0;
    const look = this.look(extras);
    if (typeof value === 'number') this.putNumber(row, column, value, formula, look);
    else if (typeof value === 'string')
      this.put(
        row,
        column,
        value === '' ? CellKind.blank : CellKind.text,
        value === '' && formula !== 0 ? 1 : 0,
        this.intern(value),
        formula,
        look,
      );
    else if (typeof value === 'boolean') this.put(row, column, CellKind.boolean, value ? 1 : 0, 0, formula, look);
    else if (typeof value === 'object')
      this.put(row, column, CellKind.error, 0, this.intern(value.error), formula, look);
    else this.put(row, column, CellKind.blank, 0, 0, formula, look);
    if (extras.shown) this.columns.shown[this.size - 1] = this.intern(extras.shown);
  }

  /** A number; one beyond all amounts is kept as the text that it is, for sums and products of it know no end. */
  putNumber(row: number, column: number, number: number, formula: number, look: number): void {
    if (Math.abs(number) <= LARGEST) this.put(row, column, CellKind.number, number, 0, formula, look);
    else if (Number.isFinite(number))
      this.put(row, column, CellKind.text, 0, this.intern(String(number)), formula, look);
    else this.put(row, column, CellKind.blank, 0, 0, formula, look);
  }

  /** A cell as the store holds it; `text` and `formula` come from {@link intern}, `look` from {@link look}. */
  put(row: number, column: number, kind: number, number: number, text: number, formula: number, look: number): void {
    const c = this.columns;
    const at = c.next();
    if (row < this.lastRow || (row === this.lastRow && column <= this.lastColumn)) this.ordered = false;
    this.lastRow = row;
    this.lastColumn = column;
    c.row[at] = row;
    c.column[at] = column;
    c.kind[at] = kind;
    c.number[at] = number;
    c.text[at] = text;
    c.formula[at] = formula;
    c.format[at] = look >>> 8;
    c.style[at] = look & 0xff;
  }

  /** How a cell looks, as {@link put} takes it. */
  look({ format, bold, indent = 0 }: Pick<CellExtras, 'format' | 'bold' | 'indent'>): number {
    return ((format ? this.formatId(format) : 0) << 8) | (bold ? 1 : 0) | (Math.min(indent, 15) << 1);
  }

  build(): CellStore {
    const c = this.columns;
    c.resize(c.size);
    const order = this.ordered ? undefined : this.lastOfEachCell();
    const pick = <T extends Numbers>(from: T, to: T): T => {
      if (!order) return from;
      order.forEach((source, target) => (to[target] = from[source] ?? 0));
      return to;
    };
    const size = order ? order.length : c.size;
    const row = pick(c.row, new Uint32Array(size));
    const column = pick(c.column, new Uint16Array(size));
    const rowCount = size === 0 ? 0 : (row[size - 1] ?? 0) + 1;
    const rowStart = new Uint32Array(rowCount + 1);
    for (const at of row) rowStart[at + 1] = (rowStart[at + 1] ?? 0) + 1;
    for (let r = 0; r < rowCount; r++) rowStart[r + 1] = (rowStart[r + 1] ?? 0) + (rowStart[r] ?? 0);
    let columnCount = 0;
    for (const at of column) if (at >= columnCount) columnCount = at + 1;
    return {
      rowCount,
      columnCount,
      rowStart,
      column,
      kind: pick(c.kind, new Uint8Array(size)),
      number: pick(c.number, new Float64Array(size)),
      text: pick(c.text, new Uint32Array(size)),
      formula: pick(c.formula, new Uint32Array(size)),
      format: pick(c.format, new Uint16Array(size)),
      shown: pick(c.shown, new Uint32Array(size)),
      style: pick(c.style, new Uint8Array(size)),
      texts: this.texts,
      formats: this.formats,
    };
  }

  /** Indices in row-and-column order; of a cell that was added twice, the later one. */
  private lastOfEachCell(): Uint32Array {
    const { row, column, size } = this.columns;
    const order = Array.from({ length: size }, (_, i) => i).sort(
      (a, b) => (row[a] ?? 0) - (row[b] ?? 0) || (column[a] ?? 0) - (column[b] ?? 0) || a - b,
    );
    return Uint32Array.from(
      order.filter((at, i) => {
        const next = order[i + 1];
        return next === undefined || row[next] !== row[at] || column[next] !== column[at];
      }),
    );
  }

  /** The place of a text among those of the sheet; 0 for the empty one. */
  intern(text: string): number {
    return idOf(text, this.textIds, this.texts);
  }

  private formatId(format: string): number {
    return idOf(format, this.formatIds, this.formats);
  }
}

function idOf(text: string, ids: Map<string, number>, list: string[]): number {
  let id = ids.get(text);
  if (id === undefined) {
    id = list.length;
    ids.set(text, id);
    list.push(text);
  }
  return id;
}

export interface SheetExtras {
  readonly visibility?: Visibility;
  readonly protected?: boolean;
  readonly merges?: readonly Rect[];
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
}

export function makeSheet(name: string, cells: CellStore, extras: SheetExtras = {}): Sheet {
  return {
    name,
    visibility: extras.visibility ?? 'visible',
    protected: extras.protected ?? false,
    cells,
    merges: extras.merges ?? [],
    hiddenRows: extras.hiddenRows ?? [],
    hiddenColumns: extras.hiddenColumns ?? [],
  };
}

/** A sheet from rows of values; `null` and the empty string are blank. `shown` gives what each cell shows. */
export function sheetFromRows(
  name: string,
  rows: readonly (readonly unknown[])[],
  shown?: readonly (readonly unknown[])[],
): Sheet {
  const builder = new CellStoreBuilder();
  rows.forEach((cells, row) =>
    cells.forEach((raw, column) => {
      const value = gridValue(raw);
      if (value === undefined) return;
      const text = shown?.[row]?.[column];
      builder.add(row, column, value, typeof text === 'string' ? { shown: text } : {});
    }),
  );
  return makeSheet(name, builder.build());
}

function gridValue(raw: unknown): CellValue {
  if (typeof raw === 'number' || typeof raw === 'boolean') return raw;
  if (typeof raw !== 'string' || raw === '') return undefined;
  return /^#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!)$/.test(raw) ? { error: raw } : raw;
}
