import { monthNumber, months } from '../../numbers/period';
import { sameTier } from '../../tables/tier';
import type { Measure } from '../measure';
import type { SubjectId } from '../subjects';
import { isOfOnePlace, type MeasureBook, ofOneCalibre, thingOf, tieOf, type Tie } from './compared';

/** 上年结余收入 in the classification. */
const SURPLUS_BEFORE: SubjectId = '11008';

/** 本月 = 累计 − 上月累计: a month's figure against the totals to date of this table and of last month's. */
export function monthTies(own: readonly Measure[], book: MeasureBook): Tie[] {
  const ties = own.flatMap((target) => {
    if (target.phase !== 'month' || target.asOf === undefined || !isMonthEnd(target.asOf)) return [];
    const toDate = book.like(target, 'ytd', target.asOf).find(({ table }) => table === target.table);
    if (!toDate) return [];
    if (monthNumber(target.asOf) === 1) return [tieOf(target, [toDate], toDate.yuan, toDate.interval)];
    const before = nearest(target, book.like(target, 'ytd', monthEndBefore(target.asOf)));
    if (!before) return [];
    const interval = {
      low: toDate.interval.low - before.interval.high,
      high: toDate.interval.high - before.interval.low,
    };
    return [tieOf(target, [toDate, before], toDate.yuan - before.yuan, interval)];
  });
  return ofOneCalibre(ties);
}

/** Last month's 累计 = 累计 − 本月 of the month after it, which another workbook shows: the earlier one is checked. */
export function monthBeforeTies(own: readonly Measure[], lent: readonly Measure[], book: MeasureBook): Tie[] {
  const mine = new Set(own);
  const ties = lent.flatMap((later) => {
    const { phase, asOf } = later;
    if (phase !== 'month' || asOf === undefined || !isMonthEnd(asOf) || monthNumber(asOf) === 1) return [];
    const toDate = book.like(later, 'ytd', asOf).find(({ table }) => table === later.table);
    const before = toDate && nearest(later, book.like(later, 'ytd', monthEndBefore(asOf)));
    if (!before || !mine.has(before)) return [];
    const interval = {
      low: toDate.interval.low - later.interval.high,
      high: toDate.interval.high - later.interval.low,
    };
    return [tieOf(before, [toDate, later], toDate.yuan - later.yuan, interval)];
  });
  return ofOneCalibre(ties);
}

/** What last year's table calls what this year's shows beside its own figures. */
const THEN: Partial<Record<Measure['phase'], Measure['phase']>> = {
  prior: 'ytd',
  month_prior: 'month',
  budget_prior: 'budget_initial',
};

/** 上年同期 = last year's 累计, 上年同月 = last year's 本月, 上年预算数 = last year's 年初预算. */
export function priorYearTies(own: readonly Measure[], book: MeasureBook): Tie[] {
  const ties = own.flatMap((target) => {
    const isAdjusted = target.phase === 'budget_prior' && /调整|变动/.test(target.header);
    const phase = isAdjusted ? 'budget_adjusted' : THEN[target.phase];
    if (phase === undefined || target.asOf === undefined) return [];
    const day = yearBefore(target.asOf);
    const then = nearest(target, book.like(target, phase, day));
    if (then) return [tieOf(target, [then], then.yuan, then.interval)];
    return phase === 'ytd' ? monthAfter(target, day, book) : [];
  });
  return ofOneCalibre(ties);
}

/** Where last year's table of the day is not there, that of the month after it less its own month. */
function monthAfter(target: Measure, day: string, book: MeasureBook): Tie[] {
  const after = monthEndAfter(day);
  const toDate = after === undefined ? undefined : nearest(target, book.like(target, 'ytd', after));
  const month = toDate && book.like(target, 'month', after).find(({ table }) => table === toDate.table);
  if (!month) return [];
  const interval = {
    low: toDate.interval.low - month.interval.high,
    high: toDate.interval.high - month.interval.low,
  };
  return [tieOf(target, [toDate, month], toDate.yuan - month.yuan, interval)];
}

/** 年初 = 上年年末, 月初 = 上月末: an opening balance against the closing one that it takes up, whichever of the two is checked. */
export function openingTies(own: readonly Measure[], others: readonly Measure[]): Tie[] {
  const [mine, theirs] = [closings(own), closings(others)];
  const forward = own.flatMap((opening) =>
    takenUp(opening, mine, theirs).map((closing) => tieOf(opening, [closing], closing.yuan, closing.interval)),
  );
  const backward = others.flatMap((opening) =>
    takenUp(opening, mine).map((closing) => tieOf(closing, [opening], opening.yuan, opening.interval)),
  );
  return [...forward, ...backward];
}

/** Closing balances by what they are of and their day. */
function closings(measures: readonly Measure[]): ReadonlyMap<string, readonly Measure[]> {
  const found = new Map<string, Measure[]>();
  for (const measure of measures) {
    const { phase, thing } = balanceOf(measure);
    if (phase !== 'closing' || measure.asOf === undefined) continue;
    const key = `${thing}|${measure.asOf}`;
    const list = found.get(key);
    if (list) list.push(measure);
    else found.set(key, [measure]);
  }
  return found;
}

/** The closing balance that an opening one takes up, where another table has it. */
function takenUp(opening: Measure, ...among: readonly ReadonlyMap<string, readonly Measure[]>[]): Measure[] {
  const { phase, thing } = balanceOf(opening);
  const day = phase === 'opening' && opening.asOf !== undefined ? opensAfter(opening) : undefined;
  if (day === undefined) return [];
  return among
    .flatMap((found) => found.get(`${thing}|${day}`) ?? [])
    .filter((closing) => closing.table !== opening.table && isOfOnePlace(opening, closing))
    .slice(0, 1);
}

/** 上年结余收入 of one year's budget is 年终结余 of the last: a balance, though it stands among revenue and expenditure. */
function balanceOf(measure: Measure): { readonly phase: Measure['phase']; readonly thing: string } {
  if (measure.subject === SURPLUS_BEFORE && measure.phase === 'ytd') return { phase: 'opening', thing: 'surplus' };
  if (measure.subject === 'surplusFunds' && measure.phase === 'opening') return { phase: 'opening', thing: 'surplus' };
  if (measure.subject === 'yearEndSurplus' && measure.phase === 'ytd') return { phase: 'closing', thing: 'surplus' };
  const ofFund = fundSurplus(measure);
  return ofFund ? { phase: ofFund, thing: 'fundSurplus' } : { phase: measure.phase, thing: thingOf(measure) };
}

/** 上年结余 and 年终结余 down the rows of what the funds came to. */
function fundSurplus({ side, subject, phase, name, scope }: Measure): 'opening' | 'closing' | undefined {
  // What a budget takes up is an estimate.
  if (side !== 'fund' || subject !== undefined || scope !== '' || phase !== 'ytd') return undefined;
  const own = name.slice(name.lastIndexOf('/') + 1);
  if (/^(?:基金)?上年(?:滚存)?结[余转](?:收入)?$/.test(own)) return 'opening';
  return /^(?:基金)?(?:年终|年末|本年末)(?:滚存)?结[余转]$/.test(own) ? 'closing' : undefined;
}

/** The day whose closing balance an opening one takes up, by its header: 2024年末, 年初 or 月初; 期初 by the period. */
function opensAfter(measure: Measure): string | undefined {
  const { header, from, asOf = '', subject } = measure;
  const year = /((?:19|20)\d{2})年(?:度)?[末底]/.exec(header)?.[1];
  if (year !== undefined) return `${year}-12-31`;
  if (subject === SURPLUS_BEFORE || fundSurplus(measure) !== undefined || /年初|上年/.test(header))
    return `${Number(asOf.slice(0, 4)) - 1}-12-31`;
  if (/月初|上月末/.test(header)) return monthEndBefore(asOf);
  return from === undefined ? undefined : dayBefore(from);
}

/** Of several tables of its place and tier the one that says its tier too and is of its kind, else the first. */
function nearest(target: Measure, found: readonly Measure[]): Measure | undefined {
  const others = found.filter((measure) => measure.table !== target.table && isOfOnePlace(target, measure));
  const told = others.filter(({ tier }) => sameTier(tier, target.tier));
  const nearer = told.length > 0 ? told : others;
  return nearer.find(({ kind }) => kind === target.kind) ?? nearer[0];
}

function isMonthEnd(date: string): boolean {
  return months(Number(date.slice(0, 4)), monthNumber(date), monthNumber(date))?.to === date;
}

/** The last day of the month before a day. */
export function monthEndBefore(date: string): string {
  return dayBefore(`${date.slice(0, 7)}-01`);
}

/** The last day of the month after a month's end, in the same year. */
function monthEndAfter(date: string): string | undefined {
  const month = monthNumber(date) + 1;
  return isMonthEnd(date) && month <= 12 ? months(Number(date.slice(0, 4)), month, month)?.to : undefined;
}

function yearBefore(date: string): string {
  const [year, month] = [Number(date.slice(0, 4)) - 1, monthNumber(date)];
  // February ends when it ends.
  return isMonthEnd(date) ? (months(year, month, month)?.to ?? '') : `${year}${date.slice(4)}`;
}

function dayBefore(date: string): string {
  const [year, month] = [Number(date.slice(0, 4)), monthNumber(date)];
  if (date.slice(8) !== '01') return `${date.slice(0, 8)}${String(Number(date.slice(8)) - 1).padStart(2, '0')}`;
  return (month === 1 ? months(year - 1, 12, 12) : months(year, month - 1, month - 1))?.to ?? '';
}
