import type { IndicatorVerdict } from '../../fiscal/indicators/indicator';
import { NO_FIGURE } from '../computations';
import type { Entry, Light, Words } from '../entry';
import type { SummarySources } from '../sources';
import {
  filledColumns,
  LinesDraft,
  NOTHING_ELSE,
  type ColumnLook,
  type Summary,
  type SummaryColumn,
} from '../summary-table';
import { CHARTS } from './overview-charts';
import { PAGE_LINES, type PageLine } from './overview-lines';

const COLUMNS: readonly SummaryColumn[] = [
  { id: 'value', look: 'amount' },
  { id: 'unit', look: 'unit' },
  { id: 'target', look: 'words' },
  { id: 'light', look: 'light' },
  { id: 'yearBefore', look: 'change' },
  { id: 'consequence', look: 'text' },
];

/** 一页纸: what a chief asks first, with lights, one sentence of consequence, and three charts. */
export const OVERVIEW: Summary = {
  id: 'overview',
  build: (sources) => {
    const lines = new LinesDraft();
    const missing: Words[] = [];
    for (const [label, maker] of PAGE_LINES) {
      const line = maker(sources);
      if (line) addLine(lines, line);
      else missing.push(label);
    }
    if (lines.lines().length === 0)
      return { lacks: ['一般公共预算收入执行情况表', '支出执行表', '库款月报', '债务台账'] };
    const day = sources.basis.asOf;
    addErrors(lines, sources);
    const page = lines.lines();
    const charts = CHARTS.flatMap((chart) => chart(lines, sources) ?? []);
    return {
      ...NOTHING_ELSE,
      id: 'overview',
      day,
      blocks: [
        { id: 'overview', columns: filledColumns(COLUMNS, page), lines: page },
        ...charts.map(({ block }) => block),
      ],
      remarks: [
        ...(missing.length === 0 ? [] : [{ words: 'remark.leftOut', data: { rows: missing } }]),
        ...(day === undefined ? [] : [{ words: 'remark.newest', data: { day } }]),
      ],
      isInternal: lines.has('hiddenFresh'),
      onePage: true,
      charts: charts.map(({ chart }) => chart),
    };
  },
};

/** Nothing to be compared with: no figure is missing. */
const NOTHING: Entry = { is: 'said', words: { name: NO_FIGURE } };

function addLine(lines: LinesDraft, line: PageLine): void {
  const looks = new Map<string, ColumnLook>();
  if (line.look) looks.set('value', line.look);
  if (line.yearBeforeLook) looks.set('yearBefore', line.yearBeforeLook);
  lines.add(
    line.id,
    line.label,
    {
      value: line.value,
      unit: { is: 'said', words: { name: line.unit } },
      target: line.target && { is: 'said', words: { target: line.target } },
      light: lightOf(line.verdict),
      yearBefore: line.yearBefore ?? NOTHING,
      consequence: line.consequence && { is: 'said', words: line.consequence },
    },
    { source: line.value.cells[0], looks },
  );
}

function lightOf(verdict: IndicatorVerdict | undefined): Light {
  return { is: 'light', light: verdict ?? 'none' };
}

function addErrors(lines: LinesDraft, { basis: { openErrors } }: SummarySources): void {
  lines.add(
    'openErrors',
    { words: 'row.openErrors' },
    {
      value: { is: 'stated', value: openErrors },
      unit: { is: 'said', words: { name: '处' } },
      target: { is: 'said', words: { target: { id: 'none', numbers: {} } } },
      light: { is: 'light', light: openErrors > 0 ? 'fail' : 'pass' },
      yearBefore: NOTHING,
      consequence: { is: 'said', words: { words: openErrors > 0 ? 'said.errors' : 'said.noErrors' } },
    },
    { looks: new Map([['value', 'count']]) },
  );
}
