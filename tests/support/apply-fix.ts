import type { Fix } from '../../src/core/fix/fix';
import { changeCells } from '../../src/core/grid/change-cells';
import { cellIndex, storedValue, type Workbook } from '../../src/core/grid/sheet';

/** The workbook after a repair, which must start from what stands in the cells. */
export function withFix(workbook: Workbook, { writes }: Fix): Workbook {
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet) => {
      const own = writes.filter(({ at }) => at.sheet === sheet.name);
      for (const { at, before } of own)
        expect(storedValue(sheet.cells, cellIndex(sheet.cells, at.row, at.column))).toEqual(before);
      return changeCells(
        sheet,
        own.map(({ at: { row, column }, after }) => ({ row, column, value: after })),
      );
    }),
  };
}
