import { SIGNED } from '../weights';
import type { Judged } from '../choose/judged';
import type { Selection } from '../choose/selection';
import { factoredCandidate } from '../propose/candidates';
import { Word } from '../read/vocabulary';
import { noiseOf } from '../noise';
import type { StatedTerm } from '../types';
import type { AxisView } from '../view/axis-view';
import { isRate, mayAdd } from '../view/line-kinds';
import { linesOfSum } from '../weigh/lines-of-sum';
import { noEvidence } from '../weigh/sum-evidence';

/** Signs of four terms that come to nothing, the first taken as +: three against one, and two against two. */
const SIGNS: readonly (readonly number[])[] = [
  [1, -1, -1, -1],
  [1, -1, 1, 1],
  [1, 1, -1, 1],
  [1, 1, 1, -1],
  [1, 1, -1, -1],
  [1, -1, 1, -1],
  [1, -1, -1, 1],
];

/** Two against two is chance unless something is taken off: 退款, 扣款, 净支付. */
const TAKEN_OFF = /退|减|扣|抵|冲|净|差|还|核销|支出|支付|流出|调出|划出|上解|结余|余额|不含/;

/** Four columns, with the signs by which they come to nothing in nearly every row. */
interface Balance {
  readonly columns: readonly number[];
  readonly signs: readonly number[];
  readonly holding: number;
  readonly missing: number;
  readonly bits: number;
}

/**
 * 本日累计 = 上日累计 + 本日支付 − 退款, 空编 = 编制 − 干部 − 工勤: four columns that stand apart, or of which one is
 * taken off. What follows from sums known by algebra is none of them; a sum of fewer of the same columns, or of the
 * same without the sign, that fails in more rows gives way.
 */
export function acceptSigned(view: AxisView, selection: Selection): void {
  if (view.size > SIGNED.mostColumns || view.size < 4) return;
  const standing = balancesOf(view).map((balance) => ({ balance, results: resultsIn(balance, selection) }));
  standing.sort(
    (a, b) =>
      a.balance.missing - b.balance.missing || a.results.size - b.results.size || b.balance.bits - a.balance.bits,
  );
  for (const { balance, results } of standing) {
    const judged = judgedOf(view, balance, results);
    if (!judged || !mayAdd(view, judged.candidate) || selection.implies(judged.candidate)) continue;
    const { columns } = balance;
    const lesser = selection.accepted.find(
      ({ candidate: { op, target, parts }, evidence }) =>
        op === 'sum' &&
        columns.includes(target) &&
        parts.every((part) => columns.includes(part)) &&
        evidence.fail + evidence.near > balance.missing,
    );
    if (lesser) selection.replace(lesser, judged);
    // Another way to make up what is made up already proves nothing: it leaves out what is mostly blank.
    else if (selection.sumsOf(judged.candidate.target).length === 0) selection.keepStated(judged);
  }
}

/** Those of its columns that are results of others, too. */
function resultsIn({ columns }: Balance, selection: Selection): ReadonlySet<number> {
  const isOfOthers = ({ candidate }: Judged): boolean => candidate.parts.some((part) => !columns.includes(part));
  return new Set(columns.filter((column) => selection.sumsOf(column).some(isOfOthers)));
}

/** Those that come out. */
function balancesOf(view: AxisView): Balance[] {
  const columns = amountsOf(view);
  const found: Balance[] = [];
  let tried = 0;
  for (const four of foursOf(columns)) {
    const isTakenOff = four.some((column) => TAKEN_OFF.test(view.names[column] ?? ''));
    for (const signs of isTakenOff ? SIGNS : SIGNS.filter((one) => !isTwoByTwo(one))) {
      tried++;
      const balance = weighed(view, four, signs);
      if (balance) found.push(balance);
    }
  }
  const price = Math.log2(tried + 1);
  return found.filter(({ bits }) => bits >= SIGNED.enough + price);
}

/** Every four of some columns, in their order. */
function* foursOf(columns: readonly number[]): Generator<readonly number[]> {
  for (let a = 0; a < columns.length; a++)
    for (let b = a + 1; b < columns.length; b++)
      for (let c = b + 1; c < columns.length; c++)
        for (let d = c + 1; d < columns.length; d++) yield [a, b, c, d].map((at) => columns[at] ?? 0);
}

function isTwoByTwo(signs: readonly number[]): boolean {
  return signs.reduce((sum, sign) => sum + sign, 0) === 0;
}

/** Balances of accounts stand on one side or the other. */
const SIDES = /借|贷/;

/** Columns that hold enough amounts. */
function amountsOf({ size, kind, names, lines, value, step, crossStep }: AxisView): number[] {
  return Array.from({ length: size }, (_, column) => column).filter((column) => {
    if (isRate(kind?.[column]) || SIDES.test(names[column] ?? '')) return false;
    const filled = lines.filter((line) => (value[column * step + line * crossStep] || 0) !== 0);
    return filled.length >= SIGNED.fewestEach;
  });
}

function weighed(view: AxisView, columns: readonly number[], signs: readonly number[]): Balance | undefined {
  const probe = view.informative.subarray(0, SIGNED.probe);
  let good = 0;
  let bad = 0;
  for (const line of probe) {
    const stand = standAt(view, columns, signs, line);
    if (stand === undefined) continue;
    if (stand.holds) good++;
    else if (++bad > 1 + (1 - SIGNED.holding) * probe.length) return undefined;
  }
  if (good === 0) return undefined;
  let [holding, missing, exact, bits] = [0, 0, 0, 0];
  const each = columns.map(() => ({ holding: 0, missing: 0, figures: new Set<number>() }));
  const seen = new Set<string>();
  for (const line of view.lines) {
    const stand = standAt(view, columns, signs, line);
    if (stand === undefined) continue;
    const figures = columns.map((column) => view.value[column * view.step + line * view.crossStep] || 0);
    if (stand.holds) holding++;
    else missing++;
    if (stand.isExact) exact++;
    for (const [k, one] of each.entries()) {
      const figure = figures[k] ?? 0;
      if (figure === 0) continue;
      if (stand.holds) one.holding++;
      else one.missing++;
      one.figures.add(figure);
    }
    // What a row repeats of another, or has in its proportions, proves nothing more: one price at several rates.
    const largest = Math.max(...figures.map(Math.abs));
    const print = figures.map((figure) => Math.round((SIGNED.shares * figure) / largest)).join(' ');
    if (stand.holds && !seen.has(print)) bits += stand.bits;
    seen.add(print);
  }
  const comesOut = (of: { readonly holding: number; readonly missing: number }): boolean =>
    of.holding >= SIGNED.holding * (of.holding + of.missing);
  const isEnough =
    holding >= SIGNED.fewest &&
    missing <= mostMissing(holding) &&
    comesOut({ holding, missing }) &&
    exact >= SIGNED.exact * holding &&
    each.every((one) => one.holding >= SIGNED.fewestEach && one.figures.size >= SIGNED.fewestEach && comesOut(one));
  return isEnough ? { columns, signs, holding, missing, bits } : undefined;
}

function mostMissing(holding: number): number {
  return Math.max(SIGNED.mostMissing, (1 - SIGNED.nearlyAll) * holding);
}

/** How four columns stand in a row; undefined: too few figures to say. */
function standAt(
  { value, half, step, crossStep, unread, lineWeight }: AxisView,
  columns: readonly number[],
  signs: readonly number[],
  line: number,
): { readonly holds: boolean; readonly isExact: boolean; readonly bits: number } | undefined {
  if ((lineWeight[line] ?? 1) < 1) return undefined;
  let [sum, slack, largest, filled] = [0, 0, 0, 0];
  const seen: number[] = [];
  for (let k = 0; k < columns.length; k++) {
    const at = (columns[k] ?? 0) * step + line * crossStep;
    if (unread.has(at)) return undefined;
    const figure = (signs[k] ?? 1) * (value[at] || 0);
    // Two that cancel out leave two that are the same: nothing is said of four.
    if (figure !== 0 && seen.includes(-figure)) return undefined;
    seen.push(figure);
    if (figure !== 0) filled++;
    sum += figure;
    slack += half[at] || 0;
    largest = Math.max(largest, Math.abs(figure));
  }
  if (filled < 3) return undefined;
  const noise = noiseOf(largest);
  const holds = Math.abs(sum) <= slack + noise;
  const isExact = Math.abs(sum) <= slack / columns.length + noise;
  return { holds, isExact, bits: holds ? Math.log2(Math.max(1, largest / (2 * slack || 1))) : 0 };
}

/**
 * Written with its result alone on the left: the one against three, or the one that is called a result, or the last of
 * those that are no result of other columns.
 */
function judgedOf(
  view: AxisView,
  { columns, signs, holding, missing, bits }: Balance,
  results: ReadonlySet<number>,
): Judged | undefined {
  const ofSign = (sign: number): number[] => columns.filter((_, k) => signs[k] === sign);
  const alone = [ofSign(1), ofSign(-1)].find(({ length }) => length === 1)?.[0];
  const free = columns.filter((column) => !results.has(column));
  const called = free.filter((column) => ((view.words[column] ?? 0) & (Word.plainTotal | Word.difference)) !== 0);
  const target = alone ?? called.at(-1) ?? free.at(-1) ?? columns.at(-1) ?? 0;
  const own = signs[columns.indexOf(target)] ?? 1;
  const terms = columns.flatMap((line, k): StatedTerm[] =>
    line === target ? [] : [{ line, factor: (signs[k] ?? 1) === own ? -1 : 1 }],
  );
  const candidate = factoredCandidate(target, terms, 'signed');
  const { missing: misses, holding: held } = linesOfSum(view, 'sum', target, candidate.parts, candidate.factors);
  // Rows with too few figures to speak for it may still speak against it.
  if (misses.length > mostMissing(held.length)) return undefined;
  return {
    candidate,
    evidence: {
      ...noEvidence(),
      hold: holding,
      trivial: Math.max(0, held.length - holding),
      fail: missing,
      bits,
    },
    labelBits: 0,
    score: bits,
    nearCounts: false,
    trusted: new Set([...held, ...misses.map(({ line }) => line)]),
  };
}
