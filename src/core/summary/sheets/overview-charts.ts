import type { SubjectId } from '../../fiscal/subjects';
import { monthNumber } from '../../numbers/period';
import { NO_FIGURE } from '../computations';
import type { Cited, Entry } from '../entry';
import type { SummarySources } from '../sources';
import { nameOf } from '../subject-table';
import type { ChartOf, LinesDraft, SummaryBlock, SummaryColumn } from '../summary-table';
import { treasuryMonths } from './treasury';

/** The pictures of the chief's page, and the figures that they draw. */

/** A chart with the block of figures that it draws. */
export interface Drawn {
  readonly block: SummaryBlock;
  readonly chart: ChartOf;
}

const PROGRESS: readonly SummaryColumn[] = [
  { id: 'ofInitial', look: 'percent' },
  { id: 'schedule', look: 'percent' },
];

const PROGRESS_SUBJECTS: readonly SubjectId[] = [
  'totalRevenue',
  'localRevenue',
  'tax',
  'nonTax',
  'expenditure',
  'education',
];

/** Revenue and expenditure as shares of their budgets, against the year that has passed. */
function progressChart(lines: LinesDraft, sources: SummarySources): Drawn | undefined {
  const ids = PROGRESS_SUBJECTS.flatMap((subject) => {
    const day = sources.dayOf([subject]);
    const done = day === undefined ? undefined : sources.figure(subject, 'ytd', day);
    const budget = day === undefined ? undefined : sources.figure(subject, 'budget_initial', day);
    if (day === undefined || !done || !budget || !(budget.value > 0)) return [];
    const id = `progress.${subject}`;
    lines.add(id, nameOf(subject), {
      ofInitial: quotient(done, budget),
      schedule: { is: 'stated', value: sources.passed(day).value },
    });
    return [id];
  });
  return drawn('progress', 'progressData', 'percent', PROGRESS, ids, lines, [
    { column: 'ofInitial', as: 'bar' },
    { column: 'schedule', as: 'line' },
  ]);
}

function quotient(part: Cited, whole: Cited): Entry {
  const value = part.value / whole.value;
  if (part.formula === undefined || whole.formula === undefined)
    return { ...part, value, formula: undefined, valueBecause: part.valueBecause ?? whole.valueBecause };
  return {
    is: 'computed',
    value,
    formula: [`IF(${whole.formula}>0,(${part.formula})/(${whole.formula}),"${NO_FIGURE}")`],
  };
}

const STRUCTURE: readonly SummaryColumn[] = [
  { id: 'tax', look: 'amount' },
  { id: 'nonTax', look: 'amount' },
];

/** Tax and non-tax revenue of this year and of the last. */
function structureChart(lines: LinesDraft, sources: SummarySources): Drawn | undefined {
  const day = sources.dayOf(['tax', 'nonTax']);
  if (day === undefined) return undefined;
  const ids = (
    [
      ['yearBefore', 'prior'],
      ['thisYear', 'ytd'],
    ] as const
  ).flatMap(([id, phase]) => {
    const [tax, nonTax] = [sources.figure('tax', phase, day), sources.figure('nonTax', phase, day)];
    if (!tax || !nonTax) return [];
    lines.add(`structure.${id}`, { words: `row.${id}` }, { tax, nonTax });
    return [`structure.${id}`];
  });
  return drawn('structure', 'structureData', 'amount', STRUCTURE, ids, lines, [
    { column: 'tax', as: 'bar' },
    { column: 'nonTax', as: 'bar' },
  ]);
}

const COVERAGE: readonly SummaryColumn[] = [
  { id: 'coverage', look: 'ratio' },
  { id: 'low', look: 'ratio' },
  { id: 'high', look: 'ratio' },
];

/** 库款系数 by month, with its band. */
function coverageChart(lines: LinesDraft, sources: SummarySources): Drawn | undefined {
  if (sources.pack.calibres.coverage !== 'K1') return undefined;
  const { low, high } = sources.pack.treasury;
  const flows: Cited[] = [];
  const ids = [...treasuryMonths(sources)].flatMap(([day, figures]) => {
    const [cash, flow] = [figures.get('closing'), figures.get('outflow')];
    if (flow) flows.push(flow);
    const month = monthNumber(day);
    if (!cash || flows.length !== month) return [];
    const id = `coverage.${day}`;
    lines.add(
      id,
      { words: 'row.month', data: { month } },
      {
        coverage: coverageOf(cash, flows),
        low: { is: 'stated', value: low.value },
        high: { is: 'stated', value: high.value },
      },
    );
    return [id];
  });
  return drawn('coverage', 'coverageData', 'ratio', COVERAGE, ids, lines, [
    { column: 'coverage', as: 'bar' },
    { column: 'low', as: 'line' },
    { column: 'high', as: 'line' },
  ]);
}

function coverageOf(cash: Cited, flows: readonly Cited[]): Entry | undefined {
  const out = flows.reduce((sum, { value }) => sum + value, 0);
  if (!(out > 0)) return undefined;
  const value = cash.value / (out / flows.length);
  const terms = flows.map(({ formula }) => formula);
  if (cash.formula === undefined || terms.some((term) => term === undefined))
    return {
      ...cash,
      value,
      formula: undefined,
      valueBecause: cash.valueBecause ?? flows.find((one) => one.valueBecause)?.valueBecause,
    };
  const sum = terms.join('+');
  return {
    is: 'computed',
    value,
    formula: [`IF((${sum})>0,${cash.formula}/((${sum})/${flows.length}),"${NO_FIGURE}")`],
  };
}

/** Fewer points than these are no picture. */
const LEAST_POINTS = 2;

function drawn(
  id: string,
  heading: 'progressData' | 'structureData' | 'coverageData',
  axis: ChartOf['axis'],
  columns: readonly SummaryColumn[],
  ids: readonly string[],
  lines: LinesDraft,
  series: ChartOf['series'],
): Drawn | undefined {
  if (ids.length < LEAST_POINTS) return undefined;
  const block: SummaryBlock = {
    id: heading,
    heading: { words: `block.${heading}` },
    columns,
    lines: lines.lines().filter((line) => ids.includes(line.id)),
    isData: true,
  };
  return { block, chart: { id, block: block.id, axis, series } };
}

/** In their order; one without figures is left out. */
export const CHARTS: readonly ((lines: LinesDraft, sources: SummarySources) => Drawn | undefined)[] = [
  progressChart,
  structureChart,
  coverageChart,
];
