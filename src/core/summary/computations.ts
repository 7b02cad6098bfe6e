import { exactSum } from '../numbers/decimal';
import type { Computed, Operand, OwnFormula } from './entry';

type Maybe = Operand | undefined;

/** Stands where there is no figure. */
export const NO_FIGURE = '—';

const QUOTED = `"${NO_FIGURE}"`;

/** a ÷ b; 「—」 on a base of zero or less. */
export function ratio(part: Maybe, whole: Maybe): Computed | undefined {
  return onBase(
    part,
    whole,
    (a, b) => a / b,
    (a, b) => [a.at, '/', b.at],
  );
}

/** a ÷ b − 1: growth; 「—」 on a base of zero or less. */
export function growth(now: Maybe, before: Maybe): Computed | undefined {
  return onBase(
    now,
    before,
    (a, b) => a / b - 1,
    (a, b) => [a.at, '/', b.at, '-1'],
  );
}

/** a × factor ÷ b, for days and multiples; 「—」 on a base of zero or less. */
export function ratioTimes(part: Maybe, whole: Maybe, factor: number): Computed | undefined {
  return onBase(
    part,
    whole,
    (a, b) => (a / b) * factor,
    (a, b) => [a.at, '/', b.at, `*${factor}`],
  );
}

function onBase(
  a: Maybe,
  b: Maybe,
  compute: (a: number, b: number) => number,
  expression: (a: Operand, b: Operand) => OwnFormula,
): Computed | undefined {
  if (a?.value === undefined || b === undefined) return undefined;
  const base = b.value ?? 0;
  return {
    is: 'computed',
    value: base > 0 ? compute(a.value, base) : undefined,
    formula: ['IF(', ...(b.guarded ? ['N(', b.at, ')'] : [b.at]), '>0,', ...expression(a, b), `,${QUOTED})`],
  };
}

export function difference(a: Maybe, b: Maybe): Computed | undefined {
  if (a?.value === undefined || b?.value === undefined) return undefined;
  return { is: 'computed', value: exactSum([a.value, -b.value]), formula: [a.at, '-', b.at] };
}

/** How many points a share is above another that is known: 5/12 of the year. */
export function pointsAbove(
  share: Maybe,
  passed: { readonly value: number; readonly text: string },
): Computed | undefined {
  if (share === undefined) return undefined;
  return {
    is: 'computed',
    value: share.value === undefined ? undefined : (share.value - passed.value) * 100,
    formula: ['IF(ISNUMBER(', share.at, '),(', share.at, `-${passed.text})*100,${QUOTED})`],
  };
}

/** The sum of some cells of one column; undefined where one of them has no figure. */
export function sumOf(terms: readonly Maybe[]): Computed | undefined {
  const known = terms.filter((term) => term !== undefined);
  if (known.length === 0 || known.length < terms.length || known.some(({ value }) => value === undefined))
    return undefined;
  return {
    is: 'computed',
    value: exactSum(known.map(({ value }) => value ?? 0)),
    formula: ['SUM(', ...known.flatMap(({ at }, i) => (i === 0 ? [at] : [',', at])), ')'],
  };
}

/** What is left of a whole after its listed parts. */
export function rest(whole: Maybe, parts: readonly Maybe[]): Computed | undefined {
  const known = parts.filter((part) => part !== undefined);
  if (whole?.value === undefined || known.length === 0) return undefined;
  return {
    is: 'computed',
    value: exactSum([whole.value, ...known.map(({ value = 0 }) => -value)]),
    formula: [whole.at, '-SUM(', ...known.flatMap(({ at }, i) => (i === 0 ? [at] : [',', at])), ')'],
  };
}

/** The average of a run of cells, first to last. */
export function average(terms: readonly Maybe[]): Computed | undefined {
  const [first, last] = [terms[0], terms.at(-1)];
  if (!first || !last || terms.some((term) => term?.value === undefined)) return undefined;
  return {
    is: 'computed',
    value: exactSum(terms.map((term) => term?.value ?? 0)) / terms.length,
    formula: ['AVERAGE(', { ...first.at, to: last.at.to }, ')'],
  };
}
