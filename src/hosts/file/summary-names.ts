import { columnName, quoteSheet } from '../../core/grid/address';
import { SUMMARY_MARK, type SummarySheet } from '../../core/summary/summary-sheet';
import { escape } from './xml';

/** Names of a sheet that Excel makes from how it is printed and filtered. */
export const SHEET_NAMES = ['_xlnm.Print_Titles', '_xlnm.Print_Area', '_xlnm._FilterDatabase'] as const;

/** Holds how many entries the styles had before ours came: by that they can be taken away again. */
export const STYLES_NAME = '_gouji_styles';

/** The hidden name by which a sheet is ours. */
export function markXml(id: string, sheet: string): string {
  return `<definedName name="${SUMMARY_MARK}${id}" hidden="1">${escape(`${quoteSheet(sheet)}!$A$1`)}</definedName>`;
}

/** Rows that are repeated on each page, and what is filtered. */
export function sheetNamesXml(summary: SummarySheet, sheet: string, local: number): string[] {
  const [first, last] = summary.repeatedRows;
  const name = (of: string, area: string, hidden: string) =>
    `<definedName name="${of}" localSheetId="${local}"${hidden}>${escape(`${quoteSheet(sheet)}!${area}`)}</definedName>`;
  const right = columnName(summary.widths.length - 1);
  const names = [name('_xlnm.Print_Titles', `$${first + 1}:$${last + 1}`, '')];
  if (summary.lastPrinted !== undefined)
    names.push(name('_xlnm.Print_Area', `$A$1:$${right}$${summary.lastPrinted + 1}`, ''));
  if (summary.filter) {
    const [header, end] = summary.filter;
    names.push(name('_xlnm._FilterDatabase', `$A$${header + 1}:$${right}$${end + 1}`, ' hidden="1"'));
  }
  return names;
}
