import { PAGE_OF_PAGES, type SummarySheet } from '../../core/summary/summary-sheet';

/** A4 landscape, one page wide and as many long as it takes, header rows repeated, page x of y. */
export function setUpPage(sheet: Excel.Worksheet, { repeatedRows }: SummarySheet): void {
  const page = sheet.pageLayout;
  page.orientation = Excel.PageOrientation.landscape;
  page.paperSize = Excel.PaperType.a4;
  page.zoom = { horizontalFitToPages: 1 };
  page.centerHorizontally = true;
  const [first, last] = repeatedRows;
  page.setPrintTitleRows(`$${first + 1}:$${last + 1}`);
  page.headersFooters.defaultForAllPages.centerFooter = PAGE_OF_PAGES;
}
