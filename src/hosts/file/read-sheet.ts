import { cellName, parseRect, type Rect, MAX_ROWS, MAX_COLUMNS } from '../../core/grid/address';
import { CellStoreBuilder, makeSheet } from '../../core/grid/build';
import { CellKind, type Sheet, type Visibility } from '../../core/grid/sheet';
import { isDateFormat } from '../../core/numbers/date';
import { HostError } from '../host';
import { LIMITS, type Budget } from './limits';
import type { CellLook } from './read-styles';
import { readString } from './read-strings';
import { SharedFormula } from './shared-formula';
import { unescapeExcel } from './xml';
import { nameBytes, numberAt, XmlBytes } from './xml-bytes';

/** What the sheets of a workbook share. */
export interface SheetContext {
  readonly strings: readonly string[];
  readonly looks: readonly CellLook[];
  readonly date1904: boolean;
  /** Spent by all sheets together. */
  readonly budget: Budget;
}

const DAYS_TO_1904 = 1462;

const PLAIN: CellLook = { format: 'General', bold: false, indent: 0 };

/** What a cell without `t` holds. */
const NUMBER = 'n';
/** What a cell with a shared string holds. */
const SHARED = 's';

/** Reads one worksheet part. Cells that only carry a format are left out: the ghost of a used range. */
export function readSheet(name: string, visibility: Visibility, xml: Uint8Array, context: SheetContext): Sheet {
  return new SheetReader(name, xml, context).read(visibility);
}

const NAMES = {
  row: nameBytes('row'),
  col: nameBytes('col'),
  mergeCell: nameBytes('mergeCell'),
  sheetProtection: nameBytes('sheetProtection'),
  sheet: nameBytes('sheet'),
  hidden: nameBytes('hidden'),
  min: nameBytes('min'),
  max: nameBytes('max'),
  ref: nameBytes('ref'),
  is: nameBytes('is'),
  si: nameBytes('si'),
  r: nameBytes('r'),
  s: nameBytes('s'),
  t: nameBytes('t'),
};

const C = 99;
const F = 102;
const V = 118;

class SheetReader {
  private readonly scan: XmlBytes;
  private readonly cells = new CellStoreBuilder();
  private readonly merges: Rect[] = [];
  private readonly hiddenRows: number[] = [];
  private readonly hiddenColumns = new Set<number>();
  private readonly shared = new Map<string, SharedFormula>();
  /** Of each shared string its place among the texts of this sheet, once it was met. */
  private readonly textOf: Int32Array;
  /** Of each cell format its look in this sheet, once it was met. */
  private readonly lookOf: Int32Array;
  private readonly isDate: readonly boolean[];
  private isProtected = false;
  private row = -1;
  private column = -1;

  constructor(
    private readonly name: string,
    xml: Uint8Array,
    private readonly context: SheetContext,
  ) {
    this.scan = new XmlBytes(xml);
    this.textOf = new Int32Array(context.strings.length).fill(-1);
    this.lookOf = new Int32Array(context.looks.length + 1).fill(-1);
    this.isDate = context.date1904 ? context.looks.map(({ format }) => isDateFormat(format)) : [];
  }

  read(visibility: Visibility): Sheet {
    const { scan } = this;
    while (scan.next()) {
      if (scan.closing) continue;
      if (scan.letter === C) this.readCell();
      else if (scan.is(NAMES.row)) this.startRow();
      else if (scan.is(NAMES.col)) this.readColumn();
      else if (scan.is(NAMES.mergeCell)) this.readMerge();
      else if (scan.is(NAMES.sheetProtection)) this.isProtected = isTrue(scan.attribute(NAMES.sheet));
    }
    return makeSheet(this.name, this.cells.build(), {
      visibility,
      protected: this.isProtected,
      merges: this.merges,
      hiddenRows: this.hiddenRows,
      hiddenColumns: [...this.hiddenColumns].sort((a, b) => a - b),
    });
  }

  private startRow(): void {
    const { scan } = this;
    this.row = scan.attributeAt(NAMES.r) ? numberAt(scan.bytes, scan.start, scan.end) - 1 : this.row + 1;
    if (!(this.row >= 0 && this.row < MAX_ROWS)) throw new HostError('damaged', this.name);
    this.column = -1;
    if (isTrue(scan.attribute(NAMES.hidden))) this.hiddenRows.push(this.row);
  }

  private readCell(): void {
    const { scan } = this;
    let row = this.row;
    if (scan.attributeAt(NAMES.r)) row = this.readReference();
    else this.column++;
    if (!(row >= 0 && row < MAX_ROWS && this.column < MAX_COLUMNS)) throw new HostError('damaged', this.name);
    if (scan.empty) return;
    const type = scan.attributeAt(NAMES.t) ? this.readType() : NUMBER;
    const style = scan.attributeAt(NAMES.s) ? numberAt(scan.bytes, scan.start, scan.end) : 0;
    // Most values are one stretch of bytes, of which no text is made.
    let start = -1;
    let end = -1;
    let text: string | undefined;
    let formula = 0;
    while (scan.next() && !(scan.closing && scan.letter === C)) {
      if (scan.closing) continue;
      if (scan.letter === V) {
        if (scan.textAt()) [start, end] = [scan.start, scan.end];
        else text = scan.text();
      } else if (scan.letter === F) formula = this.readFormula(row);
      else if (scan.is(NAMES.is)) text = scan.empty ? '' : readString(scan, NAMES.is);
    }
    const cell: ReadCell = { row, style, formula };
    if (text === undefined && start < 0) this.keepBlank(cell);
    else if (type === NUMBER)
      this.keepNumber(cell, text === undefined ? numberAt(scan.bytes, start, end) : Number(text));
    else if (type === SHARED)
      this.keepShared(cell, text === undefined ? numberAt(scan.bytes, start, end) : Number(text));
    else this.keepTyped(cell, type, text ?? scan.decode(start, end));
  }

  /** Nearly all are one of two, of which no text is made. */
  private readType(): string {
    const { bytes, start, end } = this.scan;
    if (end - start === 1) {
      if (bytes[start] === SHARED.charCodeAt(0)) return SHARED;
      if (bytes[start] === NUMBER.charCodeAt(0)) return NUMBER;
    }
    return this.scan.decode(start, end);
  }

  /** A cell whose value is blank is kept for its formula only. */
  private keepBlank(cell: ReadCell): void {
    if (cell.formula !== 0) this.put(cell, CellKind.blank, 0, 0);
  }

  private keepNumber(cell: ReadCell, number: number): void {
    if (!Number.isFinite(number)) return this.keepBlank(cell);
    // Workbooks of old Macs count days from 1904.
    const day = this.isDate[cell.style] === true ? number + DAYS_TO_1904 : number;
    this.spend();
    this.cells.putNumber(cell.row, this.column, day, cell.formula, this.look(cell.style));
  }

  private keepShared(cell: ReadCell, index: number): void {
    const string = this.context.strings[index];
    if (string === undefined) return this.keepBlank(cell);
    let id = this.textOf[index] ?? -1;
    if (id < 0) this.textOf[index] = id = this.cells.intern(string);
    this.keepText(cell, id);
  }

  private keepTyped(cell: ReadCell, type: string, raw: string): void {
    switch (type) {
      case 'b':
        return this.put(cell, CellKind.boolean, isTrue(raw) ? 1 : 0, 0);
      case 'e':
        return this.put(cell, CellKind.error, 0, this.cells.intern(raw));
      // An ISO date; midnight is the day.
      case 'd':
        return this.keepText(cell, this.cells.intern(raw.trim().replace(/T00:00:00(?:\.0+)?Z?$/, '')));
      case 'str':
        return this.keepText(cell, this.cells.intern(unescapeExcel(raw)));
      case 'inlineStr':
        return this.keepText(cell, this.cells.intern(raw));
      default:
        return this.keepNumber(cell, raw.trim() === '' ? NaN : Number(raw));
    }
  }

  /** The empty text that a formula gave is told from a cell that holds nothing. */
  private keepText(cell: ReadCell, id: number): void {
    if (id === 0) this.put(cell, CellKind.blank, cell.formula === 0 ? 0 : 1, 0);
    else this.put(cell, CellKind.text, 0, id);
  }

  private put({ row, formula, style }: ReadCell, kind: number, number: number, text: number): void {
    this.spend();
    this.cells.put(row, this.column, kind, number, text, formula, this.look(style));
  }

  private spend(): void {
    if (--this.context.budget.cells < 0) throw new HostError('tooLarge', this.name);
  }

  private look(style: number): number {
    const { looks } = this.context;
    const at = style >= 0 && style < looks.length ? style : looks.length;
    const known = this.lookOf[at] ?? -1;
    return known >= 0 ? known : (this.lookOf[at] = this.cells.look(looks[at] ?? PLAIN));
  }

  /** Reads `r="AB12"`: moves to its column and gives its row. */
  private readReference(): number {
    const { bytes, start, end } = this.scan;
    let column = 0;
    let at = start;
    for (; at < end; at++) {
      const letter = (bytes[at] ?? 0) & ~32;
      if (letter < 65 || letter > 90) break;
      column = column * 26 + letter - 64;
    }
    const row = at === start || at === end ? NaN : numberAt(bytes, at, end);
    if (!Number.isInteger(row)) throw new HostError('damaged', `${this.name}!${this.scan.decode(start, end)}`);
    this.column = column - 1;
    return row - 1;
  }

  private readFormula(row: number): number {
    const { scan } = this;
    const isShared = scan.attribute(NAMES.t) === 'shared';
    const shared = isShared ? scan.attribute(NAMES.si) : undefined;
    const text = scan.text();
    const here = { row, column: this.column };
    if (text !== '') ensureShallow(text, () => `${this.name}!${cellName(here)}`);
    if (shared === undefined) return this.cells.intern(text);
    if (text !== '') {
      this.shared.set(shared, new SharedFormula(text, here));
      return this.cells.intern(text);
    }
    const master = this.shared.get(shared);
    return master === undefined ? 0 : this.cells.intern(master.at(here));
  }

  private readColumn(): void {
    const { scan } = this;
    if (!isTrue(scan.attribute(NAMES.hidden))) return;
    const edge = (name: Uint8Array) => (scan.attributeAt(name) ? numberAt(scan.bytes, scan.start, scan.end) : NaN);
    const first = Math.max(edge(NAMES.min), 1);
    const last = Math.min(edge(NAMES.max), MAX_COLUMNS);
    if ((this.context.budget.columns -= Math.max(last - first + 1, 1)) < 0) throw new HostError('tooLarge', this.name);
    for (let column = first; column <= last; column++) this.hiddenColumns.add(column - 1);
  }

  private readMerge(): void {
    const rect = parseRect(this.scan.attribute(NAMES.ref) ?? '');
    if (!rect) return;
    if (--this.context.budget.merges < 0) throw new HostError('tooLarge', this.name);
    this.merges.push(rect);
  }
}

/** Of a cell what its value does not change. */
interface ReadCell {
  readonly row: number;
  readonly style: number;
  /** Its place among the texts; 0: none. */
  readonly formula: number;
}

/** Refuses a formula that nobody typed: those who compute formulas go down into them. */
function ensureShallow(formula: string, cell: () => string): void {
  if (formula.length > LIMITS.formulaLength) throw new HostError('tooDeep', cell());
  // A formula is no deeper than it is long.
  if (formula.length <= LIMITS.formulaDepth) return;
  let depth = 0;
  for (let i = 0; i < formula.length; i++) {
    const code = formula.charCodeAt(i);
    if (code === 40 /* ( */ && ++depth > LIMITS.formulaDepth) throw new HostError('tooDeep', cell());
    if (code === 41 /* ) */) depth--;
  }
}

function isTrue(text: string | undefined): boolean {
  return text === '1' || text === 'true';
}
