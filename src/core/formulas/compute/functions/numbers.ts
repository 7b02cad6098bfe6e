import { roundHalfUp } from '../../../numbers/decimal';
import { ERROR } from '../value';
import { type FunctionTable, ofNumbers } from './function-table';

/** Away from zero, or towards it, at so many decimals. */
function roundTowards(value: number, decimals: number, whole: (x: number) => number): number {
  const power = 10 ** Math.abs(Math.trunc(decimals));
  const scaled = Number((decimals >= 0 ? Math.abs(value) * power : Math.abs(value) / power).toPrecision(15));
  const rounded = decimals >= 0 ? whole(scaled) / power : whole(scaled) * power;
  return value < 0 ? -rounded : rounded;
}

export const NUMBERS: FunctionTable = {
  ROUND: ofNumbers(1, (value = 0, decimals = 0) => roundHalfUp(value, Math.trunc(decimals))),
  ROUNDUP: ofNumbers(1, (value = 0, decimals = 0) => roundTowards(value, decimals, Math.ceil)),
  ROUNDDOWN: ofNumbers(1, (value = 0, decimals = 0) => roundTowards(value, decimals, Math.floor)),
  TRUNC: ofNumbers(1, (value = 0, decimals = 0) => roundTowards(value, decimals, Math.floor)),
  INT: ofNumbers(1, (value = 0) => Math.floor(Number(value.toPrecision(15)))),
  ABS: ofNumbers(1, (value = 0) => Math.abs(value)),
  SIGN: ofNumbers(1, (value = 0) => Math.sign(value)),
  SQRT: ofNumbers(1, (value = 0) => (value < 0 ? ERROR.num : Math.sqrt(value))),
  POWER: ofNumbers(2, (base = 0, exponent = 0) => base ** exponent),
  MOD: ofNumbers(2, (value = 0, by = 0) => (by === 0 ? ERROR.div : value - by * Math.floor(value / by))),
  QUOTIENT: ofNumbers(2, (value = 0, by = 0) => (by === 0 ? ERROR.div : Math.trunc(value / by))),
};
