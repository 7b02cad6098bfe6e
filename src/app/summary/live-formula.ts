import { numberAt, type Sheet } from '../../core/grid/sheet';
import { exactSum, ownDecimals, roundHalfUp } from '../../core/numbers/decimal';
import type { StatedRelation } from '../../core/findings/rule';
import { isLive, reference, runs } from '../../core/summary/references';

/** A relation that this long is stated by its value: Excel takes 8,192 characters a formula. */
const LONGEST = 4000;

/**
 * What the target should be, computed from its operands where they stand; undefined where that cannot
 * be trusted. The sheet's own formula may round what it computes: then ours does, too.
 */
export function expectedFormula(
  sheet: Sheet,
  relation: StatedRelation,
  scale: number,
  expected: number,
): string | undefined {
  const formula = plainFormula(sheet, relation, scale);
  if (formula === undefined) return undefined;
  const value = valueOf(sheet, relation, scale);
  if (isAlike(value, expected)) return formula;
  const decimals = ownDecimals(expected);
  return isAlike(roundHalfUp(value, decimals), expected) ? `ROUND(${formula},${decimals})` : undefined;
}

function isAlike(a: number, b: number): boolean {
  return Number(a.toPrecision(10)) === Number(b.toPrecision(10));
}

/** The value of the plain formula, from the numbers that stand in the sheet now. */
function valueOf(sheet: Sheet, { op, range }: StatedRelation, scale: number): number {
  const values = range
    .map(({ row, column }) => numberAt(sheet, row, column))
    .map((value) => (Number.isNaN(value) ? 0 : value));
  const [a = NaN, b = NaN] = values;
  switch (op) {
    case 'sum':
      return exactSum(values);
    case 'average':
      return exactSum(values) / range.filter(({ row, column }) => !Number.isNaN(numberAt(sheet, row, column))).length;
    case 'difference':
      return exactSum([a, -b]);
    case 'division':
      return (a / b) * scale;
    case 'relative_change':
      return (b / a - 1) * scale;
  }
}

function plainFormula(sheet: Sheet, { op, range }: StatedRelation, scale: number): string | undefined {
  if (range.length === 0 || !range.every((cell) => isLive(sheet, cell))) return undefined;
  const [a, b] = range.map((cell) => reference(sheet.name, cell));
  const times = scale === 1 ? '' : `*${scale}`;
  switch (op) {
    case 'sum':
      return bounded(`SUM(${runs(sheet.name, range).join(',')})`);
    case 'average':
      return bounded(`AVERAGE(${runs(sheet.name, range).join(',')})`);
    case 'difference':
      return `${a}-${b}`;
    case 'division':
      return `${a}/${b}${times}`;
    case 'relative_change':
      return scale === 1 ? `${b}/${a}-1` : `(${b}/${a}-1)${times}`;
  }
}

function bounded(formula: string): string | undefined {
  return formula.length > LONGEST ? undefined : formula;
}
