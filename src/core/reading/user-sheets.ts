import type { Sheet, Workbook } from '../grid/sheet';
import { SUMMARY_MARK } from '../summary/summary-sheet';

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
