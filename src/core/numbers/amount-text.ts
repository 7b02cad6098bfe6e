/** A number that somebody typed as text. */
export interface TextAmount {
  readonly value: number;
  readonly decimals: number;
}

/** More digits are an account or an identity number. */
const MOST_DIGITS = 15;
const LONGEST = 40;

/** A minus, as keyboards, programs and accountants write it; △ and ▲ are the ledger's. */
const MINUS = '[-\u2010-\u2015\u2212\u25b2\u25b3\u25b4\u25b5]';
/** 1,234.50 · 1.234,50 · 1234.50 · .5 */
const DIGITS = '(?<thousands>\\d{1,3}(?:,\\d{3})+)|(?<dotted>\\d{1,3}(?:\\.\\d{3})+)(?=,\\d)|(?<plain>\\d+)';
const AMOUNT = new RegExp(
  `^['‘’]?(?<open>\\()?[¥$€£]?(?<sign>\\+|${MINUS})?[¥$€£]?(?:${DIGITS})?(?:(?<point>[.,])(?<fraction>\\d*))?(?<percent>%)?元?(?<after>${MINUS})?(?<close>\\))?(?:[*\u203b]|\\(注\\d?\\)){0,2}$`,
);

/**
 * The one reading of numbers that stand in a cell as text: `1，234.50`, `（3.2）`, `△3`, `400-` as negatives,
 * `12.5%`, `¥400`, `400元`, `400*` with its mark of a note, full-width digits, padding. Undefined for a code (a leading zero), a date, and
 * everything that is not one number. A comma parts thousands, but in `1.234,50`.
 */
export function textAmount(text: string): TextAmount | undefined {
  if (text.length > LONGEST) return undefined;
  const match = AMOUNT.exec(text.normalize('NFKC').replace(/[\s\u00a0\u200b\ufeff]/g, ''))?.groups;
  if (!match) return undefined;
  const whole = (match['thousands'] ?? match['dotted'] ?? match['plain'] ?? '').replace(/[.,]/g, '');
  const fraction = match['fraction'] ?? '';
  const isNegative = [match['open'] ?? '', match['after'] ?? '', match['sign'] === '+' ? '' : (match['sign'] ?? '')];
  if (!isWellFormed(match, whole, fraction) || isNegative.filter((sign) => sign !== '').length > 1) return undefined;
  const size = Number(`${whole || '0'}.${fraction || '0'}`) / (match['percent'] ? 100 : 1);
  return {
    value: isNegative.some((sign) => sign !== '') && size !== 0 ? -size : size,
    decimals: fraction.length + (match['percent'] ? 2 : 0),
  };
}

function isWellFormed(match: Readonly<Record<string, string | undefined>>, whole: string, fraction: string): boolean {
  if ((match['open'] === undefined) !== (match['close'] === undefined)) return false;
  // `3.` is a number of a list more often than an amount.
  if (whole.length + fraction.length === 0 || /^0\d/.test(whole) || whole.length > MOST_DIGITS) return false;
  // A comma is a decimal point only where points part the thousands: `1,23` is a slip that nobody can read.
  return match['point'] === undefined || (fraction !== '' && (match['point'] === '.' || match['dotted'] !== undefined));
}

/** Whether a text number carries what no one types on purpose: padding, inner spaces, full-width digits. */
export function isMistypedNumber(text: string): boolean {
  return /[０-９．，－％]|^[\s\u00a0\u3000\u200b\ufeff]|[\s\u00a0\u3000\u200b\ufeff]$|\d[ \u00a0]\d/.test(text);
}
