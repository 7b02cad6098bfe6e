import { elapsedShare, monthNumber } from '../../numbers/period';
import { NATIONAL_PACK } from '../national-pack';
import type { TwoBounds } from '../pack';
import type { Phase } from '../measures';
import type { Formula, Inquiry, Outcome } from './indicator';

const TEN_THOUSAND = 10_000;

/** An amount in 万元, without a bound. */
export function amount(subject: string, phase: Phase = 'ytd'): Formula {
  return (ask) => inTenThousands(ask.yuan(subject, phase));
}

export function inTenThousands(yuan: number): Outcome {
  return { value: yuan / TEN_THOUSAND, verdict: 'pass' };
}

/** A share in percent, without a bound. */
export function percent(part: number, whole: number): Outcome | undefined {
  return whole === 0 ? undefined : { value: (part / whole) * 100, verdict: 'pass' };
}

/** A share that is warned of above one bound and red above another. */
export function notAbove(part: number, whole: number, { warn, fail, source }: TwoBounds): Outcome | undefined {
  const share = percent(part, whole);
  if (!share) return undefined;
  const ratio = part / whole;
  const verdict = ratio > fail ? 'fail' : ratio > warn ? 'warn' : 'pass';
  return { ...share, verdict, ...graded(verdict), target: { id: 'atMost', numbers: { bound: warn * 100 } }, source };
}

/** Progress in percent against the share of the year that has passed, by whole months. */
export function progress(done: number, budget: number, asOf: string | undefined): Outcome | undefined {
  const share = percent(done, budget);
  if (!share || asOf === undefined) return share;
  const { warn, fail, source } = NATIONAL_PACK.behindSchedule;
  const behind = elapsedShare(asOf) - done / budget;
  const verdict = behind > fail ? 'fail' : behind > warn ? 'warn' : 'pass';
  return { ...share, verdict, ...graded(verdict), target: { id: 'onSchedule', numbers: { bound: Math.round(elapsedShare(asOf) * 10_000) / 100 } }, source };
}

/** Growth in percent; none on a base of nothing or less. */
export function growth(now: number, before: number): Outcome | undefined {
  return before > 0 ? { value: (now / before - 1) * 100, verdict: 'pass' } : undefined;
}

/** Half of the year's task by the end of June; other months do not ask. */
export function halfYear(done: number, budget: number, asOf: string | undefined): Outcome | undefined {
  if (asOf === undefined || monthNumber(asOf) !== 6) return undefined;
  const share = percent(done, budget);
  const { value, source } = NATIONAL_PACK.halfYear;
  const verdict = done / budget < value ? 'fail' : 'pass';
  return share && { ...share, verdict, ...graded(verdict), target: { id: 'atLeast', numbers: { bound: value * 100 } }, source };
}

export function graded(verdict: Outcome['verdict']): Pick<Outcome, 'grade'> {
  return verdict === 'fail' ? { grade: 'red' } : verdict === 'warn' ? { grade: 'yellow' } : {};
}

/** The sum of several subjects; one that is missing makes the sum missing. */
export function sumOf(ask: Inquiry, subjects: readonly string[], phase: Phase): number {
  return subjects.reduce((sum, subject) => sum + ask.yuan(subject, phase), 0);
}
