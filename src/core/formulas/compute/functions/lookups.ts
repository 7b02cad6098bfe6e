import type { CellValue } from '../../../grid/value';
import { lookupKey } from '../book';
import { type Run, scalar, type Scope } from '../scope';
import { Area } from '../source';
import { compare, ERROR, isError, isNotComputed, Matrix, notComputed, toNumber, toTruth, type Value } from '../value';
import { like } from './conditional';
import { affordable, type FunctionTable } from './function-table';

/** A row or column in which something is looked up. */
interface Line {
  readonly length: number;
  readonly at: (place: number) => CellValue;
  readonly area?: Area;
}

function columnOf(matrix: Matrix): Line {
  const { rect, source } = matrix instanceof Area ? matrix : { rect: undefined, source: undefined };
  const line = { length: matrix.height, at: (place: number) => matrix.at(place, 0) };
  return rect && source ? { ...line, area: new Area(source, { ...rect, right: rect.left }) } : line;
}

function rowOf(matrix: Matrix): Line {
  const { rect, source } = matrix instanceof Area ? matrix : { rect: undefined, source: undefined };
  const line = { length: matrix.width, at: (place: number) => matrix.at(0, place) };
  return rect && source ? { ...line, area: new Area(source, { ...rect, bottom: rect.top }) } : line;
}

/** Lines longer than this are looked up by an index. */
const LONG = 16;

/** The first place that holds just this. */
function exactPlace({ length, at, area }: Line, wanted: CellValue, scope: Scope): number | undefined | Value {
  if (typeof wanted === 'string' && /[*?]/.test(wanted)) {
    if (area && !affordable(area, scope)) return notComputed({ kind: 'effort' });
    const meets = like(wanted);
    return firstPlace(length, at, meets);
  }
  if (area && length > LONG) {
    const index = scope.book.indexOf(area);
    return isNotComputed(index) ? index : index.get(lookupKey(wanted ?? 0))?.[0];
  }
  const key = lookupKey(wanted ?? 0);
  return firstPlace(length, at, (value) => value !== undefined && lookupKey(value) === key);
}

function firstPlace(
  length: number,
  at: (place: number) => CellValue,
  meets: (value: CellValue) => boolean,
): number | undefined | Value {
  for (let place = 0; place < length; place++) {
    const value = at(place);
    if (isNotComputed(value)) return value;
    if (meets(value)) return place;
  }
  return undefined;
}

/** The last place that holds no more than this in a line that ascends (`sign` 1) or no less in one that descends (−1); found by halving, as Excel does. */
function nearestPlace({ length, at }: Line, wanted: CellValue, sign: 1 | -1): number | undefined | Value {
  let [low, high] = [0, length - 1];
  let found: number | undefined;
  while (low <= high) {
    const middle = (low + high) >> 1;
    let place = middle;
    let value = at(place);
    // Blanks and values of another type are passed over.
    while (typeof value !== typeof (wanted ?? 0) && place > low) value = at(--place);
    if (isNotComputed(value)) return value;
    if (typeof value === typeof (wanted ?? 0) && sign * compare(value, wanted ?? 0) <= 0) {
      found = place === middle ? middle : Math.max(found ?? -1, place);
      low = middle + 1;
    } else if (place === low && typeof value !== typeof (wanted ?? 0)) low = middle + 1;
    else high = place - 1;
  }
  return found;
}

function placed(line: Line, wanted: CellValue, mode: number, scope: Scope): number | undefined | Value {
  return mode === 0 ? exactPlace(line, wanted, scope) : nearestPlace(line, wanted, mode > 0 ? 1 : -1);
}

function inTable(
  [key, table, offset, nearest]: readonly Run[],
  scope: Scope,
  lineOf: (matrix: Matrix) => Line,
  pick: (matrix: Matrix, place: number, offset: number) => CellValue,
): Value {
  if (!key || !table || !offset) return ERROR.value;
  const wanted = scalar(key(scope), scope);
  if (isError(wanted)) return wanted;
  const matrix = table(scope);
  if (!(matrix instanceof Matrix)) return isError(matrix) ? matrix : ERROR.na;
  const number = toNumber(scalar(offset(scope), scope));
  if (typeof number !== 'number') return number;
  const truth = nearest ? toTruth(scalar(nearest(scope), scope)) : true;
  if (typeof truth !== 'boolean') return truth;
  const place = placed(lineOf(matrix), wanted, truth ? 1 : 0, scope);
  if (place === undefined) return ERROR.na;
  return typeof place === 'number' ? pick(matrix, place, Math.trunc(number) - 1) : place;
}

function index([table, row, column]: readonly Run[], scope: Scope): Value {
  const matrix = table?.(scope);
  if (!(matrix instanceof Matrix)) return isError(matrix) ? matrix : ERROR.ref;
  const [first, second] = [row, column].map((run) => (run ? toNumber(scalar(run(scope), scope)) : undefined));
  if (isError(first)) return first;
  if (isError(second)) return second;
  const isRow = matrix.height === 1 && second === undefined;
  const [down, across] = isRow ? [1, Number(first)] : [Number(first ?? 1), Number(second ?? 1)];
  if (matrix instanceof Area) return partOf(matrix, down, across, second === undefined && !isRow);
  return down > matrix.height || across > matrix.width || down < 1 || across < 1
    ? ERROR.ref
    : matrix.at(down - 1, across - 1);
}

/** A cell of a range, or with 0 a whole row or column of it. */
function partOf({ source, rect }: Area, down: number, across: number, isLine: boolean): Value {
  const { top, left, bottom, right } = rect;
  if (down < 0 || across < 0 || top + down - 1 > bottom || left + across - 1 > right) return ERROR.ref;
  const wholeRow = across === 0 || (isLine && left !== right);
  return new Area(source, {
    top: down === 0 ? top : top + down - 1,
    bottom: down === 0 ? bottom : top + down - 1,
    left: wholeRow ? left : left + across - 1,
    right: wholeRow ? right : left + across - 1,
  });
}

function lineOf(matrix: Matrix): Line {
  return matrix.width === 1 ? columnOf(matrix) : rowOf(matrix);
}

function match([key, range, mode]: readonly Run[], scope: Scope): Value {
  if (!key || !range) return ERROR.value;
  const wanted = scalar(key(scope), scope);
  if (isError(wanted)) return wanted;
  const matrix = range(scope);
  if (!(matrix instanceof Matrix)) return isError(matrix) ? matrix : ERROR.na;
  const asked = mode ? toNumber(scalar(mode(scope), scope)) : 1;
  if (typeof asked !== 'number') return asked;
  const place = placed(lineOf(matrix), wanted, asked, scope);
  return typeof place === 'number' ? place + 1 : (place ?? ERROR.na);
}

/** LOOKUP(key, line, results) and XLOOKUP(key, line, results, otherwise). */
function paired(args: readonly Run[], scope: Scope, mode: 0 | 1): Value {
  const [key, range, results = range, otherwise] = args;
  if (!key || !range || !results) return ERROR.value;
  const wanted = scalar(key(scope), scope);
  if (isError(wanted)) return wanted;
  const matrix = range(scope);
  const given = results(scope);
  if (!(matrix instanceof Matrix) || !(given instanceof Matrix)) return isError(matrix) ? matrix : ERROR.na;
  const place = placed(lineOf(matrix), wanted, mode, scope);
  if (place === undefined) return mode === 0 && otherwise ? otherwise(scope) : ERROR.na;
  if (typeof place !== 'number') return place;
  return given.width === 1 ? given.at(place, 0) : given.at(0, place);
}

function extent(measure: (area: Matrix) => number): (args: readonly Run[]) => Run {
  return ([range]) =>
    (scope) => {
      const value = range?.(scope);
      return value instanceof Matrix ? measure(value) : 1;
    };
}

function place(own: (scope: Scope) => number, of: (area: Area) => number): (args: readonly Run[]) => Run {
  return ([range]) =>
    (scope) => {
      if (!range) return own(scope) + 1;
      const value = range(scope);
      return value instanceof Area ? of(value) + 1 : ERROR.value;
    };
}

export const LOOKUPS: FunctionTable = {
  VLOOKUP: (args) => (scope) =>
    inTable(args, scope, columnOf, (matrix, at, offset) =>
      offset < 0 || offset >= widthOf(matrix) ? ERROR.ref : matrix.at(at, offset),
    ),
  HLOOKUP: (args) => (scope) =>
    inTable(args, scope, rowOf, (matrix, at, offset) =>
      offset < 0 || offset >= heightOf(matrix) ? ERROR.ref : matrix.at(offset, at),
    ),
  INDEX: (args) => (scope) => index(args, scope),
  MATCH: (args) => (scope) => match(args, scope),
  LOOKUP: (args) => (scope) => paired(args, scope, 1),
  XLOOKUP: (args) => (scope) =>
    args.length > 4 ? notComputed({ kind: 'function', name: 'XLOOKUP' }) : paired(args, scope, 0),
  ROW: place(
    ({ row }) => row,
    ({ rect }) => rect.top,
  ),
  COLUMN: place(
    ({ column }) => column,
    ({ rect }) => rect.left,
  ),
  ROWS: extent(heightOf),
  COLUMNS: extent(widthOf),
};

function widthOf(matrix: Matrix): number {
  return matrix instanceof Area ? matrix.rect.right - matrix.rect.left + 1 : matrix.width;
}

function heightOf(matrix: Matrix): number {
  return matrix instanceof Area ? matrix.rect.bottom - matrix.rect.top + 1 : matrix.height;
}
