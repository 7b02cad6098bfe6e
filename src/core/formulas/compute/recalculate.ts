import type { Address } from '../../grid/address';
import { type Sheet, storedValue, type Workbook } from '../../grid/sheet';
import type { CellValue } from '../../grid/value';
import { type FormulaCell, FormulaGrid } from '../formula-grid';
import { Book } from './book';
import { Calculation, Draft } from './draft';
import { Source } from './source';

/** A cell whose formula gives another result now. */
export interface Recalculated extends Address {
  readonly before: CellValue;
  readonly after: CellValue;
}

export interface Recalculation {
  readonly workbook: Workbook;
  readonly cells: readonly Recalculated[];
}

/**
 * The workbook after some cells were changed: each formula that rests on them, across sheets, has the result that
 * it gives now. A formula among the changed cells is computed too; what cannot be computed keeps its result.
 * Formulas that reach a cell only through a name are not followed.
 */
export function recalculated(workbook: Workbook, changed: readonly Address[]): Recalculation {
  const wanted = dependents(workbook, changed);
  if (wanted.size === 0) return { workbook, cells: [] };
  const calculation = new Calculation();
  const drafts = workbook.sheets.map((sheet) => {
    const cells = wanted.get(sheet.name);
    const isWanted = (index: number) => cells?.has(index) === true;
    return cells && new Draft(sheet, calculation, { isWanted, keepsOthers: true });
  });
  calculation.book = new Book(
    workbook.sheets.map((sheet, k) => drafts[k]?.source ?? new Source(sheet)),
    workbook.names,
  );
  for (const draft of drafts) draft?.computeAll();
  const cells: Recalculated[] = [];
  const sheets = workbook.sheets.map((sheet, k) => {
    const draft = drafts[k];
    const own = wanted.get(sheet.name);
    if (!draft || !own) return sheet;
    const after: Sheet = { ...sheet, cells: draft.store() };
    for (const [index, cell] of own) {
      const [was, is] = [storedValue(sheet.cells, index), storedValue(after.cells, index)];
      if (!isSame(was, is))
        cells.push({ sheet: sheet.name, row: cell.row, column: cell.column, before: was, after: is });
    }
    return after;
  });
  return { workbook: { ...workbook, sheets }, cells };
}

/** The formulas that rest on the changed cells, however far, by sheet and index. */
function dependents(workbook: Workbook, changed: readonly Address[]): Map<string, Map<number, FormulaCell>> {
  const grids = new Map(workbook.sheets.map((sheet) => [sheet.name, new FormulaGrid(sheet, workbook)]));
  const all = new Map<string, Map<number, FormulaCell>>();
  const take = (sheet: string, cell: FormulaCell): boolean => {
    const own = all.get(sheet) ?? new Map<number, FormulaCell>();
    all.set(sheet, own);
    if (own.has(cell.index)) return false;
    own.set(cell.index, cell);
    return true;
  };
  for (const { sheet, row, column } of changed) {
    const cell = grids.get(sheet)?.at(row, column);
    if (cell) take(sheet, cell);
  }
  for (let fresh: readonly Address[] = changed; fresh.length > 0;) {
    const moved = fresh;
    fresh = [...grids].flatMap(([sheet, grid]) =>
      grid.cells
        .filter((cell) => restsOn(cell, sheet, moved) && take(sheet, cell))
        .map(({ row, column }) => ({ sheet, row, column })),
    );
  }
  return all;
}

function restsOn({ references }: FormulaCell, own: string, cells: readonly Address[]): boolean {
  return references.some(({ sheet = own, rect }) =>
    cells.some(
      (cell) =>
        cell.sheet === sheet &&
        cell.row >= rect.top &&
        cell.row <= rect.bottom &&
        cell.column >= rect.left &&
        cell.column <= rect.right,
    ),
  );
}

/** Sums of amounts differ in their last binary digits by the order in which they were added. */
function isSame(a: CellValue, b: CellValue): boolean {
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a));
  return JSON.stringify(a) === JSON.stringify(b);
}
