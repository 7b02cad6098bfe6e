import { sheetOf, userSheets } from '../../core/reading/user-sheets';
import { valueAt, type Sheet, type Workbook } from '../../core/grid/sheet';
import { SUMMARY_MARK, type SummarySheet } from '../../core/summary/summary-sheet';

/** Whether one of our sheets is in the workbook, and whether it says what it would say now. */
export type SummaryState = 'absent' | 'written' | 'stale';

/**
 * How our sheets stand in a workbook, by their ids, beside what they would be if they were written now. A figure that
 * Excel has computed anew is not stale: only what no formula follows is.
 */
export function summaryStates(workbook: Workbook, sheets: readonly SummarySheet[]): ReadonlyMap<string, SummaryState> {
  const written = ownSheets(workbook);
  return new Map(
    sheets.map((sheet) => {
      const there = written.get(sheet.id);
      return [sheet.id, there === undefined ? 'absent' : saysTheSame(there, sheet) ? 'written' : 'stale'];
    }),
  );
}

/** Our sheets in a workbook, by their ids. */
export function ownSheets(workbook: Workbook): ReadonlyMap<string, Sheet> {
  const users = new Set(userSheets(workbook));
  const found = new Map<string, Sheet>();
  for (const { name, refersTo } of workbook.names) {
    if (!name.startsWith(SUMMARY_MARK)) continue;
    const sheet = workbook.sheets.find((one) => one.name === sheetOf(refersTo));
    if (sheet && !users.has(sheet)) found.set(name.slice(SUMMARY_MARK.length), sheet);
  }
  return found;
}

function saysTheSame(there: Sheet, { rows }: SummarySheet): boolean {
  if (there.cells.rowCount !== rows.length) return false;
  return rows.every(({ cells }, row) =>
    cells.every(({ value }, column) => isAlike(valueAt(there, row, column), value)),
  );
}

/** Digits of a figure that every program computes alike. */
const SAFE_DIGITS = 9;

function isAlike(there: unknown, now: string | number | undefined): boolean {
  if (typeof now === 'number' && typeof there === 'number')
    return there.toPrecision(SAFE_DIGITS) === now.toPrecision(SAFE_DIGITS);
  return (there ?? '') === (now ?? '');
}
