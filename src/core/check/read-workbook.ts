import type { Sheet, Workbook } from '../grid/sheet';
import { indexMeasures, type Measure } from '../fiscal/measures';
import { isWholeYear } from '../numbers/period';
import { findArithmetic } from '../relations/find-arithmetic';
import { SUMMARY_MARK } from '../summary/summary-sheet';
import type { Correction } from '../tables/corrections';
import { arithmeticHints } from '../tables/hints';
import { readTables } from '../tables/read-tables';
import { findFaults } from './faults';
import { joinFormulaFaults } from './formula-faults';
import type { SheetReading } from './rule';

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

/** The sheets that are the user's: ours carry a mark and are not checked. */
export function userSheets(workbook: Workbook): Sheet[] {
  const ours = new Set(
    workbook.names.filter(({ name }) => name.startsWith(SUMMARY_MARK)).map(({ refersTo }) => sheetOf(refersTo)),
  );
  return workbook.sheets.filter(({ name }) => !ours.has(name));
}

/** Sheet name of a reference such as `'校验结果 (2)'!$A$1`. */
export function sheetOf(reference: string): string {
  const name = reference.slice(0, reference.lastIndexOf('!'));
  return name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
}

/** The figures of a workbook, for the others that are checked with it. */
export function measuresOf(workbook: Workbook, corrections: readonly Correction[] = []): Measure[] {
  return userSheets(workbook).flatMap((sheet) =>
    indexMeasures([{ file: workbook.fileName ?? '', sheet, tables: readTables(sheet, workbook, corrections) }]),
  );
}

/** The latest day that any table speaks of; a plan for the whole year counts only where nothing narrower is there. */
export function latestPeriodEnd(sheets: readonly Pick<SheetReading, 'tables'>[]): string | undefined {
  const periods = sheets.flatMap(({ tables }) => tables.flatMap(({ period }) => period ?? []));
  const narrow = periods.filter((period) => !isWholeYear(period));
  return (narrow.length > 0 ? narrow : periods)
    .map(({ to }) => to)
    .sort()
    .at(-1);
}
