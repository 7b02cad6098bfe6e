import { spannedHeight } from '../../core/summary/widths';
import type { SummarySheet } from '../../core/summary/summary-sheet';
import { renderLooks } from './render-looks';
import { columnPoints } from './sizes';
import type { SummaryGrid } from './summary-grid';

/** Takes away what the user did to our sheet since and what would hide the new lines: a merge, a filter. */
export function uncover(sheet: Excel.Worksheet, keepsLooks: boolean): void {
  const everything = sheet.getRange();
  if (!keepsLooks) everything.unmerge();
  everything.rowHidden = false;
  everything.untrack();
}

/** Queues the looks and sizes of a sheet of ours that is blank or was just cleared. */
export function renderAppearance(sheet: Excel.Worksheet, summary: SummarySheet, { columns }: SummaryGrid): void {
  if (summary.rows.length === 0) return;
  renderLooks(sheet, summary, columns);
  mergeSpannedRows(sheet, summary, columns);
  fitSizes(sheet, summary, columns);
}

/** One call for each run of spanned rows. */
function mergeSpannedRows(sheet: Excel.Worksheet, { rows }: SummarySheet, columns: number): void {
  for (let top = 0; top < rows.length; top++) {
    if (rows[top]?.spanned !== true) continue;
    let bottom = top;
    while (rows[bottom + 1]?.spanned === true) bottom++;
    const range = sheet.getRangeByIndexes(top, 0, bottom - top + 1, columns);
    range.merge(true);
    range.untrack();
    top = bottom;
  }
}

function fitSizes(sheet: Excel.Worksheet, { rows, widths }: SummarySheet, columns: number): void {
  if (widths.length > 0) {
    const header = sheet.getRangeByIndexes(0, 0, 1, widths.length);
    header.setColumnProperties(widths.map((width) => ({ format: { columnWidth: columnPoints(width) } })));
    header.untrack();
  }
  const block = sheet.getRangeByIndexes(0, 0, rows.length, columns);
  block.format.autofitRows();
  block.setRowProperties(
    rows.map((row) => {
      // Excel fits no merged cells, so their height is reckoned.
      const rowHeight = row.height ?? (row.spanned === true ? spannedHeight(row, widths) : undefined);
      return rowHeight === undefined ? {} : { format: { rowHeight } };
    }),
  );
  block.untrack();
}
