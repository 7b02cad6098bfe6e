import type { Measure, Phase } from '../../fiscal/measure';
import { average, ratio, ratioTimes } from '../computations';
import type { Cited, Computed, Operand } from '../entry';
import type { SummarySources } from '../sources';
import {
  filledColumns,
  LinesDraft,
  NOTHING_ELSE,
  type Lacking,
  type Summary,
  type SummaryColumn,
} from '../summary-table';

const COLUMNS: readonly SummaryColumn[] = [
  { id: 'opening', look: 'amount' },
  { id: 'inflow', look: 'amount' },
  { id: 'outflow', look: 'amount' },
  { id: 'closing', look: 'amount' },
  { id: 'average', look: 'amount' },
  { id: 'coverage', look: 'ratio' },
  { id: 'low', look: 'ratio' },
  { id: 'high', look: 'ratio' },
  { id: 'days', look: 'days' },
  { id: 'guaranteeCover', look: 'ratio' },
];

const LACKING: Lacking = { lacks: ['库款月报'], as: 'lacking.monthlyCash' };
const DAYS_OF_MONTH = 30;
const MONTHS = 12;

/** 库款汇总: the months of the year with K1, its band, the days that it lasts, and 三保. */
export const TREASURY: Summary = {
  id: 'treasury',
  build: (sources) => {
    const months = treasuryMonths(sources);
    const last = [...months.keys()].at(-1);
    if (last === undefined) return LACKING;
    const lines = new LinesDraft();
    const ids: string[] = [];
    const need =
      sources.figure('guarantee', 'budget_adjusted', last) ?? sources.figure('guarantee', 'budget_initial', last);
    const { low, high } = sources.pack.treasury;
    const isK1 = sources.pack.calibres.coverage === 'K1';
    for (const [day, figures] of months) {
      const month = Number(day.slice(5, 7));
      ids.push(day);
      lines.add(
        day,
        { words: 'row.month', data: { month } },
        {
          opening: figures.get('opening'),
          inflow: figures.get('inflow'),
          outflow: figures.get('outflow'),
          closing: figures.get('closing'),
          ...(isK1 ? { low: { is: 'stated', value: low.value }, high: { is: 'stated', value: high.value } } : {}),
        },
        { source: figures.get('closing')?.cells[0] },
      );
      // The average of the year so far: every month since January, or none.
      const flows = ids.map((id) => lines.at(id, 'outflow'));
      if (ids.length === month) lines.set(day, 'average', average(flows));
      const [cash, flow] = [lines.at(day, 'closing'), lines.at(day, 'average')];
      lines.set(day, 'coverage', ratio(cash, flow));
      lines.set(day, 'days', ratioTimes(cash, flow, DAYS_OF_MONTH));
      lines.set(day, 'guaranteeCover', coverOf(cash, need));
    }
    const columns = filledColumns(COLUMNS, lines.lines());
    const hasChart = columns.some(({ id }) => id === 'coverage');
    return {
      ...NOTHING_ELSE,
      id: 'treasury',
      day: last,
      blocks: [{ id: 'treasury', columns, lines: lines.lines() }],
      missingColumns: COLUMNS.filter(
        (column) => !columns.includes(column) && column.id !== 'low' && column.id !== 'high',
      ).map(({ id }) => id),
      remarks: [
        { words: 'remark.k1' },
        ...(need ? [{ words: 'remark.guarantee' }] : []),
        ...(isK1 ? [] : [{ words: 'remark.k1Other', data: { calibre: sources.pack.calibres.coverage } }]),
      ],
      charts: hasChart
        ? [
            {
              id: 'coverage',
              block: 'treasury',
              axis: 'ratio',
              series: [
                { column: 'coverage', as: 'bar' },
                { column: 'low', as: 'line' },
                { column: 'high', as: 'line' },
              ],
            },
          ]
        : [],
    };
  },
};

/** Cash at hand ÷ 三保 of an average month; undefined where the budget of 三保 is no cell of this workbook. */
function coverOf(cash: Operand | undefined, need: Cited | undefined): Computed | undefined {
  if (cash?.value === undefined || need?.formula === undefined) return undefined;
  return {
    is: 'computed',
    value: need.value > 0 ? cash.value / (need.value / MONTHS) : undefined,
    formula: [`IF(${need.formula}>0,`, cash.at, `/(${need.formula}/${MONTHS}),"—")`],
  };
}

/** The months of the latest year in their order, from the table that has most of them. */
export function treasuryMonths(sources: SummarySources): ReadonlyMap<string, ReadonlyMap<Phase, Cited>> {
  const tables = new Map<string, Measure[]>();
  for (const measure of sources.measures(isOfMonth)) {
    if (!sources.isKnownBy(measure.asOf)) continue;
    const found = tables.get(measure.table);
    if (found) found.push(measure);
    else tables.set(measure.table, [measure]);
  }
  const yearOf = (measures: readonly Measure[]) =>
    measures
      .map(({ asOf = '' }) => asOf)
      .sort()
      .at(-1)
      ?.slice(0, 4) ?? '';
  const best = [...tables.values()].reduce<readonly Measure[]>((a, b) => {
    const [yearA, yearB] = [yearOf(a), yearOf(b)];
    return yearB > yearA || (yearB === yearA && b.length > a.length) ? b : a;
  }, []);
  const months = new Map<string, Map<Phase, Cited>>();
  for (const measure of best) {
    const { asOf, phase } = measure;
    if (asOf?.slice(0, 4) !== yearOf(best)) continue;
    const month = months.get(asOf) ?? new Map<Phase, Cited>();
    if (!month.has(phase)) month.set(phase, sources.cited(measure));
    months.set(asOf, month);
  }
  for (const [day, figures] of months) if (!figures.has('closing')) months.delete(day);
  return months.size > 1 ? new Map([...months].sort(([a], [b]) => a.localeCompare(b))) : new Map();
}

function isOfMonth({ subject, scope, from, asOf, unit, kind }: Measure): boolean {
  return (
    subject === 'cash' &&
    scope === '' &&
    unit !== undefined &&
    kind === '库款月报' &&
    asOf !== undefined &&
    from?.slice(0, 7) === asOf.slice(0, 7)
  );
}
