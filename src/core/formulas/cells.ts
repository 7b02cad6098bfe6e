import type { Position } from '../grid/address';
import { CellKind, storedValue, textAt } from '../grid/sheet';
import { isMistypedNumber, textAmount } from '../numbers/amount-text';
import type { FormulaFault } from './fault';
import { type FormulaCell, type FormulaGrid, positionOf } from './formula-grid';
import { isSingle, type Reference } from './reference';
import type { Template } from './template';

/** Ranges beyond this are not searched for errors. */
const LONGEST = 5000;

/** Error values at their root; consequences are counted, not listed. */
export function findErrors(grid: FormulaGrid): FormulaFault[] {
  const { cells } = grid.sheet;
  const dependents = new Map<string, number>();
  const consequences = new Set<string>();
  for (const cell of grid.cells) {
    if (cells.kind[cell.index] !== CellKind.error) continue;
    const cause = cell.references.flatMap((r) => errorsIn(grid, r.rect, r.sheet))[0];
    if (cause === undefined) continue;
    consequences.add(`${cell.row},${cell.column}`);
    dependents.set(cause, (dependents.get(cause) ?? 0) + 1);
  }
  const faults: FormulaFault[] = [];
  for (let row = 0; row < cells.rowCount; row++) {
    for (let index = cells.rowStart[row] ?? 0; index < (cells.rowStart[row + 1] ?? 0); index++) {
      if (cells.kind[index] !== CellKind.error) continue;
      const cell = { row, column: cells.column[index] ?? 0 };
      const key = `${row},${cell.column}`;
      const value = storedValue(cells, index);
      if (consequences.has(key) || typeof value !== 'object') continue;
      const formula = cells.texts[cells.formula[index] ?? 0] ?? '';
      // NA() is written to leave a gap in a chart.
      if (/\bNA\(/i.test(formula)) continue;
      faults.push({
        kind: 'errorValue',
        cell,
        error: value.error,
        dependents: dependents.get(key) ?? 0,
        ...(formula === '' ? {} : { formula }),
      });
    }
  }
  return faults;
}

function errorsIn(
  grid: FormulaGrid,
  rect: { top: number; left: number; bottom: number; right: number },
  sheet: string | undefined,
): string[] {
  const size = (rect.bottom - rect.top + 1) * (rect.right - rect.left + 1);
  if (sheet !== undefined || size > LONGEST || !grid.spend(size)) return [];
  for (let r = rect.top; r <= rect.bottom; r++) {
    for (let c = rect.left; c <= rect.right; c++) if (grid.kindAt(r, c) === CellKind.error) return [`${r},${c}`];
  }
  return [];
}

/** Arithmetic on text, and references that left the table. */
export function findBadReferences(grid: FormulaGrid): FormulaFault[] {
  const filled = new FilledLines(grid);
  const faults: FormulaFault[] = [];
  for (const cell of grid.cells) {
    for (const reference of operandsOf(cell)) {
      if (reference.sheet !== undefined || !isSingle(reference)) continue;
      const at = { row: reference.rect.top, column: reference.rect.left };
      const kind = grid.kindAt(at.row, at.column);
      if (kind === CellKind.text && !isUnderstood(grid, cell, at))
        faults.push({ kind: 'referenceToText', cell: positionOf(cell), formula: cell.formula, text: at });
      else if (
        kind === CellKind.blank &&
        grid.at(at.row, at.column) === undefined &&
        filled.isOutside(at.row, at.column)
      ) {
        faults.push({ kind: 'referenceToBlank', cell: positionOf(cell), formula: cell.formula, blank: at });
      }
    }
  }
  return faults;
}

/** Excel reads a text that is a number as that number when it is added; then only SUM skips it. */
function isUnderstood({ sheet }: FormulaGrid, cell: FormulaCell, at: Position): boolean {
  return sheet.cells.kind[cell.index] !== CellKind.error && textAmount(textAt(sheet, at.row, at.column)) !== undefined;
}

/** References next to an arithmetic operator. A formula with a test in it (IF, N, ISNUMBER) knows what it does. */
function operandsOf(cell: FormulaCell): readonly Reference[] {
  const { template } = cell;
  let places = OPERANDS.get(template);
  if (!places) OPERANDS.set(template, (places = operandPlaces(template)));
  if (places.length === 0) return [];
  const { references } = cell;
  return places.flatMap((k) => references[k] ?? []);
}

/** Asked once of all copies of a formula. */
const OPERANDS = new WeakMap<Template, readonly number[]>();

/** Which of the references are operands. */
function operandPlaces({ pieces }: Template): number[] {
  if (pieces.some((p) => 'text' in p && /^[A-Z]/.test(p.text) && !/^(SUM|ROUND|AVERAGE|ABS|MAX|MIN)$/.test(p.text)))
    return [];
  const isOperator = (k: number): boolean => {
    const piece = pieces[k];
    return piece !== undefined && 'text' in piece && /^[-+*/]$/.test(piece.text);
  };
  const references = pieces.flatMap((p, k) => ('text' in p ? [] : [k]));
  // `=+B5` copies a label as well as a figure.
  if (references.length === 1 && pieces.every((p) => !('text' in p) || p.text === '+')) return [];
  return references.flatMap((k, place) => (isOperator(k - 1) || isOperator(k + 1) ? [place] : []));
}

/** Rows and columns that hold a number: a blank in a row and column without any lies outside every table. */
class FilledLines {
  private readonly rows = new Set<number>();
  private readonly columns = new Set<number>();

  constructor({ sheet: { cells } }: FormulaGrid) {
    for (let row = 0; row < cells.rowCount; row++) {
      for (let index = cells.rowStart[row] ?? 0; index < (cells.rowStart[row + 1] ?? 0); index++) {
        if (cells.kind[index] !== CellKind.number || (cells.formula[index] ?? 0) !== 0) continue;
        this.rows.add(row);
        this.columns.add(cells.column[index] ?? 0);
      }
    }
  }

  isOutside(row: number, column: number): boolean {
    return !this.rows.has(row) || !this.columns.has(column);
  }
}

/** Text that is a number among numbers: SUM skips it. A column of codes is text throughout and is none. */
export function findTextNumbers(grid: FormulaGrid): FormulaFault[] {
  const { cells } = grid.sheet;
  const numbers = new Uint32Array(cells.columnCount);
  const texts: { row: number; column: number; value: number; mistyped: boolean }[] = [];
  for (let row = 0; row < cells.rowCount; row++) {
    for (let index = cells.rowStart[row] ?? 0; index < (cells.rowStart[row + 1] ?? 0); index++) {
      const column = cells.column[index] ?? 0;
      if (cells.kind[index] === CellKind.number) numbers[column] = (numbers[column] ?? 0) + 1;
      if (cells.kind[index] !== CellKind.text) continue;
      const text = cells.texts[cells.text[index] ?? 0] ?? '';
      const value = textAmount(text)?.value;
      if (value !== undefined) texts.push({ row, column, value, mistyped: isMistypedNumber(text) });
    }
  }
  const perColumn = new Map<number, number>();
  for (const { column } of texts) perColumn.set(column, (perColumn.get(column) ?? 0) + 1);
  return texts
    .filter(({ row, column }) => {
      const beside = [-1, 1].some((k) => grid.kindAt(row + k, column) === CellKind.number);
      return beside && (numbers[column] ?? 0) >= 2 * (perColumn.get(column) ?? 0);
    })
    .map(({ row, column, value }) => ({ kind: 'numberStoredAsText', cell: { row, column }, value }));
}
