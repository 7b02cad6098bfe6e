import type { Position } from '../grid/address';
import type { FormulaFault } from './fault';
import { type FormulaCell, type FormulaGrid, positionOf } from './formula-grid';
import type { Piece, Reference } from './reference';

type Direction = readonly [number, number];
const VERTICAL: Direction = [1, 0];
const HORIZONTAL: Direction = [0, 1];
/** So many formulas of one pattern must surround a cell before it is out of line. */
const LEAST_LIKE = 4;
const FARTHEST = 6;

/** Formulas, and typed numbers, that stand out of a run of formulas of one pattern. */
export function findOutOfLine(grid: FormulaGrid): FormulaFault[] {
  const faults: FormulaFault[] = [];
  for (const cell of grid.cells) {
    const fault = outOfLine(grid, cell);
    if (fault) faults.push(fault);
  }
  return faults.concat(constantsAmongFormulas(grid));
}

function outOfLine(grid: FormulaGrid, cell: FormulaCell): FormulaFault | undefined {
  for (const [along, across] of [[VERTICAL, HORIZONTAL], [HORIZONTAL, VERTICAL]] as const) {
    const around = surrounding(grid, cell.row, cell.column, along);
    if (!around || around.pattern === cell.pattern) continue;
    // A row of totals crosses a column of products: there the neighbours across agree with the cell.
    if (sharesPattern(grid, cell, across) || isSubtotal(cell)) continue;
    const sample = around.cells[0];
    if (!sample) continue;
    const base = { cell: positionOf(cell), formula: cell.formula, usual: around.pattern, neighbours: around.cells.map(positionOf) };
    const difference = differenceBetween(cell, sample);
    if (difference === 'structure' && !around.bothSides) continue;
    if (difference === 'fixing') return { kind: 'mixedReference', ...base };
    return { kind: difference === 'one' ? 'offByOne' : 'unlikeNeighbours', ...base };
  }
  return undefined;
}

interface Surrounding {
  readonly pattern: string;
  readonly cells: readonly FormulaCell[];
  readonly bothSides: boolean;
}

/** The formulas next to a place, when they all follow one pattern. */
function surrounding(grid: FormulaGrid, row: number, column: number, [down, right]: Direction): Surrounding | undefined {
  const side = (sign: 1 | -1): FormulaCell[] => {
    const found: FormulaCell[] = [];
    for (let k = 1; k <= FARTHEST; k++) {
      const cell = grid.at(row + sign * k * down, column + sign * k * right);
      if (!cell || (found[0] && found[0].pattern !== cell.pattern)) break;
      found.push(cell);
    }
    return found;
  };
  const before = side(-1);
  const after = side(1);
  const bothSides = before[0] !== undefined && after[0] !== undefined && before[0].pattern === after[0].pattern;
  const cells = bothSides ? [...before, ...after] : before.length >= after.length ? before : after;
  const [first] = cells;
  return first && cells.length >= LEAST_LIKE ? { pattern: first.pattern, cells, bothSides } : undefined;
}

function sharesPattern(grid: FormulaGrid, cell: FormulaCell, [down, right]: Direction): boolean {
  return [-1, 1].some((k) => grid.at(cell.row + k * down, cell.column + k * right)?.pattern === cell.pattern);
}

/** A total of cells in its own column or row, wherever it stands. */
function isSubtotal({ pieces, references, row, column }: FormulaCell): boolean {
  const [head] = pieces;
  if (!head || !('text' in head) || !/^(SUM|SUBTOTAL|AVERAGE|COUNT|COUNTA|MAX|MIN)$/.test(head.text)) return false;
  return references.some(({ rect }) => (rect.left === column && rect.right === column) || (rect.top === row && rect.bottom === row));
}

type Difference = 'one' | 'fixing' | 'structure';

/** How a formula differs from its neighbours': in one reference by one line, in $ only, or otherwise. */
function differenceBetween(cell: FormulaCell, sample: FormulaCell): Difference {
  if (cell.pieces.length !== sample.pieces.length) return 'structure';
  let differing = 0;
  let kind: Difference = 'structure';
  for (let k = 0; k < cell.pieces.length; k++) {
    const mine = cell.pieces[k];
    const theirs = sample.pieces[k];
    if (!mine || !theirs) return 'structure';
    const way = comparePieces(mine, theirs, cell, sample);
    if (way === 'same') continue;
    if (way === 'other') return 'structure';
    differing++;
    kind = way;
  }
  return differing === 1 ? kind : 'structure';
}

function comparePieces(mine: Piece, theirs: Piece, cell: FormulaCell, sample: FormulaCell): 'same' | 'other' | 'one' | 'fixing' {
  if ('text' in mine || 'text' in theirs) return 'text' in mine && 'text' in theirs && mine.text === theirs.text ? 'same' : 'other';
  const a = mine.reference;
  const b = theirs.reference;
  if (a.sheet !== b.sheet) return 'other';
  const sameFixing = a.fixed.top === b.fixed.top && a.fixed.left === b.fixed.left && a.fixed.bottom === b.fixed.bottom && a.fixed.right === b.fixed.right;
  if (!sameFixing) return 'fixing';
  const off = offsets(a, cell).map((x, k) => Math.abs(x - (offsets(b, sample)[k] ?? 0)));
  if (off.every((x) => x === 0)) return 'same';
  return off.every((x) => x <= 1) ? 'one' : 'other';
}

function offsets({ rect, fixed }: Reference, { row, column }: FormulaCell): number[] {
  return [
    fixed.top ? rect.top : rect.top - row, fixed.bottom ? rect.bottom : rect.bottom - row,
    fixed.left ? rect.left : rect.left - column, fixed.right ? rect.right : rect.right - column,
  ];
}

/** Typed numbers with formulas of one pattern on both sides, where the lines across compute as well. */
function constantsAmongFormulas(grid: FormulaGrid): FormulaFault[] {
  const faults: FormulaFault[] = [];
  const seen = new Set<string>();
  for (const { row, column } of grid.cells) {
    for (const [down, right] of [VERTICAL, HORIZONTAL]) {
      const at: Position = { row: row + down, column: column + right };
      const value = grid.typedNumberAt(at.row, at.column);
      const key = `${at.row},${at.column}`;
      if (value === undefined || seen.has(key)) continue;
      const around = surrounding(grid, at.row, at.column, [down, right]);
      if (!around?.bothSides || isInputLine(grid, at, [down, right])) continue;
      seen.add(key);
      faults.push({ kind: 'constantInFormulaRegion', cell: at, value, usual: around.pattern, neighbours: around.cells.map(positionOf) });
    }
  }
  return faults;
}

/** Beside it another column computes above and below and is typed here too: an input row (an actual month among forecasts), no slip. */
function isInputLine(grid: FormulaGrid, { row, column }: Position, along: Direction): boolean {
  const [right, down] = along;
  return [-1, 1].some((k) => {
    const beside: Position = { row: row + k * down, column: column + k * right };
    return grid.typedNumberAt(beside.row, beside.column) !== undefined &&
      surrounding(grid, beside.row, beside.column, along)?.bothSides === true;
  });
}
