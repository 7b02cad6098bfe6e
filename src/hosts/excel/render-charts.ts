import type { Rect } from '../../core/grid/address';
import { SUMMARY_FONT, type SummaryChart, type SummarySheet } from '../../core/summary/summary-sheet';

/** What the names of our charts begin with. */
export const CHART_MARK = 'gouji-';

/** Told apart on a printer without colours: dark and light bars, a whole and a broken line. */
const BARS = ['#44546A', '#B4C0D0'];
const DASHES = ['Continuous', 'Dash'] as const;
const LINE_COLOR = '#1F1F1F';

/** Queues the charts of a sheet, which draw its own cells. */
export function renderCharts(sheet: Excel.Worksheet, { charts = [] }: SummarySheet): void {
  for (const chart of charts) renderChart(sheet, chart);
}

function renderChart(sheet: Excel.Worksheet, chart: SummaryChart): void {
  const [first] = chart.series;
  if (!first) return;
  const made = sheet.charts.add('ColumnClustered', rangeOf(sheet, first.values), 'Columns');
  made.name = CHART_MARK + chart.id;
  made.title.text = chart.title;
  made.title.format.font.name = SUMMARY_FONT;
  made.format.font.name = SUMMARY_FONT;
  made.legend.position = 'Bottom';
  made.axes.valueAxis.title.text = chart.valueTitle;
  made.axes.valueAxis.numberFormat = chart.format;
  made.setPosition(
    sheet.getRangeByIndexes(chart.at.top, chart.at.left, 1, 1),
    sheet.getRangeByIndexes(chart.at.bottom, chart.at.right, 1, 1),
  );
  const nth = { bar: 0, line: 0 };
  chart.series.forEach(({ name, values, as }, i) => {
    const series = i === 0 ? made.series.getItemAt(0) : made.series.add(name);
    series.name = name;
    series.setValues(rangeOf(sheet, values));
    series.setXAxisValues(rangeOf(sheet, chart.categories));
    if (as === 'line') {
      series.chartType = 'Line';
      series.format.line.color = LINE_COLOR;
      series.format.line.lineStyle = DASHES[nth.line++ % DASHES.length] ?? 'Continuous';
    } else series.format.fill.setSolidColor(BARS[nth.bar++ % BARS.length] ?? LINE_COLOR);
  });
}

function rangeOf(sheet: Excel.Worksheet, { top, left, bottom, right }: Rect): Excel.Range {
  return sheet.getRangeByIndexes(top, left, bottom - top + 1, right - left + 1);
}
