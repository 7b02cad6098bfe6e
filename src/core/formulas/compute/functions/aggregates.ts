import type { CellError, CellValue } from '../../../grid/value';
import { ExactSum } from '../../../numbers/decimal';
import { type Run, scalar, type Scope } from '../scope';
import { Area } from '../source';
import { ERROR, isError, isNotComputed, Matrix, notComputed, toNumber, type Value } from '../value';
import { affordable, eachNumber, type FunctionTable } from './function-table';

type Numbers = (visit: (value: number) => void) => CellError | undefined;

/** What is made of many numbers; `size` is told the largest. */
type Summary = (numbers: Numbers, scope: Scope) => Value;

const sum: Summary = (numbers, scope) => {
  const total = new ExactSum();
  const failure = numbers((value) => {
    total.add(value);
    if (Math.abs(value) > scope.size) scope.size = Math.abs(value);
  });
  if (failure) return failure;
  const { value } = total;
  if (Math.abs(value) > scope.size) scope.size = Math.abs(value);
  return value;
};

const average: Summary = (numbers, scope) => {
  const total = new ExactSum();
  let count = 0;
  const failure = numbers((value) => {
    total.add(value);
    count++;
    if (Math.abs(value) > scope.size) scope.size = Math.abs(value);
  });
  return failure ?? (count === 0 ? ERROR.div : total.value / count);
};

function extreme(better: (a: number, b: number) => boolean): Summary {
  return (numbers) => {
    let best: number | undefined;
    const failure = numbers((value) => {
      if (best === undefined || better(value, best)) best = value;
    });
    return failure ?? best ?? 0;
  };
}

const product: Summary = (numbers) => {
  let result = 1;
  let count = 0;
  const failure = numbers((value) => {
    result *= value;
    count++;
  });
  return failure ?? (count === 0 ? 0 : result);
};

const count: Summary = (numbers) => {
  let found = 0;
  return numbers(() => found++) ?? found;
};

const SUMMARIES: Readonly<Record<string, Summary>> = {
  SUM: sum,
  AVERAGE: average,
  MAX: extreme((a, b) => a > b),
  MIN: extreme((a, b) => a < b),
  PRODUCT: product,
};

function ofAll(summary: Summary): (args: readonly Run[]) => Run {
  return (args) => (scope) => summary((visit) => eachNumber(args, scope, visit), scope);
}

/** Counting passes over error values, but not over what is not computed. */
function counting(counts: (value: CellValue) => boolean, blanks = false): (args: readonly Run[]) => Run {
  return (args) => (scope) => {
    let found = 0;
    for (const arg of args) {
      const value = arg(scope);
      if (!(value instanceof Matrix)) {
        if (isNotComputed(value)) return value;
        if (counts(value)) found++;
        continue;
      }
      if (!affordable(value, scope)) return notComputed({ kind: 'effort' });
      let seen = 0;
      for (const one of value.values()) {
        if (isNotComputed(one)) return one;
        seen++;
        if (counts(one)) found++;
      }
      if (blanks) found += value.height * value.width - seen;
    }
    return found;
  };
}

const SUBTOTALS: Readonly<Record<number, Summary>> = {
  1: average,
  2: count,
  4: extreme((a, b) => a > b),
  5: extreme((a, b) => a < b),
  6: product,
  9: sum,
};

/**
 * SUBTOTAL and AGGREGATE pass over the other subtotals of their range and over rows that are not seen:
 * 1xx (and AGGREGATE 5 and 7) over all hidden rows, the rest over those that a filter hides.
 */
function subtotal(code: CellValue, ranges: readonly Run[], scope: Scope, option?: CellValue): Value {
  const wanted = typeof code === 'number' ? code : 0;
  const summary = SUBTOTALS[wanted % 100];
  if (!summary) return notComputed({ kind: 'function', name: `SUBTOTAL(${wanted})` });
  const ignoresErrors = option === 2 || option === 3 || option === 6 || option === 7;
  const ignoresHidden = wanted > 100 || option === 1 || option === 3 || option === 5 || option === 7;
  const isAggregate = option !== undefined;
  return summary((visit) => {
    for (const range of ranges) {
      const area = range(scope);
      if (!(area instanceof Area)) return isError(area) ? area : ERROR.value;
      if (!affordable(area, scope)) return notComputed({ kind: 'effort' });
      const { cells, hiddenRows } = area.source.sheet;
      const hidden = hiddenIn(hiddenRows, area.rect.top, area.rect.bottom);
      if (hidden) scope.metHidden = true;
      const leavesOut = hidden && (ignoresHidden || (!isAggregate && !scope.keepHidden)) ? hidden : undefined;
      for (const [index, row] of area.stored()) {
        if (leavesOut?.has(row)) continue;
        if (/\b(SUBTOTAL|AGGREGATE)\(/i.test(cells.texts[cells.formula[index] ?? 0] ?? '')) continue;
        const value = area.source.stored(index);
        if (typeof value === 'number') visit(value);
        else if (isError(value) && (isNotComputed(value) || !ignoresErrors)) return value;
      }
    }
    return undefined;
  }, scope);
}

function hiddenIn(rows: readonly number[], top: number, bottom: number): ReadonlySet<number> | undefined {
  const inside = rows.filter((row) => row >= top && row <= bottom);
  return inside.length > 0 ? new Set(inside) : undefined;
}

function sumProduct(args: readonly Run[]): Run {
  return (scope) => {
    const factors: Matrix[] = [];
    for (const arg of args) {
      const value = arg(scope);
      if (!(value instanceof Matrix)) {
        const number = toNumber(value);
        if (typeof number !== 'number' || args.length > 1) return typeof number === 'number' ? ERROR.value : number;
        return number;
      }
      if (!affordable(value, scope)) return notComputed({ kind: 'effort' });
      factors.push(value);
    }
    const [first] = factors;
    if (!first) return ERROR.value;
    if (factors.some(({ width }) => width !== first.width)) return ERROR.value;
    const height = Math.max(...factors.map((factor) => factor.height));
    const total = new ExactSum();
    for (let row = 0; row < height; row++) {
      for (let column = 0; column < first.width; column++) {
        let term = 1;
        for (const factor of factors) {
          const value = factor.at(row, column);
          if (isError(value)) return value;
          // What is no number counts as 0, truth values among them.
          term *= typeof value === 'number' ? value : 0;
        }
        if (Math.abs(term) > scope.size) scope.size = Math.abs(term);
        if (term !== 0) total.add(term);
      }
    }
    return total.value;
  };
}

export const AGGREGATES: FunctionTable = {
  ...Object.fromEntries(Object.entries(SUMMARIES).map(([name, summary]) => [name, ofAll(summary)])),
  COUNT: counting((value) => typeof value === 'number'),
  COUNTA: counting((value) => value !== undefined),
  COUNTBLANK: counting((value) => value === undefined || value === '', true),
  SUMPRODUCT: sumProduct,
  SUBTOTAL:
    ([code, ...ranges]) =>
    (scope) =>
      subtotal(code && scalar(code(scope), scope), ranges, scope),
  AGGREGATE:
    ([code, option, ...ranges]) =>
    (scope) =>
      subtotal(code && scalar(code(scope), scope), ranges, scope, (option && scalar(option(scope), scope)) ?? 0),
};
