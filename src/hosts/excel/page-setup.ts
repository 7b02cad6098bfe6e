import { PAGE_OF_PAGES, type SummarySheet } from '../../core/summary/summary-sheet';

/** A4 landscape, one page wide and as many long as it takes, header rows repeated, page x of y. */
export function setUpPage(sheet: Excel.Worksheet, summary: SummarySheet): void {
  const { repeatedRows, onePage, lastPrinted, widths } = summary;
  const page = sheet.pageLayout;
  page.orientation = Excel.PageOrientation.landscape;
  page.paperSize = Excel.PaperType.a4;
  page.zoom = onePage === true ? { horizontalFitToPages: 1, verticalFitToPages: 1 } : { horizontalFitToPages: 1 };
  page.centerHorizontally = true;
  const [first, last] = repeatedRows;
  page.setPrintTitleRows(`$${first + 1}:$${last + 1}`);
  page.headersFooters.defaultForAllPages.centerFooter = PAGE_OF_PAGES;
  if (lastPrinted !== undefined) page.setPrintArea(sheet.getRangeByIndexes(0, 0, lastPrinted + 1, widths.length));
}

/** Queues the question whether a sheet that was set up is one page wide: Excel has been seen to ignore it (1860). */
export function askWidth(sheet: Excel.Worksheet): () => boolean {
  const page = sheet.pageLayout.load('zoom');
  return () => page.zoom.horizontalFitToPages === 1;
}

/** Frozen panes of a new sheet. */
export function freezeHead(sheet: Excel.Worksheet, { frozenRows }: SummarySheet): void {
  if (frozenRows > 0) sheet.freezePanes.freezeRows(frozenRows);
}

/** Filter and outline of a list. */
export function setUpList(sheet: Excel.Worksheet, { filter, widths, rows }: SummarySheet): void {
  sheet.autoFilter.remove();
  if (filter) {
    const [header, end] = filter;
    sheet.autoFilter.apply(sheet.getRangeByIndexes(header, 0, end - header + 1, widths.length));
  }
  // Rows are grouped from ExcelApi 1.10 on; before that the list simply cannot be folded.
  if (!Office.context.requirements.isSetSupported('ExcelApi', '1.10')) return;
  for (let top = 0; top < rows.length; top++) {
    if ((rows[top]?.outline ?? 0) === 0) continue;
    let bottom = top;
    while ((rows[bottom + 1]?.outline ?? 0) > 0) bottom++;
    sheet.getRangeByIndexes(top, 0, bottom - top + 1, 1).group(Excel.GroupOption.byRows);
    top = bottom;
  }
}
