import { type Interval, meets, shifted } from '../../../numbers/interval';
import { TELLING_DIGITS } from './candidates';
import { isCalledAfter, type KeyedFigure, type Line } from './lines';
import { isRest, WHOLE } from './name-keys';
import { isOfOneNature, type NamedFigure } from './named-table';
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
}

const LEAST_TELLING = 3;
/** Where a row is called after the sheet that the other is the total of. */
const LEAST_CALLED = 2;
/** More, and the lines are of two things. */
const MOST_DIFFERING = 0.15;
/** Where fewer than one in so many agree nothing can come of it. */
const LEAST_AGREEING = 4;
/** Totals stand at depth 0, subtotals at 1. */
const SUBTOTAL = 1;

/** Compares what two lines show under the same names; undefined: too little of it agrees. */
export function compareLines(one: Line, other: Line): SameLine | undefined {
  const shared = sharedFigures(one, other);
  const agreeing = shared.filter(({ agrees }) => agrees);
  const apart = shared.filter(({ agrees }) => !agrees);
  // Most pairs of lines are of two things. A part that is off takes its totals with it, so that a few may agree.
  if (agreeing.length * LEAST_AGREEING < shared.length) return undefined;
  let alike: boolean | undefined;
  const differing = apart.filter((pair) => isJudged(pair, () => (alike ??= nameTheSame(one, other, shared))));
  // A total that is off by what its part is off agrees in all the rest.
  const repeats = apart.filter((whole) => differing.some((part) => isRepeat(whole, part)));
  const telling = agreeing.filter(
    ({ one: a, other: b }) => Math.min(a.figure.digits, b.figure.digits) >= TELLING_DIGITS,
  );
  const values = new Set(telling.map(({ one: { figure } }) => figure.yuan)).size;
  const found = values + Math.min(repeats.length, 1);
  const told = differing.filter((pair) => !repeats.includes(pair));
  const compared = agreeing.length + told.length;
  const least = isCalledAfter(one, other) || isCalledAfter(other, one) ? LEAST_CALLED : LEAST_TELLING;
  if (found < least || causesOf(told) > Math.max(1, Math.floor(compared * MOST_DIFFERING))) return undefined;
  return { one, other, agreeing, differing: told, telling: found };
}

/** 账面余额 is no total by its name, and off by what one of its ages is off; what is used more leaves less: one cause. */
function causesOf([first, ...others]: readonly Shared[]): number {
  if (!first) return 0;
  const off = differenceOf(first.one.figure, first.other.figure);
  const either = [off, { low: -off.high, high: -off.low }];
  return (
    1 +
    others.filter(({ one, other }) => !either.some((known) => meets(known, differenceOf(one.figure, other.figure))))
      .length
  );
}

/** A total whose parts agree is judged by the sums of its own sheet; 其他 is of the same things only where all else is named alike. */
function isJudged({ key, one, other }: Shared, areNamedAlike: () => boolean): boolean {
  if (key === WHOLE || (one.depth <= SUBTOTAL && other.depth <= SUBTOTAL)) return false;
  // 0 is what a form says where nothing was filled in.
  if (one.figure.yuan === 0 || other.figure.yuan === 0) return false;
  return !isRest(key) || areNamedAlike();
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
  if (agreeing * 2 < shared.length) return shared;
  const told = shared.filter(
    ({ key, one: a, other: b, agrees }) => agrees || !(isUnderLikeName(other, key, a) || isUnderLikeName(one, key, b)),
  );
  const kept = new Set(told.flatMap(({ one: a, other: b }) => [a, b]));
  return [...told, ...calledAlmostAlike(one, other, kept)];
}

/** 一般公共服务 of a memo is 0, and 一般公共服务支出 above it is the figure that was looked for. */
function isUnderLikeName(line: Line, key: string, figure: KeyedFigure): boolean {
  return line.calledLike(key).some((other) => areEqual(figure, other));
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
