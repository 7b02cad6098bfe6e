import type { Position } from '../grid/address';
import { CellKind } from '../grid/sheet';
import { evaluate } from './evaluate';
import type { FormulaFault } from './fault';
import { type FormulaCell, type FormulaGrid, positionOf } from './formula-grid';
import { copiedTo, type Piece, type Reference, writtenFormula, writtenReference } from './reference';

type Direction = readonly [number, number];
const VERTICAL: Direction = [1, 0];
const HORIZONTAL: Direction = [0, 1];
/** So many formulas of one pattern must surround a cell before it is out of line. */
const LEAST_LIKE = 4;
/** And so large a share of the figures near it they must be. */
const LEAST_SHARE = 0.75;
const FARTHEST = 6;
/** More typed numbers than these in a row are a block of input. */
const MOST_TYPED = 2;
/** With more typed numbers between them the formulas within {@link FARTHEST} are too few. */
const MOST_BETWEEN = 4;

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
  // Formulas that give texts are labels: nothing is computed from them.
  const { kind: shown, number } = grid.sheet.cells;
  if (shown[cell.index] === CellKind.text) return undefined;
  const actual = shown[cell.index] === CellKind.number ? number[cell.index] : undefined;
  for (const [along, across] of [[VERTICAL, HORIZONTAL], [HORIZONTAL, VERTICAL]] as const) {
    // Where the next cell is alike there is no single one out of line. A row of totals crosses a
    // column of products: there the neighbours across agree with the cell.
    if (sharesPattern(grid, cell, along) || sharesPattern(grid, cell, across) || isTotalAlong(cell, along)) continue;
    const around = surrounding(grid, cell.row, cell.column, along);
    if (!around || around.pattern === cell.pattern) continue;
    const usual = usualHere(grid, around, cell);
    if (!usual) continue;
    const base = { cell: positionOf(cell), formula: cell.formula, ...usual.fault, ...(actual === undefined ? {} : { actual }) };
    const difference = differenceBetween(cell, usual.pieces);
    if (difference.kind === 'structure') {
      if (around.bothSides) return { kind: 'unlikeNeighbours', ...base };
      continue;
    }
    const { written, proper } = difference;
    return { kind: difference.kind === 'fixing' ? 'mixedReference' : 'offByOne', ...base, written, proper };
  }
  return undefined;
}

/** What the neighbours' formula would be in a place; undefined where it cannot stand there or would show an error, which one avoids on purpose. */
function usualHere(grid: FormulaGrid, around: Surrounding, at: Position) {
  const [sample] = around.cells;
  const pieces = sample && copiedTo(sample.pieces, sample, at);
  if (!pieces) return undefined;
  const result = evaluate(grid, pieces);
  if (result === 'error') return undefined;
  return {
    pieces,
    result,
    fault: {
      usual: writtenFormula(pieces),
      neighbours: around.cells.map(positionOf),
      bothSides: around.bothSides,
      ...(result ? { expected: result.value } : {}),
    },
  };
}

interface Surrounding {
  readonly pattern: number;
  readonly cells: readonly FormulaCell[];
  readonly bothSides: boolean;
}

/**
 * The formulas next to a place, when they follow one pattern. A second slip among them must not hide
 * the first: of every four cells that hold a figure one may be otherwise. Totals among them do not count.
 */
function surrounding(grid: FormulaGrid, row: number, column: number, along: Direction): Surrounding | undefined {
  const [down, right] = along;
  const near: { readonly cell: FormulaCell; readonly before: boolean }[] = [];
  let typed = 0;
  for (const sign of [-1, 1]) {
    for (let k = 1; k <= FARTHEST; k++) {
      const at = { row: row + sign * k * down, column: column + sign * k * right };
      const cell = grid.at(at.row, at.column);
      if (cell) {
        if (!isTotalAlong(cell, along)) near.push({ cell, before: sign < 0 });
      } else if (grid.typedNumberAt(at.row, at.column) !== undefined) typed++;
      else break;
    }
  }
  if (near.length < LEAST_LIKE) return undefined;
  const counts = new Map<number, number>();
  for (const { cell } of near) counts.set(cell.pattern, (counts.get(cell.pattern) ?? 0) + 1);
  const [pattern, count] = [...counts].reduce((most, next) => (next[1] > most[1] ? next : most));
  if (count < LEAST_LIKE || count < LEAST_SHARE * (near.length + typed)) return undefined;
  const like = near.filter(({ cell }) => cell.pattern === pattern);
  // Formulas of constants alone (=100+20) are typed figures that show how they were added up.
  if (like[0]?.cell.references.length === 0) return undefined;
  return { pattern, cells: like.map(({ cell }) => cell), bothSides: like.some(({ before }) => before) && like.some(({ before }) => !before) };
}

function sharesPattern(grid: FormulaGrid, cell: FormulaCell, [down, right]: Direction): boolean {
  return [-1, 1].some((k) => grid.at(cell.row + k * down, cell.column + k * right)?.pattern === cell.pattern);
}

const AGGREGATES = /^(SUM|SUBTOTAL|AGGREGATE|AVERAGE|COUNT|COUNTA|MAX|MIN|SUMIFS?)$/;

/** A total of the cells of the run that it stands in, by a function or by plus signs; and a plain SUM in its own row or column, wherever it stands. */
function isTotalAlong(cell: FormulaCell, [down]: Direction): boolean {
  const { pieces, references, row, column } = cell;
  const inOwnColumn = ({ rect, sheet }: Reference) => sheet === undefined && rect.left === column && rect.right === column;
  const inOwnRow = ({ rect, sheet }: Reference) => sheet === undefined && rect.top === row && rect.bottom === row;
  const inOwnLine = down === 1 ? inOwnColumn : inOwnRow;
  const isAggregate = (piece: Piece | undefined) => piece !== undefined && 'text' in piece && AGGREGATES.test(piece.text);
  if (isAggregate(pieces[0])) return references.some((reference) => inOwnColumn(reference) || inOwnRow(reference));
  if (pieces.some(isAggregate)) return references.some(inOwnLine);
  return references.length > 1 && references.every(inOwnLine);
}

/** How a formula differs from its neighbours': in one reference by one line, in $ only, or otherwise. */
type Difference = { readonly kind: 'structure' } | { readonly kind: 'one' | 'fixing'; readonly written: string; readonly proper: string };

function differenceBetween(cell: FormulaCell, usual: readonly Piece[]): Difference {
  const structure: Difference = { kind: 'structure' };
  if (cell.pieces.length !== usual.length) return structure;
  let found: Difference | undefined;
  for (let k = 0; k < usual.length; k++) {
    const mine = cell.pieces[k];
    const theirs = usual[k];
    if (!mine || !theirs) return structure;
    if ('text' in mine || 'text' in theirs) {
      if ('text' in mine && 'text' in theirs && mine.text === theirs.text) continue;
      return structure;
    }
    const kind = compare(mine.reference, theirs.reference);
    if (kind === 'same') continue;
    if (kind === 'other' || found) return structure;
    found = { kind, written: writtenReference(mine.reference), proper: writtenReference(theirs.reference) };
  }
  return found ?? structure;
}

function compare(a: Reference, b: Reference): 'same' | 'other' | 'one' | 'fixing' {
  if (a.sheet !== b.sheet) return 'other';
  const sides = ['top', 'left', 'bottom', 'right'] as const;
  if (sides.some((side) => a.fixed[side] !== b.fixed[side])) return 'fixing';
  const off = sides.map((side) => Math.abs(a.rect[side] - b.rect[side]));
  if (off.every((x) => x === 0)) return 'same';
  return off.every((x) => x <= 1) ? 'one' : 'other';
}

/** Typed numbers with formulas of one pattern on both sides, where the lines across compute as well. */
function constantsAmongFormulas(grid: FormulaGrid): FormulaFault[] {
  const faults: FormulaFault[] = [];
  const seen = new Set<string>();
  for (const { row, column } of grid.cells) {
    for (const [down, right] of [VERTICAL, HORIZONTAL]) {
      // Where no formula follows soon, the typed numbers are no exception.
      if (!formulaFollows(grid, row, column, [down, right])) continue;
      for (let k = 1; k <= MOST_TYPED; k++) {
        const at: Position = { row: row + k * down, column: column + k * right };
        const value = grid.typedNumberAt(at.row, at.column);
        if (value === undefined) break;
        const key = `${at.row},${at.column}`;
        if (seen.has(key)) continue;
        const around = surrounding(grid, at.row, at.column, [down, right]);
        if (!around?.bothSides || isInputLine(grid, at, [down, right])) continue;
        const usual = usualHere(grid, around, at);
        if (!usual) continue;
        seen.add(key);
        faults.push({ kind: 'constantInFormulaRegion', cell: at, ...usual.fault, actual: value });
      }
    }
  }
  return faults;
}

/** Whether after one to {@link MOST_BETWEEN} typed numbers a formula stands again. */
function formulaFollows(grid: FormulaGrid, row: number, column: number, [down, right]: Direction): boolean {
  for (let k = 1; k <= MOST_BETWEEN + 1; k++) {
    if (grid.at(row + k * down, column + k * right)) return k > 1;
    if (grid.typedNumberAt(row + k * down, column + k * right) === undefined) return false;
  }
  return false;
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
