import type { SubjectId } from '../../fiscal/subjects';
import { columnFor } from '../../fiscal/indicators/lookup';
import { difference, ratio, sumOf } from '../computations';
import type { Cited, Computed } from '../entry';
import type { SummarySources } from '../sources';
import { nameOf } from '../subject-table';
import {
  filledColumns,
  LinesDraft,
  NOTHING_ELSE,
  type Summary,
  type SummaryBlock,
  type SummaryColumn,
} from '../summary-table';

const PARTS: readonly SubjectId[] = ['guaranteeWages', 'guaranteeRunning', 'guaranteeLivelihood'];

const COLUMNS: readonly SummaryColumn[] = [
  { id: 'needNational', look: 'amount' },
  { id: 'needLocal', look: 'amount' },
  { id: 'need', look: 'amount' },
  { id: 'planned', look: 'amount' },
  { id: 'ytd', look: 'amount' },
  { id: 'ofPlanned', look: 'percent' },
  { id: 'gap', look: 'amount' },
  { id: 'cover', look: 'percent' },
];

const CASH_COLUMNS: readonly SummaryColumn[] = [
  { id: 'cash', look: 'amount' },
  { id: 'monthly', look: 'amount' },
  { id: 'times', look: 'ratio' },
];

const MONTHS = 12;

/** The budget that one column shows: the adjusted one, unless the initial one is told of more lines. */
function budgetOf(
  subjects: readonly SubjectId[],
  sources: SummarySources,
  day: string,
): 'budget_adjusted' | 'budget_initial' {
  const [adjusted, initial] = (['budget_adjusted', 'budget_initial'] as const).map(
    (phase) => subjects.filter((subject) => sources.figure(subject, phase, day) !== undefined).length,
  );
  return (initial ?? 0) > (adjusted ?? 0) ? 'budget_initial' : 'budget_adjusted';
}

/** 三保汇总: what is needed, what is budgeted, what was done, and how long the cash lasts. */
export const GUARANTEE: Summary = {
  id: 'guarantee',
  build: (sources) => {
    const day = sources.dayOf(['guarantee', ...PARTS]) ?? sources.dayOf(['guarantee', ...PARTS], 'demand');
    if (day === undefined) return { lacks: ['三保台账'] };
    const lines = new LinesDraft();
    const subjects: readonly SubjectId[] = [...PARTS, 'guarantee'];
    const budget = budgetOf(subjects, sources, day);
    const described = COLUMNS.map((column) =>
      column.id === 'planned' ? { ...column, header: { words: `column.${budget}` } } : column,
    );
    for (const subject of subjects) {
      const planned = sources.figure(subject, budget, day);
      const done = sources.figure(subject, 'ytd', day);
      const need = sources.figure(subject, 'demand', day);
      lines.add(
        subject,
        nameOf(subject),
        { ...standards(sources, subject, need), need, planned, ytd: done },
        { strong: subject === 'guarantee', source: (done ?? planned ?? need)?.cells[0] },
      );
    }
    for (const column of ['needNational', 'needLocal', 'need', 'planned', 'ytd'])
      if (!lines.at('guarantee', column))
        lines.set('guarantee', column, sumOf(PARTS.map((part) => lines.at(part, column))));
    for (const subject of subjects) {
      lines.set(subject, 'ofPlanned', ratio(lines.at(subject, 'ytd'), lines.at(subject, 'planned')));
      lines.set(subject, 'gap', difference(lines.at(subject, 'planned'), lines.at(subject, 'need')));
      lines.set(subject, 'cover', ratio(lines.at(subject, 'planned'), lines.at(subject, 'need')));
    }
    const own = lines.lines().filter(({ entries }) => entries.size > 0);
    const columns = filledColumns(described, own);
    const cash = cashBlock(lines, sources, day);
    return {
      ...NOTHING_ELSE,
      id: 'guarantee',
      day,
      blocks: [
        { id: 'guarantee', ...(cash ? { heading: { words: 'block.needs' } } : {}), columns, lines: own },
        ...(cash ? [cash] : []),
      ],
      missingLines: lines
        .lines()
        .filter(({ entries }) => entries.size === 0)
        .map(({ label }) => label),
      missingColumns: [
        ...described.filter((column) => !columns.includes(column)).map(({ id }) => id),
        ...(cash ? [] : ['times']),
      ],
      remarks: cash ? [{ words: 'remark.guarantee' }] : [],
    };
  },
};

/** What the national and the province's standard ask for, from the row that the need stands in. */
function standards(
  sources: SummarySources,
  subject: SubjectId,
  need: Cited | undefined,
): Readonly<Record<string, Cited | undefined>> {
  const [cell] = need?.cells ?? [];
  const placed =
    cell &&
    sources
      .tables('三保台账')
      .find(
        ({ book, sheet, table }) =>
          book === cell.book && sheet.name === cell.sheet && table.rows.some(({ row }) => row === cell.row),
      );
  const row = placed?.table.rows.find((one) => one.row === cell?.row);
  if (!placed || !row || subject === undefined) return {};
  const of = (words: RegExp) => {
    const column = columnFor(placed.table, words);
    return column && column.role === 'demand' ? sources.cell(placed, row, column, 'money') : undefined;
  };
  return { needNational: of(/国家/), needLocal: of(/地方|省/) };
}

/** Month-end cash against 三保 of an average month. */
function cashBlock(lines: LinesDraft, sources: SummarySources, day: string): SummaryBlock | undefined {
  const cash = sources.figure('cash', 'closing', day);
  const planned = lines.at('guarantee', 'planned');
  if (!cash || planned?.value === undefined) return undefined;
  const monthly: Computed = { is: 'computed', value: planned.value / MONTHS, formula: [planned.at, `/${MONTHS}`] };
  lines.add('withCash', { words: 'row.withCash' }, { cash, monthly }, { source: cash.cells[0] });
  lines.set('withCash', 'times', ratio(lines.at('withCash', 'cash'), lines.at('withCash', 'monthly')));
  return {
    id: 'cashCover',
    heading: { words: 'block.cashCover' },
    columns: CASH_COLUMNS,
    lines: lines.lines().filter(({ id }) => id === 'withCash'),
  };
}
