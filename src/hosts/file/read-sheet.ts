import { translateFormulaToA1, translateFormulaToR1C1 } from '@borgar/fx/xlsx';
import { cellName, parseCell, parseRect, type Rect, MAX_ROWS, MAX_COLUMNS } from '../../core/grid/address';
import { CellStoreBuilder, makeSheet } from '../../core/grid/build';
import type { Sheet, Visibility } from '../../core/grid/sheet';
import { isDateFormat } from '../../core/numbers/date';
import type { CellValue } from '../../core/grid/value';
import { HostError } from '../host';
import { LIMITS } from './limits';
import type { CellLook } from './read-styles';
import { readString } from './read-strings';
import { XmlScanner, unescapeExcel } from './xml';

/** What the sheets of a workbook share. */
export interface SheetContext {
  readonly strings: readonly string[];
  readonly looks: readonly CellLook[];
  readonly date1904: boolean;
}

const DAYS_TO_1904 = 1462;

const PLAIN: CellLook = { format: 'General', bold: false, indent: 0 };

/** Reads one worksheet part. Cells that only carry a format are left out: the ghost of a used range. */
export function readSheet(name: string, visibility: Visibility, xml: string, context: SheetContext): Sheet {
  return new SheetReader(name, xml, context).read(visibility);
}

class SheetReader {
  private readonly scan: XmlScanner;
  private readonly cells = new CellStoreBuilder();
  private readonly merges: Rect[] = [];
  private readonly hiddenRows: number[] = [];
  private readonly hiddenColumns: number[] = [];
  /** Shared formulas by their index, in R1C1: one text for every cell. */
  private readonly shared = new Map<string, string>();
  private isProtected = false;
  private row = -1;
  private column = -1;

  constructor(
    private readonly name: string,
    xml: string,
    private readonly context: SheetContext,
  ) {
    this.scan = new XmlScanner(xml);
  }

  read(visibility: Visibility): Sheet {
    const { scan } = this;
    while (scan.next()) {
      if (scan.closing) continue;
      if (scan.name === 'row') this.startRow();
      else if (scan.name === 'c') this.readCell();
      else if (scan.name === 'col') this.readColumn();
      else if (scan.name === 'mergeCell') this.readMerge();
      else if (scan.name === 'sheetProtection') this.isProtected = isTrue(scan.attribute('sheet'));
    }
    return makeSheet(this.name, this.cells.build(), {
      visibility,
      protected: this.isProtected,
      merges: this.merges,
      hiddenRows: this.hiddenRows,
      hiddenColumns: this.hiddenColumns,
    });
  }

  private startRow(): void {
    const number = this.scan.attribute('r');
    this.row = number === undefined ? this.row + 1 : Number(number) - 1;
    if (!(this.row >= 0 && this.row < MAX_ROWS)) throw new HostError('damaged', this.name);
    this.column = -1;
    if (isTrue(this.scan.attribute('hidden'))) this.hiddenRows.push(this.row);
  }

  private readCell(): void {
    const { scan } = this;
    const reference = scan.attribute('r');
    const at = reference === undefined ? undefined : parseCell(reference);
    if (reference !== undefined && !at) throw new HostError('damaged', `${this.name}!${reference}`);
    const row = at ? at.row : this.row;
    this.column = at ? at.column : this.column + 1;
    if (row < 0 || this.column >= MAX_COLUMNS) throw new HostError('damaged', this.name);
    if (scan.empty) return;
    const type = scan.attribute('t');
    const look = this.context.looks[Number(scan.attribute('s') ?? 0)] ?? PLAIN;
    let raw: string | undefined;
    let formula: string | undefined;
    while (scan.next() && !(scan.closing && scan.name === 'c')) {
      if (scan.closing) continue;
      if (scan.name === 'v') raw = scan.text();
      else if (scan.name === 'f') formula = this.readFormula(row);
      else if (scan.name === 'is') raw = scan.empty ? '' : readString(scan, 'is');
    }
    const value = this.sinceTheSameDay(this.value(raw, type), look);
    if (value === undefined && formula === undefined) return;
    if (this.cells.size >= LIMITS.cells) throw new HostError('tooLarge', this.name);
    this.cells.add(row, this.column, value, { ...look, formula });
  }

  private value(raw: string | undefined, type: string | undefined): CellValue {
    if (raw === undefined) return undefined;
    switch (type) {
      case 's':
        return raw.trim() === '' ? undefined : this.context.strings[Number(raw)];
      case 'inlineStr':
        return raw;
      case 'str':
        return unescapeExcel(raw);
      // An ISO date; midnight is the day.
      case 'd':
        return raw.trim().replace(/T00:00:00(?:\.0+)?Z?$/, '');
      case 'b':
        return isTrue(raw);
      case 'e':
        return { error: raw };
      default: {
        const number = raw.trim() === '' ? NaN : Number(raw);
        return Number.isFinite(number) ? number : undefined;
      }
    }
  }

  /** Workbooks of old Macs count days from 1904. */
  private sinceTheSameDay(value: CellValue, { format }: CellLook): CellValue {
    return this.context.date1904 && typeof value === 'number' && isDateFormat(format) ? value + DAYS_TO_1904 : value;
  }

  private readFormula(row: number): string | undefined {
    const { scan } = this;
    const shared = scan.attribute('t') === 'shared' ? scan.attribute('si') : undefined;
    const text = scan.text();
    if (shared === undefined) return text === '' ? undefined : text;
    const here = cellName({ row, column: this.column });
    if (text !== '') {
      this.shared.set(shared, translateFormulaToR1C1(text, here));
      return text;
    }
    const master = this.shared.get(shared);
    return master === undefined ? undefined : translateFormulaToA1(master, here);
  }

  private readColumn(): void {
    const { scan } = this;
    if (!isTrue(scan.attribute('hidden'))) return;
    const first = Number(scan.attribute('min')) - 1;
    const last = Math.min(Number(scan.attribute('max')), MAX_COLUMNS) - 1;
    for (let column = first; column <= last; column++) this.hiddenColumns.push(column);
  }

  private readMerge(): void {
    const rect = parseRect(this.scan.attribute('ref') ?? '');
    if (rect && this.merges.length < LIMITS.merges) this.merges.push(rect);
  }
}

function isTrue(text: string | undefined): boolean {
  return text === '1' || text === 'true';
}
