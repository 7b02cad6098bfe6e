import {
  CEILING,
  COMBIN,
  EVEN,
  EXP,
  FACT,
  FLOOR,
  FV,
  GEOMEAN,
  HARMEAN,
  IRR,
  LARGE,
  LN,
  LOG,
  LOG10,
  MEDIAN,
  MODE,
  MROUND,
  NPER,
  NPV,
  ODD,
  PI,
  PMT,
  PROPER,
  PV,
  QUARTILE,
  RANK,
  RATE,
  REPLACE,
  SLN,
  SMALL,
  STDEV,
  STDEVP,
  SUMSQ,
  TRIMMEAN,
  VAR,
  VARP,
} from '@formulajs/formulajs';
import type { CellError, CellValue } from '../../../grid/value';
import type { Run } from '../scope';
import { isError, Matrix, notComputed, type Value } from '../value';
import { affordable, type FunctionTable } from './function-table';

/**
 * Functions that are rare in the tables of a bureau and not worth writing anew: statistics, interest,
 * rounding to multiples. All take values and lists of values and give one value.
 */
const KEPT: Readonly<Record<string, unknown>> = {
  CEILING,
  COMBIN,
  EVEN,
  EXP,
  FACT,
  FLOOR,
  FV,
  GEOMEAN,
  HARMEAN,
  IRR,
  LARGE,
  LN,
  LOG,
  LOG10,
  MEDIAN,
  MODE,
  MROUND,
  NPER,
  NPV,
  ODD,
  PI,
  PMT,
  PROPER,
  PV,
  QUARTILE,
  RANK,
  'RANK.EQ': RANK,
  RATE,
  REPLACE,
  SLN,
  SMALL,
  STDEV,
  STDEVP,
  SUMSQ,
  TRIMMEAN,
  VAR,
  VARP,
};

function adapted(apply: (...values: unknown[]) => unknown): (args: readonly Run[]) => Run {
  return (args) => (scope) => {
    const given: unknown[] = [];
    for (const arg of args) {
      const value = arg(scope);
      if (!(value instanceof Matrix)) {
        if (isError(value)) return value;
        given.push(value);
        continue;
      }
      if (!affordable(value, scope)) return notComputed({ kind: 'effort' });
      const numbers: CellValue[] = [];
      const isSingle = value.height === 1 && value.width === 1;
      for (const one of value.values()) {
        if (isError(one)) return one;
        if (isSingle || typeof one === 'number') numbers.push(one);
      }
      given.push(isSingle ? numbers[0] : numbers);
    }
    return resultOf(apply(...given));
  };
}

function resultOf(result: unknown): Value {
  if (typeof result === 'number') return Number.isFinite(result) ? result : ({ error: '#NUM!' } satisfies CellError);
  if (typeof result === 'string' || typeof result === 'boolean') return result;
  return { error: result instanceof Error ? result.message : '#VALUE!' };
}

export const LIBRARY: FunctionTable = Object.fromEntries(
  Object.entries(KEPT).flatMap(([name, apply]) => (isFunction(apply) ? [[name, adapted(apply)]] : [])),
);

function isFunction(value: unknown): value is (...values: unknown[]) => unknown {
  return typeof value === 'function';
}
