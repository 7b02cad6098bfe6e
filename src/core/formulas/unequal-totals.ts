import type { Position } from '../grid/address';
import { CellKind, numberAt } from '../grid/sheet';
import { exactSum } from '../numbers/decimal';
import { cellAt, type Coverage, linesBeyond, linesOf, type TotalAxis, type Totals } from './coverage';
import { evaluate } from './evaluate';
import type { FormulaFault } from './fault';
import { type FormulaGrid, positionOf } from './formula-grid';
import type { JointUse } from './joint-use';
import { isRoundingOf } from './noise';
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
  if (!isOutvoted && !(isPair && missed.length + extra.length <= MOST_MISSED_OF_TWO)) return [];
  // Less than half of a total is another total, unless both end in the same line.
  if (missed.length + extra.length > common && !sameEnd(usual, other)) return [];
  if (extra.length === 0) return few.flatMap((total) => short(grid, joint, total, usual, missed) ?? []);
  if (missed.length === 0) {
    const shorts = most.flatMap((total) => short(grid, joint, total, other, extra) ?? []);
    const counted = shorts.filter((fault) => missedSum(grid, fault) !== 0);
    // Where a longer one begins or ends a line beyond, and that is a figure in the others' columns, these are short.
    const isNext = extra.length === 1 && other.spans.length === 1 && usual.spans.length === 1;
    if (isNext && counted.length > 0 && hasFigures(grid, most, extra)) return counted;
  }
  // What it adds more is a figure: that is another total, on purpose.
  if (isPair || few.some((total) => extra.some((line) => holdsNumber(grid, total, line)))) return [];
  return few.flatMap((total) => wide(grid, total, usual));
}

function sameEnd(a: Coverage, b: Coverage): boolean {
  return a.spans.at(-1)?.to === b.spans.at(-1)?.to || a.spans[0]?.from === b.spans[0]?.from;
}

function hasFigures(grid: FormulaGrid, totals: readonly Coverage[], lines: readonly number[]): boolean {
  return totals.every((total) => lines.every((line) => holdsNumber(grid, total, line)));
}

function holdsNumber(grid: FormulaGrid, total: Coverage, line: number): boolean {
  const { row, column } = cellAt(total, line);
  return grid.kindAt(row, column) === CellKind.number;
}

function missedSum(grid: FormulaGrid, fault: FormulaFault): number {
  if (fault.kind !== 'sumMissesAdjacent') return 0;
  return exactSum(
    fault.missed.map(({ row, column }) => numberAt(grid.sheet, row, column)).filter((x) => Number.isFinite(x)),
  );
}

function short(
  grid: FormulaGrid,
  joint: JointUse,
  total: Coverage,
  usual: Coverage,
  lines: readonly number[],
): FormulaFault | undefined {
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
function wide(grid: FormulaGrid, { cell }: Coverage, usual: Coverage): FormulaFault[] {
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
  if (!hasFigures(grid, [total], linesOf(usual))) return [];
  return wide(grid, total, usual).filter(
    (fault) =>
      'expected' in fault &&
      fault.expected !== undefined &&
      !isRoundingOf(fault.actual ?? 0, fault.expected, fault.expected),
  );
}

function extent(lines: readonly number[], { row, column }: Position, axis: TotalAxis) {
  const [from, to] = [lines[0] ?? 0, lines.at(-1) ?? 0];
  return axis === 'down'
    ? { top: from, bottom: to, left: column, right: column }
    : { top: row, bottom: row, left: from, right: to };
}
