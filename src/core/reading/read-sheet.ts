import type { Sheet, Workbook } from '../grid/sheet';
import { indexMeasures, type Measure } from '../fiscal/measures';
import { findArithmetic } from '../relations/find-arithmetic';
import { userSheets } from './user-sheets';
import type { Correction } from '../tables/corrections';
import { arithmeticHints } from '../tables/hints';
import { readTables } from '../tables/read-tables';
import { findFaults } from '../faults/find-faults';
import { joinFormulaFaults } from '../faults/formula-faults';
import type { SheetReading } from './sheet-reading';

/** Understands one sheet: its tables, its arithmetic, what breaks it. */
export function readSheetMeaning(
  sheet: Sheet,
  workbook: Workbook,
  corrections: readonly Correction[] = [],
): SheetReading {
  const tables = readTables(sheet, workbook, corrections);
  const arithmetic = findArithmetic(sheet, arithmeticHints(tables));
  const measures = indexMeasures([{ file: workbook.fileName ?? '', sheet, tables }]);
  return {
    sheet,
    tables,
    arithmetic,
    measures,
    ...joinFormulaFaults(sheet, tables, findFaults(sheet, tables, arithmetic)),
  };
}

/** The figures of a workbook, for the others that are checked with it. */
export function measuresOf(workbook: Workbook, corrections: readonly Correction[] = []): Measure[] {
  return userSheets(workbook).flatMap((sheet) =>
    indexMeasures([{ file: workbook.fileName ?? '', sheet, tables: readTables(sheet, workbook, corrections) }]),
  );
}
