import type { Position } from '../grid/address';
import { numberAt, type Sheet } from '../grid/sheet';
import type { FormulaFault } from '../formulas/fault';
import { isRoundingOf } from '../formulas/noise';
import { mendedSheet, properFormula } from '../formulas/mend';
import type { Cause } from '../relations/types';

/** A cell whose proper formula can be read from its neighbours, and so what it should show. */
export interface Proof {
  readonly fault: FormulaFault;
  readonly cell: Position;
  readonly cause: Cause;
  readonly actual: number;
  readonly expected: number;
}

/** The faults of formulas that change a figure, and the sheet as it would be without them. */
export interface Proofs {
  readonly proofs: readonly Proof[];
  readonly mended: Sheet;
}

export function proofsOf(sheet: Sheet, faults: readonly FormulaFault[]): Proofs {
  const told = faults.filter((fault) => causeOf(fault) !== undefined);
  if (told.length === 0) return { proofs: [], mended: sheet };
  const mended = mendedSheet(sheet, told);
  const proofs = told.flatMap((fault) => {
    const { cell } = fault;
    const [cause, actual, expected] = [
      causeOf(fault),
      numberAt(sheet, cell.row, cell.column),
      numberAt(mended, cell.row, cell.column),
    ];
    return cause && Number.isFinite(actual) && !isRoundingOf(actual, expected, Math.abs(expected))
      ? [{ fault, cell, cause, actual, expected }]
      : [];
  });
  return { proofs, mended };
}

export function causeOf(fault: FormulaFault | undefined): Cause | undefined {
  const formula = fault && properFormula(fault);
  const proper = formula === undefined ? {} : { formula };
  switch (fault?.kind) {
    case 'sumMissesAdjacent':
      return { kind: 'sumStopsShort', cell: fault.cell, cells: fault.missed, ...proper };
    case 'constantInFormulaRegion':
      return { kind: 'typedOver', cell: fault.cell, ...proper };
    case 'unlikeNeighbours':
    case 'offByOne':
    case 'mixedReference':
      return { kind: 'otherFormula', cell: fault.cell, ...proper };
    default:
      return undefined;
  }
}
