import { quoteSheet } from '../../core/grid/address';
import { SUMMARY_MARK, type SummarySheet } from '../../core/summary/summary-sheet';
import { columnName } from '../../core/grid/address';
import { escape } from './xml';

/** Names of a sheet that Excel makes from how it is printed and filtered. */
export const SHEET_NAMES = ['_xlnm.Print_Titles', '_xlnm._FilterDatabase'] as const;

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
  const titles = name('_xlnm.Print_Titles', `$${first + 1}:$${last + 1}`, '');
  if (!summary.filter) return [titles];
  const [header, end] = summary.filter;
  const right = columnName(summary.widths.length - 1);
  return [titles, name('_xlnm._FilterDatabase', `$A$${header + 1}:$${right}$${end + 1}`, ' hidden="1"')];
}
