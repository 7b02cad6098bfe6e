import { findStaleResults } from './cached';
import { Totals } from './coverage';
import { findBadReferences, findErrors, findTextNumbers } from './cells';
import type { FormulaFault, FormulaFaultKind } from './fault';
import type { FormulaGrid } from './formula-grid';
import { findOutOfLine } from './neighbours';
import { findRegions } from './regions';
import { findSumFaults } from './sums';
import { findTypedAlike } from './typed-alike';
import { findTypedOver } from './typed-over';
import { findTypedTotals } from './typed-totals';

/** Faults of the formulas of one sheet, row by row, one a cell. */
export function findFormulaFaults(grid: FormulaGrid): FormulaFault[] {
  const totals = new Totals(grid);
  const faults = [
    ...findOutOfLine(grid),
    ...findRegions(grid),
    ...findTypedOver(grid),
    ...findTypedTotals(grid, totals),
    ...findTypedAlike(grid),
    ...findSumFaults(grid, totals),
    ...findBadReferences(grid),
    ...findErrors(grid),
    ...findTextNumbers(grid),
    ...findStaleResults(grid),
  ];
  return mostTelling(faults).sort((a, b) => a.cell.row - b.cell.row || a.cell.column - b.cell.column);
}

/** What explains a cell best comes first: text explains the #VALUE! that it causes, a wrong range why a formula is unlike the others. */
const PRECEDENCE: readonly FormulaFaultKind[] = [
  'referenceToText',
  'errorValue',
  'sumMissesAdjacent',
  'sumIncludesSubtotal',
  'offByOne',
  'mixedReference',
  'unlikeNeighbours',
  'constantInFormulaRegion',
  'cachedValueDisagrees',
  'referenceToBlank',
  'numberStoredAsText',
];

function mostTelling(faults: readonly FormulaFault[]): FormulaFault[] {
  const best = new Map<string, FormulaFault>();
  for (const fault of faults) {
    const key = `${fault.cell.row},${fault.cell.column}`;
    const known = best.get(key);
    if (!known || precedenceOf(fault) < precedenceOf(known)) best.set(key, fault);
  }
  return [...best.values()];
}

/** A short chain of plus signs among others is unlike them; that it is short as well says no more. */
function precedenceOf(fault: FormulaFault): number {
  const isChain = fault.kind === 'sumMissesAdjacent' && !fault.formula.includes('(');
  return PRECEDENCE.indexOf(fault.kind) + (isChain ? PRECEDENCE.length / 2 : 0);
}
