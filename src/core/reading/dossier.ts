import type { Measure } from '../fiscal/measures';
import type { Pack } from '../fiscal/pack';
import type { BookId } from '../grid/book-id';
import type { Workbook } from '../grid/sheet';
import type { SheetReading } from './sheet-reading';
import type { TableIdentity } from './table-identity';

/** A workbook that is checked together with another, in so far as the other's rules look into it. Plain data. */
export interface Companion {
  readonly id: BookId;
  readonly measures: readonly Measure[];
  readonly tables: readonly TableIdentity[];
}

/** What is known without looking beyond a sheet. */
export interface SheetView {
  readonly sheets: readonly SheetReading[];
  /** ISO date to which dates are compared; undefined: no date was given and none is in the files. */
  readonly asOf?: string;
  /** The bounds and definitions by which the county is judged. */
  readonly pack: Pack;
}

/** What rules see: one workbook that was read, those that lie beside it, and what it is judged by. */
export interface Dossier extends SheetView {
  readonly workbook: Workbook;
  /** The other workbooks that were given at once: last month's, last year's, another desk's. */
  readonly companions: readonly Companion[];
  /** What a reader calls a book: its file name, with as much of its folder as tells it from the others. */
  readonly bookName: (book: BookId) => string;
}

/** Figures of the workbook that is checked. */
export function ownMeasures({ sheets }: Pick<Dossier, 'sheets'>): Measure[] {
  return sheets.flatMap(({ measures }) => measures);
}

/** Figures of the workbooks beside it. */
export function companionMeasures({ companions }: Pick<Dossier, 'companions'>): Measure[] {
  return companions.flatMap(({ measures }) => measures);
}
