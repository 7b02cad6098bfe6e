import type { SummarySheet } from '../../core/summary/summary-sheet';
import { renderContents } from './render-contents';
import { renderLooks } from './render-looks';
import { setUpPage } from './page-setup';
import { spannedHeight } from '../../core/summary/widths';
import { columnPoints } from './sizes';
import type { Session } from './session';
import { summaryGrid } from './summary-grid';

/** Writes a summary onto a sheet of ours that is blank or was just cleared. The last trip stays queued. */
export async function renderSheet(session: Session, sheet: Excel.Worksheet, summary: SummarySheet): Promise<void> {
  const everything = sheet.getRange();
  // Whatever the user did to our sheet since: a merge, or a filter that hides the new findings.
  everything.unmerge();
  everything.rowHidden = false;
  everything.untrack();
  const grid = summaryGrid(summary);
  await renderContents(session, sheet, grid);
  if (summary.rows.length > 0) {
    renderLooks(sheet, summary, grid.columns);
    mergeSpannedRows(sheet, summary, grid.columns);
    fitSizes(sheet, summary, grid.columns);
  }
  if (summary.frozenRows > 0) sheet.freezePanes.freezeRows(summary.frozenRows);
  setUpPage(sheet, summary);
  // In a workbook that calculates by hand our formulas would stay blank; nothing else is calculated.
  sheet.calculate(false);
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
