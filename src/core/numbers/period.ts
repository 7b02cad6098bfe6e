/** The time that figures are about; ISO dates, both ends included. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

const CHINESE_DIGITS = '〇一二三四五六七八九';

/** A year written as digits or as 二〇二三; two digits are of this century. */
function yearOf(text: string): number {
  const digits = [...text.replace(/零|○|O/g, '〇')]
    .map((c) => (CHINESE_DIGITS.includes(c) ? CHINESE_DIGITS.indexOf(c) : c))
    .join('');
  const year = Number(digits);
  return year < 100 ? 2000 + year : year;
}

const CHINESE_MONTHS: Readonly<Record<string, number>> = {
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

const Y = '((?:19|20)\\d{2}|[〇零○一二三四五六七八九]{4})';
const M = '(\\d{1,2}|十[一二]?|[一二三四五六七八九])';

/** Most telling first; each gives year, first month, last month, last day. */
const PATTERNS: readonly (readonly [RegExp, (m: RegExpExecArray) => Period | undefined])[] = [
  [
    new RegExp(`${Y}年${M}月[-至到~—－]+${Y}年${M}月`),
    (m) =>
      yearOf(m[1] ?? '') === yearOf(m[3] ?? '')
        ? months(yearOf(m[1] ?? ''), monthOf(m[2] ?? ''), monthOf(m[4] ?? ''))
        : undefined,
  ],
  [
    new RegExp(`${Y}年?${M}月?[-至到~—－]+${M}月`),
    (m) => months(yearOf(m[1] ?? ''), monthOf(m[2] ?? ''), monthOf(m[3] ?? '')),
  ],
  [
    new RegExp(`(?:截至|截止|截至到)?${Y}年${M}月(\\d{1,2})[日号]`),
    (m) => upTo(yearOf(m[1] ?? ''), monthOf(m[2] ?? ''), Number(m[3])),
  ],
  [new RegExp(`(?:截至|截止)${Y}年${M}月[底末]?`), (m) => months(yearOf(m[1] ?? ''), 1, monthOf(m[2] ?? ''))],
  [new RegExp(`${Y}年${M}月`), (m) => months(yearOf(m[1] ?? ''), monthOf(m[2] ?? ''), monthOf(m[2] ?? ''))],
  [new RegExp(`${Y}年?(?:前三季度|[1一][-至~—－][3三]季度)`), (m) => months(yearOf(m[1] ?? ''), 1, 9)],
  [new RegExp(`${Y}年?[1一][-至~—－][2二]季度`), (m) => months(yearOf(m[1] ?? ''), 1, 6)],
  [/((?:19|20)\d{2})Q([1-4])/i, (m) => quarter(Number(m[1]), Number(m[2]))],
  [new RegExp(`${Y}年?(?<![上下])半年`), (m) => months(yearOf(m[1] ?? ''), 1, 6)],
  [new RegExp(`${Y}年?上半年`), (m) => months(yearOf(m[1] ?? ''), 1, 6)],
  [new RegExp(`${Y}年?下半年`), (m) => months(yearOf(m[1] ?? ''), 7, 12)],
  [new RegExp(`${Y}年?(?:第?([一二三四1234])季度)`), (m) => quarter(yearOf(m[1] ?? ''), monthOf(m[2] ?? ''))],
  [/(?<!\d)(20\d{2})[-./](\d{1,2})[-./](\d{1,2})(?!\d)/, (m) => upTo(Number(m[1]), Number(m[2]), Number(m[3]))],
  [/(?<!\d)(20\d{2})[-._/](0[1-9]|1[0-2])(?!\d)/, (m) => months(Number(m[1]), Number(m[2]), Number(m[2]))],
  [/(?<!\d)(20\d{2})(0[1-9]|1[0-2])([0-2]\d|3[01])(?!\d)/, (m) => upTo(Number(m[1]), Number(m[2]), Number(m[3]))],
  [/(?<!\d)(20\d{2})(0[1-9]|1[0-2])(?!\d)/, (m) => months(Number(m[1]), Number(m[2]), Number(m[2]))],
  [new RegExp(`(?<!\\d)(\\d{2})年${M}月`), (m) => months(yearOf(m[1] ?? ''), monthOf(m[2] ?? ''), monthOf(m[2] ?? ''))],
  [new RegExp(`${Y}年(?:度)?`), (m) => months(yearOf(m[1] ?? ''), 1, 12)],
  [/(?<!\d)((?:19|20)\d{2})(?=\s*\))/, (m) => months(Number(m[1]), 1, 12)],
];

/** The period that a title, a header, a sheet name or a file name speaks of. */
export function periodIn(text: string): Period | undefined {
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  for (const [pattern, read] of PATTERNS) {
    const match = pattern.exec(plain);
    const period = match && read(match);
    if (period) return period;
  }
  return undefined;
}

/** Part of a year that a text names without saying which year. */
const YEARLESS: readonly (readonly [RegExp, (m: RegExpExecArray, year: number) => Period | undefined])[] = [
  [new RegExp(`${M}月?[-至到~—－]+${M}月`), (m, year) => months(year, monthOf(m[1] ?? ''), monthOf(m[2] ?? ''))],
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
