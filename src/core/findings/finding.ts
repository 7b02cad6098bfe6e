import type { Grade } from '../fiscal/grade';
import type { Source } from '../fiscal/pack';
import type { Position } from '../grid/address';
import { cellPlaces, type CellPlace, type Place } from '../grid/place';
import type { Cause } from '../relations/types';
import type { Fix } from '../fix/fix';
import type { Datum, Level, StatedRelation } from './rule';

/** A frozen record of something that is wrong or worth a look. */
export interface Finding {
  readonly code: string;
  readonly level: Level;
  readonly grade?: Grade;
  /** Where it is, the place to look at first, first; cells are of one sheet. */
  readonly at: readonly Place[];
  /** First places of further rows of the same name: told here, for nothing but their address tells them apart. */
  readonly alike?: readonly Place[];
  /** The other side of a tie, in this or another sheet or book. */
  readonly against: readonly Place[];
  /** In cells of the sheet of `at`. */
  readonly relation?: StatedRelation;
  /** Relations that the same cause breaks: folded here instead of being findings of their own. */
  readonly consequences: readonly StatedRelation[];
  /** Findings of other rules that this one explains. */
  readonly folded: readonly Finding[];
  /** `<code>.<id>` in `src/messages`. */
  readonly messageId: string;
  readonly data: Readonly<Record<string, Datum>>;
  readonly expected?: number;
  readonly actual?: number;
  readonly difference?: number;
  readonly cause?: Cause;
  readonly source?: Source;
  /** A red line of the county, as the pack says. */
  readonly redLine?: true;
  /** Each would repair it by itself. */
  readonly fixes: readonly Fix[];
  /** What it means: see {@link fingerprintOf}. */
  readonly fingerprint: string;
}

/** The cell that a reader looks at first; undefined: it is about a text, or about a sheet as a whole. */
export function firstCell({ at }: Pick<Finding, 'at'>): CellPlace | undefined {
  return cellPlaces(at)[0];
}

/** Its cells, all of one sheet. */
export function cellsOf({ at }: Pick<Finding, 'at'>): Position[] {
  return cellPlaces(at).map(({ row, column }) => ({ row, column }));
}
