import type { ArithmeticFault } from '../faults/find-faults';
import type { Measure } from '../fiscal/measure';
import type { NamedTable } from '../fiscal/ties/same-figures/named-table';
import type { FormulaFault } from '../formulas/fault';
import type { Sheet } from '../grid/sheet';
import type { SheetArithmetic } from '../relations/types';
import type { Table } from '../tables/table';
import type { UnreadCell } from './unread';

/** One sheet with all that was understood of it. */
export interface SheetReading {
  readonly sheet: Sheet;
  readonly tables: readonly Table[];
  readonly arithmetic: SheetArithmetic;
  /** Broken arithmetic, each by its root cause. */
  readonly faults: readonly ArithmeticFault[];
  /** Faults of its formulas that its broken arithmetic does not already name. */
  readonly formulaFaults: readonly FormulaFault[];
  /** Cells of figures in which nothing could be read. */
  readonly unread: readonly UnreadCell[];
  /** Names of the other sheets that its formulas look into: with these its formula faults may change. */
  readonly looksInto: readonly string[];
  /** Figures that are known by subject, phase and period. */
  readonly measures: readonly Measure[];
  /** Its figures under the names of their rows and columns, whatever they are of. */
  readonly named: readonly NamedTable[];
}
