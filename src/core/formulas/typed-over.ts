import type { Position } from '../grid/address';
import { CellKind } from '../grid/sheet';
import type { FormulaFault } from './fault';
import type { FormulaGrid } from './formula-grid';
import { isSerial } from './serial';
import { type Direction, HORIZONTAL, surrounding, type Surrounding, usualHere, VERTICAL } from './neighbours';

/** More typed numbers than these in a row are a block of input. */
const MOST_TYPED = 2;
/** With more typed numbers between them the formulas nearby are too few. */
const MOST_BETWEEN = 4;
/** A column of a table of three rows has two others, and they may all compute. */
const LEAST_IN_COLUMN = 2;
/** So many formulas a row must hold, and no typed number, before it is one that computes. */
const LEAST_COMPUTED = 2;

/** Typed numbers among formulas of one pattern, where the lines across compute as well. */
export function findTypedOver(grid: FormulaGrid): FormulaFault[] {
  const faults = new Map<string, FormulaFault>();
  for (const cell of grid.cells) {
    for (const { at, along } of typedBeside(grid, cell)) {
      const key = `${at.row},${at.column}`;
      const fault = faults.has(key) ? undefined : typedOver(grid, at, along);
      if (fault) faults.set(key, fault);
    }
  }
  return [...faults.values()];
}

/** Typed numbers next to a formula that another formula follows soon, and one that ends a column of formulas or stands on top of it. */
function* typedBeside(grid: FormulaGrid, cell: Position): Generator<{ at: Position; along: Direction }> {
  for (const [along, sign] of SIDES) {
    const typed = typedRun(grid, cell, along, sign);
    if (typed === 0) continue;
    const next = beside(cell, along, sign * (typed + 1));
    const isFollowed = sign === 1 && typed <= MOST_BETWEEN && grid.at(next.row, next.column) !== undefined;
    if (isFollowed)
      for (let k = 1; k <= Math.min(typed, MOST_TYPED); k++) yield { at: beside(cell, along, sign * k), along };
    else if (typed === 1 && along === VERTICAL) yield { at: beside(cell, along, sign), along };
  }
}

const SIDES: readonly (readonly [Direction, 1 | -1])[] = [
  [VERTICAL, 1],
  [VERTICAL, -1],
  [HORIZONTAL, 1],
];

function beside({ row, column }: Position, [down, right]: Direction, steps: number): Position {
  return { row: row + steps * down, column: column + steps * right };
}

function typedRun(grid: FormulaGrid, { row, column }: Position, [down, right]: Direction, sign: 1 | -1): number {
  for (let k = 1; k <= MOST_BETWEEN + 1; k++)
    if (grid.typedNumberAt(row + sign * k * down, column + sign * k * right) === undefined) return k - 1;
  return MOST_BETWEEN + 1;
}

function typedOver(grid: FormulaGrid, at: Position, along: Direction): FormulaFault | undefined {
  const around = surrounding(grid, at.row, at.column, along, along === VERTICAL ? LEAST_IN_COLUMN : undefined);
  if (!around || !isHemmed(grid, at, around) || isInputLine(grid, at, along) || isSerial(grid, at)) return undefined;
  const usual = usualHere(grid, around, at);
  const actual = grid.typedNumberAt(at.row, at.column);
  // A 0 in place of what cannot be computed says that there is nothing.
  if (usual?.result === undefined && actual === 0) return undefined;
  // So does what is typed over a link to a cell that has nothing.
  if (usual?.pieces.length === 1 && usual.result?.value === 0) return undefined;
  return usual && actual !== undefined
    ? { kind: 'constantInFormulaRegion', cell: at, ...usual.fault, actual }
    : undefined;
}

/** Beside it another column computes above and below and is typed here too: an input row (an actual month among forecasts), no slip. */
function isInputLine(grid: FormulaGrid, { row, column }: Position, along: Direction): boolean {
  const [right, down] = along;
  return [-1, 1].some((k) => {
    const beside: Position = { row: row + k * down, column: column + k * right };
    return (
      grid.typedNumberAt(beside.row, beside.column) !== undefined &&
      surrounding(grid, beside.row, beside.column, along)?.bothSides === true
    );
  });
}

/** Formulas stand on both sides; or it ends their column, in a row that otherwise computes. */
function isHemmed(grid: FormulaGrid, at: Position, around: Surrounding): boolean {
  return around.bothSides || (isRowWise(around) && isLoneTyped(grid, at));
}

/**
 * A formula on figures of its own row alone, which a row of totals can follow as well: rates and
 * differences, but no product.
 */
function isRowWise({ cells: [sample] }: Surrounding): boolean {
  if (!sample) return false;
  const { pieces, references, row } = sample;
  const isProduct = pieces.some(
    (piece, k) =>
      'text' in piece &&
      piece.text === '*' &&
      [pieces[k - 1], pieces[k + 1]].every((side) => side && 'reference' in side),
  );
  return (
    !isProduct &&
    references.every(
      ({ sheet, rect, fixed }) =>
        sheet === undefined && ((rect.top === row && rect.bottom === row) || (fixed.top && fixed.bottom)),
    )
  );
}

function isLoneTyped(grid: FormulaGrid, { row, column }: Position): boolean {
  const { cells } = grid.sheet;
  let computed = 0;
  for (let index = cells.rowStart[row] ?? 0; index < (cells.rowStart[row + 1] ?? 0); index++) {
    if (cells.kind[index] !== CellKind.number || cells.column[index] === column) continue;
    if ((cells.formula[index] ?? 0) === 0) return false;
    computed++;
  }
  return computed >= LEAST_COMPUTED;
}
