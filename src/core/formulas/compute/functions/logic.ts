import type { CellValue } from '../../../grid/value';
import { type Run, scalar, type Scope } from '../scope';
import { ERROR, isError, isNotComputed, Matrix, toTruth } from '../value';
import type { FunctionTable } from './function-table';

const NOTHING: Run = () => undefined;

function catching(isCaught: (value: CellValue) => boolean): (args: readonly Run[]) => Run {
  return ([value = NOTHING, otherwise = NOTHING]) =>
    (scope) => {
      const result = value(scope);
      const single =
        result instanceof Matrix && (result.height > 1 || result.width > 1) ? undefined : scalar(result, scope);
      if (single === undefined || isNotComputed(single) || !isCaught(single)) return result;
      return otherwise(scope);
    };
}

/** AND, OR, XOR: of ranges only the truth values and numbers count. */
function joined(result: (truths: readonly boolean[]) => boolean): (args: readonly Run[]) => Run {
  return (args) => (scope) => {
    const truths: boolean[] = [];
    for (const arg of args) {
      const value = arg(scope);
      const isRange = value instanceof Matrix && (value.height > 1 || value.width > 1);
      for (const one of isRange ? value.values() : [scalar(value, scope)]) {
        if (isRange && (typeof one === 'string' || one === undefined)) continue;
        const truth = toTruth(one);
        if (typeof truth !== 'boolean') return truth;
        truths.push(truth);
      }
    }
    return truths.length === 0 ? ERROR.value : result(truths);
  };
}

function asking(holds: (value: CellValue) => boolean): (args: readonly Run[]) => Run {
  return ([arg = NOTHING]) =>
    (scope) => {
      const value = scalar(arg(scope), scope);
      return isNotComputed(value) ? value : holds(value);
    };
}

function choose(args: readonly Run[], scope: Scope) {
  const [test = NOTHING, ...choices] = args;
  const value = scalar(test(scope), scope);
  if (isError(value)) return value;
  const choice = choices[Math.trunc(Number(value)) - 1];
  return choice ? choice(scope) : ERROR.value;
}

export const LOGIC: FunctionTable = {
  IF:
    ([test = NOTHING, then = NOTHING, otherwise]) =>
    (scope) => {
      const truth = toTruth(scalar(test(scope), scope));
      if (typeof truth !== 'boolean') return truth;
      if (truth) return then(scope);
      return otherwise ? otherwise(scope) : false;
    },
  IFS: (args) => (scope) => {
    for (let k = 0; k + 1 < args.length; k += 2) {
      const truth = toTruth(scalar(args[k]?.(scope), scope));
      if (typeof truth !== 'boolean') return truth;
      if (truth) return args[k + 1]?.(scope);
    }
    return ERROR.na;
  },
  IFERROR: catching(isError),
  IFNA: catching((value) => isError(value) && value.error === ERROR.na.error),
  AND: joined((truths) => truths.every(Boolean)),
  OR: joined((truths) => truths.some(Boolean)),
  XOR: joined((truths) => truths.filter(Boolean).length % 2 === 1),
  NOT:
    ([arg = NOTHING]) =>
    (scope) => {
      const truth = toTruth(scalar(arg(scope), scope));
      return typeof truth === 'boolean' ? !truth : truth;
    },
  TRUE: () => () => true,
  FALSE: () => () => false,
  NA: () => () => ERROR.na,
  CHOOSE: (args) => (scope) => choose(args, scope),
  ISBLANK: asking((value) => value === undefined),
  ISNUMBER: asking((value) => typeof value === 'number'),
  ISTEXT: asking((value) => typeof value === 'string'),
  ISNONTEXT: asking((value) => typeof value !== 'string'),
  ISLOGICAL: asking((value) => typeof value === 'boolean'),
  ISERROR: asking(isError),
  ISERR: asking((value) => isError(value) && value.error !== ERROR.na.error),
  ISNA: asking((value) => isError(value) && value.error === ERROR.na.error),
  N:
    ([arg = NOTHING]) =>
    (scope) => {
      const value = scalar(arg(scope), scope);
      if (isError(value) || typeof value === 'number') return value;
      return value === true ? 1 : 0;
    },
  T:
    ([arg = NOTHING]) =>
    (scope) => {
      const value = scalar(arg(scope), scope);
      return isError(value) || typeof value === 'string' ? value : '';
    },
};
