import { changeCells, type CellChange } from '../core/grid/change-cells';
import { formulaAt, type Sheet, type Workbook } from '../core/grid/sheet';
import type { CellsChange } from '../hosts/host';

/** The workbook after a change: sheets that it does not touch are the same objects. */
export function withCells(workbook: Workbook, { writes, results }: CellsChange): Workbook {
  const sheets = workbook.sheets.map((sheet) => {
    const written = writes.filter(({ at }) => at.sheet === sheet.name);
    const given = results.filter((result) => result.sheet === sheet.name);
    if (written.length + given.length === 0) return sheet;
    const changes: CellChange[] = written.map(({ at: { row, column }, after }) => ({ row, column, ...after }));
    const sheetWritten = changeCells(sheet, changes);
    // A result belongs to the formula that stands in its cell.
    return changeCells(
      sheetWritten,
      given.map(({ row, column, after }) => ({ row, column, value: after, ...formulaIn(sheetWritten, row, column) })),
    );
  });
  return { ...workbook, sheets };
}

function formulaIn(sheet: Sheet, row: number, column: number): Pick<CellChange, 'formula'> {
  const formula = formulaAt(sheet, row, column);
  return formula === undefined ? {} : { formula };
}
