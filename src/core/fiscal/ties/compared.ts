import { meets, type Interval } from '../../numbers/interval';
import { tiersMeet } from '../../tables/tier';
import type { Measure } from '../measure';

/** A figure that should follow from others, and whether it does. */
export interface Tie {
  readonly target: Measure;
  /** What it should follow from, in the order of the sentence. */
  readonly from: readonly Measure[];
  /** In yuan. */
  readonly expected: number;
  readonly holds: boolean;
}

export function tieOf(target: Measure, from: readonly Measure[], expected: number, interval: Interval): Tie {
  return { target, from, expected, holds: meets(target.interval, interval) };
}

/** Below this share of rows that agree, two tables are of different scope or calibre: nothing is said of either. */
const LEAST_FIT = 0.6;
const LEAST_ROWS = 3;

/**
 * The ties of each pair of tables, where most of them hold. Two desks may keep tables of one name for
 * 全县 and 本级: figures that hardly ever agree were never meant to.
 */
export function ofOneCalibre(ties: readonly Tie[]): Tie[] {
  const groups = new Map<string, Tie[]>();
  for (const tie of ties) {
    const key = [tie.target.table, tie.target.cell.column, ...tie.from.map(({ table }) => table)].join('|');
    const group = groups.get(key);
    if (group) group.push(tie);
    else groups.set(key, [tie]);
  }
  return [...groups.values()].flatMap((group) => {
    // Nothing equals nothing in any two tables.
    const telling = group.filter(({ target, expected }) => target.yuan !== 0 || expected !== 0);
    const holding = telling.filter(({ holds }) => holds).length;
    return telling.length >= LEAST_ROWS && holding >= telling.length * LEAST_FIT ? withoutRepeats(group) : [];
  });
}

/** A part that does not follow makes its totals not follow either, by the same amount: the innermost is told. */
function withoutRepeats(group: readonly Tie[]): Tie[] {
  const difference = ({ target, expected }: Tie) => Math.round(target.yuan - expected);
  const innermost = new Map<number, Tie>();
  for (const tie of group) {
    const known = innermost.get(difference(tie));
    if (!tie.holds && (!known || isWithin(tie.target, known.target))) innermost.set(difference(tie), tie);
  }
  return group.filter((tie) => {
    const other = innermost.get(difference(tie));
    return tie.holds || !other || other === tie || !isWithin(other.target, tie.target);
  });
}

function isWithin(part: Measure, whole: Measure): boolean {
  return part.depth > whole.depth || (part.depth === whole.depth && whole.isTotal && !part.isTotal);
}

/**
 * Whether two figures may be of one place and one tier: 全市 and 市本级 never are. A place has a long and a short
 * name (某某族自治县, 某县), so only how it begins counts.
 */
export function isOfOnePlace(a: Measure, b: Measure): boolean {
  return tiersMeet(a.tier, b.tier) && (a.place === '' || b.place === '' || a.place.slice(0, 2) === b.place.slice(0, 2));
}

/** What two measures must share to be of one thing; the side keeps 债务付息支出 of two budgets apart. */
export function thingOf({ side, subject, name, scope, unit }: Measure): string {
  return [side, subject ?? `name:${name}`, scope, unit === undefined ? 'bare' : ''].join('|');
}

/** Measures by what they are of, their phase and their day; a row that stands twice in one table is left out. */
export class MeasureBook {
  private readonly byKey = new Map<string, Measure[]>();

  constructor(measures: readonly Measure[]) {
    for (const measure of measures) {
      const key = keyOf(measure, measure.phase, measure.asOf);
      const found = this.byKey.get(key);
      if (found) found.push(measure);
      else this.byKey.set(key, [measure]);
    }
    for (const [key, found] of this.byKey) {
      const times = new Map<string, number>();
      for (const { table } of found) times.set(table, (times.get(table) ?? 0) + 1);
      this.byKey.set(
        key,
        found.filter(({ table }) => times.get(table) === 1),
      );
    }
  }

  /** The measures of the same thing in another phase or of another day. */
  like(measure: Measure, phase: Measure['phase'], asOf: string | undefined): readonly Measure[] {
    return this.byKey.get(keyOf(measure, phase, asOf)) ?? [];
  }

  /** Every group of measures of one thing, phase and day. */
  groups(): readonly (readonly Measure[])[] {
    return [...this.byKey.values()];
  }
}

function keyOf(measure: Measure, phase: Measure['phase'], asOf: string | undefined): string {
  // A budget is of its year, whatever month's table shows it.
  return [
    thingOf(measure),
    phase,
    phase === 'budget_initial' || phase === 'budget_prior' ? (asOf ?? '').slice(0, 4) : (asOf ?? ''),
  ].join('|');
}
