import { tokenize } from '@borgar/fx';
import {
  cellName,
  columnIndex,
  columnName,
  MAX_COLUMNS,
  MAX_ROWS,
  quoteSheet,
  type Position,
  type Rect,
} from '../grid/address';

/** A reference as it is written: where it points, and which ends stay when the formula is copied. */
export interface Reference {
  /** Undefined: the formula's own sheet. */
  readonly sheet: string | undefined;
  readonly rect: Rect;
  readonly fixed: { readonly top: boolean; readonly left: boolean; readonly bottom: boolean; readonly right: boolean };
}

/** A piece of a formula: a reference, or any other text. */
export type Piece =
  | { readonly reference: Reference; /** Written with a colon. */ readonly isRange?: boolean }
  | { readonly text: string };

const CORNER = /^(\$?)([A-Za-z]{1,3})(\$?)([1-9]\d{0,6})$/;

/** The pieces of a formula without its `=`, spaces and a plus sign before it left out; names and structured references are texts. Undefined when it is no formula. */
export function piecesOf(formula: string): Piece[] | undefined {
  const pieces: Piece[] = [];
  for (const { type, value } of tokenize(formula, { mergeRefs: true })) {
    // A plus sign before the whole formula is a habit, no operation.
    if (type === 'whitespace' || (value === '+' && pieces.length === 0)) continue;
    if (type === 'range' || type === 'range_beam') {
      const reference = readReference(value);
      if (!reference) return undefined;
      pieces.push({ reference, isRange: value.includes(':') });
    } else if (type === 'unknown') return undefined;
    else pieces.push({ text: type === 'func' ? value.toUpperCase() : value });
  }
  return pieces;
}

function readReference(written: string): Reference | undefined {
  const mark = written.lastIndexOf('!');
  const sheet = mark < 0 ? undefined : written.slice(0, mark).replace(/^'|'$/g, '').replaceAll("''", "'");
  const [from = '', to] = written.slice(mark + 1).split(':');
  const first = corner(from) ?? edge(from, 'first');
  const last = to === undefined ? first : (corner(to) ?? edge(to, 'last'));
  if (!first || !last) return undefined;
  return {
    sheet,
    rect: { top: first.row, left: first.column, bottom: last.row, right: last.column },
    fixed: { top: first.rowFixed, left: first.columnFixed, bottom: last.rowFixed, right: last.columnFixed },
  };
}

interface Corner {
  readonly row: number;
  readonly column: number;
  readonly rowFixed: boolean;
  readonly columnFixed: boolean;
}

/** An end of whole columns (`$A:C`) or rows (`1:3`): it reaches to the edge of the sheet, wherever it is copied. */
function edge(name: string, end: 'first' | 'last'): Corner | undefined {
  const [, columnDollar, letters, rowDollar, digits] =
    /^(?:(\$?)([A-Za-z]{1,3})|(\$?)([1-9]\d{0,6}))$/.exec(name) ?? [];
  if (letters !== undefined) {
    const column = columnIndex(letters);
    const row = end === 'first' ? 0 : MAX_ROWS - 1;
    return column < 0 ? undefined : { row, column, rowFixed: true, columnFixed: columnDollar === '$' };
  }
  if (digits === undefined || Number(digits) > MAX_ROWS) return undefined;
  const column = end === 'first' ? 0 : MAX_COLUMNS - 1;
  return { row: Number(digits) - 1, column, rowFixed: rowDollar === '$', columnFixed: true };
}

function corner(name: string): Corner | undefined {
  const match = CORNER.exec(name);
  if (!match) return undefined;
  const column = columnIndex(match[2] ?? '');
  return column < 0
    ? undefined
    : { row: Number(match[4]) - 1, column, rowFixed: match[3] === '$', columnFixed: match[1] === '$' };
}

export function isSingle({ rect }: Pick<Reference, 'rect'>): boolean {
  return rect.top === rect.bottom && rect.left === rect.right;
}

/** The pieces as they would read if the formula were copied from one cell to another; undefined when a reference would leave the sheet. */
export function copiedTo(pieces: readonly Piece[], from: Position, to: Position): Piece[] | undefined {
  const copied: Piece[] = [];
  for (const piece of pieces) {
    if ('text' in piece) {
      copied.push(piece);
      continue;
    }
    const { sheet, rect, fixed } = piece.reference;
    const down = to.row - from.row;
    const right = to.column - from.column;
    const moved = {
      top: rect.top + (fixed.top ? 0 : down),
      bottom: rect.bottom + (fixed.bottom ? 0 : down),
      left: rect.left + (fixed.left ? 0 : right),
      right: rect.right + (fixed.right ? 0 : right),
    };
    if (
      Math.min(moved.top, moved.bottom, moved.left, moved.right) < 0 ||
      Math.max(moved.top, moved.bottom) >= MAX_ROWS ||
      Math.max(moved.left, moved.right) >= MAX_COLUMNS
    )
      return undefined;
    copied.push({ reference: { sheet, rect: moved, fixed } });
  }
  return copied;
}

/** The formula in A1 notation, without `=`. */
export function writtenFormula(pieces: readonly Piece[]): string {
  return pieces.map((piece) => ('text' in piece ? piece.text : writtenReference(piece.reference))).join('');
}

export function writtenReference({ sheet, rect, fixed }: Reference): string {
  const corner = (row: number, column: number, rowFixed: boolean, columnFixed: boolean) =>
    rowFixed || columnFixed
      ? `${columnFixed ? '$' : ''}${columnName(column)}${rowFixed ? '$' : ''}${row + 1}`
      : cellName({ row, column });
  const prefix = sheet === undefined ? '' : `${quoteSheet(sheet)}!`;
  const whole = wholeLines(rect, fixed);
  if (whole !== undefined) return prefix + whole;
  const first = corner(rect.top, rect.left, fixed.top, fixed.left);
  const last = corner(rect.bottom, rect.right, fixed.bottom, fixed.right);
  return prefix + (first === last ? first : `${first}:${last}`);
}

/** `A:C` or `1:3` where a reference takes in whole columns or rows. */
function wholeLines(rect: Rect, fixed: Reference['fixed']): string | undefined {
  const dollar = (isFixed: boolean) => (isFixed ? '$' : '');
  if (rect.top === 0 && rect.bottom === MAX_ROWS - 1)
    return `${dollar(fixed.left)}${columnName(rect.left)}:${dollar(fixed.right)}${columnName(rect.right)}`;
  if (rect.left === 0 && rect.right === MAX_COLUMNS - 1)
    return `${dollar(fixed.top)}${rect.top + 1}:${dollar(fixed.bottom)}${rect.bottom + 1}`;
  return undefined;
}
