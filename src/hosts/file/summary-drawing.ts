import type { SummaryChart, SummarySheet } from '../../core/summary/summary-sheet';
import { anchorXml, CHART_MARK, chartXml, EMPTY_DRAWING } from './chart-xml';
import { childrenOf, findSection } from './edit-xml';
import type { PackageEdit } from './package-edit';

const DRAWING_TYPE = 'application/vnd.openxmlformats-officedocument.drawing+xml';
const CHART_TYPE = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml';

/** The drawing of a sheet of ours, in which the user may have put things of their own. */
export class SummaryDrawing {
  constructor(
    private readonly edit: PackageEdit,
    /** The sheet's part. */
    private readonly sheet: string,
  ) {}

  /** Whether all charts of a summary stand in it already. */
  holds({ charts = [] }: SummarySheet): boolean {
    const names = this.ownAnchors().map(nameOf);
    return (
      charts.length > 0 && charts.every(({ id }) => names.includes(CHART_MARK + id)) && names.length === charts.length
    );
  }

  /** Replaces our charts by those of the summary; gives the relationship by which the sheet names its drawing. */
  write(summary: SummarySheet, sheetName: string): string | undefined {
    this.dropOwn();
    const { charts = [] } = summary;
    if (charts.length > 0 && !this.found()) this.create(summary.id);
    const drawing = this.found();
    if (!drawing) return undefined;
    for (const chart of charts) this.add(drawing.target, chart, summary, sheetName);
    return drawing.id;
  }

  /** The relationship by which the sheet names its drawing; undefined: it has none. */
  get relationship(): string | undefined {
    return this.found()?.id;
  }

  /** Takes the drawing away with every chart in it. */
  drop(): void {
    const drawing = this.found();
    if (!drawing) return;
    for (const { type, target } of this.edit.relationshipsOf(drawing.target))
      if (type === 'chart') this.dropChart(target);
    this.edit.drop(drawing.target);
  }

  private found() {
    return this.edit.relationshipsOf(this.sheet).find(({ type }) => type === 'drawing');
  }

  private create(id: string): void {
    const folder = this.sheet.replace(/worksheets\/[^/]*$/, '');
    const path = this.edit.add(`${folder}drawings/${CHART_MARK}${id}`, EMPTY_DRAWING, DRAWING_TYPE);
    this.edit.relate(this.sheet, 'drawing', path);
  }

  private add(drawing: string, chart: SummaryChart, summary: SummarySheet, sheetName: string): void {
    const folder = this.sheet.replace(/worksheets\/[^/]*$/, '');
    const path = this.edit.add(
      `${folder}charts/${CHART_MARK}${summary.id}-${chart.id}`,
      chartXml(chart, summary, sheetName),
      CHART_TYPE,
    );
    const relationship = this.edit.relate(drawing, 'chart', path);
    const xml = this.edit.text(drawing) ?? EMPTY_DRAWING;
    const numbers = [...xml.matchAll(/cNvPr[^>]*?\sid="(\d+)"/g)].map(([, number]) => Number(number));
    const end = xml.lastIndexOf('</');
    this.edit.set(
      drawing,
      xml.slice(0, end) + anchorXml(chart, relationship, Math.max(1, ...numbers) + 1) + xml.slice(end),
    );
  }

  private ownAnchors(): string[] {
    const drawing = this.found();
    return childrenOf((drawing && this.edit.text(drawing.target)) ?? '', 'wsDr').filter((anchor) =>
      nameOf(anchor).startsWith(CHART_MARK),
    );
  }

  private dropOwn(): void {
    const drawing = this.found();
    let xml = drawing && this.edit.text(drawing.target);
    if (!drawing || xml === undefined) return;
    for (const anchor of this.ownAnchors()) {
      const relationship = /<[\w.-]*:?chart\s[^>]*\s[\w.-]+:id="([^"]*)"/.exec(anchor)?.[1];
      const chart = this.edit.relationshipsOf(drawing.target).find(({ id }) => id === relationship);
      if (chart) {
        this.dropChart(chart.target);
        this.edit.unrelate(drawing.target, chart.id);
      }
      xml = xml.replace(anchor, () => '');
    }
    this.edit.set(drawing.target, xml);
    const left = findSection(xml, 'wsDr');
    if (left && childrenOf(xml, 'wsDr').length > 0) return;
    this.edit.drop(drawing.target);
    this.edit.unrelate(this.sheet, drawing.id);
  }

  /** Excel keeps colours and styles of a chart in parts beside it. */
  private dropChart(path: string): void {
    for (const { target } of this.edit.relationshipsOf(path)) this.edit.drop(target);
    this.edit.drop(path);
  }
}

function nameOf(anchor: string): string {
  return /cNvPr[^>]*?\sname="([^"]*)"/.exec(anchor)?.[1] ?? '';
}
