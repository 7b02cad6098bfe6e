import type { Measure } from '../fiscal/measures';
import type { Pack } from '../fiscal/pack';
import type { Workbook } from '../grid/sheet';
import type { SheetReading } from './sheet-reading';

/** What every rule sees. */
export interface Dossier {
  readonly workbook: Workbook;
  readonly sheets: readonly SheetReading[];
  /** ISO date to which dates are compared; undefined: no date was given and none is in the files. */
  readonly asOf?: string;
  /** Figures of the other workbooks that were given at once: last month's, last year's. */
  readonly siblings: readonly Measure[];
  /** The bounds and definitions by which the county is judged. */
  readonly pack: Pack;
}
