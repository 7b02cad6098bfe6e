import { columnName, quoteSheet, type Rect } from '../../core/grid/address';
import {
  SUMMARY_FONT,
  type SummaryChart,
  type SummarySeries,
  type SummarySheet,
} from '../../core/summary/summary-sheet';
import { escape } from './xml';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const SPREADSHEET = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing';
const RELATIONSHIP = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Told apart on a printer without colours: dark and light bars, a whole and a broken line. */
const BARS = ['44546A', 'B4C0D0'];
const LINES = [
  { color: '1F1F1F', dash: 'solid' },
  { color: '1F1F1F', dash: 'dash' },
];

/** What the names of our charts begin with. */
export const CHART_MARK = 'gouji-';

/** A chart part: bars and lines on one pair of axes, with what the cells hold now. */
export function chartXml(chart: SummaryChart, sheet: SummarySheet, sheetName: string): string {
  const of = (as: SummarySeries['as']) =>
    chart.series
      .map((series, i) => ({ series, i }))
      .filter(({ series }) => series.as === as)
      .map(({ series, i }, nth) => seriesXml(chart, series, i, nth, sheet, sheetName))
      .join('');
  const [bars, lines] = [of('bar'), of('line')];
  const axes = '<c:axId val="1001"/><c:axId val="1002"/>';
  return [
    `${XML}<c:chartSpace xmlns:c="${CHART}" xmlns:a="${DRAWING}" xmlns:r="${RELATIONSHIP}"><c:roundedCorners val="0"/><c:chart>`,
    titleXml(chart.title, 1200, true),
    '<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>',
    bars === ''
      ? ''
      : `<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>${bars}<c:gapWidth val="60"/>${axes}</c:barChart>`,
    lines === ''
      ? ''
      : `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${lines}<c:marker val="1"/>${axes}</c:lineChart>`,
    `<c:catAx><c:axId val="1001"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:crossAx val="1002"/><c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>`,
    `<c:valAx><c:axId val="1002"/><c:scaling><c:orientation val="minMax"/>${isBelowZero(chart, sheet) ? '' : '<c:min val="0"/>'}</c:scaling><c:delete val="0"/><c:axPos val="l"/><c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="D9D9D9"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>${titleXml(chart.valueTitle, 900, false)}<c:numFmt formatCode="${escape(chart.format)}" sourceLinked="0"/><c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="1001"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>`,
    '<c:spPr><a:noFill/></c:spPr></c:plotArea><c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>',
    `<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln w="6350"><a:solidFill><a:srgbClr val="808080"/></a:solidFill></a:ln></c:spPr><c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="900">${fontXml()}</a:defRPr></a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr></c:chartSpace>`,
  ].join('');
}

/** Bars are read by their length: the axis begins at 0 unless some lie below. */
function isBelowZero({ series }: SummaryChart, { rows }: SummarySheet): boolean {
  return series.some(({ values: { top, bottom, left } }) =>
    rows.slice(top, bottom + 1).some(({ cells }) => Number(cells[left]?.value) < 0),
  );
}

function fontXml(): string {
  return `<a:latin typeface="${SUMMARY_FONT}"/><a:ea typeface="${SUMMARY_FONT}"/>`;
}

function titleXml(text: string, size: number, bold: boolean): string {
  const run = `sz="${size}" b="${bold ? 1 : 0}"`;
  return `<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr ${run}>${fontXml()}</a:defRPr></a:pPr><a:r><a:rPr lang="zh-CN" ${run}>${fontXml()}</a:rPr><a:t>${escape(text)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;
}

function seriesXml(
  { categories }: SummaryChart,
  { name, values, as }: SummarySeries,
  index: number,
  nth: number,
  sheet: SummarySheet,
  sheetName: string,
): string {
  const look = as === 'bar' ? barLook(nth) : lineLook(nth);
  // Its name stands right above its figures.
  const header = { ...values, top: values.top - 1, bottom: values.top - 1 };
  const text = `<c:tx><c:strRef><c:f>${escape(areaOf(sheetName, header))}</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>${escape(name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>`;
  const shown = `<c:cat><c:strRef><c:f>${escape(areaOf(sheetName, categories))}</c:f>${cacheXml(sheet, categories, 'str')}</c:strRef></c:cat><c:val><c:numRef><c:f>${escape(areaOf(sheetName, values))}</c:f>${cacheXml(sheet, values, 'num')}</c:numRef></c:val>`;
  return `<c:ser><c:idx val="${index}"/><c:order val="${index}"/>${text}${look}${as === 'bar' ? '<c:invertIfNegative val="0"/>' : ''}${shown}${as === 'line' ? '<c:smooth val="0"/>' : ''}</c:ser>`;
}

function barLook(nth: number): string {
  const color = BARS[nth % BARS.length] ?? '44546A';
  return `<c:spPr><a:solidFill><a:srgbClr val="${color}"/></a:solidFill><a:ln w="6350"><a:solidFill><a:srgbClr val="1F1F1F"/></a:solidFill></a:ln></c:spPr>`;
}

function lineLook(nth: number): string {
  const { color, dash } = LINES[nth % LINES.length] ?? { color: '1F1F1F', dash: 'solid' };
  return `<c:spPr><a:ln w="22225"><a:solidFill><a:srgbClr val="${color}"/></a:solidFill><a:prstDash val="${dash}"/></a:ln></c:spPr><c:marker><c:symbol val="none"/></c:marker>`;
}

function areaOf(sheet: string, { top, left, bottom, right }: Rect): string {
  const first = `$${columnName(left)}$${top + 1}`;
  const last = `$${columnName(right)}$${bottom + 1}`;
  return `${quoteSheet(sheet)}!${first === last ? first : `${first}:${last}`}`;
}

/** What the cells hold now, for programs that draw before they compute. */
function cacheXml({ rows }: SummarySheet, { top, bottom, left }: Rect, kind: 'str' | 'num'): string {
  const points = Array.from({ length: bottom - top + 1 }, (_, i) => {
    const value = rows[top + i]?.cells[left]?.value;
    if (value === undefined || (kind === 'num' && typeof value !== 'number')) return '';
    return `<c:pt idx="${i}"><c:v>${escape(String(value).trim())}</c:v></c:pt>`;
  });
  return `<c:${kind}Cache>${kind === 'num' ? '<c:formatCode>General</c:formatCode>' : ''}<c:ptCount val="${points.length}"/>${points.join('')}</c:${kind}Cache>`;
}

/** An empty drawing part, to which anchors are added. */
export const EMPTY_DRAWING = `${XML}<xdr:wsDr xmlns:xdr="${SPREADSHEET}" xmlns:a="${DRAWING}"></xdr:wsDr>`;

/** Where a chart stands on its sheet; `id` must be new in the drawing. */
export function anchorXml({ id, at }: SummaryChart, relationship: string, number: number): string {
  const corner = (name: string, column: number, row: number) =>
    `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`;
  return `<xdr:twoCellAnchor xmlns:xdr="${SPREADSHEET}" xmlns:a="${DRAWING}">${corner('from', at.left, at.top)}${corner('to', at.right + 1, at.bottom + 1)}<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${number}" name="${CHART_MARK}${id}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${CHART}"><c:chart xmlns:c="${CHART}" xmlns:r="${RELATIONSHIP}" r:id="${relationship}"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`;
}
