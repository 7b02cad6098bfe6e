import type { Position } from '../grid/address';
import { compiled } from './compute/compile';
import { scalar, type Scope } from './compute/scope';
import { isError, isNotComputed } from './compute/value';
import type { FormulaCell, FormulaGrid } from './formula-grid';
import type { Piece } from './reference';
import { cornersCopied, type ReadFormula, templateOf } from './template';

/** A result, and the size of the largest figure that went into it: the measure of binary noise. */
export interface Result {
  readonly value: number;
  readonly size: number;
}

/** `error`: Excel shows an error value, a division by zero for example. */
export type Outcome = Result | 'error';

/** What a formula would give in a place, with the stored values of its cells; undefined where it is not computed or gives no number. */
export function evaluate(grid: FormulaGrid, pieces: readonly Piece[], at: Position): Outcome | undefined {
  return run(grid, templateOf(pieces), at, false).outcome;
}

/** What a copy of a formula of the sheet would give in another place; undefined, too, where it cannot stand there. */
export function evaluateCopy(grid: FormulaGrid, cell: FormulaCell, at: Position): Outcome | undefined {
  const corners = cornersCopied(cell, at);
  return corners && run(grid, { template: cell.template, corners }, at, false).outcome;
}

/** What a formula of the sheet gives; two results where rows are hidden and SUBTOTAL may or may not count them. */
export function resultsOf(
  grid: FormulaGrid,
  cell: FormulaCell,
): { readonly results: readonly (Outcome | undefined)[]; readonly metHidden: boolean } {
  const { outcome, metHidden } = run(grid, cell, cell, false);
  return { results: metHidden ? [outcome, run(grid, cell, cell, true).outcome] : [outcome], metHidden };
}

function run(
  { book, source }: FormulaGrid,
  { template, corners }: Pick<ReadFormula, 'template' | 'corners'>,
  { row, column }: Position,
  keepHidden: boolean,
): { readonly outcome: Outcome | undefined; readonly metHidden: boolean } {
  const scope: Scope = { book, source, corners, row, column, size: 0, keepHidden, metHidden: false };
  const value = scalar(compiled(template)(scope), scope) ?? 0;
  const { metHidden, size } = scope;
  if (isNotComputed(value)) return { outcome: undefined, metHidden };
  if (isError(value)) return { outcome: 'error', metHidden };
  return { outcome: typeof value === 'number' ? { value, size } : undefined, metHidden };
}
