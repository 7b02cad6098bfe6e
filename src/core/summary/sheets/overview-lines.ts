import type { IndicatorId } from '../../fiscal/indicators/catalogue';
import type { IndicatorVerdict, Target } from '../../fiscal/indicators/indicator';
import { dueDebts } from '../../fiscal/ledgers/due-debts';
import type { Phase } from '../../fiscal/measure';
import type { SubjectId } from '../../fiscal/subjects';
import { monthNumber } from '../../numbers/period';
import { roundHalfUp } from '../../numbers/decimal';
import { NO_FIGURE } from '../computations';
import type { Cited, Entry, Words } from '../entry';
import type { SummarySources } from '../sources';
import { nameOf } from '../subject-table';
import type { ColumnLook } from '../summary-table';

/** What the chief's page says, a line each: a figure, what it is held against, and what follows. */

const MONTHS = 12;
const HALF_YEAR = 6;
const DAYS_OF_YEAR = 366;

/** What a line of the page says. */
export interface PageLine {
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
export const PAGE_LINES: readonly (readonly [label: Words, maker: Maker])[] = [
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
