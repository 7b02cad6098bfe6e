import type { CellError, CellValue } from '../../../grid/value';
import { type Run, scalar, type Scope, sized } from '../scope';
import { Area } from '../source';
import { ERROR, isError, Matrix, notComputed, toNumber, toText, type Value } from '../value';

/** Functions by name: each takes its arguments unread, for IF reads only one of two. */
export type FunctionTable = Readonly<Record<string, (args: readonly Run[]) => Run>>;

/** A function of single values; the first error among them is its result. */
export function ofValues(
  least: number,
  apply: (values: readonly CellValue[], scope: Scope) => Value,
): (args: readonly Run[]) => Run {
  return (args) => (scope) => {
    if (args.length < least) return ERROR.value;
    const values: CellValue[] = [];
    for (const arg of args) {
      const value = scalar(arg(scope), scope);
      if (isError(value)) return value;
      values.push(value);
    }
    return apply(values, scope);
  };
}

/** A function of numbers that gives a number. `usual` are the arguments that may be left out. */
export function ofNumbers(
  least: number,
  apply: (...numbers: readonly number[]) => number | CellError,
): (args: readonly Run[]) => Run {
  return ofValues(least, (values, scope) => {
    const numbers: number[] = [];
    for (const value of values) {
      const number = toNumber(value);
      if (typeof number !== 'number') return number;
      numbers.push(number);
    }
    const [first = 0] = numbers;
    scope.size = Math.max(scope.size, Math.abs(first));
    const result = apply(...numbers);
    return typeof result === 'number' ? sized(result, scope) : result;
  });
}

/** A function of texts and numbers, each read as a text. */
export function ofTexts(
  least: number,
  apply: (...texts: readonly string[]) => CellValue,
): (args: readonly Run[]) => Run {
  return ofValues(least, (values) => {
    const texts: string[] = [];
    for (const value of values) {
      const text = toText(value);
      if (typeof text !== 'string') return text;
      texts.push(text);
    }
    return apply(...texts);
  });
}

/**
 * The figures that a total adds up: of ranges the numbers alone, of other arguments whatever can be one.
 * `visit` is called for each; the first error ends it and is given back.
 */
export function eachNumber(args: readonly Run[], scope: Scope, visit: (value: number) => void): CellError | undefined {
  for (const arg of args) {
    const value = arg(scope);
    const failure = value instanceof Matrix ? eachOfMatrix(value, scope, visit) : ofScalar(value, visit);
    if (failure) return failure;
  }
  return undefined;
}

function ofScalar(value: CellValue, visit: (value: number) => void): CellError | undefined {
  const number = toNumber(value);
  if (typeof number !== 'number') return number;
  visit(number);
  return undefined;
}

function eachOfMatrix(matrix: Matrix, scope: Scope, visit: (value: number) => void): CellError | undefined {
  if (!affordable(matrix, scope)) return notComputed({ kind: 'effort' });
  if (matrix instanceof Area) return matrix.eachNumber(visit);
  for (const value of matrix.values()) {
    if (typeof value === 'number') visit(value);
    else if (isError(value)) return value;
  }
  return undefined;
}

/** Whether a range may be gone through once more. */
export function affordable(matrix: Matrix, { book }: Scope): boolean {
  return book.spend(matrix instanceof Area ? matrix.effort : matrix.height * matrix.width);
}
