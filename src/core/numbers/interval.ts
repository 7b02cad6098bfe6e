import { ExactSum, powerOfTen } from './decimal';

/**
 * What a printed number may stand for. A number printed with d decimals stands for
 * [v − ½·10⁻ᵈ, v + ½·10⁻ᵈ]; two figures contradict each other only when their intervals cannot meet
 * (as in XBRL Calculations 1.1; see docs/rounding.md).
 */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** A number as it is printed: its value and how far it is to be trusted. */
export interface Printed {
  readonly value: number;
  /** Decimals shown; negative when it is rounded to tens or more. */
  readonly decimals: number;
  /** True for a formula's result: its full value counts, not what is shown. */
  readonly exact: boolean;
}

/** Half a unit of the last printed place. */
export function halfUnit(decimals: number): number {
  return decimals >= 0 ? 0.5 / powerOfTen(decimals) : 0.5 * powerOfTen(-decimals);
}

export function intervalOf(printed: Printed): Interval {
  const half = printed.exact ? 0 : halfUnit(printed.decimals);
  return { low: sumOf(printed.value, -half), high: sumOf(printed.value, half) };
}

/** The interval of a sum whose terms carry a sign each: +1 or −1. */
export function sumInterval(terms: readonly Printed[], signs?: readonly number[]): Interval {
  const low = new ExactSum();
  const high = new ExactSum();
  terms.forEach((term, i) => {
    const value = (signs?.[i] ?? 1) * term.value;
    const half = term.exact ? 0 : halfUnit(term.decimals);
    low.add(value);
    low.add(-half);
    high.add(value);
    high.add(half);
  });
  return { low: low.value, high: high.value };
}

/**
 * The interval of a ÷ b, or undefined when b may be zero. Division is not exact in binary, so the
 * interval is widened by a unit of the 15th digit.
 */
export function quotientInterval(a: Interval, b: Interval): Interval | undefined {
  if (b.low <= 0 && b.high >= 0) return undefined;
  const corners = [a.low / b.low, a.low / b.high, a.high / b.low, a.high / b.high];
  return widened({ low: Math.min(...corners), high: Math.max(...corners) });
}

export function scaled(interval: Interval, factor: number): Interval {
  const ends = [interval.low * factor, interval.high * factor];
  return widened({ low: Math.min(...ends), high: Math.max(...ends) });
}

export function shifted(interval: Interval, by: number): Interval {
  return widened({ low: interval.low + by, high: interval.high + by });
}

/** Whether some value lies in both. The only comparison of two amounts in Gouji. */
export function meets(a: Interval, b: Interval): boolean {
  return a.low <= b.high && b.low <= a.high;
}

function widened({ low, high }: Interval): Interval {
  const noise = Math.max(Math.abs(low), Math.abs(high)) * 1e-14;
  return { low: low - noise, high: high + noise };
}

function sumOf(a: number, b: number): number {
  const sum = new ExactSum();
  sum.add(a);
  sum.add(b);
  return sum.value;
}
