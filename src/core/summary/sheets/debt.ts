import { dueDebts } from '../../fiscal/ledgers/due-debts';
import type { Phase } from '../../fiscal/measure';
import type { SubjectId } from '../../fiscal/subjects';
import type { DebtColours } from '../../fiscal/pack';
import { difference, ratio, sumOf } from '../computations';
import type { Cited, Words } from '../entry';
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

const STATUTORY: readonly SubjectId[] = ['generalDebt', 'specialDebt'];

const BALANCES: readonly SummaryColumn[] = [
  { id: 'limit', look: 'amount' },
  { id: 'openingDebt', look: 'amount' },
  { id: 'fresh', look: 'amount' },
  { id: 'repaid', look: 'amount' },
  { id: 'closingDebt', look: 'amount' },
  { id: 'limitUse', look: 'percent' },
];

const DUE: readonly SummaryColumn[] = [
  { id: 'due', look: 'amount' },
  { id: 'means', look: 'amount' },
  { id: 'dueGap', look: 'amount' },
  { id: 'dueCover', look: 'percent' },
];

const RISK: readonly SummaryColumn[] = [
  { id: 'value', look: 'points' },
  { id: 'unit', look: 'unit' },
  { id: 'colour', look: 'unit' },
];

/** How far ahead is looked: words of the line, and days. */
const WITHIN = [
  ['within3', 92],
  ['within6', 183],
  ['within12', 366],
] as const;

/** 债务汇总: 一般, 专项 and 隐性, what falls due and what is there to pay it, 债务率 and its colour. */
export const DEBT: Summary = {
  id: 'debt',
  build: (sources) => {
    const day = sources.dayOf(['generalDebt', 'specialDebt', 'debt', 'hiddenDebt'], 'closing');
    if (day === undefined) return { lacks: ['债务台账'] };
    const lines = new LinesDraft();
    const missing = addBalances(lines, sources, day);
    const balances = lines.lines();
    const columns = filledColumns(BALANCES, balances);
    const due = dueBlock(lines, sources, day);
    const risk = riskBlock(lines, sources);
    const blocks: SummaryBlock[] = [
      { id: 'balances', heading: { words: 'block.balances' }, columns, lines: balances },
      ...(due ? [due] : []),
      ...(risk ? [risk] : []),
    ];
    return {
      ...NOTHING_ELSE,
      id: 'debt',
      day,
      blocks,
      missingLines: [
        ...missing,
        ...(due ? [] : [{ words: 'row.within12' }]),
        ...(risk ? [] : [{ words: 'row.debtRatio' }]),
      ],
      missingColumns: BALANCES.filter((column) => !columns.includes(column)).map(({ id }) => id),
      remarks: due ? [{ words: 'remark.due' }] : [],
      isInternal: lines.has('hiddenDebt'),
    };
  },
};

/**
 * What came in or was repaid: one account of it counts 再融资, another only what is new, so that the whole is taken
 * from the table that its parts are taken from.
 */
function flow(sources: SummarySources, subject: SubjectId, phase: Phase, day: string): Cited | undefined {
  const table = subject === 'debt' ? sources.tableOf(STATUTORY, phase, day) : undefined;
  const inOne = table === undefined ? undefined : sources.figureIn(table, subject, phase, day);
  return inOne ?? sources.figure(subject, phase, day);
}

const CARRIED = ['opening', 'inflow', 'outflow', 'closing'] as const;

/**
 * All four of a line from one table, where one has them: tables of 亿元 and of 万元 do not carry forward together. Of the
 * whole the table that gives its balance, unless it counts its flows otherwise than the table of the parts.
 */
function ledgerLine(sources: SummarySources, subject: SubjectId, day: string): LedgerLine {
  const lineIn = (table: string | undefined): LedgerLine | undefined => {
    const found = table === undefined ? [] : CARRIED.map((phase) => sources.figureIn(table, subject, phase, day));
    const [opening, one, outflow, closing] = found;
    if (table === undefined || !opening || !one || !outflow || !closing) return undefined;
    // 新增债券 | 再融资债券: what was borrowed is what leads to the balance.
    const all = sources.totalIn(table, subject, 'inflow', day);
    const carried = (inflow: Cited): boolean =>
      isClose(opening.value + inflow.value - outflow.value, closing.value, closing.value);
    const inflow = all && carried(all) && !carried(one) ? all : one;
    return { opening, inflow, outflow, closing };
  };
  const own = lineIn(sources.tableOf([subject], 'closing', day));
  const ofParts = subject === 'debt' ? lineIn(sources.tableOf(STATUTORY, 'inflow', day)) : undefined;
  const isOne = own !== undefined && ofParts !== undefined && areClose(own, ofParts);
  return (isOne || !ofParts ? own : ofParts) ?? {};
}

type LedgerLine = Partial<Record<(typeof CARRIED)[number], Cited>>;

/** Rounding of 亿元 to four places, of what is some 亿元. */
const CLOSE = 1e-3;

function areClose(one: LedgerLine, other: LedgerLine): boolean {
  return (['inflow', 'outflow'] as const).every((phase) => {
    const [a, b] = [one[phase]?.value ?? 0, other[phase]?.value ?? 0];
    return isClose(a, b, Math.max(Math.abs(a), Math.abs(b)));
  });
}

function isClose(a: number, b: number, size: number): boolean {
  return Math.abs(a - b) <= CLOSE * Math.abs(size);
}

/** Limits and balances by kind of debt; gives the kinds that no table tells of. */
function addBalances(lines: LinesDraft, sources: SummarySources, day: string): Words[] {
  const missing: Words[] = [];
  const add = (subject: SubjectId, label: Words, level: number, strong: boolean) => {
    const told = ledgerLine(sources, subject, day);
    const closing = told.closing ?? sources.figure(subject, 'closing', day);
    const figures = {
      limit: sources.figure(subject, 'limit', day),
      openingDebt: told.opening ?? sources.figure(subject, 'opening', day),
      fresh: told.inflow ?? flow(sources, subject, 'inflow', day),
      repaid: told.outflow ?? flow(sources, subject, 'outflow', day),
      closingDebt: closing,
    };
    const [first] = Object.values(figures).filter((one) => one !== undefined);
    if (first || strong) lines.add(subject, label, figures, { level, strong, source: (closing ?? first)?.cells[0] });
    else missing.push(label);
  };
  add('debt', { words: 'row.statutoryDebt' }, 0, true);
  for (const subject of STATUTORY) add(subject, nameOf(subject), 1, false);
  for (const column of ['limit', 'openingDebt', 'fresh', 'repaid', 'closingDebt'])
    if (!lines.at('debt', column)) lines.set('debt', column, sumOf(STATUTORY.map((part) => lines.at(part, column))));
  add('hiddenDebt', nameOf('hiddenDebt'), 0, false);
  for (const { id } of lines.lines())
    lines.set(id, 'limitUse', ratio(lines.at(id, 'closingDebt'), lines.at(id, 'limit')));
  return missing;
}

/** What falls due within 3, 6 and 12 months, from the first table that tells of it. */
function dueBlock(lines: LinesDraft, sources: SummarySources, day: string): SummaryBlock | undefined {
  const found = sources
    .tables('债务台账')
    .map(dueDebts)
    .find((one) => one !== undefined);
  if (!found) return undefined;
  const before = lines.lines().length;
  for (const [id, days] of WITHIN) {
    const rows = found.within(day, days);
    const [due, means] = [found.due, found.means].map((column) => sources.sum(found.placed, rows, column));
    lines.add(id, { words: `row.${id}` }, { due, means }, { source: due?.cells[0] });
    lines.set(id, 'dueGap', difference(lines.at(id, 'means'), lines.at(id, 'due')));
    lines.set(id, 'dueCover', ratio(lines.at(id, 'means'), lines.at(id, 'due')));
  }
  const made = lines
    .lines()
    .slice(before)
    .filter(({ entries }) => entries.size > 0);
  if (made.length === 0) return undefined;
  return { id: 'due', heading: { words: 'block.due' }, columns: filledColumns(DUE, made), lines: made };
}

function riskBlock(lines: LinesDraft, sources: SummarySources): SummaryBlock | undefined {
  const ratioOfDebt = sources.indicator('D06');
  if (!ratioOfDebt) return undefined;
  const { cited } = ratioOfDebt;
  lines.add(
    'debtRatio',
    { words: 'row.debtRatio' },
    {
      value: cited,
      unit: { is: 'said', words: { name: '%' } },
      colour: { is: 'said', words: { words: `colour.${colourOf(cited.value / 100, sources.pack.debtRatio)}` } },
    },
    { source: cited.cells[0] },
  );
  return {
    id: 'risk',
    heading: { words: 'block.risk' },
    columns: RISK,
    lines: lines.lines().filter(({ id }) => id === 'debtRatio'),
  };
}

function colourOf(ratioOfDebt: number, { yellow, orange, red }: DebtColours): 'green' | 'yellow' | 'orange' | 'red' {
  if (ratioOfDebt >= red) return 'red';
  if (ratioOfDebt >= orange) return 'orange';
  return ratioOfDebt >= yellow ? 'yellow' : 'green';
}
