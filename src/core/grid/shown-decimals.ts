import { type CellStore, CellKind } from './sheet';
import type { Printed } from '../numbers/interval';
import { ownDecimals } from '../numbers/decimal';

/**
 * Decimals that a number format prints; undefined for `General` and for formats that print no plain
 * number (dates, fractions, text). A percent format prints two decimals more of the stored value, a
 * trailing comma three less. `0.00##` prints two of 8.4 and four of 8.4375: without a value, as many as it may.
 */
export function formatDecimals(format: string, value?: number): number | undefined {
  let decimals = CACHE.get(format);
  if (decimals === undefined) CACHE.set(format, (decimals = readFormat(format) ?? NONE));
  if (decimals === NONE) return undefined;
  const { least, most } = decimals;
  return value === undefined || least === most ? most : Math.max(least, Math.min(most, ownDecimals(value)));
}

interface Decimals {
  readonly least: number;
  readonly most: number;
}

const NONE: Decimals = { least: 0, most: -1 };
const CACHE = new Map<string, Decimals>();

function readFormat(format: string): Decimals | undefined {
  const positive = (format.split(';')[0] ?? '').replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '');
  if (!/[0#?]/.test(positive) || /[ymdhs/@eE]/i.test(positive)) return undefined;
  const point = positive.indexOf('.');
  const fraction = point < 0 ? '' : (/^[0#?]*/.exec(positive.slice(point + 1))?.[0] ?? '');
  const thousands = /[0#?](,+)(?![0#?,])/.exec(positive)?.[1]?.length ?? 0;
  const scale = (positive.includes('%') ? 2 : 0) - 3 * thousands;
  return { least: fraction.replace(/#+$/, '').length + scale, most: fraction.length + scale };
}

/** Decimals of a displayed text such as `1,234.50`, `（3.2）` or `12.5%`; undefined when it shows no number. */
export function textDecimals(text: string): number | undefined {
  const digits = /(\d[\d,\s\u00a0]*)?(?:[.](\d+))?\s*(%|％)?/.exec(text.replace(/^[^\d.]+/, ''));
  if (!digits || (!digits[1] && !digits[2])) return undefined;
  return (digits[2]?.length ?? 0) + (digits[3] ? 2 : 0);
}

/** Decimals that a formula rounds its own result to: `ROUND(B5/C5*100,2)`; undefined when it keeps the full value. */
function roundedTo(formula: string): number | undefined {
  const digits = /^\s*(?:ROUND|ROUNDUP|ROUNDDOWN)\(.*,\s*(-?\d)\s*\)\s*$/i.exec(formula)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** What has more places was computed, and not rounded. */
const MOST_ROUNDED = 4;

/**
 * =收入表!B5 and =收入表!B5*10000 compute nothing: what they quote may be rounded, and has the places that it has there.
 * Gives the power of ten by which it is multiplied; undefined: no quote.
 */
function quotedTimes(formula: string): number | undefined {
  const zeros = /^\s*(?:(?:'[^']*'|[^'!()*/+\-,&<>=^" ]+)!)?\$?[A-Z]{1,3}\$?\d+(?:\s*\*\s*1(0+))?\s*$/.exec(formula);
  return zeros ? (zeros[1]?.length ?? 0) : undefined;
}

/** The number at an index of the store with the precision it is printed at. */
export function printedAt(cells: CellStore, index: number): Printed | undefined {
  if (index < 0 || cells.kind[index] !== CellKind.number) return undefined;
  const value = cells.number[index] ?? 0;
  const formula = cells.formula[index] ?? 0;
  if (formula !== 0) {
    const text = cells.texts[formula] ?? '';
    const rounded = roundedTo(text);
    const power = quotedTimes(text);
    // 25.79 亿元 are 257,900 万元 to the hundred.
    const decimals = rounded ?? (power ? ownDecimals(value / 10 ** power) - power : ownDecimals(value));
    const isRounded = rounded !== undefined || (decimals <= MOST_ROUNDED && power !== undefined);
    return { value, decimals, exact: !isRounded };
  }
  const shown = cells.shown[index] ?? 0;
  const decimals =
    (shown === 0 ? undefined : textDecimals(cells.texts[shown] ?? '')) ??
    formatDecimals(cells.formats[cells.format[index] ?? 0] ?? 'General', value) ??
    ownDecimals(value);
  return { value, decimals, exact: false };
}
