import type { Rect } from '../../../src/core/grid/address';
import type { SimChart, SimSeries, SimSheet } from '../model/sheet';
import { asText, text, whole } from '../wire/arguments';
import { SimulatedFault } from '../wire/fault';
import { remote, type ClassDefinition, type Remote, type Scalar, type Server } from '../wire/remote';
import { rangeArg } from './range';

/** A chart of a sheet; one that was deleted in an earlier action is gone for the later ones. */
class Placed {
  constructor(
    readonly sheet: SimSheet,
    readonly chart: SimChart,
  ) {
    if (!sheet.charts.includes(chart)) throw SimulatedFault.notFound();
  }
}

/** Charts that were made, of which each has its own id. */
let made = 0;

const TYPES = ['ColumnClustered', 'Line'];

const chartCollectionClass: ClassDefinition<SimSheet> = {
  name: 'ChartCollection',
  item: (self, key, server) => {
    const wanted = asText(key);
    const chart = self.charts.find(({ id, name }) => id === wanted || name === wanted);
    if (!chart) throw SimulatedFault.notFound();
    return remote(chartClass, new Placed(self, chart), server);
  },
  items: (self, server) => self.charts.map((chart) => remote(chartClass, new Placed(self, chart), server)),
  methods: {
    Add: (self, args, server) => {
      const type = among(args[0], ...TYPES);
      const { rect } = rangeArg(args.slice(1));
      if (among(args[2], 'Columns') !== 'Columns') throw SimulatedFault.invalidArgument();
      const chart: SimChart = {
        id: `chart-${++made}`,
        name: `Chart ${self.charts.length + 1}`,
        title: '',
        axisTitle: '',
        axisFormat: 'General',
        font: '',
        legend: 'Right',
        at: undefined,
        // One series for each column of the data.
        series: Array.from({ length: rect.right - rect.left + 1 }, (_, i) =>
          newSeries(type, { ...rect, left: rect.left + i, right: rect.left + i }),
        ),
      };
      self.charts.push(chart);
      return remote(chartClass, new Placed(self, chart), server);
    },
  },
};

function newSeries(type: string, values: Rect | undefined): SimSeries {
  return { name: '', type, values, categories: undefined, color: '', dash: '' };
}

const chartClass: ClassDefinition<Placed> = {
  name: 'Chart',
  id: ({ chart }) => chart.id,
  scalars: {
    Name: { get: ({ chart }) => chart.name, set: ({ chart }, value) => void (chart.name = asText(value)) },
  },
  navigations: {
    Title: (self, server) => remote(titleClass, self, server),
    Legend: (self, server) => remote(legendClass, self, server),
    Format: (self, server) => remote(areaFormatClass, self, server),
    Axes: (self, server) => remote(axesClass, self, server),
    Series: (self, server) => remote(seriesCollectionClass, self, server),
  },
  methods: {
    SetPosition: ({ chart }, args) => {
      const [first, last] = [rangeArg(args).rect, rangeArg(args.slice(1)).rect];
      chart.at = { top: first.top, left: first.left, bottom: last.bottom, right: last.right };
    },
    Delete: ({ sheet, chart }) => void (sheet.charts = sheet.charts.filter((other) => other !== chart)),
  },
};

const words = <T>(get: (self: T) => string, set: (self: T, value: string) => void): Scalar<T> => ({
  get,
  set: (self, value) => set(self, asText(value)),
});

const fontClass: ClassDefinition<Placed> = {
  name: 'ChartFont',
  scalars: {
    Name: words(
      ({ chart }) => chart.font,
      ({ chart }, value) => void (chart.font = value),
    ),
  },
};
const titleFormatClass: ClassDefinition<Placed> = {
  name: 'ChartTitleFormat',
  navigations: { Font: (self, server) => remote(fontClass, self, server) },
};
const titleClass: ClassDefinition<Placed> = {
  name: 'ChartTitle',
  scalars: {
    Text: words(
      ({ chart }) => chart.title,
      ({ chart }, value) => void (chart.title = value),
    ),
  },
  navigations: { Format: (self, server) => remote(titleFormatClass, self, server) },
};
const areaFormatClass: ClassDefinition<Placed> = {
  name: 'ChartAreaFormat',
  navigations: { Font: (self, server) => remote(fontClass, self, server) },
};
const legendClass: ClassDefinition<Placed> = {
  name: 'ChartLegend',
  scalars: {
    Position: words(
      ({ chart }) => chart.legend,
      ({ chart }, value) => void (chart.legend = among(value, 'Bottom', 'Right')),
    ),
  },
};
const axisTitleClass: ClassDefinition<Placed> = {
  name: 'ChartAxisTitle',
  scalars: {
    Text: words(
      ({ chart }) => chart.axisTitle,
      ({ chart }, value) => void (chart.axisTitle = value),
    ),
  },
};
const axisClass: ClassDefinition<Placed> = {
  name: 'ChartAxis',
  scalars: {
    NumberFormat: words(
      ({ chart }) => chart.axisFormat,
      ({ chart }, value) => void (chart.axisFormat = value),
    ),
  },
  navigations: { Title: (self, server) => remote(axisTitleClass, self, server) },
};
const axesClass: ClassDefinition<Placed> = {
  name: 'ChartAxes',
  navigations: { ValueAxis: (self, server) => remote(axisClass, self, server) },
};

const seriesCollectionClass: ClassDefinition<Placed> = {
  name: 'ChartSeriesCollection',
  methods: {
    GetItemAt: ({ chart }, args, server) => {
      const series = chart.series[whole(args, 0)];
      if (!series) throw SimulatedFault.notFound();
      return remote(seriesClass, series, server);
    },
    Add: ({ chart }, args, server) => {
      const series = { ...newSeries(chart.series[0]?.type ?? 'ColumnClustered', undefined), name: text(args, 0) };
      chart.series.push(series);
      return remote(seriesClass, series, server);
    },
  },
};

const seriesClass: ClassDefinition<SimSeries> = {
  name: 'ChartSeries',
  scalars: {
    Name: words(
      (self) => self.name,
      (self, value) => void (self.name = value),
    ),
    ChartType: words(
      (self) => self.type,
      (self, value) => void (self.type = among(value, ...TYPES)),
    ),
  },
  navigations: { Format: (self, server) => remote(seriesFormatClass, self, server) },
  methods: {
    SetValues: (self, args) => void (self.values = rangeArg(args).rect),
    SetXAxisValues: (self, args) => void (self.categories = rangeArg(args).rect),
  },
};
const seriesFormatClass: ClassDefinition<SimSeries> = {
  name: 'ChartSeriesFormat',
  navigations: {
    Fill: (self, server) => remote(fillClass, self, server),
    Line: (self, server) => remote(lineClass, self, server),
  },
};
const fillClass: ClassDefinition<SimSeries> = {
  name: 'ChartFill',
  methods: { SetSolidColor: (self, args) => void (self.color = text(args, 0)) },
};
const lineClass: ClassDefinition<SimSeries> = {
  name: 'ChartLineFormat',
  scalars: {
    Color: words(
      (self) => self.color,
      (self, value) => void (self.color = value),
    ),
    LineStyle: words(
      (self) => self.dash,
      (self, value) => void (self.dash = among(value, 'Continuous', 'Dash')),
    ),
  },
};

function among(value: unknown, ...allowed: readonly string[]): string {
  const one = asText(value);
  if (!allowed.includes(one)) throw SimulatedFault.invalidArgument();
  return one;
}

export function chartCollection(sheet: SimSheet, server: Server): Remote {
  return remote(chartCollectionClass, sheet, server);
}
