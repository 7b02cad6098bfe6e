import { type Interval, meets, shifted } from '../../../numbers/interval';
import { TELLING_DIGITS } from './candidates';
import { isCalledAfter, type KeyedFigure, type Line } from './lines';
import { isConcept } from './concepts';
import { isRest, WHOLE } from './name-keys';
import { isOfOneNature, type NamedFigure } from './named-table';
import { slipBetween } from '../../../relations/slip';
import { shortNames } from '../short-names';
import { isStage } from './stages';

/** What two lines show under one name. */
export interface Shared {
  readonly key: string;
  readonly one: KeyedFigure;
  readonly other: KeyedFigure;
  readonly agrees: boolean;
}

/** Two lines that are one quantity, and where they are not. */
export interface SameLine {
  readonly one: Line;
  readonly other: Line;
  readonly agreeing: readonly Shared[];
  readonly differing: readonly Shared[];
  /** How many agreeing figures are of so many digits that they do not meet by chance. */
  readonly telling: number;
  /** The digits by which they agree, together. */
  readonly digits: number;
  /** Whether all that differs is one figure, misspelt: 2864.37 for 2846.37. */
  readonly isSlip: boolean;
  /** Whether that is enough to call the two lines one, whatever the lines beside them say. */
  readonly isEnough: boolean;
}

const LEAST_TELLING = 3;
/** Or fewer that have so many digits together: two of five do not meet by chance, nor do five of two. */
const LEAST_DIGITS = 9;
/** And so many of a ledger's line. */
const LEAST_LEDGER_DIGITS = 11;
/** A row and a column that have so many names in common are of the same things. */
const MANY_NAMES = 5;
/** Figures at least, however long they are. */
const LEAST_FIGURES = 2;
/** Digits that are counted of one figure, */
const MOST_DIGITS = 6;
/** and of a total that is off by what its part is off. */
const REPEAT_DIGITS = 3;
/** Names of a line, of which each is held against each of the other. */
const MOST_NAMES = 200;
/** Where a row is called after the sheet that the other is the total of. */
const LEAST_CALLED = 2;
/** More, and the lines are of two things. */
export const MOST_DIFFERING = 0.15;
/** Where fewer than one in so many agree nothing can come of it. */
const LEAST_AGREEING = 4;
/** Totals stand at depth 0, subtotals at 1. */
const SUBTOTAL = 1;

/** Compares what two lines show under the same names; undefined: too much of it differs. */
export function compareLines(one: Line, other: Line): SameLine | undefined {
  const shared = sharedFigures(one, other);
  const agreeing = shared.filter(({ agrees }) => agrees);
  const apart = shared.filter(({ agrees }) => !agrees);
  // Most pairs of lines are of two things. A part that is off takes its totals with it, so that a few may agree.
  if (agreeing.length * LEAST_AGREEING < shared.length) return undefined;
  let alike: boolean | undefined;
  const differing = apart.filter(
    (pair) =>
      isJudged(pair, () => (alike ??= nameTheSame(one, other, shared))) &&
      !isTotalOfAccount(one, pair.one, other) &&
      !isTotalOfAccount(other, pair.other, one),
  );
  // A total that is off by what its part is off agrees in all the rest.
  const repeats = apart.filter((whole) => differing.some((part) => isRepeat(whole, part)));
  const telling = agreeing.filter(
    ({ one: a, other: b }) => Math.min(a.figure.digits, b.figure.digits) >= TELLING_DIGITS,
  );
  const values = new Set(telling.map(({ one: { figure } }) => figure.yuan)).size;
  // Two figures in each other's place are the same two.
  const exchanged = apart.filter((pair) => apart.some((other) => areExchanged(pair, other)));
  const found = values + Math.min(repeats.length, 1) + exchanged.length;
  const digits = digitsOf(agreeing) + REPEAT_DIGITS * Math.min(repeats.length, 1) + digitsOf(exchanged);
  const told = differing.filter((pair) => !repeats.includes(pair) && !isOutcome(pair, differing));
  const [only, more] = told;
  const isSlip = only !== undefined && more === undefined && isMisspelt(only);
  const compared = agreeing.length + told.length;
  const least = isCalledAfter(one, other) || isCalledAfter(other, one) ? LEAST_CALLED : LEAST_TELLING;
  const isTelling =
    found + Number(isSlip) >= least ||
    (values + exchanged.length >= LEAST_FIGURES && digits >= leastDigits(one, other, agreeing));
  if (causesOf(told) > Math.max(1, Math.floor(compared * MOST_DIFFERING))) return undefined;
  return { one, other, agreeing, differing: told, telling: found, digits, isSlip, isEnough: isTelling };
}

/** What is left at the end is off by what came in or went out too much. */
function isOutcome(pair: Shared, all: readonly Shared[]): boolean {
  if (!pair.one.keys.includes('@closing') && !pair.other.keys.includes('@closing')) return false;
  return all.some((other) => other !== pair && areOffAlike(pair, other));
}

/** Digits that a figure has of which another is no misspelling by chance. */
const MISSPELT_DIGITS = 5;

function isMisspelt({ one: { figure: a }, other: { figure: b } }: Shared): boolean {
  if (Math.min(a.digits, b.digits) < MISSPELT_DIGITS) return false;
  const half = Math.max(a.interval.high - a.interval.low, b.interval.high - b.interval.low) / 2;
  return slipBetween(a.yuan / a.factor, b.yuan / a.factor, half / a.factor)?.kind === 'transposed';
}

/** 事业收入 and 其他收入 in each other's row. */
function areExchanged(a: Shared, b: Shared): boolean {
  return a !== b && areEqual(a.one, b.other) && areEqual(b.one, a.other);
}

/** Whether two pairs differ by as much, in one direction or the other. */
function areOffAlike(a: Shared, b: Shared): boolean {
  const [off, other] = [differenceOf(a.one.figure, a.other.figure), differenceOf(b.one.figure, b.other.figure)];
  return meets(off, other) || meets({ low: -off.high, high: -off.low }, other);
}

/** Two lines of other names may share two figures of many; a ledger's balances and flows are one, whatever they are called. */
function leastDigits(one: Line, other: Line, agreeing: readonly Shared[]): number {
  if (one.keys.some((key) => other.keys.includes(key))) return LEAST_DIGITS;
  const names = agreeing.filter(({ key }) => !isConcept(key) && key !== WHOLE && !isRest(key)).length;
  const isAcross = one.axis !== other.axis && names >= MANY_NAMES;
  return isAcross || agreeing.every(({ key }) => isConcept(key)) ? LEAST_LEDGER_DIGITS : Infinity;
}

/** The digits by which figures agree, each figure once; one digit is met everywhere. */
function digitsOf(agreeing: readonly Shared[]): number {
  const digits = new Map<number, number>();
  for (const { one, other } of agreeing) {
    const own = Math.min(one.figure.digits, other.figure.digits, MOST_DIGITS);
    if (own > 1) digits.set(one.figure.yuan, own);
  }
  return [...digits.values()].reduce((sum, own) => sum + own, 0);
}

/** 账面余额 is no total by its name, and off by what one of its ages is off; what is used more leaves less: one cause. */
export function causesOf([first, ...others]: readonly Shared[]): number {
  return first ? 1 + others.filter((other) => !areOffAlike(first, other)).length : 0;
}

/** A total whose parts agree is judged by the sums of its own sheet; 其他 is of the same things only where all else is named alike. */
function isJudged({ key, one, other }: Shared, areNamedAlike: () => boolean): boolean {
  if (key === WHOLE || (one.depth <= SUBTOTAL && other.depth <= SUBTOTAL)) return false;
  // 0 is what a form says where nothing was filled in.
  if (one.figure.yuan === 0 || other.figure.yuan === 0) return false;
  return !isRest(key) || areNamedAlike();
}

/** 支出小计 in a row of a summary is with what is carried over or without it: an account has totals of both. */
function isTotalOfAccount({ table }: Line, { depth }: KeyedFigure, { axis }: Line): boolean {
  return table.isAccount === true && depth <= SUBTOTAL && axis === 'row';
}

function sharedFigures(one: Line, other: Line): Shared[] {
  const seen = new Set<KeyedFigure>();
  const shared: Shared[] = [];
  let agreeing = 0;
  for (const [key, a] of one.byKey) {
    const b = other.byKey.get(key);
    if (!b || seen.has(a) || seen.has(b) || !areComparable(a, b)) continue;
    seen.add(a);
    seen.add(b);
    const agrees = areEqual(a, b);
    if (agrees) agreeing++;
    shared.push({ key, one: a, other: b, agrees });
  }
  // Most pairs of lines are of two things, which need no second look.
  if (shared.length >= LEAST_TELLING && agreeing * 2 < shared.length) return shared;
  const isOtherwise = ({ key, one: a, other: b }: Shared): boolean =>
    isUnderLikeName(other, key, a) || isUnderLikeName(one, key, b) || isOtherTotal(one, a, other, b);
  const told = shared.filter((pair) => pair.agrees || !isOtherwise(pair));
  const kept = new Set(told.flatMap(({ one: a, other: b }) => [a, b]));
  const almost = calledAlmostAlike(one, other, kept);
  return [...told, ...almost, ...calledShort(one, other, kept)];
}

/** 人社局 and 人力资源和社会保障局, whether they agree or not. */
function calledShort(one: Line, other: Line, seen: ReadonlySet<KeyedFigure>): Shared[] {
  const [ours, theirs] = [one, other].map((line) => byOwnName(line, seen));
  // A roster of thousands shortens nothing.
  if (!ours || !theirs || ours.size * theirs.size > MOST_NAMES ** 2) return [];
  return [...shortNames([...ours.keys()], [...theirs.keys()])].flatMap(([name, called]): Shared[] => {
    const [a, b] = [ours.get(name), theirs.get(called)];
    return a && b && areComparable(a, b) ? [{ key: name, one: a, other: b, agrees: areEqual(a, b) }] : [];
  });
}

/** What a line has not yet found elsewhere, by the innermost of its names. */
function byOwnName(line: Line, seen: ReadonlySet<KeyedFigure>): Map<string, KeyedFigure> {
  const named = new Map<string, KeyedFigure>();
  for (const figure of new Set(line.byKey.values())) {
    const name = figure.keys.findLast((key) => !key.includes('/') && !isConcept(key));
    const isNamed = name !== undefined && !isRest(name) && line.byKey.get(name) === figure;
    if (isNamed && !seen.has(figure) && !figure.keys.includes(WHOLE)) named.set(name, figure);
  }
  return named;
}

/** 一般公共服务 of a memo is 0, and 一般公共服务支出 above it is the figure that was looked for. */
function isUnderLikeName(line: Line, key: string, figure: KeyedFigure): boolean {
  return line.calledLike(key).some((other) => areEqual(figure, other));
}

/** 非税收入 of all funds, above which the 非税收入 of one stands: which of a table's totals is meant its figures say. */
function isOtherTotal(one: Line, a: KeyedFigure, other: Line, b: KeyedFigure): boolean {
  if (a.depth > SUBTOTAL && b.depth > SUBTOTAL) return false;
  const isIn = ({ figures }: Line, total: KeyedFigure) =>
    total.figure.digits > TELLING_DIGITS && figures.some((figure) => areEqual(figure, total));
  return isIn(other, a) || isIn(one, b);
}

function areEqual({ figure: a }: KeyedFigure, { figure: b }: KeyedFigure): boolean {
  return meets(a.interval, b.interval);
}

/** 行政事业性收费 and 行政事业性收费收入: a longer name is the same one where the figures say so. */
function calledAlmostAlike(one: Line, other: Line, seen: Set<KeyedFigure>): Shared[] {
  return [...one.byKey].flatMap(([key, a]): Shared[] => {
    if (seen.has(a)) return [];
    const b = other.calledLike(key).find((figure) => !seen.has(figure) && areComparable(a, figure));
    if (!b || !areEqual(a, b)) return [];
    seen.add(a);
    seen.add(b);
    return [{ key, one: a, other: b, agrees: true }];
  });
}

function areComparable({ figure: a }: KeyedFigure, { figure: b }: KeyedFigure): boolean {
  return isOfOneNature(a, b) && (a.yuan !== 0 || b.yuan !== 0);
}

/** Whether a total or subtotal is off by the same amount as something within it. */
function isRepeat(whole: Shared, part: Shared): boolean {
  if (whole.one.depth >= part.one.depth && whole.other.depth >= part.other.depth) return false;
  const [a, b] = [whole, part].map(({ one, other }) => differenceOf(one.figure, other.figure));
  return a !== undefined && b !== undefined && a.low * b.low > 0 && meets(a, b);
}

/** By how much the second of two figures is more. */
export function differenceOf(one: NamedFigure, other: NamedFigure): Interval {
  return shifted({ low: other.interval.low - one.interval.high, high: other.interval.high - one.interval.low }, 0);
}

/** Whether neither line names anything that the other does not. */
function nameTheSame(one: Line, other: Line, shared: readonly Shared[]): boolean {
  const depth = Math.max(...shared.map(({ one: a }) => a.depth));
  const among = new Set(shared.flatMap(({ one: a, other: b }) => [a, b]));
  return [one, other].every(({ figures }) =>
    figures.every(
      (figure) =>
        among.has(figure) ||
        figure.depth <= SUBTOTAL ||
        figure.depth > depth ||
        figure.figure.yuan === 0 ||
        isStage(figure.role),
    ),
  );
}
