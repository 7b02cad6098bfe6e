import { elapsedShare, monthNumber } from '../../numbers/period';
import { NATIONAL_PACK } from '../national-pack';
import type { TwoBounds } from '../pack';
import type { Phase } from '../measures';
import { growthOf, percentOf, plus, type Figure } from './figure';
import type { Formula, Inquiry, Outcome } from './indicator';

/** An amount in 万元, without a bound. */
export function amount(subject: string, phase: Phase = 'ytd'): Formula {
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
  return judged(percent(part, whole), verdict, { id: 'atMost', numbers: { bound: warn * 100 } }, source);
}

/** Progress in percent against the share of the year that has passed, by whole months. */
export function progress(done: Figure, budget: Figure, asOf: string | undefined): Outcome | undefined {
  const share = percent(done, budget);
  if (!share || asOf === undefined) return share;
  const { warn, fail, source } = NATIONAL_PACK.behindSchedule;
  const behind = elapsedShare(asOf) - done.value / budget.value;
  const verdict = behind > fail ? 'fail' : behind > warn ? 'warn' : 'pass';
  return judged(share, verdict, { id: 'onSchedule', numbers: { bound: Math.round(elapsedShare(asOf) * 10_000) / 100 } }, source);
}

/** Growth in percent; none on a base of nothing or less. */
export function growth(now: Figure, before: Figure): Outcome | undefined {
  return before.value > 0 ? stated(growthOf(now, before)) : undefined;
}

/** Half of the year's task by the end of June; other months do not ask. */
export function halfYear(done: Figure, budget: Figure, asOf: string | undefined): Outcome | undefined {
  if (asOf === undefined || monthNumber(asOf) !== 6) return undefined;
  const { value, source } = NATIONAL_PACK.halfYear;
  return judged(percent(done, budget), done.value / budget.value < value ? 'fail' : 'pass', { id: 'atLeast', numbers: { bound: value * 100 } }, source);
}

/** An outcome with its verdict, its grade and the bound that decided. */
export function judged(outcome: Outcome | undefined, verdict: Outcome['verdict'], target: NonNullable<Outcome['target']>, source: Outcome['source']): Outcome | undefined {
  return outcome && { ...outcome, verdict, ...graded(verdict), target, ...(source ? { source } : {}) };
}

function graded(verdict: Outcome['verdict']): Pick<Outcome, 'grade'> {
  return verdict === 'fail' ? { grade: 'red' } : verdict === 'warn' ? { grade: 'yellow' } : {};
}

/** The sum of several subjects; one that is missing makes the sum missing. */
export function sumOf(ask: Inquiry, subjects: readonly string[], phase: Phase): Figure {
  return plus(...subjects.map((subject) => ask.figure(subject, phase)));
}
