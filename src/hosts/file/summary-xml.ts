import { cellName, columnName, quoteSheet } from '../../core/grid/address';
import { PAGE_OF_PAGES, SUMMARY_LOOKS, type SummaryCell, type SummarySheet } from '../../core/summary/summary-sheet';
import type { KeptLooks } from './kept-looks';
import type { StyleIndex } from './patch-styles';
import { escape } from './xml';

const RELATIONSHIP = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** Excel's limits of a cell's text, in UTF-16 units, and of a row's height, in points. */
const LONGEST_TEXT = 32_767;
const HIGHEST_ROW = 409;

/** The worksheet part of one of our sheets: A4 landscape, one page wide, header rows repeated. */
export function summaryXml(
  sheet: SummarySheet,
  styles: StyleIndex,
  kept?: KeptLooks,
  /** The relationship by which the sheet names its drawing. */
  drawing?: string,
): string {
  const last = columnName(sheet.widths.length - 1);
  const widths = sheet.widths
    .map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`)
    .join('');
  const rows = sheet.rows.map((row, r) => {
    const cells = row.cells
      .map((cell, c) => cellXml(cell, cellName({ row: r, column: c }), styles, kept?.style(r, c, cell)))
      .join('');
    const own = row.height === undefined ? '' : ` ht="${Math.min(row.height, HIGHEST_ROW)}" customHeight="1"`;
    const outline = row.outline === undefined ? '' : ` outlineLevel="${row.outline}"`;
    return `<row r="${r + 1}"${kept?.height(r) ?? own}${outline}>${cells}</row>`;
  });
  const merges = sheet.rows.flatMap(({ spanned }, r) =>
    spanned && sheet.widths.length > 1 ? [`<mergeCell ref="A${r + 1}:${last}${r + 1}"/>`] : [],
  );
  const links = sheet.rows.flatMap((row, r) =>
    row.cells.flatMap(({ link, value }, c) =>
      link
        ? [
            `<hyperlink ref="${cellName({ row: r, column: c })}" location="${escape(`${quoteSheet(link.sheet)}!${cellName(link)}`)}" display="${escape(String(value ?? ''))}"/>`,
          ]
        : [],
    ),
  );
  const pane =
    sheet.frozenRows > 0
      ? `<pane ySplit="${sheet.frozenRows}" topLeftCell="A${sheet.frozenRows + 1}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A${sheet.frozenRows + 1}" sqref="A${sheet.frozenRows + 1}"/>`
      : '';
  const deepest = Math.max(0, ...sheet.rows.map(({ outline = 0 }) => outline));
  const filter = sheet.filter ? `<autoFilter ref="A${sheet.filter[0] + 1}:${last}${sheet.filter[1] + 1}"/>` : '';
  return [
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${MAIN}"><sheetPr>${deepest === 0 ? '' : '<outlinePr summaryBelow="0"/>'}<pageSetUpPr fitToPage="1"/></sheetPr>`,
    `<dimension ref="A1:${last}${Math.max(1, sheet.rows.length)}"/><sheetViews><sheetView showGridLines="0" workbookViewId="0">${pane}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="18"${deepest === 0 ? '' : ` outlineLevelRow="${deepest}"`}/>`,
    `${kept?.columns ?? `<cols>${widths}</cols>`}<sheetData>${rows.join('')}</sheetData>${filter}`,
    merges.length > 0 ? `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>` : '',
    links.length > 0 ? `<hyperlinks>${links.join('')}</hyperlinks>` : '',
    '<printOptions horizontalCentered="1"/><pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="9" orientation="landscape" fitToHeight="${sheet.onePage === true ? 1 : 0}"/><headerFooter><oddFooter>&amp;C${escape(PAGE_OF_PAGES)}</oddFooter></headerFooter>`,
    drawing === undefined ? '' : `<drawing xmlns:r="${RELATIONSHIP}" r:id="${drawing}"/>`,
    '</worksheet>',
  ].join('');
}

function cellXml(
  { style, value, formula }: SummaryCell,
  at: string,
  styles: StyleIndex,
  kept: string | undefined,
): string {
  // A formula in a cell of text format would be shown as its text.
  const look = SUMMARY_LOOKS[style];
  const s = kept ?? styles[formula !== undefined && look.format === '@' ? 'amount' : style];
  if (formula !== undefined) {
    const cached = value === undefined ? '' : `<v>${escape(fitting(String(value)))}</v>`;
    return `<c r="${at}" s="${s}"${typeof value === 'string' ? ' t="str"' : ''}><f>${escape(formula)}</f>${cached}</c>`;
  }
  if (value === undefined) return `<c r="${at}" s="${s}"/>`;
  if (typeof value === 'number') return `<c r="${at}" s="${s}"><v>${value}</v></c>`;
  return `<c r="${at}" s="${s}" t="inlineStr"><is><t xml:space="preserve">${escape(fitting(value))}</t></is></c>`;
}

/** A text within what a cell holds; what is cut off is told by an ellipsis. */
function fitting(text: string): string {
  if (text.length <= LONGEST_TEXT) return text;
  const cut = text.slice(0, LONGEST_TEXT - 1);
  return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}
