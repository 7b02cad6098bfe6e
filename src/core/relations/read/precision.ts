import { FIGURES } from '../weights';
import type { CellStore } from '../../grid/sheet';
import { formatDecimals, printedAt } from '../../grid/shown-decimals';
import { halfUnit } from '../../numbers/interval';

/**
 * Half a unit of the last place that a number cell prints; 0 for a formula, whose full value counts, unless it
 * quotes a cell or rounds by itself.
 * The text shown is read against the value, since `12,5` is one decimal in one country and none in
 * another.
 */
export function printedHalf(cells: CellStore, index: number): number {
  if ((cells.formula[index] ?? 0) !== 0) {
    const printed = printedAt(cells, index);
    return printed && !printed.exact ? halfUnit(printed.decimals) : 0;
  }
  const value = cells.number[index] ?? 0;
  const shown = cells.shown[index] ?? 0;
  const decimals =
    shown !== 0
      ? decimalsOfText(cells.texts[shown] ?? '', value)
      : (formatDecimals(cells.formats[cells.format[index] ?? 0] ?? 'General', value) ?? resolution(value));
  return halfUnit(decimals);
}

function decimalsOfText(text: string, value: number): number {
  let end = text.length;
  while (end > 0 && isPadding(text.charCodeAt(end - 1))) end--;
  const percent = end > 0 && text.charCodeAt(end - 1) === 0x25;
  let mark = -1;
  let digitsAfter = 0;
  for (let i = text.length - 1; i >= 0; i--) {
    const code = text.charCodeAt(i);
    if (code >= 48 && code <= 57) digitsAfter++;
    else if (code === 44 || code === 46) {
      mark = i;
      break;
    }
  }
  const extra = percent ? 2 : 0;
  if (mark < 0) return extra;
  const digits = text.replace(/\D/g, '');
  const whole = digits.slice(0, digits.length - digitsAfter);
  const read = Number(`${whole}.${digits.slice(digits.length - digitsAfter)}`);
  const size = Math.abs(percent ? value * 100 : value);
  return Math.abs(read - size) <= FIGURES.noise * Math.max(1, size) ? digitsAfter + extra : extra;
}

function isPadding(code: number): boolean {
  return code === 32 || code === 0x29 || code === 0xa0 || code === 0x3000;
}

/** Decimals that the value really uses, at most 8: trailing zeros prove nothing. */
export function resolution(value: number): number {
  const size = Math.abs(value);
  let power = 1;
  for (let decimals = 0; decimals < FIGURES.resolution; decimals++, power *= 10) {
    const scaled = size * power;
    if (Math.abs(Math.round(scaled) - scaled) <= FIGURES.resolutionNoise * Math.max(1, scaled)) return decimals;
  }
  return FIGURES.resolution;
}
