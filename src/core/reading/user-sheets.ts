import { CellKind, textAt, type Sheet, type Workbook } from '../grid/sheet';
import { SUMMARY_MARK, SUMMARY_SIGNATURE } from '../summary/summary-sheet';

/** The sheets that are the user's: ours carry a mark and our signature, and are not checked. */
export function userSheets(workbook: Workbook): Sheet[] {
  const marked = new Set(
    workbook.names.filter(({ name }) => name.startsWith(SUMMARY_MARK)).map(({ refersTo }) => sheetOf(refersTo)),
  );
  return workbook.sheets.filter((sheet) => !(marked.has(sheet.name) && isSigned(sheet)));
}

/**
 * Whether a sheet is made as ours are: a title alone in its first row, a second row as wide as the sheet, our
 * signature alone in its last. A mark alone proves nothing, for Excel moves names with the cells that are cut and
 * pasted.
 */
export function isSigned(sheet: Sheet): boolean {
  const { rowCount, columnCount } = sheet.cells;
  const second = filledColumns(sheet, 1);
  return (
    isAlone(sheet, 0) &&
    second.length > 1 &&
    second.at(-1) === columnCount - 1 &&
    isAlone(sheet, rowCount - 1) &&
    textAt(sheet, rowCount - 1, 0).includes(SUMMARY_SIGNATURE)
  );
}

/** The same of the values of a sheet that Excel gives as a grid from its first cell on. */
export function isSignedGrid(values: readonly (readonly unknown[])[]): boolean {
  const filled = (row: readonly unknown[] = []) => row.flatMap((value, i) => (value === '' ? [] : [i]));
  const isOnlyFirst = (row: readonly unknown[] | undefined) => filled(row).join() === '0';
  const second = filled(values[1]);
  return (
    isOnlyFirst(values[0]) &&
    second.length > 1 &&
    second.at(-1) === (values[1]?.length ?? 0) - 1 &&
    isOnlyFirst(values.at(-1)) &&
    String(values.at(-1)?.[0]).includes(SUMMARY_SIGNATURE)
  );
}

function isAlone(sheet: Sheet, row: number): boolean {
  return filledColumns(sheet, row).length === 1 && textAt(sheet, row, 0) !== '';
}

function filledColumns({ cells: { rowStart, kind, column } }: Sheet, row: number): number[] {
  const columns: number[] = [];
  for (let i = rowStart[row] ?? 0; i < (rowStart[row + 1] ?? 0); i++)
    if (kind[i] !== CellKind.blank) columns.push(column[i] ?? 0);
  return columns;
}

/** Sheet name of a reference such as `'校验结果 (2)'!$A$1`. */
export function sheetOf(reference: string): string {
  const name = reference.slice(0, reference.lastIndexOf('!'));
  return name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
}
