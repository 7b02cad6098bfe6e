import type { Sheet } from '../grid/sheet';
import { findStaleResults } from './cached';
import { findBadReferences, findErrors, findTextNumbers } from './cells';
import type { FormulaFault } from './fault';
import { FormulaGrid } from './formula-grid';
import { findOutOfLine } from './neighbours';
import { findSumFaults } from './sums';

export type { FormulaFault, FormulaFaultKind } from './fault';

/** Faults of the formulas of one sheet, row by row. A formula that cannot be read is passed over. */
export function findFormulaFaults(sheet: Sheet): FormulaFault[] {
  const grid = new FormulaGrid(sheet);
  const faults = [
    ...findOutOfLine(grid), ...findSumFaults(grid), ...findBadReferences(grid),
    ...findErrors(grid), ...findTextNumbers(grid), ...findStaleResults(grid),
  ];
  return faults.sort((a, b) => a.cell.row - b.cell.row || a.cell.column - b.cell.column);
}
