import { numberAt } from '../grid/sheet';
import { isChain } from './coverage';
import { evaluate } from './evaluate';
import type { FormulaFault } from './fault';
import { type FormulaCell, type FormulaGrid, positionOf } from './formula-grid';
import { isRoundingOf } from './noise';
import { isSum } from './plain-sum';
import { copiedTo, writtenFormula } from './reference';
import type { Template } from './template';

/** So many like formulas side by side make a region. */
const LEAST_REGION = 3;
/** Longer ranges are not read row by row. */
const LONGEST = 200;

/**
 * Two regions of one row that make up the same line from the same rows, but not in the same way: up to one
 * column `B17-B29+B31`, from there on `SUM(F17:F31)`. Told where the result would be another.
 */
export function findRegions(grid: FormulaGrid): FormulaFault[] {
  return [...neighbouringRuns(grid)].flatMap(([left, right]) => {
    const [large, small] = left.length >= right.length ? [left, right] : [right, left];
    return large.length >= LEAST_REGION && small.length > 1 ? disagreement(grid, large, small) : [];
  });
}

/** Runs of formulas of one pattern that stand side by side. */
function* neighbouringRuns(grid: FormulaGrid): Generator<readonly [FormulaCell[], FormulaCell[]]> {
  let before: FormulaCell[] = [];
  let run: FormulaCell[] = [];
  for (const cell of grid.cells) {
    const last = run.at(-1);
    const isBeside = last?.row === cell.row && last.column + 1 === cell.column;
    if (isBeside && last.pattern === cell.pattern) {
      run.push(cell);
      continue;
    }
    if (before.length > 0) yield [before, run];
    before = isBeside ? run : [];
    run = [cell];
  }
  if (before.length > 0) yield [before, run];
}

function disagreement(grid: FormulaGrid, large: readonly FormulaCell[], small: readonly FormulaCell[]): FormulaFault[] {
  const [usual, sample] = [large[0], small[0]];
  if (!usual || !sample || !isAdditive(usual.template) || !isAdditive(sample.template)) return [];
  // Two plain totals are compared by what they cover.
  if (isPlainTotal(usual) && isPlainTotal(sample)) return [];
  const [theirs, own] = [rowsAdded(grid, usual), rowsAdded(grid, sample)];
  if (!theirs || !own || own.size < 2 || theirs.size < 2) return [];
  const [fewer, more] = own.size < theirs.size ? [own, theirs] : [theirs, own];
  if (![...fewer].every((row) => more.has(row))) return [];
  const faults = small.flatMap((cell): FormulaFault[] => {
    const pieces = copiedTo(usual.pieces, usual, cell);
    const result = pieces && evaluate(grid, pieces, cell);
    const actual = numberAt(grid.sheet, cell.row, cell.column);
    if (!pieces || !result || result === 'error' || !Number.isFinite(actual)) return [];
    if (isRoundingOf(actual, result.value, result.size)) return [];
    return [
      {
        kind: 'unlikeNeighbours',
        cell: positionOf(cell),
        formula: cell.formula,
        usual: writtenFormula(pieces),
        neighbours: [positionOf(usual)],
        region: large.map(positionOf),
        bothSides: true,
        expected: result.value,
        actual,
      },
    ];
  });
  return faults;
}

function isPlainTotal(cell: FormulaCell): boolean {
  return isSum(cell) || isChain(cell);
}

/** Asked once of all copies of a formula. */
const ADDITIVE = new WeakMap<Template, boolean>();

/** Sums and differences of cells, nothing else. */
function isAdditive(template: Template): boolean {
  let known = ADDITIVE.get(template);
  if (known === undefined) {
    known = template.pieces.every((piece) => !('text' in piece) || /^([-+(),]|SUM)$/.test(piece.text));
    ADDITIVE.set(template, known);
  }
  return known;
}

/** The rows of its own column that hold a figure and go into a formula; undefined where it looks elsewhere. */
function rowsAdded(grid: FormulaGrid, { template, corners, column }: FormulaCell): Set<number> | undefined {
  const rows = new Set<number>();
  for (const piece of template.pieces) {
    if (!('first' in piece)) continue;
    const [top = 0, left] = [corners[2 * piece.first], corners[2 * piece.first + 1]];
    const [bottom = 0, right] = [corners[2 * piece.last], corners[2 * piece.last + 1]];
    if (piece.sheet !== undefined || left !== column || right !== column || bottom - top > LONGEST) return undefined;
    for (let row = top; row <= bottom; row++) if (Number.isFinite(numberAt(grid.sheet, row, column))) rows.add(row);
  }
  return rows;
}
