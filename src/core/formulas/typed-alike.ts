import { contains, type Position } from '../grid/address';
import { CellKind, numberAt } from '../grid/sheet';
import { significant } from '../numbers/decimal';
import { evaluateCopy } from './evaluate';
import type { FormulaFault } from './fault';
import { type FormulaCell, type FormulaGrid, positionOf } from './formula-grid';
import { type Direction, HORIZONTAL, VERTICAL } from './neighbours';
import { isRoundingOf } from './noise';
import { isSerial } from './serial';
import { copiedTo, writtenFormula } from './reference';
import { cornersCopied } from './template';

/** So far from the formula typed results are looked for. */
const FARTHEST = 12;
/** A figure of fewer digits may be right by chance. */
const LEAST_DIGITS = 3;
/** Unless several formulas of one pattern stand beside it. */
const LEAST_DIGITS_OF_RUN = 2;
const MOST_IN_COLUMN = 2;
/** Where the copies of a formula differed so often from what is typed on one side of them, input stands there. */
const MOST_IN_VAIN = 200;
/** Ranges beyond this are not searched for parts. */
const LONGEST = 2000;

/** Typed numbers beside formulas that show just what the formula would give there: results typed in, or pasted as values. */
export function findTypedAlike(grid: FormulaGrid): FormulaFault[] {
  const faults = new Map<string, TypedFault>();
  const vain = SIDES.map(() => new Map<number, number>());
  for (const cell of grid.cells) {
    for (const [side, [along, sign]] of SIDES.entries()) {
      if (!hasTypedBeside(grid, cell, along, sign)) continue;
      const tries = vain[side]?.get(cell.pattern) ?? 0;
      if (tries > MOST_IN_VAIN) continue;
      const found = matches(grid, cell, along, sign);
      if (found.length === 0) vain[side]?.set(cell.pattern, tries + 1);
      for (const at of found) {
        const key = `${at.row},${at.column}`;
        const fault = faults.has(key) ? undefined : typedResult(grid, cell, at);
        if (fault) faults.set(key, fault);
      }
    }
  }
  return byLine([...faults.values()]);
}

/** A column that was pasted as values, or a row, is one thing to tell: each cell goes with the line that holds more of them. */
function byLine(faults: readonly TypedFault[]): FormulaFault[] {
  const lines = new Map<string, number>();
  for (const { cell } of faults) for (const line of linesThrough(cell)) lines.set(line, (lines.get(line) ?? 0) + 1);
  return faults.map((fault) => {
    const [row, column] = linesThrough(fault.cell);
    return { ...fault, line: (lines.get(row) ?? 0) > (lines.get(column) ?? 0) ? row : column };
  });
}

function linesThrough({ row, column }: Position): readonly [string, string] {
  return [`row ${row}`, `column ${column}`];
}

type TypedFault = Extract<FormulaFault, { readonly kind: 'constantInFormulaRegion' }>;

const SIDES: readonly (readonly [Direction, 1 | -1])[] = [
  [HORIZONTAL, -1],
  [HORIZONTAL, 1],
  [VERTICAL, -1],
  [VERTICAL, 1],
];

function typedResult(grid: FormulaGrid, cell: FormulaCell, at: Position): TypedFault | undefined {
  const value = grid.typedNumberAt(at.row, at.column);
  const usual = copiedTo(cell.pieces, cell, at);
  return value === undefined || !usual
    ? undefined
    : {
        kind: 'constantInFormulaRegion',
        cell: at,
        usual: writtenFormula(usual),
        neighbours: [positionOf(cell)],
        bothSides: false,
        expected: value,
        actual: value,
      };
}

/** The typed numbers in a row from a formula on that its copies would give; of one that differs they end. */
function matches(grid: FormulaGrid, cell: FormulaCell, [down, right]: Direction, sign: 1 | -1): readonly Position[] {
  const found: Position[] = [];
  let digits = 0;
  let blanks = 0;
  let end: FormulaCell | undefined;
  for (let k = 1; k <= FARTHEST; k++) {
    const at = { row: cell.row + sign * k * down, column: cell.column + sign * k * right };
    const value = grid.typedNumberAt(at.row, at.column);
    if (value === undefined) {
      end = grid.at(at.row, at.column);
      // Narrow columns part the figures of many tables.
      if (end ?? (right === 0 || ++blanks > 1 || grid.kindAt(at.row, at.column) !== CellKind.blank)) break;
      continue;
    }
    blanks = 0;
    const result = evaluateCopy(grid, cell, at);
    if (!result || result === 'error' || !isRoundingOf(value, result.value, result.size)) {
      // Where others are typed too, one that fits may fit by chance.
      return found.length > 1 ? found : [];
    }
    if (value === 0 || isSerial(grid, at) || !isMade(grid, cell, at, value)) continue;
    found.push(at);
    digits = Math.max(digits, digitsOf(value));
  }
  // Down a column so many typed figures are a block of input, though a formula would give them.
  if (found.length === 0 || (down === 1 && found.length > MOST_IN_COLUMN)) return [];
  const behind = grid.at(cell.row - sign * down, cell.column - sign * right);
  const isRun = behind?.pattern === cell.pattern || end?.pattern === cell.pattern;
  return found.length > 1 || digits >= (isRun ? LEAST_DIGITS_OF_RUN : LEAST_DIGITS) ? found : [];
}

function hasTypedBeside(grid: FormulaGrid, { row, column }: Position, [down, right]: Direction, sign: 1 | -1): boolean {
  if (grid.typedNumberAt(row + sign * down, column + sign * right) !== undefined) return true;
  return (
    right === 1 &&
    grid.kindAt(row, column + sign) === CellKind.blank &&
    grid.typedNumberAt(row, column + 2 * sign) !== undefined
  );
}

/** Computed, not repeated: from two figures at least, or another figure than the one that goes in; and not from what is computed from itself. */
function isMade(grid: FormulaGrid, cell: FormulaCell, at: Position, value: number): boolean {
  const corners = cornersCopied(cell, at) ?? [];
  let parts = 0;
  let isOther = false;
  let isRepeated = false;
  for (const piece of cell.template.pieces) {
    if (!('first' in piece) || piece.sheet !== undefined) continue;
    const [top = 0, left = 0] = [corners[2 * piece.first], corners[2 * piece.first + 1]];
    const [bottom = 0, right = 0] = [corners[2 * piece.last], corners[2 * piece.last + 1]];
    if ((bottom - top + 1) * (right - left + 1) > LONGEST) continue;
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right; column++) {
        if (grid.kindAt(row, column) !== CellKind.number) continue;
        if (grid.at(row, column)?.references.some(({ sheet, rect }) => sheet === undefined && contains(rect, at)))
          return false;
        const part = numberAt(grid.sheet, row, column);
        if (part === 0) continue;
        parts++;
        if (part === value) isRepeated = true;
        else isOther = true;
      }
    }
  }
  if (isRepeated && PICKING.test(cell.formula)) return false;
  return parts > 1 || (parts === 1 && isOther);
}

/** What gives back one of the figures that it looks at. */
const PICKING = /\b(IF|IFS|IFERROR|CHOOSE|INDEX|[VHX]?LOOKUP|MAX|MIN)\(/i;

function digitsOf(value: number): number {
  return String(Math.abs(significant(value)))
    .replace(/e.*$|\./g, '')
    .replace(/^0+/, '').length;
}
