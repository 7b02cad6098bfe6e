/** The time that figures are about; ISO dates, both ends included. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

const CHINESE_DIGITS = '〇一二三四五六七八九';

/** A year written as digits or as 二〇二三; two digits are of this century. */
function yearOf(text: string): number {
  const digits = [...text.replace(/零|○|O|o/g, '〇')]
    .map((c) => (CHINESE_DIGITS.includes(c) ? CHINESE_DIGITS.indexOf(c) : c))
    .join('');
  const year = Number(digits);
  return year < 100 ? 2000 + year : year;
}

const CHINESE_MONTHS: Readonly<Record<string, number>> = {
  元: 1,
  正: 1,
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
  十一: 11,
  十二: 12,
};

function monthOf(text: string): number {
  return CHINESE_MONTHS[text] ?? Number(text);
}

const Y = '((?:19|20)\\d{2}|[一二][〇零○0Oo一二三四五六七八九]{3})';
const M = '(\\d{1,2}|十[一二]?|[元正一二三四五六七八九])';
const TO = '[-至到~—–―－]+';
/** A day as 2024-07-01, 2024.7.1 or 2024年7月1日 say it. */
const DAY_OF_YEAR = '((?:19|20)\\d{2})(?:年|[-./])(\\d{1,2})(?:月|[-./])(\\d{1,2})[日号]?';
const DAY = '(\\d{1,2})(?:月|[-./])(\\d{1,2})[日号]?';

/** Most telling first; each gives year, first month, last month, last day. */
const PATTERNS: readonly (readonly [RegExp, (m: RegExpExecArray) => Period | undefined])[] = [
  [new RegExp(`${DAY_OF_YEAR}${TO}${DAY_OF_YEAR}`), (m) => between(isoDay(m[1], m[2], m[3]), isoDay(m[4], m[5], m[6]))],
  [new RegExp(`${DAY_OF_YEAR}${TO}${DAY}(?!\\d)`), (m) => between(isoDay(m[1], m[2], m[3]), isoDay(m[1], m[4], m[5]))],
  [
    new RegExp(`${Y}年${M}月${TO}${Y}年${M}月`),
    (m) =>
      between(
        months(yearOf(m[1] ?? ''), monthOf(m[2] ?? ''), monthOf(m[2] ?? ''))?.from,
        months(yearOf(m[3] ?? ''), monthOf(m[4] ?? ''), monthOf(m[4] ?? ''))?.to,
      ),
  ],
  [
    new RegExp(`${Y}年?度?\\(?${M}月?${TO}${M}(?:个?月)`),
    (m) => months(yearOf(m[1] ?? ''), monthOf(m[2] ?? ''), monthOf(m[3] ?? '')),
  ],
  [new RegExp(`${Y}年?前${M}个?月`), (m) => months(yearOf(m[1] ?? ''), 1, monthOf(m[2] ?? ''))],
  // The thirteenth period, in which the year is closed.
  [
    new RegExp(`${Y}年(?:度)?(?:第?(?:13|十三)个?(?:月|期)|[^\\d]{0,4}整理期)`),
    (m) => months(yearOf(m[1] ?? ''), 1, 12),
  ],
  [
    new RegExp(`(?:截至|截止|截至到)?${Y}年${M}月(\\d{1,2})[日号]`),
    (m) => upTo(yearOf(m[1] ?? ''), monthOf(m[2] ?? ''), Number(m[3])),
  ],
  [new RegExp(`(?:截至|截止)${Y}年${M}月[底末]?`), (m) => months(yearOf(m[1] ?? ''), 1, monthOf(m[2] ?? ''))],
  [new RegExp(`${Y}年${M}月(?:份)?累计`), (m) => months(yearOf(m[1] ?? ''), 1, monthOf(m[2] ?? ''))],
  [new RegExp(`${Y}年${M}月`), (m) => months(yearOf(m[1] ?? ''), monthOf(m[2] ?? ''), monthOf(m[2] ?? ''))],
  [new RegExp(`${Y}年?(?:前三季度|[1一][-至~—－][3三]季度)`), (m) => months(yearOf(m[1] ?? ''), 1, 9)],
  [new RegExp(`${Y}年?[1一][-至~—－][2二]季度`), (m) => months(yearOf(m[1] ?? ''), 1, 6)],
  [/((?:19|20)\d{2})年?Q([1-4])/i, (m) => quarter(Number(m[1]), Number(m[2]))],
  [new RegExp(`${Y}年?(?<![上下])半年`), (m) => months(yearOf(m[1] ?? ''), 1, 6)],
  [new RegExp(`${Y}年?上半年`), (m) => months(yearOf(m[1] ?? ''), 1, 6)],
  [new RegExp(`${Y}年?下半年`), (m) => months(yearOf(m[1] ?? ''), 7, 12)],
  [new RegExp(`${Y}年?(?:第?([一二三四1234])季度)`), (m) => quarter(yearOf(m[1] ?? ''), monthOf(m[2] ?? ''))],
  // 2025.1-6 and 2025.1-2025.6 are months, 2025-1-6 is a day.
  [
    new RegExp(`(?<!\\d)(20\\d{2})\\.(\\d{1,2})${TO}(?:(20\\d{2})\\.)?(\\d{1,2})(?![\\d.])`),
    (m) => (m[3] === undefined || m[3] === m[1] ? months(Number(m[1]), Number(m[2]), Number(m[4])) : undefined),
  ],
  [/(?<!\d)(20\d{2})\/([1-9]|1[0-2])(?![\d/])/, (m) => months(Number(m[1]), Number(m[2]), Number(m[2]))],
  [/(?<!\d)(20\d{2})[-./](\d{1,2})[-./](\d{1,2})(?!\d)/, (m) => upTo(Number(m[1]), Number(m[2]), Number(m[3]))],
  // A fiscal year that begins in April, as most that are not the calendar's do: 2015-16, (2004-05).
  [/(?<!\d)((?:19|20)\d{2})[-/–](\d{2})(?!\d)(?=\)|财年|年度)/, (m) => fiscalYear(m)],
  [/(?<!\d)(20\d{2})[-._/](0[1-9]|1[0-2])(?!\d)/, (m) => months(Number(m[1]), Number(m[2]), Number(m[2]))],
  [/(?<!\d)((?:19|20)\d{2})[-/–](\d{2})(?!\d)/, (m) => fiscalYear(m)],
  [/(?<!\d)(20\d{2})(0[1-9]|1[0-2])([0-2]\d|3[01])(?!\d)/, (m) => upTo(Number(m[1]), Number(m[2]), Number(m[3]))],
  [/(?<!\d)(20\d{2})(0[1-9]|1[0-2])(?!\d)/, (m) => months(Number(m[1]), Number(m[2]), Number(m[2]))],
  [new RegExp(`(?<!\\d)(\\d{2})年${M}月`), (m) => months(yearOf(m[1] ?? ''), monthOf(m[2] ?? ''), monthOf(m[2] ?? ''))],
  [new RegExp(`${Y}年(?:度)?`), (m) => months(yearOf(m[1] ?? ''), 1, 12)],
  [/(?<!\d)((?:19|20)\d{2})(?=\s*\))/, (m) => months(Number(m[1]), 1, 12)],
];

/** The period that a title, a header, a sheet name or a file name speaks of. */
export function periodIn(text: string): Period | undefined {
  const plain = text.normalize('NFKC').replace(/\s/g, '').replace(QUOTED, '');
  for (const [pattern, read] of PATTERNS) {
    const match = pattern.exec(plain);
    const period = match && read(match);
    if (period) return period;
  }
  return undefined;
}

/** What a text quotes: papers with their numbers and years, which are not those of the table. */
const QUOTED = /《[^》]*》|[〔\[【((][^〕\]】))]{0,12}[〕\]】))]\d+号|(?:19|20)\d{2}年(?:修订|制定|印发|版|起)/g;

/** Part of a year that a text names without saying which year. */
const YEARLESS: readonly (readonly [RegExp, (m: RegExpExecArray, year: number) => Period | undefined])[] = [
  [new RegExp(`前${M}个?月`), (m, year) => months(year, 1, monthOf(m[1] ?? ''))],
  [new RegExp(`${M}月?${TO}${M}月`), (m, year) => months(year, monthOf(m[1] ?? ''), monthOf(m[2] ?? ''))],
  [new RegExp(`截[至止]到?${M}月(\\d{1,2})[日号]`), (m, year) => upTo(year, monthOf(m[1] ?? ''), Number(m[2]))],
  [new RegExp(`截[至止]到?${M}月(?:份|[底末])?`), (m, year) => months(year, 1, monthOf(m[1] ?? ''))],
  [/上半年/, (_m, year) => months(year, 1, 6)],
  [/前三季度/, (_m, year) => months(year, 1, 9)],
  [new RegExp(`第?([一二三四])季度`), (m, year) => quarter(year, monthOf(m[1] ?? ''))],
  [new RegExp(`(?<!\\d)${M}月份?(?![初])`), (m, year) => months(year, monthOf(m[1] ?? ''), monthOf(m[1] ?? ''))],
];

/** The part of a given year that a text names: 截至6月底, 1－6月, 上半年. */
export function periodWithin(text: string, year: number): Period | undefined {
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  for (const [pattern, read] of YEARLESS) {
    const match = pattern.exec(plain);
    const period = match && read(match, year);
    if (period) return period;
  }
  return undefined;
}

export function isWholeYear({ from, to }: Period): boolean {
  return from.endsWith('-01-01') && to.endsWith('-12-31');
}

/** Whole months of one year; undefined when they are none. */
export function months(year: number, first: number, last: number): Period | undefined {
  if (!(first >= 1 && last >= first && last <= 12)) return undefined;
  return { from: iso(year, first, 1), to: iso(year, last, daysIn(year, last)) };
}

function upTo(year: number, month: number, day: number): Period | undefined {
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month))) return undefined;
  return { from: iso(year, 1, 1), to: iso(year, month, day) };
}

/** Two days, the first not after the second. */
function between(from: string | undefined, to: string | undefined): Period | undefined {
  return from !== undefined && to !== undefined && from <= to ? { from, to } : undefined;
}

function isoDay(year = '', month = '', day = ''): string | undefined {
  return upTo(Number(year), Number(month), Number(day))?.to;
}

function fiscalYear([, first = '', second = '']: RegExpExecArray): Period | undefined {
  const year = Number(first);
  return (year + 1) % 100 === Number(second) ? { from: iso(year, 4, 1), to: iso(year + 1, 3, 31) } : undefined;
}

function quarter(year: number, number: number): Period | undefined {
  return months(year, number * 3 - 2, number * 3);
}

function iso(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Days of a month, leap years counted. */
export function daysIn(year: number, month: number): number {
  return month === 2
    ? year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
      ? 29
      : 28
    : [4, 6, 9, 11].includes(month)
      ? 30
      : 31;
}

/** Month of the year in which a date lies, 1–12. */
export function monthNumber(date: string): number {
  return Number(date.slice(5, 7));
}

/** 序时进度 by whole months: May is 5/12. */
export function elapsedShare(date: string): number {
  return monthNumber(date) / 12;
}
