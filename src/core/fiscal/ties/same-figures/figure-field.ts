import { ownDecimals, significant } from '../../../numbers/decimal';
import type { CellPlace } from '../../../grid/place';
import { isOfOneNature, type Named, type NamedFigure, type NamedTable } from './named-table';

/** Where a figure stands, and in what. */
export interface Standing {
  readonly table: NamedTable;
  readonly figure: NamedFigure;
  readonly row: Named;
  readonly column: Named;
  readonly cell: CellPlace;
}

/** The figures of a table that are not nothing. */
export function standings(table: NamedTable): Standing[] {
  const { book, sheet, rows, columns, figures } = table;
  return figures.flatMap((figure) => {
    const [row, column] = [rows[figure.row], columns[figure.column]];
    if (!row || !column || figure.yuan === 0) return [];
    return [{ table, figure, row, column, cell: { book, sheet, row: row.at, column: column.at } }];
  });
}

/** Digits of a figure that is looked for, and of one that it is found in. */
export const LEAST_DIGITS = 4;
/** A mistyped figure is found within these bounds. */
const NEAR = 1.5;
/** Figures that differ by less than so many times what rounding leaves open are one. */
const ROUNDED = 3;

/** The figures of a set by their size. */
export class FigureField {
  private readonly sorted: readonly Standing[];
  private readonly yuan: Float64Array;
  private readonly widest: number;

  constructor(all: readonly Standing[]) {
    this.sorted = all
      .filter(({ figure }) => figure.digits >= LEAST_DIGITS)
      .sort((a, b) => a.figure.yuan - b.figure.yuan);
    this.yuan = Float64Array.from(this.sorted, ({ figure }) => figure.yuan);
    this.widest = Math.max(0, ...this.sorted.map(halfOf));
  }

  /** Whether another table shows the same figure. */
  confirms(one: Standing): boolean {
    const { low, high } = one.figure.interval;
    return this.between(low, high).some(
      (other) => other.table !== one.table && meets(one, other, 0) && isOfOneNature(one.figure, other.figure),
    );
  }

  /** The figures of other tables that are `value` as far as both are printed. */
  meeting(one: Standing, value: number): Standing[] {
    const shift = value - one.figure.yuan;
    const { low, high } = one.figure.interval;
    return this.between(low + shift, high + shift).filter(
      (other) =>
        other.table !== one.table &&
        meets(one, other, shift) &&
        isAsTyped(one, other, shift) &&
        Math.abs(other.figure.yuan - one.figure.yuan) > ROUNDED * (halfOf(one) + halfOf(other)),
    );
  }

  /** How unlikely it is that one of so many slips makes a figure meet another by chance. */
  bits(one: Standing, other: Standing, slips: number): number {
    const size = Math.abs(other.figure.yuan);
    const [low, high] = [size / NEAR, size * NEAR]
      .map((end) => end * Math.sign(other.figure.yuan))
      .sort((a, b) => a - b);
    const among = Math.max(1, this.from(high ?? 0) - this.from(low ?? 0));
    const share = (2 * (halfOf(one) + halfOf(other))) / (size * (NEAR - 1 / NEAR));
    return -Math.log2(slips * among * share);
  }

  private between(low: number, high: number): Standing[] {
    const found: Standing[] = [];
    for (let i = this.from(low - this.widest); i < this.sorted.length; i++) {
      const one = this.sorted[i];
      if (!one || one.figure.yuan > high + this.widest) break;
      if (one.figure.interval.high >= low && one.figure.interval.low <= high) found.push(one);
    }
    return found;
  }

  private from(value: number): number {
    let [low, high] = [0, this.yuan.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.yuan[middle] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function meets(one: Standing, other: Standing, shift: number): boolean {
  const [a, b] = [one.figure.interval, other.figure.interval];
  return a.low + shift <= b.high && b.low <= a.high + shift;
}

/** Whoever exchanges two digits types all the others: what cells do not show must agree, too. */
function isAsTyped({ figure: one }: Standing, { figure: other }: Standing, shift: number): boolean {
  const step = ({ yuan, factor }: NamedFigure): number => factor / 10 ** ownDecimals(significant(yuan / factor));
  return Math.abs(one.yuan + shift - other.yuan) <= Math.max(step(one), step(other)) / 2 + NOISE * Math.abs(other.yuan);
}

/** Binary dust. */
const NOISE = 1e-12;

function halfOf({ figure: { interval } }: Standing): number {
  return (interval.high - interval.low) / 2;
}
