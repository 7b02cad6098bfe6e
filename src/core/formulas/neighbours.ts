import type { Position } from '../grid/address';
import { CellKind, numberAt } from '../grid/sheet';
import { evaluate, type Result } from './evaluate';
import type { FormulaFault } from './fault';
import { type FormulaCell, type FormulaGrid, positionOf } from './formula-grid';
import { isRoundingOf } from './noise';
import { saysTheSame } from './same-meaning';
import type { Template } from './template';
import { copiedTo, isSingle, type Piece, type Reference, writtenFormula, writtenReference } from './reference';

export type Direction = readonly [number, number];
export const VERTICAL: Direction = [1, 0];
export const HORIZONTAL: Direction = [0, 1];
/** So many formulas of one pattern must surround a cell before it is out of line. */
const LEAST_LIKE = 4;
/** And so large a share of the figures near it they must be. */
const LEAST_SHARE = 0.75;
/** In a short table so few will do, where there is no other figure near it and the result differs. */
const LEAST_UNANIMOUS = 3;
const FARTHEST = 6;

/** A formula that comes again so often in its line stands there on purpose: a weekly sum among days. */
const LEAST_REPEATED = 3;

/** Formulas that stand out of a run of formulas of one pattern. */
export function findOutOfLine(grid: FormulaGrid): FormulaFault[] {
  const found = grid.cells.flatMap((cell) => {
    const fault = outOfLine(grid, cell);
    return fault ? [{ cell, fault }] : [];
  });
  if (found.length === 0) return [];
  const suspects = new Set(found.map(({ cell }) => cell.pattern));
  const lines = new Map<string, number>();
  for (const cell of grid.cells) {
    if (!suspects.has(cell.pattern)) continue;
    for (const line of linesThrough(cell)) lines.set(line, (lines.get(line) ?? 0) + 1);
  }
  return found.flatMap(({ cell, fault }) => {
    const [row, column] = linesThrough(cell);
    const [nearest] = 'neighbours' in fault ? fault.neighbours : [];
    const line = nearest?.column === cell.column ? column : row;
    return (lines.get(line) ?? 0) < LEAST_REPEATED ? [fault] : [];
  });
}

function linesThrough({ row, column, pattern }: FormulaCell): readonly [string, string] {
  return [`row ${row} ${pattern}`, `column ${column} ${pattern}`];
}

function outOfLine(grid: FormulaGrid, cell: FormulaCell): FormulaFault | undefined {
  // Formulas that give texts are labels: nothing is computed from them.
  const { kind: shown, number } = grid.sheet.cells;
  if (shown[cell.index] === CellKind.text) return undefined;
  const actual = shown[cell.index] === CellKind.number ? number[cell.index] : undefined;
  for (const [along, across] of [
    [VERTICAL, HORIZONTAL],
    [HORIZONTAL, VERTICAL],
  ] as const) {
    // Where the next cell is alike there is no single one out of line. A row of totals crosses a
    // column of products: there the neighbours across agree with the cell.
    if (sharesPattern(grid, cell, along) || sharesPattern(grid, cell, across) || isTotalAlong(cell, along)) continue;
    const around = surrounding(grid, cell.row, cell.column, along);
    if (!around || around.pattern === cell.pattern || (around.few && !around.bothSides)) continue;
    const usual = usualHere(grid, around, cell);
    if (!usual || saysTheSame(cell.pieces, usual.pieces) || looksAtNothing(grid, cell, usual.pieces)) continue;
    const base = {
      cell: positionOf(cell),
      formula: cell.formula,
      ...usual.fault,
      ...(actual === undefined ? {} : { actual }),
    };
    const difference = differenceBetween(cell, usual.pieces);
    if (difference.kind === 'structure') {
      const isSame =
        usual.result && actual !== undefined && isRoundingOf(actual, usual.result.value, usual.result.size);
      // Another way to the same result is no slip; the same way from other cells may become one.
      if (isSame && !isBuiltAlike(cell.pieces, usual.pieces) && !hasNumberFor(cell.pieces, usual.pieces)) continue;
      if (around.bothSides) return { kind: 'unlikeNeighbours', ...base };
      continue;
    }
    const { written, proper } = difference;
    return { kind: difference.kind === 'fixing' ? 'mixedReference' : 'offByOne', ...base, written, proper };
  }
  return undefined;
}

function isBuiltAlike(a: readonly Piece[], b: readonly Piece[]): boolean {
  const texts = (pieces: readonly Piece[]) => pieces.map((piece) => ('text' in piece ? piece.text : '')).join(' ');
  return texts(a) === texts(b);
}

/** A figure is written into the formula where the others look at a cell. */
function hasNumberFor(own: readonly Piece[], usual: readonly Piece[]): boolean {
  const isNumber = (piece: Piece | undefined) => piece !== undefined && 'text' in piece && /^[\d.]/.test(piece.text);
  const count = (pieces: readonly Piece[]) => pieces.filter(isNumber).length;
  return own.length === usual.length && count(own) > count(usual);
}

/** The usual formula would look at a blank or a text where this one has a figure: it knows better. */
function looksAtNothing(grid: FormulaGrid, cell: FormulaCell, usual: readonly Piece[]): boolean {
  const own = new Set(cell.references.map(writtenReference));
  const others = usual.flatMap((piece) => ('reference' in piece ? [piece.reference] : []));
  const theirs = new Set(others.map(writtenReference));
  const isFigure = ({ sheet, rect }: Reference) =>
    sheet !== undefined || !isSingle({ rect }) || grid.kindAt(rect.top, rect.left) === CellKind.number;
  const instead = others.filter((reference) => !own.has(writtenReference(reference)));
  const mine = cell.references.filter((reference) => !theirs.has(writtenReference(reference)));
  return instead.length > 0 && instead.every((reference) => !isFigure(reference)) && mine.every(isFigure);
}

/** What the neighbours' formula would be in a place; undefined where it cannot stand there or would show an error, which one avoids on purpose. */
export function usualHere(grid: FormulaGrid, around: Surrounding, at: Position) {
  const [sample] = around.cells;
  const pieces = sample && copiedTo(sample.pieces, sample, at);
  if (!pieces) return undefined;
  const result = evaluate(grid, pieces, at);
  if (result === 'error') return undefined;
  if (around.few && !(result && changesFigure(grid, at, result))) return undefined;
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

function changesFigure(grid: FormulaGrid, { row, column }: Position, { value, size }: Result): boolean {
  const shown = numberAt(grid.sheet, row, column);
  return Number.isFinite(shown) && !isRoundingOf(shown, value, size);
}

export interface Surrounding {
  readonly pattern: number;
  readonly cells: readonly FormulaCell[];
  readonly bothSides: boolean;
  /** So few that only a result which differs is worth telling. */
  readonly few: boolean;
}

/**
 * The formulas next to a place, when they follow one pattern. A second slip among them must not hide
 * the first: of every four cells that hold a figure one may be otherwise. Totals among them do not count.
 */
export function surrounding(
  grid: FormulaGrid,
  row: number,
  column: number,
  along: Direction,
  leastUnanimous = LEAST_UNANIMOUS,
): Surrounding | undefined {
  const [down, right] = along;
  const near: { readonly cell: FormulaCell; readonly before: boolean }[] = [];
  let typed = 0;
  for (const sign of [-1, 1]) {
    for (let k = 1; k <= FARTHEST; k++) {
      const at = { row: row + sign * k * down, column: column + sign * k * right };
      const cell = grid.at(at.row, at.column);
      if (cell) {
        if (!isTotalOfRun(cell, along)) near.push({ cell, before: sign < 0 });
      } else if (grid.typedNumberAt(at.row, at.column) !== undefined) typed++;
      else break;
    }
  }
  const counts = new Map<number, number>();
  for (const { cell } of near) counts.set(cell.pattern, (counts.get(cell.pattern) ?? 0) + 1);
  const [pattern, count] = [...counts].reduce((most, next) => (next[1] > most[1] ? next : most), [-1, 0]);
  const isUnanimous = count >= leastUnanimous && count === near.length + typed;
  if (!isUnanimous && (count < LEAST_LIKE || count < LEAST_SHARE * (near.length + typed))) return undefined;
  const like = near.filter(({ cell }) => cell.pattern === pattern);
  // Formulas of constants alone (=100+20) are typed figures that show how they were added up.
  if (like[0]?.cell.references.length === 0) return undefined;
  return {
    pattern,
    cells: like.map(({ cell }) => cell),
    few: count < LEAST_LIKE,
    bothSides: like.some(({ before }) => before) && like.some(({ before }) => !before),
  };
}

function sharesPattern(grid: FormulaGrid, cell: FormulaCell, [down, right]: Direction): boolean {
  return [-1, 1].some((k) => grid.at(cell.row + k * down, cell.column + k * right)?.pattern === cell.pattern);
}

const AGGREGATES = /^(SUM|SUBTOTAL|AGGREGATE|AVERAGE|COUNT|COUNTA|MAX|MIN|SUMIFS?)$/;

const UP = 1;
const LEFT = 2;

/** Whether some or all references of a formula look into its own column or row; of conditional sums the ranges count. */
function looksInto({ template, corners, row, column }: FormulaCell): { readonly some: number; readonly all: number } {
  const isConditional = aggregating(template) === 'conditional';
  let some = 0;
  let all = UP | LEFT;
  for (const piece of template.pieces) {
    if (!('first' in piece)) continue;
    const [first, last] = [2 * piece.first, 2 * piece.last];
    const isOwn = piece.sheet === undefined;
    const into =
      (isOwn && corners[first + 1] === column && corners[last + 1] === column ? UP : 0) |
      (isOwn && corners[first] === row && corners[last] === row ? LEFT : 0);
    if (!isConditional || first !== last) some |= into;
    all &= into;
  }
  return { some, all };
}

/** Which functions a template calls that make one figure of many; asked once of all copies. */
const AGGREGATING = new WeakMap<Template, Aggregating>();

type Aggregating = 'none' | 'inside' | 'first' | 'conditional';

function aggregating(template: Template): Aggregating {
  let known = AGGREGATING.get(template);
  if (!known) {
    const at = template.pieces.findIndex((piece) => 'text' in piece && AGGREGATES.test(piece.text));
    const [first] = template.pieces;
    const isConditional = at === 0 && first !== undefined && 'text' in first && first.text.startsWith('SUMIF');
    known = at < 0 ? 'none' : isConditional ? 'conditional' : at === 0 ? 'first' : 'inside';
    AGGREGATING.set(template, known);
  }
  return known;
}

/** A total of the cells of the run that it stands in, by a function or by plus signs; and a plain SUM in its own row or column, wherever it stands. */
function isTotalAlong(cell: FormulaCell, [down]: Direction): boolean {
  const { some, all } = looksInto(cell);
  const own = down === 1 ? UP : LEFT;
  switch (aggregating(cell.template)) {
    case 'first':
    case 'conditional':
      return some !== 0;
    case 'inside':
      return (some & own) !== 0;
    default:
      return cell.corners.length > 2 && (all & own) !== 0;
  }
}

/**
 * No member of a run: a total of the cells of the run itself, and a SUM of its own column wherever it
 * stands, for the columns of a row of totals hold different things. A column of row totals is a run.
 */
function isTotalOfRun(cell: FormulaCell, along: Direction): boolean {
  const isRowTotal = along === VERTICAL && aggregating(cell.template) !== 'none' && (looksInto(cell).all & LEFT) !== 0;
  return !isRowTotal && isTotalAlong(cell, along);
}

/** How a formula differs from its neighbours': in one reference by one line, in $ only, or otherwise. */
type Difference =
  | { readonly kind: 'structure' }
  | { readonly kind: 'one' | 'fixing'; readonly written: string; readonly proper: string };

function differenceBetween(cell: FormulaCell, usual: readonly Piece[]): Difference {
  const structure: Difference = { kind: 'structure' };
  if (cell.pieces.length !== usual.length) return structure;
  let found: Difference | undefined;
  let shift: string | undefined;
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
    // All references moved by one line together are one slip.
    const isMoved = kind === 'one' && found?.kind === 'one' && shift === shiftBetween(mine.reference, theirs.reference);
    if (kind === 'other' || (found && !isMoved)) return structure;
    shift = shiftBetween(mine.reference, theirs.reference);
    found ??= { kind, written: writtenReference(mine.reference), proper: writtenReference(theirs.reference) };
  }
  return found ?? structure;
}

function shiftBetween({ rect: a }: Reference, { rect: b }: Reference): string {
  return [a.top - b.top, a.left - b.left, a.bottom - b.bottom, a.right - b.right].join();
}

function compare(a: Reference, b: Reference): 'same' | 'other' | 'one' | 'fixing' {
  if (a.sheet !== b.sheet) return 'other';
  const sides = ['top', 'left', 'bottom', 'right'] as const;
  if (sides.some((side) => a.fixed[side] !== b.fixed[side])) return 'fixing';
  const off = sides.map((side) => Math.abs(a.rect[side] - b.rect[side]));
  if (off.every((x) => x === 0)) return 'same';
  return off.every((x) => x <= 1) ? 'one' : 'other';
}
