import type { CellError, CellValue } from '../../../grid/value';
import { ExactSum } from '../../../numbers/decimal';
import { lookupKey } from '../book';
import { type Run, scalar, type Scope } from '../scope';
import { Area } from '../source';
import { compare, ERROR, isError, isNotComputed, notComputed, numberIn, type Value } from '../value';
import { affordable, type FunctionTable } from './function-table';

/** A criterion of SUMIF and its like. `keys` are the values that it equals, where it asks for equality. */
interface Criterion {
  readonly meets: (value: CellValue) => boolean;
  readonly keys?: readonly string[];
}

function criterionOf(asked: CellValue): Criterion {
  if (typeof asked !== 'string') return equalTo(asked ?? 0);
  const [, operator = '', rest = ''] = /^(<>|<=|>=|=|<|>)?([\s\S]*)$/.exec(asked) ?? [];
  const number = numberIn(rest);
  if (operator === '' || operator === '=') {
    if (rest === '') return { meets: (value) => value === undefined || (operator === '' && value === '') };
    return /[*?~]/.test(rest) ? { meets: like(rest) } : equalTo(number ?? rest);
  }
  if (operator === '<>') {
    const { meets } = rest === '' ? { meets: (value: CellValue) => value === undefined } : criterionOf(rest);
    return { meets: (value) => !meets(value) };
  }
  const bound = number ?? rest;
  return {
    meets: (value) => {
      if (typeof value !== typeof bound) return false;
      const order = compare(value, bound);
      return operator === '<' ? order < 0 : operator === '>' ? order > 0 : operator === '<=' ? order <= 0 : order >= 0;
    },
  };
}

/** 5 equals the text "5" here, as nowhere else. */
function equalTo(asked: CellValue): Criterion {
  if (typeof asked === 'number') {
    const text = String(asked);
    return {
      meets: (value) =>
        typeof value === 'string' ? numberIn(value) === asked : value !== undefined && compare(value, asked) === 0,
      keys: [lookupKey(asked), lookupKey(text)],
    };
  }
  return {
    meets: (value) => value !== undefined && typeof value === typeof asked && compare(value, asked) === 0,
    keys: [lookupKey(asked)],
  };
}

/** `*` and `?`; `~` takes them for themselves. */
export function like(pattern: string): (value: CellValue) => boolean {
  const source = pattern.replace(
    /~([*?~])|([*?])|([\\^$.|+()[\]{}])/g,
    (_, plain: string, wild: string, special: string) =>
      plain ? `\\${plain}` : wild ? (wild === '*' ? '[\\s\\S]*' : '[\\s\\S]') : `\\${special}`,
  );
  const expression = new RegExp(`^${source}$`, 'i');
  return (value) => typeof value === 'string' && expression.test(value);
}

interface Condition {
  readonly area: Area;
  readonly criterion: Criterion;
}

/** Ranges longer than this are looked up by an index where a criterion asks for equality. */
const LONG = 64;

/** The places of the ranges at which all conditions are met. */
function placesOf(conditions: readonly Condition[], scope: Scope): readonly number[] | CellError {
  const [first, ...others] = conditions;
  if (!first) return [];
  const { area, criterion } = first;
  const isLine = area.width === 1 || area.height === 1;
  let places: number[] = [];
  if (isLine && criterion.keys && area.height * area.width > LONG && isWhole(area)) {
    const index = scope.book.indexOf(area);
    if (isNotComputed(index)) return index;
    places = [...new Set(criterion.keys.flatMap((key) => index.get(key) ?? []))].sort((a, b) => a - b);
    if (!scope.book.spend(places.length)) return notComputed({ kind: 'effort' });
  } else {
    if (!affordable(area, scope)) return notComputed({ kind: 'effort' });
    for (let place = 0; place < area.height * area.width; place++) {
      const value = valueAt(area, place, area.width);
      if (isNotComputed(value)) return value;
      if (criterion.meets(value)) places.push(place);
    }
  }
  for (const { area: other, criterion: asked } of others) {
    const kept: number[] = [];
    for (const place of places) {
      const value = valueAt(other, place, area.width);
      if (isNotComputed(value)) return value;
      if (asked.meets(value)) kept.push(place);
    }
    places = kept;
  }
  return places;
}

/** A range that grows from row to row is another one in each; only those that stay are worth an index. */
function isWhole({ rect, source }: Area): boolean {
  return rect.bottom - rect.top > LONG && source.sheet.cells.rowCount > LONG;
}

function valueAt(area: Area, place: number, width: number): CellValue {
  return area.source.value(area.rect.top + Math.floor(place / width), area.rect.left + (place % width));
}

/** Pairs of a range and what is asked of it. */
function conditionsOf(args: readonly Run[], scope: Scope): readonly Condition[] | CellError {
  const conditions: Condition[] = [];
  for (let k = 0; k + 1 < args.length; k += 2) {
    const area = args[k]?.(scope);
    const asked = scalar(args[k + 1]?.(scope), scope);
    if (isNotComputed(asked)) return asked;
    if (!(area instanceof Area)) return isError(area) ? area : ERROR.value;
    conditions.push({ area, criterion: criterionOf(asked) });
  }
  return conditions.length === 0 ? ERROR.value : conditions;
}

/** What the figures give that stand where the conditions are met. */
function over(
  args: readonly Run[],
  scope: Scope,
  figures: Run | undefined,
  result: (total: number, count: number) => Value,
): Value {
  const conditions = conditionsOf(args, scope);
  if ('error' in conditions) return conditions;
  const places = placesOf(conditions, scope);
  if ('error' in places) return places;
  const own = conditions[0]?.area;
  const target = figures ? figures(scope) : own;
  if (!own || !(target instanceof Area)) return target !== undefined && isError(target) ? target : ERROR.value;
  const total = new ExactSum();
  let count = 0;
  for (const place of places) {
    const value = valueAt(target, place, own.width);
    if (isError(value)) return value;
    if (typeof value !== 'number') continue;
    total.add(value);
    count++;
    if (Math.abs(value) > scope.size) scope.size = Math.abs(value);
  }
  return result(total.value, count);
}

function counting(args: readonly Run[], scope: Scope): Value {
  const conditions = conditionsOf(args, scope);
  if ('error' in conditions) return conditions;
  const places = placesOf(conditions, scope);
  return 'error' in places ? places : places.length;
}

const mean = (total: number, count: number): Value => (count === 0 ? ERROR.div : total / count);

export const CONDITIONAL: FunctionTable = {
  SUMIF:
    ([range, criterion, figures]) =>
    (scope) =>
      range && criterion ? over([range, criterion], scope, figures, (total) => total) : ERROR.value,
  AVERAGEIF:
    ([range, criterion, figures]) =>
    (scope) =>
      range && criterion ? over([range, criterion], scope, figures, mean) : ERROR.value,
  SUMIFS:
    ([figures, ...conditions]) =>
    (scope) =>
      over(conditions, scope, figures, (total) => total),
  AVERAGEIFS:
    ([figures, ...conditions]) =>
    (scope) =>
      over(conditions, scope, figures, mean),
  COUNTIF: (args) => (scope) => counting(args, scope),
  COUNTIFS: (args) => (scope) => counting(args, scope),
};
