import type { Rect } from '../grid/address';
import { CellKind, numberAt } from '../grid/sheet';
import { ExactSum, roundHalfUp } from '../numbers/decimal';
import type { FormulaGrid } from './formula-grid';
import type { Piece } from './reference';

/** A result, and the size of the largest figure that went into it: the measure of binary noise. */
export interface Result {
  readonly value: number;
  readonly size: number;
}

/** `error`: Excel shows an error value, a division by zero for example. */
export type Outcome = Result | 'error';

/** Raised where a formula needs what is not computed here; it ends the evaluation, nothing more. Made once: a stack trace for each of a million formulas is slow. */
const NOT_COMPUTED = new Error('not computed');

/**
 * What a simple formula gives with the stored values of its cells: + − × ÷, SUM, AVERAGE, ROUND,
 * IFERROR, and SUBTOTAL of a sum or an average where no row is hidden: whether a hidden row was
 * filtered or only hidden is not known here. Undefined for anything else.
 */
export function evaluate(grid: FormulaGrid, pieces: readonly Piece[]): Outcome | undefined {
  try {
    return new Reader(grid, pieces).whole();
  } catch (failure) {
    if (failure === NOT_COMPUTED) return undefined;
    throw failure;
  }
}

/** What the first argument of SUBTOTAL asks for; 1xx leaves out rows that are hidden by hand, too. */
const SUBTOTALS: Readonly<Record<string, 'SUM' | 'AVERAGE'>> = {
  '9': 'SUM',
  '109': 'SUM',
  '1': 'AVERAGE',
  '101': 'AVERAGE',
};

class Reader {
  private at = 0;

  constructor(
    private readonly grid: FormulaGrid,
    private readonly pieces: readonly Piece[],
  ) {}

  whole(): Outcome {
    const result = this.sum();
    if (this.at < this.pieces.length) throw NOT_COMPUTED;
    return result;
  }

  private peek(): string | undefined {
    const piece = this.pieces[this.at];
    return piece && 'text' in piece ? piece.text : undefined;
  }

  private take(text: string): boolean {
    if (this.peek() !== text) return false;
    this.at++;
    return true;
  }

  private expect(text: string): void {
    if (!this.take(text)) throw NOT_COMPUTED;
  }

  private sum(): Outcome {
    let left = this.product();
    for (;;) {
      const sign = this.take('+') ? 1 : this.take('-') ? -1 : 0;
      if (sign === 0) return left;
      const right = this.product();
      left =
        left === 'error' || right === 'error'
          ? 'error'
          : added([left.value, sign * right.value], Math.max(left.size, right.size));
    }
  }

  private product(): Outcome {
    let left = this.factor();
    for (;;) {
      const times = this.take('*');
      if (!times && !this.take('/')) return left;
      const right = this.factor();
      if (left === 'error' || right === 'error' || (!times && right.value === 0)) left = 'error';
      else left = sized(times ? left.value * right.value : left.value / right.value);
    }
  }

  private factor(): Outcome {
    if (this.take('-')) {
      const inner = this.factor();
      return inner === 'error' ? inner : { value: -inner.value, size: inner.size };
    }
    if (this.take('+')) return this.factor();
    const inner = this.primary();
    if (!this.take('%')) return inner;
    return inner === 'error' ? inner : sized(inner.value / 100);
  }

  private primary(): Outcome {
    const piece = this.pieces[this.at++];
    if (!piece) throw NOT_COMPUTED;
    if ('reference' in piece) {
      if (piece.reference.sheet !== undefined) throw NOT_COMPUTED;
      const { top, left, bottom, right } = piece.reference.rect;
      if (top !== bottom || left !== right) throw NOT_COMPUTED;
      return this.single(top, left);
    }
    if (piece.text === '(') {
      const inner = this.sum();
      this.expect(')');
      return inner;
    }
    if (/^[\d.]/.test(piece.text)) return sized(Number(piece.text));
    return this.call(piece.text);
  }

  private call(name: string): Outcome {
    this.expect('(');
    if (name === 'SUM' || name === 'AVERAGE') return this.aggregate(name);
    if (name === 'SUBTOTAL') return this.subtotal();
    if (name === 'ROUND') {
      const value = this.sum();
      this.expect(',');
      const decimals = this.sum();
      this.expect(')');
      if (value === 'error' || decimals === 'error') return 'error';
      return { value: roundHalfUp(value.value, decimals.value), size: value.size };
    }
    if (name === 'IFERROR') {
      const value = this.sum();
      this.expect(',');
      const otherwise = this.sum();
      this.expect(')');
      return value === 'error' ? otherwise : value;
    }
    throw NOT_COMPUTED;
  }

  private subtotal(): Outcome {
    const piece = this.pieces[this.at++];
    const name = piece && 'text' in piece ? SUBTOTALS[piece.text] : undefined;
    if (!name) throw NOT_COMPUTED;
    this.expect(',');
    return this.aggregate(name, true);
  }

  /** `pastSubtotals`: SUBTOTAL passes over the other SUBTOTALs of its range. */
  private aggregate(name: 'SUM' | 'AVERAGE', pastSubtotals = false): Outcome {
    const total = new ExactSum();
    let count = 0;
    let size = 0;
    let failed = false;
    do {
      const piece = this.pieces[this.at];
      const next = this.pieces[this.at + 1];
      const isLone = next !== undefined && 'text' in next && (next.text === ',' || next.text === ')');
      if (piece && 'reference' in piece && isLone) {
        this.at++;
        if (piece.reference.sheet !== undefined) throw NOT_COMPUTED;
        for (const v of this.numbersIn(piece.reference.rect, pastSubtotals)) {
          if (v === 'error') failed = true;
          else {
            total.add(v);
            count++;
            size = Math.max(size, Math.abs(v));
          }
        }
      } else {
        if (pastSubtotals) throw NOT_COMPUTED;
        const value = this.sum();
        if (value === 'error') failed = true;
        else {
          total.add(value.value);
          count++;
          size = Math.max(size, value.size);
        }
      }
    } while (this.take(','));
    this.expect(')');
    if (failed || (name === 'AVERAGE' && count === 0)) return 'error';
    return { value: name === 'SUM' ? total.value : total.value / count, size };
  }

  private single(row: number, column: number): Outcome {
    switch (this.grid.kindAt(row, column)) {
      case CellKind.number:
        return sized(numberAt(this.grid.sheet, row, column));
      case CellKind.blank:
        return sized(0);
      case CellKind.error:
        return 'error';
      default:
        // Excel turns some texts and booleans into numbers: not guessed here.
        throw NOT_COMPUTED;
    }
  }

  private *numbersIn({ top, left, bottom, right }: Rect, pastSubtotals: boolean): Generator<number | 'error'> {
    const { cells, hiddenRows } = this.grid.sheet;
    if (pastSubtotals && hiddenRows.some((row) => row >= top && row <= bottom)) throw NOT_COMPUTED;
    const last = Math.min(bottom, cells.rowCount - 1);
    if (!this.grid.spend((cells.rowStart[last + 1] ?? 0) - (cells.rowStart[top] ?? 0))) throw NOT_COMPUTED;
    for (let row = top; row <= last; row++) {
      for (let index = cells.rowStart[row] ?? 0; index < (cells.rowStart[row + 1] ?? 0); index++) {
        const column = cells.column[index] ?? 0;
        if (column < left || column > right) continue;
        if (pastSubtotals && /\bSUBTOTAL\(/i.test(cells.texts[cells.formula[index] ?? 0] ?? '')) continue;
        if (cells.kind[index] === CellKind.number) yield cells.number[index] ?? 0;
        else if (cells.kind[index] === CellKind.error) yield 'error';
      }
    }
  }
}

function sized(value: number): Result {
  return { value, size: Math.abs(value) };
}

function added(terms: readonly number[], size: number): Result {
  const sum = new ExactSum();
  for (const term of terms) sum.add(term);
  return { value: sum.value, size: Math.max(size, Math.abs(sum.value)) };
}
