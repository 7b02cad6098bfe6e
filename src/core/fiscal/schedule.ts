import { daysBetween } from '../numbers/date';
import { elapsedShare } from '../numbers/period';
import type { Pack } from './pack';

/** 序时进度: the share of the year that has passed by a day, by whole months or by days as the pack says. */
export function schedule({ calibres }: Pack, day: string): number {
  if (calibres.schedule === 'month') return elapsedShare(day);
  const year = day.slice(0, 4);
  return (daysBetween(`${year}-01-01`, day) + 1) / (daysBetween(`${year}-01-01`, `${year}-12-31`) + 1);
}

/** 双过半 asks on the last day of June, not in the course of it. */
export function isMidYear(day: string): boolean {
  return day.endsWith('-06-30');
}
