import { dateOfSerial } from '../../../numbers/date';
import type { Run } from '../scope';
import { ERROR, notComputed } from '../value';
import { type FunctionTable, ofNumbers } from './function-table';

/** Excel's serial 25569 is 1970-01-01; before March 1900 it counts a day that was none. */
const EPOCH = 25_569;
const DAY = 86_400_000;

function serialOf(year: number, month: number, day: number): number {
  const full = year < 1900 ? year + 1900 : year;
  return Date.UTC(full, Math.trunc(month) - 1, Math.trunc(day)) / DAY + EPOCH;
}

function partsOf(serial: number): readonly [year: number, month: number, day: number] | undefined {
  const [year, month, day] = (dateOfSerial(serial) ?? '').split('-').map(Number);
  return year && month && day ? [year, month, day] : undefined;
}

function part(which: 0 | 1 | 2) {
  return ofNumbers(1, (serial = 0) => partsOf(serial)?.[which] ?? ERROR.num);
}

function monthsOn(serial: number, months: number, day: (year: number, month: number, own: number) => number) {
  const parts = partsOf(serial);
  if (!parts) return ERROR.num;
  const month = parts[1] + Math.trunc(months);
  return serialOf(parts[0], month, day(parts[0], month, parts[2]));
}

function lastDay(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function clock(name: string): (args: readonly Run[]) => Run {
  const failure = notComputed({ kind: 'clock', name });
  return () => () => failure;
}

export const DATES: FunctionTable = {
  DATE: ofNumbers(3, (year = 0, month = 0, day = 0) => serialOf(Math.trunc(year), month, day)),
  YEAR: part(0),
  MONTH: part(1),
  DAY: part(2),
  EDATE: ofNumbers(2, (serial = 0, months = 0) =>
    monthsOn(serial, months, (year, month, own) => Math.min(own, lastDay(year, month))),
  ),
  EOMONTH: ofNumbers(2, (serial = 0, months = 0) => monthsOn(serial, months, lastDay)),
  DAYS: ofNumbers(2, (to = 0, from = 0) => Math.trunc(to) - Math.trunc(from)),
  TODAY: clock('TODAY'),
  NOW: clock('NOW'),
  RAND: clock('RAND'),
  RANDBETWEEN: clock('RANDBETWEEN'),
};
