import { daysIn } from './period';

/** A whole-day date as 2023-06-30, 2023/6/30, 2023.6.30 or 2023年6月30日 write it. */
const WRITTEN = /^((?:19|20)\d{2})(?:年|[-./])(\d{1,2})(?:月|[-./])(\d{1,2})日?$/;
const COMPACT = /^((?:19|20)\d{2})(\d{2})(\d{2})$/;

/** Excel's serial 25569 is 1970-01-01. */
const UNIX_EPOCH_SERIAL = 25_569;
const DAY = 86_400_000;

/** Whether a number format shows a date rather than a number or a time of day. */
export function isDateFormat(format: string): boolean {
  const plain = format.replace(/"[^"]*"|\\.|\[(?!\$)[^\]]*\]/g, '');
  return /[yY年]|[dD](?!B)/.test(plain) && !/[#0?]/.test(plain.replace(/\[\$[^\]]*\]/g, ''));
}

export function isWrittenDate(text: string): boolean {
  return dateIn(text) !== undefined;
}

/** The ISO date that a text is; undefined when it is none, or a day that does not exist. */
export function dateIn(text: string): string | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/0{1,2}:0{2}(:0{2})?$/, '');
  const match = WRITTEN.exec(plain) ?? COMPACT.exec(plain);
  return match ? isoDate(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
}

/** The ISO date of a serial number as Excel stores dates (1900 system). */
export function dateOfSerial(serial: number): string | undefined {
  if (!(serial >= 1 && serial < 2_958_466)) return undefined;
  return new Date((Math.floor(serial) - UNIX_EPOCH_SERIAL) * DAY).toISOString().slice(0, 10);
}

export function isoDate(year: number, month: number, day: number): string | undefined {
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month))) return undefined;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Whole days from one ISO date to another; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}
