import { evaluateIndicators, type Evaluated } from '../fiscal/indicators/evaluate';
import type { IndicatorBasis } from '../fiscal/indicators/indicator';
import { MeasureIndex } from '../fiscal/measure-index';
import type { Measure } from '../fiscal/measure';
import { MeasureBook } from '../fiscal/ties/compared';
import type { NamedTable } from '../fiscal/ties/same-figures/named-table';
import type { Pack } from '../fiscal/pack';
import type { BookId } from '../grid/book-id';
import { bookId } from '../grid/place';
import { treasurySeries } from '../fiscal/treasury/treasury-series';
import type { Workbook } from '../grid/sheet';
import type { SheetReading } from './sheet-reading';
import type { TableIdentity } from './table-identity';

/** A workbook that is checked together with another, in so far as the other's rules look into it. Plain data. */
export interface Companion {
  readonly id: BookId;
  readonly measures: readonly Measure[];
  readonly named: readonly NamedTable[];
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

/** What is known of a workbook before anything is judged. */
export interface DossierParts extends SheetView {
  readonly workbook: Workbook;
  /** The other workbooks that were given at once: last month's, last year's, another desk's. */
  readonly companions: readonly Companion[];
  /** What a reader calls a book: its file name, with as much of its folder as tells it from the others. */
  readonly bookName: (book: BookId) => string;
}

/** What rules see: one workbook that was read, those that lie beside it, and what it is judged by. */
export interface Dossier extends DossierParts {
  /** Figures of the workbook that is checked. */
  readonly measures: readonly Measure[];
  /** Figures of the workbooks beside it. */
  readonly lent: readonly Measure[];
  /** Own and lent figures by what they are of. */
  readonly measureBook: MeasureBook;
  /** What the indicators are computed from. */
  readonly basis: IndicatorBasis;
  /** The indicators, computed once, when the first asks: rules and overview read the same. */
  readonly indicators: readonly Evaluated[];
}

export function dossierOf(parts: DossierParts): Dossier {
  let measures: readonly Measure[] | undefined;
  let lent: readonly Measure[] | undefined;
  let measureBook: MeasureBook | undefined;
  let basis: IndicatorBasis | undefined;
  let indicators: readonly Evaluated[] | undefined;
  return {
    ...parts,
    get measures() {
      return (measures ??= parts.sheets.flatMap((reading) => reading.measures));
    },
    get lent() {
      return (lent ??= parts.companions.flatMap((companion) => companion.measures));
    },
    get measureBook() {
      return (measureBook ??= new MeasureBook([...this.measures, ...this.lent]));
    },
    get basis() {
      return (basis ??= indicatorBasis([parts], parts.pack, parts.asOf, ofTheDay(this.lent, parts.asOf)));
    },
    get indicators() {
      return (indicators ??= evaluateIndicators(this.basis));
    },
  };
}

/** A workbook in so far as its figures are asked for. */
export interface MeasuredBook {
  readonly workbook: Pick<Workbook, 'id' | 'fileName'>;
  readonly sheets: readonly Pick<SheetReading, 'sheet' | 'tables' | 'measures'>[];
}

/** Several workbooks as one set of figures; `besides`: figures of others. */
export function indicatorBasis(
  books: readonly MeasuredBook[],
  pack: Pack,
  asOf: string | undefined,
  besides: readonly Measure[] = [],
): IndicatorBasis {
  const sheets = books.flatMap(({ workbook, sheets: own }) =>
    own.map(({ sheet, tables }) => ({ book: bookId(workbook), sheet, tables })),
  );
  const own = books.flatMap((book) => book.sheets.flatMap(({ measures }) => measures));
  return {
    measures: new MeasureIndex([...own, ...besides]),
    sheets,
    treasury: sheets.flatMap((one) => treasurySeries([one]).map((series) => ({ ...series, book: one.book }))),
    pack,
    asOf,
  };
}

/**
 * What other workbooks lend: only what is of the same day, so that June's revenue is not divided by
 * May's spending. No formula of this workbook rests on their cells.
 */
function ofTheDay(lent: readonly Measure[], asOf: string | undefined): Measure[] {
  return lent
    .filter((measure) => measure.asOf !== undefined && measure.asOf === asOf)
    .map((measure) => ({ ...measure, isLive: false }));
}
