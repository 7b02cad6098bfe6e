import type { Position } from '../grid/address';

export type RelationOp = 'sum' | 'difference' | 'average' | 'division' | 'relative_change';

/**
 * Whether the figures agree: `holds` exactly; `rounding`: the printed intervals meet; `broken`: they
 * cannot meet; `unknown`: a cell it needs is blank or no number.
 */
export type Verdict = 'holds' | 'rounding' | 'broken' | 'unknown';

/**
 * One arithmetic relation between cells of one sheet.
 *
 * operands: sum: the parts; difference: minuend, subtrahend; average: its members; division:
 * numerator, denominator; relative_change: from, to.
 */
export interface Relation {
  readonly op: RelationOp;
  readonly target: Position;
  readonly operands: readonly Position[];
  readonly verdict: Verdict;
  /** Index of the {@link RelationPattern} that it repeats. */
  readonly pattern: number;
}
