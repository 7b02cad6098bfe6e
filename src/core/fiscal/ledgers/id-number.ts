import { isoDate } from '../../numbers/date';

/** What a citizen's identity number says of its holder (GB 11643-1999). */
export interface IdNumber {
  /** ISO date of birth; undefined: no such day. */
  readonly born: string | undefined;
  /** Whether the last character is the one that the first seventeen digits lead to. */
  readonly checks: boolean;
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK = '10X98765432';
const SHAPE = /^\d{17}[\dXx]$/;

/** Reads an 18-character identity number; undefined for anything else, such as a passport or a masked number. */
export function readIdNumber(text: string): IdNumber | undefined {
  const plain = text.normalize('NFKC').replace(/[\s'‘’]/g, '');
  if (!SHAPE.test(plain)) return undefined;
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(plain[i]), 0);
  return {
    born: isoDate(Number(plain.slice(6, 10)), Number(plain.slice(10, 12)), Number(plain.slice(12, 14))),
    checks: CHECK[sum % 11] === plain[17]?.toUpperCase(),
  };
}

/** Full years from birth to a day. */
export function ageOn(born: string, day: string): number {
  return Number(day.slice(0, 4)) - Number(born.slice(0, 4)) - (day.slice(5) < born.slice(5) ? 1 : 0);
}
