import { evaluateIndicators, type Evaluated } from '../fiscal/indicators/evaluate';
import type { IndicatorBasis } from '../fiscal/indicators/indicator';
import { MeasureIndex, type Measure } from '../fiscal/measures';
import type { Pack } from '../fiscal/pack';
import { treasurySeries } from '../fiscal/treasury-series';
import type { Workbook } from '../grid/sheet';
import type { SheetReading } from './sheet-reading';

/** What is known of a workbook before anything is judged. */
export interface DossierParts {
  readonly workbook: Workbook;
  readonly sheets: readonly SheetReading[];
  /** ISO date to which dates are compared; undefined: no date was given and none is in the files. */
  readonly asOf?: string;
  /** Figures of the other workbooks that were given at once: last month's, last year's. */
  readonly siblings: readonly Measure[];
  /** The bounds and definitions by which the county is judged. */
  readonly pack: Pack;
}

/** What every rule sees. */
export interface Dossier extends DossierParts {
  /** What the indicators are computed from. */
  readonly basis: IndicatorBasis;
  /** The indicators, computed once, when the first asks: rules and overview read the same. */
  readonly indicators: readonly Evaluated[];
}

export function dossierOf(parts: DossierParts): Dossier {
  let basis: IndicatorBasis | undefined;
  let indicators: readonly Evaluated[] | undefined;
  return {
    ...parts,
    get basis() {
      return (basis ??= indicatorBasis([parts], parts.pack, parts.asOf, lent(parts)));
    },
    get indicators() {
      return (indicators ??= evaluateIndicators(this.basis));
    },
  };
}

/** Several workbooks as one set of figures; `besides`: figures of others. */
export function indicatorBasis(
  books: readonly Pick<DossierParts, 'workbook' | 'sheets'>[],
  pack: Pack,
  asOf: string | undefined,
  besides: readonly Measure[] = [],
): IndicatorBasis {
  const sheets = books.flatMap((book) =>
    book.sheets.map(({ sheet, tables }) => ({ file: book.workbook.fileName ?? '', sheet, tables })),
  );
  const own = books.flatMap((book) => book.sheets.flatMap(({ measures }) => measures));
  return {
    measures: new MeasureIndex([...own, ...besides]),
    sheets,
    treasury: sheets.flatMap((one) => treasurySeries([one]).map((series) => ({ ...series, file: one.file }))),
    pack,
    asOf,
  };
}

/**
 * What other workbooks lend: only what is of the same day, so that June's revenue is not divided by
 * May's spending. No formula of this workbook rests on their cells.
 */
function lent({ siblings, asOf }: DossierParts): Measure[] {
  return siblings
    .filter((measure) => measure.asOf !== undefined && measure.asOf === asOf)
    .map((measure) => ({ ...measure, isLive: false }));
}
