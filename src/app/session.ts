import { withWrites } from '../core/fix/apply-fix';
import type { Write } from '../core/fix/fix';
import type { Recalculation } from '../core/formulas/compute/recalculate';
import type { BookId } from '../core/grid/book-id';
import { changeCells, type CellChange } from '../core/grid/change-cells';
import { bookId } from '../core/grid/place';
import type { Sheet, Workbook } from '../core/grid/sheet';
import { bookPeriod } from '../core/reading/book-period';
import type { Companion } from '../core/reading/dossier';
import { companionFrom, companionOf, readSheetMeaning } from '../core/reading/read-sheet';
import type { SheetReading } from '../core/reading/sheet-reading';
import { LineMemory } from '../core/relations/view/line-memory';
import { userSheets } from '../core/reading/user-sheets';
import type { Correction } from '../core/tables/corrections';
import { previewOf, type FixPreview } from './fix-preview';
import { keptCorrections } from './kept/kept-in-workbook';
import {
  checkReadings,
  checkWithinSheets,
  type CheckOptions,
  type CheckResult,
  type Standards,
} from './check-workbook';

/** A workbook that is open in a session, with what was understood of its sheets so far. */
interface OpenBook {
  readonly workbook: Workbook;
  readonly corrections: readonly Correction[];
  /** By sheet as it stands: a sheet that was edited is another sheet. */
  readonly readings: Map<Sheet, SheetReading>;
  /** By name of the sheet: what the search for its arithmetic remembers from one state to the next. */
  readonly memories: Map<string, LineMemory>;
  companion: Companion | undefined;
  /** Its last check, as long as nothing of the set has changed since. */
  checked: CheckResult | undefined;
}

export type SessionCheck = Pick<CheckOptions, 'signal' | 'progress' | 'found' | 'pause'>;

/**
 * A set of workbooks that are checked together, and re-checked after an edit. What is understood of a sheet
 * depends on that sheet, and where it says no period on the titles of the others, so an edit costs the reading of its
 * sheet and the rules; the result is always
 * that of a full check.
 */
export class Session {
  private readonly opened = new Map<BookId, OpenBook>();

  constructor(private readonly standards: Standards = {}) {}

  /** Takes a workbook in, or a new state of one. Sheets that are the same objects as before keep their readings. */
  open(workbook: Workbook, corrections: readonly Correction[] = keptCorrections(workbook)): BookId {
    const id = bookId(workbook);
    const before = this.opened.get(id);
    const kept = before && sameCorrections(before.corrections, corrections) ? before.readings : undefined;
    this.put(id, workbook, corrections, kept);
    return id;
  }

  /** What cells of a sheet hold after an edit. */
  change(id: BookId, sheet: string, cells: readonly CellChange[]): void {
    const { workbook } = this.book(id);
    const edited = workbook.sheets.find(({ name }) => name === sheet);
    if (!edited) throw new RangeError(`no sheet ${sheet} in ${id}`);
    this.replace(id, changeCells(edited, cells));
  }

  /** A sheet as it was read anew: rows were inserted, or too much changed to be told cell by cell. */
  replace(id: BookId, sheet: Sheet): void {
    const { workbook, corrections, readings } = this.book(id);
    const sheets = workbook.sheets.map((before) => (before.name === sheet.name ? sheet : before));
    this.put(id, { ...workbook, sheets }, corrections, readings);
  }

  books(): readonly BookId[] {
    return [...this.opened.keys()];
  }

  close(id: BookId): void {
    this.opened.delete(id);
    this.forget();
  }

  /** The last check of a book where nothing changed since; else a new one of which only what changed is read. */
  async check(id: BookId, options: SessionCheck = {}): Promise<CheckResult> {
    const book = this.book(id);
    if (book.checked) return book.checked;
    const result = await checkReadings(book.workbook, (sheet) => this.reading(book, sheet), {
      ...this.standards,
      ...options,
      companions: this.companionsOf(id),
    });
    book.checked = result;
    return result;
  }

  /** What is wrong within the sheets of a book that is still being read: {@link open} takes the whole later. */
  checkSoFar(id: BookId): CheckResult {
    const book = this.book(id);
    const sheets = userSheets(book.workbook).map((sheet) => this.reading(book, sheet));
    return checkWithinSheets(book.workbook, sheets, this.standards);
  }

  /** What a book's check would be after some writes; nothing of the session changes. */
  async preview(id: BookId, writes: readonly Write[]): Promise<FixPreview> {
    const before = await this.check(id);
    const { workbook, corrections, readings } = this.book(id);
    const change = withWrites(workbook, writes);
    const after = new Session(this.standards);
    for (const [other, book] of this.opened) after.opened.set(other, { ...book, checked: undefined });
    after.put(id, change.workbook, corrections, readings);
    return previewOf(before, await after.check(id), writes, change.cells);
  }

  /** Takes over what cells hold after some writes, and what formulas give then. */
  write(id: BookId, writes: readonly Write[]): Recalculation {
    const { workbook, corrections, readings } = this.book(id);
    const change = withWrites(workbook, writes);
    this.put(id, change.workbook, corrections, readings);
    return change;
  }

  private reading(book: OpenBook, sheet: Sheet): SheetReading {
    const known = book.readings.get(sheet);
    if (known) return known;
    const memory = book.memories.get(sheet.name) ?? new LineMemory();
    book.memories.set(sheet.name, memory);
    const reading = readSheetMeaning(sheet, book.workbook, book.corrections, memory);
    book.readings.set(sheet, reading);
    return reading;
  }

  private companionsOf(id: BookId): Companion[] {
    return [...this.opened].flatMap(([other, book]) => (other === id ? [] : [companion(book)]));
  }

  private put(
    id: BookId,
    workbook: Workbook,
    corrections: readonly Correction[],
    readings: ReadonlyMap<Sheet, SheetReading> = new Map(),
  ): void {
    const changed = new Set(workbook.sheets.filter((sheet) => !readings.has(sheet)).map(({ name }) => name));
    const was = this.opened.get(id)?.workbook;
    const before = was?.sheets ?? [];
    // Sheets that say no period take that of the workbook.
    const isOfOneTime = was !== undefined && bookPeriod(was)?.to === bookPeriod(workbook)?.to;
    for (const { name } of before) if (!workbook.sheets.some((sheet) => sheet.name === name)) changed.add(name);
    const still = (isOfOneTime ? workbook.sheets : []).flatMap((sheet) => {
      const reading = readings.get(sheet);
      // A formula that looks into a sheet that changed may show another result now.
      return reading && !reading.looksInto.some((name) => changed.has(name)) ? [[sheet, reading] as const] : [];
    });
    this.opened.set(id, {
      workbook,
      corrections,
      memories: this.opened.get(id)?.memories ?? new Map(),
      readings: new Map(still),
      companion: undefined,
      checked: undefined,
    });
    this.forget();
  }

  /** A book is judged beside the others: where one changes the checks of all are over. */
  private forget(): void {
    for (const book of this.opened.values()) book.checked = undefined;
  }

  private book(id: BookId): OpenBook {
    const book = this.opened.get(id);
    if (!book) throw new RangeError(`${id} is not open`);
    return book;
  }
}

function companion(book: OpenBook): Companion {
  if (!book.companion) {
    const sheets = userSheets(book.workbook).map((sheet) => book.readings.get(sheet));
    const read = sheets.filter((reading) => reading !== undefined);
    book.companion =
      read.length === sheets.length ? companionFrom(book.workbook, read) : companionOf(book.workbook, book.corrections);
  }
  return book.companion;
}

function sameCorrections(a: readonly Correction[], b: readonly Correction[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
