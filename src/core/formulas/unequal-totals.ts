import type { Position } from '../grid/address';
import { CellKind, numberAt } from '../grid/sheet';
import { cellAt, type Coverage, linesBeyond, linesOf, type TotalAxis, type Totals } from './coverage';
import { evaluate } from './evaluate';
import type { FormulaFault } from './fault';
import { type FormulaGrid, positionOf } from './formula-grid';
import type { JointUse } from './joint-use';
import { copiedTo, writtenFormula } from './reference';

/** Two totals alone do not outvote each other: the longer one is believed where the other lacks so few lines. */
const MOST_MISSED_OF_TWO = 3;
/** So many times as many totals must agree as differ. */
const LEAST_ODDS = 3;
/** Totals of a column with so many lines between them are of two tables. */
const FARTHEST = 2;
/** So many totals that agree tell where a lone one should look that adds up other lines altogether. */
const LEAST_AGREEING = 3;

/**
 * Totals of one row that add up the same rows, each in its own column, but for some that leave out a row
 * or take in another; totals of one column likewise. It does not matter whether they are written as SUM or
 * with plus signs, nor what stands between them.
 */
export function findUnequalTotals(grid: FormulaGrid, totals: Totals, joint: JointUse): FormulaFault[] {
  return [...inOneRow(totals.down), ...inOneColumn(totals.across)].flatMap((group) => unequalAmong(grid, joint, group));
}

function inOneRow(totals: readonly Coverage[]): Iterable<Coverage[]> {
  const rows = new Map<number, Coverage[]>();
  for (const total of totals) {
    const row = rows.get(total.cell.row);
    if (row) row.push(total);
    else rows.set(total.cell.row, [total]);
  }
  return rows.values();
}

/** Totals of one column without another table between them. */
function* inOneColumn(totals: readonly Coverage[]): Generator<Coverage[]> {
  const columns = new Map<number, Coverage[]>();
  for (const total of totals) {
    const { row, column } = total.cell;
    const run = columns.get(column);
    if (run && row - (run.at(-1)?.cell.row ?? row) <= FARTHEST) run.push(total);
    else {
      if (run) yield run;
      columns.set(column, [total]);
    }
  }
  yield* columns.values();
}

function unequalAmong(grid: FormulaGrid, joint: JointUse, totals: readonly Coverage[]): FormulaFault[] {
  const alike = new Map<string, Coverage[]>();
  for (const total of totals) {
    const group = alike.get(total.key);
    if (group) group.push(total);
    else alike.set(total.key, [total]);
  }
  if (alike.size < 2) return [];
  const [most, ...others] = [...alike.values()].sort(
    (a, b) => b.length - a.length || (b[0]?.count ?? 0) - (a[0]?.count ?? 0),
  );
  if (!most?.[0]) return [];
  const majority: readonly Coverage[] = most;
  return others.flatMap((few) => between(grid, joint, majority, few));
}

/** What is wrong where some totals of a line add up what the others do not. */
function between(
  grid: FormulaGrid,
  joint: JointUse,
  most: readonly Coverage[],
  few: readonly Coverage[],
): FormulaFault[] {
  const [usual, other] = [most[0], few[0]];
  if (!usual || !other) return [];
  const missed = linesBeyond(usual, other);
  const extra = linesBeyond(other, usual);
  const common = other.count - extra.length;
  if (common === 0) return elsewhere(grid, most, few);
  const isPair = most.length === 1 && few.length === 1;
  const isOutvoted = most.length >= LEAST_ODDS * few.length || (most.length === 2 && few.length === 1);
  const isKnown = isOutvoted || (isPair && missed.length + extra.length <= MOST_MISSED_OF_TWO);
  // Less than half of a total is another total, unless both end in the same line.
  if (missed.length + extra.length > common && !sameEnd(usual, other)) return [];
  const region = most.map(({ cell }) => positionOf(cell));
  if (extra.length === 0) {
    const shorts = few.flatMap((total) => short(grid, joint, total, usual, missed) ?? []);
    // What is blank so far shows only that the two were not written alike.
    const blank = shorts.filter(({ missed: [first] }) => first && isBlank(grid, first.row, first.column));
    if (most.length > few.length && shorts.length === blank.length) return blank.map((fault) => ({ ...fault, region }));
    if (!isKnown) return [];
    return isZero(grid, shorts) ? shorts.map((fault) => ({ ...fault, region })) : shorts;
  }
  if (missed.length === 0 && isNextTo(usual, other, extra)) {
    // The longer ones begin or end a line beyond, and that is a figure in some of the others' columns, too: these are short.
    const shorts = most
      .filter((total) => extra.every((line) => holds(grid, total, line, CellKind.number)))
      .flatMap((total) => short(grid, joint, total, other, extra) ?? []);
    const isText = most.some((total) => extra.some((line) => holds(grid, total, line, CellKind.text)));
    if (shorts.length > 0 && !isText) {
      const longer = few.map(({ cell }) => positionOf(cell));
      if (isZero(grid, shorts)) return shorts.map((fault) => ({ ...fault, region: longer }));
      return isKnown ? shorts : [];
    }
  }
  // What it adds more is a figure: that is another total, on purpose.
  if (isPair || few.some((total) => extra.some((line) => holds(grid, total, line, CellKind.number)))) return [];
  return most.length > few.length ? few.flatMap((total) => wide(grid, total, usual, region)) : [];
}

function isZero(grid: FormulaGrid, shorts: readonly Short[]): boolean {
  return shorts.every(({ missed }) =>
    missed.every(({ row, column }) => (numberAt(grid.sheet, row, column) || 0) === 0),
  );
}

/** One run of lines each, and one of them a single line longer. */
function isNextTo(a: Coverage, b: Coverage, beyond: readonly number[]): boolean {
  return beyond.length === 1 && a.spans.length === 1 && b.spans.length === 1;
}

function sameEnd(a: Coverage, b: Coverage): boolean {
  if (a.spans.length > 1 || b.spans.length > 1) return false;
  return a.spans.at(-1)?.to === b.spans.at(-1)?.to || a.spans[0]?.from === b.spans[0]?.from;
}

function holds(grid: FormulaGrid, total: Coverage, line: number, kind: number): boolean {
  const { row, column } = cellAt(total, line);
  return grid.kindAt(row, column) === kind;
}

type Short = Extract<FormulaFault, { readonly kind: 'sumMissesAdjacent' }>;

function short(
  grid: FormulaGrid,
  joint: JointUse,
  total: Coverage,
  usual: Coverage,
  lines: readonly number[],
): Short | undefined {
  const { cell, axis } = total;
  const places = lines.map((line) => cellAt(total, line));
  const figures = places.filter(({ row, column }) => grid.kindAt(row, column) === CellKind.number);
  const missed = figures.length > 0 ? figures : places.filter(({ row, column }) => isBlank(grid, row, column));
  if (missed.length === 0 || missed.some((at) => joint.adds(cell, at))) return undefined;
  const pieces = copiedTo(usual.cell.pieces, usual.cell, cell);
  return {
    kind: 'sumMissesAdjacent',
    cell: positionOf(cell),
    formula: cell.formula,
    range: extent(linesOf(total), cell, axis),
    missed,
    ...(pieces ? { usual: writtenFormula(pieces) } : {}),
  };
}

function isBlank(grid: FormulaGrid, row: number, column: number): boolean {
  return grid.kindAt(row, column) === CellKind.blank;
}

/** A total that takes in more than the others of its line. */
function wide(grid: FormulaGrid, { cell }: Coverage, usual: Coverage, region: readonly Position[]): FormulaFault[] {
  const pieces = copiedTo(usual.cell.pieces, usual.cell, cell);
  const result = pieces && evaluate(grid, pieces, cell);
  const actual = numberAt(grid.sheet, cell.row, cell.column);
  if (!pieces || !result || result === 'error' || !Number.isFinite(actual)) return [];
  return [
    {
      kind: 'unlikeNeighbours',
      cell: positionOf(cell),
      formula: cell.formula,
      usual: writtenFormula(pieces),
      neighbours: [positionOf(usual.cell)],
      region,
      bothSides: true,
      expected: result.value,
      actual,
    },
  ];
}

/** A lone total of other lines than those that all its neighbours add up, and these hold figures of its own. */
function elsewhere(grid: FormulaGrid, most: readonly Coverage[], few: readonly Coverage[]): FormulaFault[] {
  const [usual, total] = [most[0], few[0]];
  if (!usual || !total || few.length > 1 || most.length < LEAST_AGREEING || usual.count !== total.count) return [];
  if (!linesOf(usual).every((line) => holds(grid, total, line, CellKind.number))) return [];
  return wide(grid, total, usual, []);
}

function extent(lines: readonly number[], { row, column }: Position, axis: TotalAxis) {
  const [from, to] = [lines[0] ?? 0, lines.at(-1) ?? 0];
  return axis === 'down'
    ? { top: from, bottom: to, left: column, right: column }
    : { top: row, bottom: row, left: from, right: to };
}
