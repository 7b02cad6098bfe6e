import { recalculated, type Recalculation } from '../formulas/compute/recalculate';
import { changeCells } from '../grid/change-cells';
import type { Address } from '../grid/address';
import { cellIndex, formulaAt, storedValue, type Sheet, type Workbook } from '../grid/sheet';
import type { Write } from './fix';

/** The workbook after some writes, and the formulas that give another result because of them. */
export function withWrites(workbook: Workbook, writes: readonly Write[]): Recalculation {
  const sheets = workbook.sheets.map((sheet) => {
    const own = writes.filter(({ at }) => at.sheet === sheet.name);
    return own.length === 0
      ? sheet
      : changeCells(
          sheet,
          own.map(({ at: { row, column }, after }) => ({ row, column, ...after })),
        );
  });
  return recalculated(
    { ...workbook, sheets },
    writes.map(({ at }) => at),
  );
}

/** Whether the cells still hold what the writes start from: a workbook may have been edited since. */
export function isCurrent(workbook: Workbook, writes: readonly Write[]): boolean {
  return writes.every(({ at, before }) => {
    const sheet = sheetOfPlace(workbook, at);
    if (!sheet) return false;
    const value = storedValue(sheet.cells, cellIndex(sheet.cells, at.row, at.column));
    return (
      formulaAt(sheet, at.row, at.column) === before.formula && JSON.stringify(value) === JSON.stringify(before.value)
    );
  });
}

export function sheetOfPlace({ sheets }: Workbook, { sheet }: Address): Sheet | undefined {
  return sheets.find(({ name }) => name === sheet);
}
