import { monthNumber, periodIn, periodWithin, type Period } from '../../numbers/period';
import type { Span } from './mention';

/** A time that the text names. */
export interface DatedSpan extends Span {
  /** Without its year where none was named before. */
  readonly period: Period;
  /** 当月, 本月: one month and not the months so far. */
  readonly isMonth: boolean;
  /** 比2022年, 由2022年的: what something is compared with, not what is told of. */
  readonly isCompared: boolean;
}

/** A stretch of words that may name a time. */
const TIME =
  /(?:截[至止]到?|到|至|自)? ?(?:(?:19|20)\d{2} ?年(?:度)?)? ?(?:前 ?[\d一二三四五六七八九十]+ ?个?月|前三季度|第?[一二三四]季度|上半年|下半年|\d{1,2} ?月? ?[-~至]+ ?\d{1,2} ?月份?|\d{1,2} ?月(?:份|底|末)?(?: ?\d{1,2} ?日)?|全年)|(?:19|20)\d{2} ?年(?:度)?|(?:截[至止]到?) ?\d{1,2} ?月/g;
/** The year of what is told without one. */
export const NO_YEAR = 2000;
const AHEAD = /(?:力争|争取|计划|确保)[到至]?(?:19|20)\d{2}|^.{0,3}[到至](?:19|20)\d{2} ?年(?:度)?$/;
const COMPARES = /[比较与由从同]/;

/** The times that a text names, in its order; a month or half-year is of the year named last. */
export function findPeriods(plain: string): DatedSpan[] {
  let year: number | undefined;
  let first: number | undefined;
  return [...plain.matchAll(TIME)].flatMap((match) => {
    const words = match[0];
    const start = match.index;
    const own = /(?:19|20)\d{2}/.exec(words)?.[0];
    const before = plain.slice(Math.max(0, start - 3), start);
    const isCompared = COMPARES.test(before.trimEnd().slice(-1));
    // 由2022年的 looks back and 力争至2026年 ahead: the months that follow are of neither.
    if (own !== undefined && !isCompared && !AHEAD.test(before + words)) year = Number(own);
    first ??= year;
    // 今年5月 is of the year that the text began with.
    if (/今年|本年/.test(before)) year = first;
    const cumulative = words.replace(/^(?:到|至|自)/, '截至');
    const period = own === undefined ? periodWithin(cumulative, year ?? NO_YEAR) : periodIn(cumulative);
    if (!period) return [];
    const isMonth = /^ *(?:当月|单月|份?完成)/.test(plain.slice(start + words.length, start + words.length + 4));
    return [
      {
        start,
        end: start + words.length,
        period,
        isMonth: isMonth && monthNumber(period.to) > 1,
        isCompared: isCompared || AHEAD.test(before + words),
      },
    ];
  });
}

export function isPartOfYear({ period }: DatedSpan): boolean {
  return !(period.from.endsWith('-01-01') && period.to.endsWith('-12-31'));
}
