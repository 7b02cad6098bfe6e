import type { Measure, Phase } from '../../fiscal/measure';
import { samePlace } from '../../grid/place';
import { difference, growth, ratio } from '../computations';
import type { SummarySources } from '../sources';
import {
  filledColumns,
  LinesDraft,
  NOTHING_ELSE,
  type Summary,
  type SummaryBlock,
  type SummaryColumn,
} from '../summary-table';

const PHASES: readonly Phase[] = ['budget_initial', 'budget_adjusted', 'month', 'ytd', 'prior'];

const COLUMNS: readonly SummaryColumn[] = [
  { id: 'budget_initial', look: 'amount' },
  { id: 'budget_adjusted', look: 'amount' },
  { id: 'month', look: 'amount' },
  { id: 'ytd', look: 'amount' },
  { id: 'ofInitial', look: 'percent' },
  { id: 'prior', look: 'amount' },
  { id: 'increase', look: 'amount' },
  { id: 'growth', look: 'percent' },
];

const SIDES = [
  { id: 'fundRevenue', whole: 'fundRevenue' },
  { id: 'fundExpenditure', whole: 'fundExpenditure' },
] as const;

/** 基金汇总: income and spending by project as the table has them, and what is left. */
export const FUNDS: Summary = {
  id: 'funds',
  build: (sources) => {
    const day = sources.dayOf(['fundRevenue', 'fundExpenditure']);
    if (day === undefined) return { lacks: ['政府性基金'] };
    const lines = new LinesDraft();
    const ends = SIDES.map(({ id, whole }) => addProjects(lines, sources, id, whole, day));
    const blocks: SummaryBlock[] = SIDES.map(({ id }, i) => ({
      id,
      heading: { words: `block.${id}` },
      lines: lines.lines().slice(i === 0 ? 0 : ends[0], ends[i]),
    })).map((block) => ({ ...block, columns: filledColumns(COLUMNS, block.lines) }));
    const balance = balanceOf(lines);
    return {
      ...NOTHING_ELSE,
      id: 'funds',
      day,
      blocks: [...blocks, ...balance].filter((block) => block.lines.length > 0),
      missingLines: SIDES.filter((_, i) => blocks[i]?.lines.length === 0).map(({ id }) => ({ words: `block.${id}` })),
      missingColumns: COLUMNS.slice(0, 4)
        .map(({ id }) => id)
        .filter(
          (id) => id !== 'budget_adjusted' && !blocks.some(({ columns }) => columns.some((one) => one.id === id)),
        ),
    };
  },
};

/** The lines of the table that shows the whole of a side; gives how many lines there are then. */
function addProjects(
  lines: LinesDraft,
  sources: SummarySources,
  side: string,
  whole: 'fundRevenue' | 'fundExpenditure',
  day: string,
): number {
  const totals = sources.measures(
    ({ subject, asOf, kind, phase }) =>
      subject === whole && asOf === day && kind === '政府性基金' && (phase === 'ytd' || phase === 'budget_initial'),
  );
  // Of two tables of funds the one whose total is better supported; a digest has no projects.
  const [best] = sources.figure(whole, 'ytd', day)?.cells ?? [];
  const total = totals.find(({ cell }) => best !== undefined && samePlace(cell, best)) ?? totals[0];
  const rows = new Map<number, Measure>();
  for (const measure of sources.measures(({ table }) => table === total?.table))
    if (!rows.has(measure.cell.row)) rows.set(measure.cell.row, measure);
  for (const [row, { name, depth, isTotal, table }] of rows) {
    const figures = new Map(sources.ofRow(table, row));
    if (row === total?.cell.row)
      for (const phase of PHASES) {
        const told = sources.figureIn(table, whole, phase, day);
        if (told) figures.set(phase, told);
      }
    const id = `${side}.${row}`;
    lines.add(
      id,
      { name: name.slice(name.lastIndexOf('/') + 1) },
      Object.fromEntries(PHASES.map((phase) => [phase, figures.get(phase)])),
      { level: depth, strong: isTotal, source: (figures.get('ytd') ?? figures.get('budget_initial'))?.cells[0] },
    );
    lines.set(id, 'ofInitial', ratio(lines.at(id, 'ytd'), lines.at(id, 'budget_initial')));
    lines.set(id, 'increase', difference(lines.at(id, 'ytd'), lines.at(id, 'prior')));
    lines.set(id, 'growth', growth(lines.at(id, 'ytd'), lines.at(id, 'prior')));
  }
  return lines.lines().length;
}

const AMOUNTS = ['budget_initial', 'budget_adjusted', 'month', 'ytd', 'prior'] as const;

/** What came in less what went out: of the year, and of all that the two sides count. */
function balanceOf(lines: LinesDraft): SummaryBlock[] {
  const find = (side: string, name: RegExp) =>
    lines.lines().find(({ id, label }) => id.startsWith(`${side}.`) && 'name' in label && name.test(label.name))?.id;
  const before = lines.lines().length;
  for (const [id, name] of [
    ['fundBalance', /^(?:本年|政府性基金(?:预算)?)?(?:收入|支出)合计$/],
    ['fundTotals', /^(?:收入|支出)总计$/],
  ] as const) {
    const [income, spending] = [find('fundRevenue', name), find('fundExpenditure', name)];
    if (income === undefined || spending === undefined) continue;
    lines.add(
      id,
      { words: `row.${id}` },
      Object.fromEntries(
        AMOUNTS.map((column) => [column, difference(lines.at(income, column), lines.at(spending, column))]),
      ),
    );
  }
  const made = lines.lines().slice(before);
  if (made.length === 0) return [];
  return [
    { id: 'fundBalance', heading: { words: 'block.fundBalance' }, lines: made, columns: filledColumns(COLUMNS, made) },
  ];
}
