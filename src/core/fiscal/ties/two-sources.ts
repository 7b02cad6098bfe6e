import { meets, scaled } from '../../numbers/interval';
import type { Measure } from '../measure';
import { sameTier, tierKey } from '../../tables/tier';
import { isOfOnePlace, MeasureBook } from './compared';

/** One measure that two tables of one period show, and what they make of it. */
export interface TwoSources {
  readonly one: Measure;
  readonly other: Measure;
  readonly agree: boolean;
  /** one ÷ other where it is 10³, 10⁴ or 10⁸ (or the inverse): a unit that slipped. */
  readonly factor: number | undefined;
}

/** Two tables and all the measures that both show. */
export interface SharedMeasures {
  readonly pairs: readonly TwoSources[];
  /** Enough of them agree, or the tables lie in one workbook, for a difference to mean something. */
  readonly comparable: boolean;
}

const UNIT_SLIPS = [1e3, 1e4, 1e8];
/** Fewer shared measures than this prove no common calibre. */
const ENOUGH_SHARED = 3;

/** Every pair of tables, at least one of them own, that show the same measures of known subjects. */
export function sharedMeasures(own: readonly Measure[], others: readonly Measure[]): SharedMeasures[] {
  // A county's line in a table of the whole city is the county's own figure.
  const places = new Set([...own, ...others].map(({ place }) => place));
  const known = (measures: readonly Measure[]) =>
    measures
      .map((measure) =>
        measure.scope !== '' && places.has(measure.scope)
          ? { ...measure, scope: '', place: measure.scope, tier: undefined }
          : measure,
      )
      .filter(
        ({ subject, side, unit, from, asOf, phase }) =>
          subject !== undefined &&
          (unit !== undefined || subject === 'coverage') &&
          asOf !== undefined &&
          phase !== 'opening' &&
          // Of debts 累计 may be what was borrowed, repaid or spent: their words say which, not their subject.
          !(side === 'debt' && (phase === 'ytd' || phase === 'month')) &&
          ((phase !== 'inflow' && phase !== 'outflow') || isOfMonth(subject, from, asOf)) &&
          // Initial or adjusted: the header does not always say.
          phase !== 'budget_prior',
      );
  const all = [...own, ...others];
  const mine = known(own);
  const isMine = new Set<Measure>(mine);
  const byTables = new Map<string, TwoSources[]>();
  const between: TwoSources[] = [];
  for (const group of new MeasureBook([...mine, ...known(others)]).groups()) {
    group.forEach((one, i) => {
      for (const other of group.slice(i + 1)) {
        if (one.table === other.table || !isOfOnePlace(one, other)) continue;
        if (!isMine.has(one) && !isMine.has(other)) {
          between.push({ one, other, agree: meets(one.interval, other.interval), factor: undefined });
          continue;
        }
        const key = [one.table, tierKey(one.tier), other.table, tierKey(other.tier)].join('||');
        const pairs = byTables.get(key);
        const told = compare(one, other);
        const isExplained = !told.agree && (isPartOfOne(told, all) || isOtherBudget(told, all));
        const pair = isExplained ? { ...told, agree: true } : told;
        if (pairs) pairs.push(pair);
        else byTables.set(key, [pair]);
      }
    });
  }
  const groups = [...byTables.values()];
  const standing = new Standing([...groups.flat(), ...between]);
  return groups.map((pairs) => ({
    pairs,
    comparable: isComparable(pairs, isMine) || pairs.every((pair) => standing.vouches(pair)),
  }));
}

/** What tables agree in with others, and with other workbooks. */
class Standing {
  private readonly counts = new Map<string, { agreeing: number; differing: number }>();

  constructor(pairs: readonly TwoSources[]) {
    for (const { one, other, agree } of pairs)
      if (one.yuan !== 0 || other.yuan !== 0)
        for (const [{ table }, { cell }] of [
          [one, other],
          [other, one],
        ] as const)
          for (const key of [table, `${table}|${cell.book}`]) this.count(key)[agree ? 'agreeing' : 'differing'] += 1;
  }

  private count(key: string): { agreeing: number; differing: number } {
    const known = this.counts.get(key) ?? { agreeing: 0, differing: 0 };
    this.counts.set(key, known);
    return known;
  }

  /**
   * The lone figure of a month, or of a day, in tables of two workbooks means something where one of them agrees with
   * others, and with that workbook; budgets and what was paid to date have more calibres.
   */
  vouches({ one, other }: TwoSources): boolean {
    if (!isLone(one) || !sameTier(one.tier, other.tier)) return false;
    return [
      [one, other],
      [other, one],
    ].some(([a, b]) => {
      if (!a || !b) return false;
      const { agreeing, differing } = this.count(a.table);
      return agreeing >= VOUCHED * Math.max(1, differing) && this.count(`${a.table}|${b.cell.book}`).agreeing > 0;
    });
  }
}

const VOUCHED = 2;

/** Of debts there is more than one list: bonds alone, and with loans. */
function isLone({ phase, side }: Measure): boolean {
  return phase === 'month' || (phase === 'closing' && side !== 'debt');
}

function isFlow({ phase }: Measure): boolean {
  return phase === 'inflow' || phase === 'outflow';
}

/** What flowed through the treasury in one month is one figure; other flows are of periods that nobody states. */
function isOfMonth(subject: Measure['subject'], from: string | undefined, asOf: string | undefined): boolean {
  return subject === 'cash' && asOf !== undefined && from?.slice(0, 7) === asOf.slice(0, 7);
}

/** What one table counts and the other does not list at all (退库 among the other taxes) is no contradiction. */
function isPartOfOne({ one, other }: TwoSources, all: readonly Measure[]): boolean {
  const lists = (table: string, name: string): boolean => all.some((m) => m.table === table && m.name === name);
  return [
    [one, other],
    [other, one],
  ].some(([a, b]) => {
    if (!a || !b) return false;
    const missing = a.yuan - b.yuan;
    return all.some(
      (part) =>
        part.table === a.table &&
        part.phase === a.phase &&
        part.asOf === a.asOf &&
        part.yuan !== 0 &&
        Math.abs(part.yuan - missing) < 1 &&
        !lists(b.table, part.name),
    );
  });
}

const SAYS_INITIAL = /年初|期初|人大/;

/** 年度预算 may be the adjusted one: where a table shows just that as adjusted, it is. */
function isOtherBudget({ one, other }: TwoSources, all: readonly Measure[]): boolean {
  return [one, other].some(
    (unsaid) =>
      unsaid.phase === 'budget_initial' &&
      !SAYS_INITIAL.test(unsaid.header) &&
      all.some(
        (adjusted) =>
          adjusted.phase === 'budget_adjusted' &&
          adjusted.subject === unsaid.subject &&
          adjusted.scope === unsaid.scope &&
          adjusted.asOf?.slice(0, 4) === unsaid.asOf?.slice(0, 4) &&
          meets(adjusted.interval, unsaid.interval),
      ),
  );
}

function compare(one: Measure, other: Measure): TwoSources {
  const agree = meets(one.interval, other.interval);
  const factor =
    agree || one.yuan === 0 || other.yuan === 0
      ? undefined
      : UNIT_SLIPS.flatMap((slip) => [slip, 1 / slip]).find((slip) =>
          meets(one.interval, scaled(other.interval, slip)),
        );
  return { one, other, agree, factor };
}

function isComparable(pairs: readonly TwoSources[], own: ReadonlySet<Measure>): boolean {
  // Nothing equals nothing in any two tables.
  const telling = pairs.filter(({ one, other }) => one.yuan !== 0 || other.yuan !== 0);
  const inOneWorkbook = pairs.every(({ one, other }) => own.has(one) && own.has(other));
  const agreeing = telling.filter(({ agree, factor }) => agree || factor !== undefined).length;
  const isMost = agreeing * 2 >= telling.length;
  // Where only one of them says 本级, the figures must tell that the other means it too.
  if (pairs.some(({ one, other }) => !sameTier(one.tier, other.tier))) return isMost && telling.length >= ENOUGH_SHARED;
  // The treasury's own account and what the bureau calls 库款 are two calibres, in one workbook, too.
  if (pairs.some(({ one }) => isFlow(one))) return isMost && telling.length >= ENOUGH_SHARED;
  if (inOneWorkbook && pairs.some(({ agree, factor }) => agree || factor !== undefined)) return true;
  if (telling.length < ENOUGH_SHARED) return inOneWorkbook || agreeing > 0;
  return isMost;
}
