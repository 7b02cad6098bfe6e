import type { IndicatorId } from '../../fiscal/indicators/catalogue';
import type { IndicatorVerdict, Target } from '../../fiscal/indicators/indicator';
import { dueDebts } from '../../fiscal/ledgers/due-debts';
import type { Phase } from '../../fiscal/measure';
import type { SubjectId } from '../../fiscal/subjects';
import { monthNumber } from '../../numbers/period';
import { roundHalfUp } from '../../numbers/decimal';
import { NO_FIGURE } from '../computations';
import type { Cited, Entry, Light, Words } from '../entry';
import type { SummarySources } from '../sources';
import { nameOf } from '../subject-table';
import {
  filledColumns,
  LinesDraft,
  NOTHING_ELSE,
  type ChartOf,
  type ColumnLook,
  type Summary,
  type SummaryBlock,
  type SummaryColumn,
} from '../summary-table';
import { treasuryMonths } from './treasury';

const COLUMNS: readonly SummaryColumn[] = [
  { id: 'value', look: 'amount' },
  { id: 'unit', look: 'unit' },
  { id: 'target', look: 'words' },
  { id: 'light', look: 'light' },
  { id: 'yearBefore', look: 'change' },
  { id: 'consequence', look: 'text' },
];

const MONTHS = 12;
const HALF_YEAR = 6;
const DAYS_OF_YEAR = 366;

/** What a line of the page says. */
interface PageLine {
  readonly id: string;
  readonly label: Words;
  readonly value: Cited;
  readonly look?: ColumnLook;
  readonly unit: string;
  readonly target?: Target | undefined;
  readonly verdict?: IndicatorVerdict | undefined;
  readonly yearBefore?: Entry | undefined;
  readonly yearBeforeLook?: ColumnLook;
  readonly consequence?: Words | undefined;
}

type Maker = (sources: SummarySources) => PageLine | undefined;

/** Amounts of a sentence: 万元 without decimals, points and ratios with as many as are read. */
const amountIn = (value: number): string => roundHalfUp(Math.abs(value), 0).toLocaleString('en-US');
const pointsIn = (value: number): string => roundHalfUp(Math.abs(value), 2).toFixed(2);

/** What was done of a budget, held against the year that has passed. */
function progressLine(
  subject: SubjectId,
  budgets: readonly Phase[],
  indicator: IndicatorId | undefined,
  isHalfYearAsked: boolean,
): Maker {
  return (sources) => {
    const day = sources.dayOf([subject]);
    const done = day === undefined ? undefined : sources.figure(subject, 'ytd', day);
    if (day === undefined || !done) return undefined;
    const budget = budgets.map((phase) => sources.figure(subject, phase, day)).find((one) => one !== undefined);
    const told = indicator === undefined ? undefined : sources.indicator(indicator)?.evaluated.computed;
    return {
      id: subject,
      label: nameOf(subject),
      value: done,
      unit: '万元',
      target: told?.target,
      verdict: told?.target ? told.verdict : undefined,
      yearBefore: growthOf(done, sources.figure(subject, 'prior', day)),
      consequence:
        budget && budget.value > 0 ? paceOf(done.value, budget.value, day, sources, isHalfYearAsked) : undefined,
    };
  };
}

function paceOf(done: number, budget: number, day: string, sources: SummarySources, isHalfYearAsked: boolean): Words {
  const passed = sources.passed(day).value;
  const points = (done / budget - passed) * 100;
  const month = monthNumber(day);
  const [said, left, goal] =
    isHalfYearAsked && month < HALF_YEAR
      ? (['half', HALF_YEAR - month, budget / 2] as const)
      : (['behind', MONTHS - month, budget] as const);
  if (points >= 0 || left === 0)
    return { words: `said.${points >= 0 ? 'ahead' : 'below'}`, data: { points: pointsIn(points) } };
  if (goal <= done) return { words: 'said.below', data: { points: pointsIn(points) } };
  return {
    words: `said.${said}`,
    data: { points: pointsIn(points), months: left, monthly: amountIn((goal - done) / left) },
  };
}

/** How much a figure has grown; a value where one of the two is no live cell. */
function growthOf(now: Cited, before: Cited | undefined): Entry | undefined {
  if (!before) return undefined;
  const value = before.value > 0 ? now.value / before.value - 1 : undefined;
  if (now.formula === undefined || before.formula === undefined)
    return value === undefined
      ? undefined
      : { ...now, value, formula: undefined, valueBecause: now.valueBecause ?? before.valueBecause };
  return {
    is: 'computed',
    value,
    formula: [`IF(${before.formula}>0,(${now.formula})/(${before.formula})-1,"${NO_FIGURE}")`],
  };
}

/** An indicator as it is, in its own unit. */
function indicatorLine(
  id: string,
  indicator: IndicatorId,
  look: ColumnLook,
  unit: string,
  consequence: (value: number, target: Target | undefined, sources: SummarySources) => Words | undefined = () =>
    undefined,
): Maker {
  return (sources) => {
    const found = sources.indicator(indicator);
    const computed = found?.evaluated.computed;
    if (!found || !computed) return undefined;
    return {
      id,
      label: { words: `row.${id}` },
      value: found.cited,
      look,
      unit,
      target: computed.target,
      verdict: computed.target ? computed.verdict : undefined,
      consequence: consequence(found.cited.value, computed.target, sources),
    };
  };
}

/** 非税占比 with the points that it has moved by. */
const nonTaxShare: Maker = (sources) => {
  const line = indicatorLine('nonTaxShare', 'R06', 'points', '%', shareSaid)(sources);
  const day = sources.dayOf(['nonTax']);
  if (!line || day === undefined) return line;
  const [now, all, before, allBefore] = (['ytd', 'prior'] as const).flatMap((phase) =>
    (['nonTax', 'localRevenue'] as const).map((subject) => sources.figure(subject, phase, day)),
  );
  if (!now || !all || !before || !allBefore || !(all.value > 0) || !(allBefore.value > 0)) return line;
  const value = (now.value / all.value - before.value / allBefore.value) * 100;
  const terms = [now, all, before, allBefore].map(({ formula }) => formula);
  const [a, b, c, d] = terms;
  return {
    ...line,
    yearBeforeLook: 'namedPoints',
    yearBefore: terms.includes(undefined)
      ? { ...now, value, formula: undefined, valueBecause: now.valueBecause ?? before.valueBecause }
      : { is: 'computed', value, formula: [`((${a})/(${b})-(${c})/(${d}))*100`] },
  };
};

/** How far a share is from the bound that it is held against. */
function shareSaid(value: number, target: Target | undefined): Words | undefined {
  const bound = target?.numbers.bound;
  if (bound === undefined) return undefined;
  const isOver = target?.id === 'atMost' && value > bound;
  const isUnder = target?.id === 'atLeast' && value < bound;
  if (!isOver && !isUnder) return { words: 'said.withinShare' };
  return { words: isOver ? 'said.overShare' : 'said.underShare', data: { points: pointsIn(value - bound) } };
}

function coverageSaid(value: number, target: Target | undefined, sources: SummarySources): Words | undefined {
  const { low, high } = target?.numbers ?? {};
  const day = sources.dayOf(['cash'], 'closing');
  const cash = day === undefined ? undefined : sources.figure('cash', 'closing', day)?.value;
  if (low === undefined || high === undefined || cash === undefined || value <= 0) return undefined;
  const average = cash / value;
  if (value < low) return { words: 'said.short', data: { amount: amountIn(low * average - cash), low } };
  if (value > high) return { words: 'said.idle', data: { amount: amountIn(cash - high * average), high } };
  return { words: 'said.enough', data: { low, high } };
}

function guaranteeSaid(value: number, _target: Target | undefined, sources: SummarySources): Words | undefined {
  const day = sources.dayOf(['cash'], 'closing');
  const cash = day === undefined ? undefined : sources.figure('cash', 'closing', day)?.value;
  if (cash === undefined || value <= 0) return undefined;
  return value >= 1
    ? { words: 'said.guaranteeEnough', data: { months: roundHalfUp(value, 1) } }
    : { words: 'said.guaranteeShort', data: { amount: amountIn(cash / value - cash) } };
}

/** What the funds have passed on of what was planned. */
const transferIn: Maker = (sources) => {
  const day = sources.dayOf(['fundTransferOut']);
  const done = day === undefined ? undefined : sources.figure('fundTransferOut', 'ytd', day);
  if (day === undefined || !done) return undefined;
  const plan = sources.figure('fundTransferOut', 'budget_initial', day);
  const told = sources.indicator('R29')?.evaluated.computed;
  return {
    id: 'transferIn',
    label: { words: 'row.transferIn' },
    value: done,
    unit: '万元',
    target: told?.target,
    verdict: told?.target ? told.verdict : undefined,
    consequence: plan && {
      words: done.value > 0 ? 'said.begun' : 'said.notBegun',
      data: { amount: amountIn(plan.value), done: amountIn(done.value) },
    },
  };
};

const debtBalance: Maker = (sources) => {
  const day = sources.dayOf(['debt', 'generalDebt'], 'closing');
  const balance = day === undefined ? undefined : sources.figure('debt', 'closing', day);
  if (day === undefined || !balance) return undefined;
  const limit = sources.figure('debt', 'limit', day);
  const told = sources.indicator('D05')?.evaluated.computed;
  const left = limit && limit.value - balance.value;
  return {
    id: 'debtBalance',
    label: { words: 'row.debtBalance' },
    value: balance,
    unit: '万元',
    target: told?.target,
    verdict: told?.target ? told.verdict : undefined,
    consequence:
      left === undefined
        ? undefined
        : { words: left >= 0 ? 'said.limitLeft' : 'said.limitOver', data: { amount: amountIn(left) } },
  };
};

/** What falls due within a year, and what is not yet there to pay it. */
const debtDue: Maker = (sources) => {
  const day = sources.basis.asOf;
  const found = sources
    .tables('债务台账')
    .map(dueDebts)
    .find((one) => one !== undefined);
  if (day === undefined || !found) return undefined;
  const rows = found.within(day, DAYS_OF_YEAR);
  const [due, means] = [found.due, found.means].map((column) => sources.sum(found.placed, rows, column));
  if (!due) return undefined;
  const gap = due.value - (means?.value ?? 0);
  const told = sources.indicator('D04')?.evaluated.computed;
  return {
    id: 'debtDue',
    label: { words: 'row.debtDue' },
    value: due,
    unit: '万元',
    target: told?.target,
    verdict: told?.target ? told.verdict : undefined,
    consequence: gap > 0 ? { words: 'said.dueShort', data: { amount: amountIn(gap) } } : { words: 'said.dueCovered' },
  };
};

const hiddenFresh: Maker = (sources) => {
  const day = sources.dayOf(['hiddenDebt'], 'closing');
  const fresh = day === undefined ? undefined : sources.figure('hiddenDebt', 'inflow', day);
  if (!fresh) return undefined;
  return {
    id: 'hiddenFresh',
    label: { words: 'row.hiddenFresh' },
    value: fresh,
    unit: '万元',
    target: { id: 'none', numbers: {} },
    verdict: fresh.value > 0 ? 'fail' : 'pass',
    consequence: { words: fresh.value > 0 ? 'said.fresh' : 'said.noFresh' },
  };
};

/** The lines of the page, in the order in which a chief asks. */
const LINES: readonly (readonly [label: Words, maker: Maker])[] = [
  [nameOf('totalRevenue'), progressLine('totalRevenue', ['budget_initial'], 'R02', true)],
  [nameOf('localRevenue'), progressLine('localRevenue', ['budget_initial'], 'R08', true)],
  [nameOf('tax'), progressLine('tax', ['budget_initial'], 'R04', true)],
  [{ words: 'row.nonTaxShare' }, nonTaxShare],
  [nameOf('expenditure'), progressLine('expenditure', ['budget_initial', 'budget_adjusted'], 'E03', true)],
  [{ words: 'row.livelihoodOfGeneral' }, indicatorLine('livelihoodOfGeneral', 'E05', 'points', '%', shareSaid)],
  [{ words: 'row.livelihoodOfAll' }, indicatorLine('livelihoodOfAll', 'E06', 'points', '%')],
  [nameOf('education'), progressLine('education', ['budget_initial', 'budget_adjusted'], 'E08', false)],
  [{ words: 'row.coverage' }, indicatorLine('coverage', 'C01', 'ratio', '', coverageSaid)],
  [{ words: 'row.cashDays' }, indicatorLine('cashDays', 'C03', 'days', '天', () => ({ words: 'said.lasts' }))],
  [{ words: 'row.guaranteeCover' }, indicatorLine('guaranteeCover', 'C04', 'ratio', '倍', guaranteeSaid)],
  [{ words: 'row.fundRevenue' }, progressLine('fundRevenue', ['budget_initial'], 'R28', false)],
  [{ words: 'row.transferIn' }, transferIn],
  [{ words: 'row.debtBalance' }, debtBalance],
  [{ words: 'row.debtDue' }, debtDue],
  [{ words: 'row.hiddenFresh' }, hiddenFresh],
  [{ words: 'row.projects' }, indicatorLine('projects', 'F13', 'points', '%')],
];

/** 一页纸: what a chief asks first, with lights, one sentence of consequence, and three charts. */
export const OVERVIEW: Summary = {
  id: 'overview',
  build: (sources) => {
    const lines = new LinesDraft();
    const missing: Words[] = [];
    for (const [label, maker] of LINES) {
      const line = maker(sources);
      if (line) addLine(lines, line);
      else missing.push(label);
    }
    if (lines.lines().length === 0)
      return { lacks: ['一般公共预算收入执行情况表', '支出执行表', '库款月报', '债务台账'] };
    const day = sources.basis.asOf;
    addErrors(lines, sources);
    const page = lines.lines();
    const charts = [progressChart, structureChart, coverageChart].flatMap((chart) => chart(lines, sources) ?? []);
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

/** A chart with the block of figures that it draws. */
interface Drawn {
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
