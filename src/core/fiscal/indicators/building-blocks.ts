import { roundHalfUp } from '../../numbers/decimal';
import { meets } from '../../numbers/interval';
import { rollForwards } from '../ties/roll-forward';
import type { TableKind } from '../../tables/table-kinds';
import type { Phase } from '../measure';
import type { SubjectId } from '../subjects';
import { isMidYear, schedule } from '../schedule';
import type { Bound, Source, TwoBounds } from '../pack';
import { growthOf, percentOf, plus, type Figure } from './figure';
import type { Formula, Inquiry, Outcome } from './indicator';
import type { MissingItem } from './items';
import type { PlacedTable } from './lookup';

/** An amount in 万元, without a bound. */
export function amount(subject: SubjectId, phase: Phase = 'ytd'): Formula {
  return (ask) => stated(ask.figure(subject, phase));
}

/** A figure as it is, without a bound. */
export function stated({ value, live }: Figure): Outcome {
  return { value, verdict: 'pass', ...(live === undefined ? {} : { live }) };
}

/** A share in percent, without a bound. */
export function percent(part: Figure, whole: Figure): Outcome | undefined {
  return whole.value === 0 ? undefined : stated(percentOf(part, whole));
}

/** A share that is warned of above one bound and red above another. */
export function notAbove(part: Figure, whole: Figure, { warn, fail, source }: TwoBounds): Outcome | undefined {
  const ratio = part.value / whole.value;
  const verdict = ratio > fail ? 'fail' : ratio > warn ? 'warn' : 'pass';
  return judged(
    percent(part, whole),
    verdict,
    { id: 'atMost', numbers: { bound: roundHalfUp(warn * 100, 4) } },
    source,
  );
}

/** A share that is not to fall below a bound, or not to exceed it; `grade` says how grave it is to miss it. */
export function bounded(
  part: Figure,
  whole: Figure,
  { value, source }: Bound,
  side: 'atLeast' | 'atMost',
  verdict: 'warn' | 'fail',
): Outcome | undefined {
  const ratio = part.value / whole.value;
  const misses = side === 'atLeast' ? ratio < value : ratio > value;
  return judged(
    percent(part, whole),
    misses ? verdict : 'pass',
    { id: side, numbers: { bound: roundHalfUp(value * 100, 4) } },
    source,
  );
}

/** A figure against a bound in its own unit. */
export function against(
  figure: Figure,
  { value, source }: Bound,
  side: 'atLeast' | 'atMost',
  verdict: 'warn' | 'fail',
): Outcome | undefined {
  const misses = side === 'atLeast' ? figure.value < value : figure.value > value;
  return judged(stated(figure), misses ? verdict : 'pass', { id: side, numbers: { bound: value } }, source);
}

/** Which budget the progress of the whole is measured by: the first that there is. */
const BUDGETS = {
  localRevenue: ['budget_initial'],
  expenditure: ['budget_initial', 'budget_adjusted'],
} as const satisfies Partial<Record<SubjectId, readonly Phase[]>>;

/** Revenue and expenditure as a whole: what 序时进度 and 双过半 are asked of. */
export type WholeSubject = keyof typeof BUDGETS;

/** What was done and what was planned for the year. */
export function doneAndBudget(ask: Inquiry, subject: WholeSubject): readonly [done: Figure, budget: Figure] {
  return [ask.figure(subject, 'ytd'), ask.firstOf(subject, ...BUDGETS[subject])];
}

/** Progress in percent against the share of the year that has passed. */
export function progress(ask: Inquiry, done: Figure, budget: Figure): Outcome | undefined {
  const share = percent(done, budget);
  if (!share || ask.asOf === undefined) return share;
  const { warn, fail, source } = ask.pack.behindSchedule;
  const elapsed = schedule(ask.pack, ask.asOf);
  const behind = elapsed - done.value / budget.value;
  const verdict = behind > fail ? 'fail' : behind > warn ? 'warn' : 'pass';
  const numbers = { bound: roundHalfUp(elapsed * 100, 2), slack: roundHalfUp(warn * 100, 2) };
  return judged(share, verdict, { id: 'onSchedule', numbers }, source);
}

/** Growth in percent; none on a base of nothing or less. */
export function growth(now: Figure, before: Figure): Outcome | undefined {
  return before.value > 0 ? stated(growthOf(now, before)) : undefined;
}

/** Half of the year's task by the end of June; other days do not ask. */
export function halfYear(ask: Inquiry, done: Figure, budget: Figure): Outcome | undefined {
  if (ask.asOf === undefined || !isMidYear(ask.asOf)) return undefined;
  return bounded(done, budget, ask.pack.halfYear, 'atLeast', 'fail');
}

/** Half a 万元: the coarsest that such tables print. */
const HALF = 0.5;

/** Two ways to one amount: told apart by more than their printing explains, the indicator fails. */
export function tie(whole: Figure, parts: Figure): Outcome | undefined {
  const interval = ({ value }: Figure) => ({ low: value - HALF, high: value + HALF });
  return judged(
    stated(whole),
    meets(interval(whole), interval(parts)) ? 'pass' : 'fail',
    { id: 'tie', numbers: { bound: roundHalfUp(parts.value, 2) } },
    undefined,
  );
}

/** How many things there are of which there should be none. */
export function none(found: number, verdict: 'warn' | 'fail', source?: Source): Outcome | undefined {
  return judged({ value: found, verdict: 'pass' }, found > 0 ? verdict : 'pass', { id: 'none', numbers: {} }, source);
}

/** How many rows of the tables of a kind do not carry forward. */
export function brokenRolls(
  ask: Inquiry,
  kind: TableKind,
  item: MissingItem,
  which?: (placed: PlacedTable) => boolean,
): Outcome | undefined {
  const rolls = ask.tables(kind, item, which).flatMap(({ sheet, table }) => rollForwards(sheet, table));
  if (rolls.length === 0) return void ask.lacking(kind, item);
  return none(rolls.filter(({ holds }) => !holds).length, 'fail');
}

/** An outcome with its verdict, its grade and the bound that decided. */
export function judged(
  outcome: Outcome | undefined,
  verdict: Outcome['verdict'],
  target: NonNullable<Outcome['target']>,
  source: Outcome['source'],
): Outcome | undefined {
  return outcome && { ...outcome, verdict, ...graded(verdict), target, ...(source ? { source } : {}) };
}

export function graded(verdict: Outcome['verdict']): Pick<Outcome, 'grade'> {
  return verdict === 'fail' ? { grade: 'red' } : verdict === 'warn' ? { grade: 'yellow' } : {};
}

/** The sum of several subjects; one that is missing makes the sum missing. */
export function sumOf(ask: Inquiry, subjects: readonly SubjectId[], phase: Phase): Figure {
  return plus(...subjects.map((subject) => ask.figure(subject, phase)));
}
