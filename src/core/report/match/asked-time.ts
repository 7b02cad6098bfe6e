import type { Period } from '../../numbers/period';
import type { ReadText } from '../claims/reading';
import type { Entry, Figure } from '../text/entries';
import { isPartOfYear, type DatedSpan } from '../text/periods';

export type Stretch = 'month' | 'months';

/** Months that the words of an amount name themselves, and that do not begin with the year: 9月份支出, 三季度实现收入. */
export function stretchOf({ periods, plain }: ReadText, { opens }: Entry, figure: Figure): Stretch | undefined {
  const { start } = opens.mention;
  // What is said further of the thing may be of the months so far: 9月当月税收3848万元。1—9月税收占比70.6%。
  const later = periods.findLast((one) => one.start > start && one.start < figure.placed.mention.start);
  if (later && opensYear(later)) return undefined;
  const last = periods.findLast((one) => one.start < start && !one.isCompared);
  if (/当月|本月/.test(opens.ownClauses.join(',')) || isOfWholeOfMonth(plain.slice(0, start))) return 'month';
  if (!last || last.period.from.endsWith('-01-01')) return undefined;
  const between = plain.slice(last.end, start);
  if (/[,。;:\n]|累计|余额/.test(between) || /[底末日止]$/.test(plain.slice(last.start, last.end))) return undefined;
  return last.period.from.slice(0, 7) === last.period.to.slice(0, 7) ? 'month' : 'months';
}

/** 9月当月收入完成5259万元，其中税收3848万元: the part is of the month of its whole. */
function isOfWholeOfMonth(before: string): boolean {
  const sentence = before.slice(Math.max(...['。', ';', '\n'].map((sign) => before.lastIndexOf(sign))) + 1);
  const part = sentence.lastIndexOf('其中');
  const month = Math.max(sentence.lastIndexOf('当月', part), sentence.lastIndexOf('本月', part));
  return part >= 0 && month >= 0 && !/累计|年/.test(sentence.slice(month));
}

/** The time named last before a figure; 2023年以来 runs to the day that a heading named. */
export function periodOf(
  { periods, plain }: ReadText,
  { placed: { mention, ownClauses } }: Figure,
): Period | undefined {
  const named = periods.filter((one) => one.start < mention.start && !one.isCompared);
  const latest = named.at(-1);
  // 三季度 or 9月份 is of its own sentence; behind it the months so far are meant again.
  // 目前: nobody says of which day.
  if (/目前/.test(ownClauses.join(','))) return undefined;
  const isDone = latest && !opensYear(latest) && /[。\n]/.test(plain.slice(latest.end, mention.start));
  const last = (isDone && named.findLast((one) => opensYear(one) && one.period.to === latest.period.to)) || latest;
  if (!last || isPartOfYear(last)) return last?.period;
  const part = named.findLast((one) => isPartOfYear(one) && one.period.to.slice(0, 4) === last.period.to.slice(0, 4));
  return (part ?? last).period;
}

/** The first part of a year that the text names; undefined: the sentence of the figure names a time itself. */
export function titlePeriod({ periods, plain }: ReadText, { placed: { mention } }: Figure): Period | undefined {
  const last = periods.findLast(({ start }) => start < mention.start);
  const isOwn = last && !/[。\n]/.test(plain.slice(last.end, mention.start));
  return isOwn ? undefined : periods.find((one) => isPartOfYear(one) && !one.isCompared)?.period;
}

/** 力争至2026年: the time named last, be it to come. */
export function goalYear({ periods }: ReadText, { placed: { mention } }: Figure): Period | undefined {
  return periods.findLast(({ start }) => start < mention.start)?.period;
}

function opensYear({ period }: DatedSpan): boolean {
  return period.from.endsWith('-01-01');
}
