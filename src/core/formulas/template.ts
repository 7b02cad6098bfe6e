import { columnIndex, MAX_COLUMNS, MAX_ROWS } from '../grid/address';
import { type Piece, piecesOf, type Reference } from './reference';

/** A reference of a template: its first corner, and its last, among the corners of a formula. */
interface Slot {
  readonly sheet: string | undefined;
  readonly first: number;
  readonly last: number;
  readonly fixed: Reference['fixed'];
}

/** What all copies of a formula have in common: everything but where its references point. */
export interface Template {
  readonly id: number;
  readonly pieces: readonly ({ readonly text: string } | Slot)[];
}

/** A formula read: the template it is a copy of, and row and column of every corner of its references. */
export interface ReadFormula {
  readonly template: Template;
  readonly corners: readonly number[];
}

/**
 * Reads formulas. Nearly all formulas of a sheet are copies of a few: only the first of each is taken
 * to pieces, in the others the references are found by their letters and digits.
 */
export class Templates {
  private readonly bySkeleton = new Map<string, Template | undefined>();
  private readonly byStructure = new Map<string, Template>();

  /** Undefined for what is no formula. */
  read(formula: string): ReadFormula | undefined {
    const outline = outlineOf(formula);
    if (!outline) return this.readPieces(formula);
    const { skeleton, corners } = outline;
    let template = this.bySkeleton.get(skeleton);
    if (!template && !this.bySkeleton.has(skeleton)) {
      template = this.readPieces(skeleton)?.template;
      this.bySkeleton.set(skeleton, template);
    }
    return template && { template, corners };
  }

  private readPieces(formula: string): ReadFormula | undefined {
    const pieces = piecesOf(formula);
    if (!pieces) return undefined;
    const { slots, corners } = slotsOf(pieces);
    const structure = slots
      .map((s) =>
        'text' in s ? s.text : `${s.sheet ?? ''}!${s.last - s.first}${Object.values(s.fixed).map(Number).join('')}`,
      )
      .join('\n');
    let template = this.byStructure.get(structure);
    if (!template) this.byStructure.set(structure, (template = { id: this.byStructure.size, pieces: slots }));
    return { template, corners };
  }
}

function slotsOf(pieces: readonly Piece[]): { slots: Template['pieces']; corners: readonly number[] } {
  const corners: number[] = [];
  const slots = pieces.map((piece) => {
    if ('text' in piece) return piece;
    const { sheet, rect, fixed } = piece.reference;
    const first = corners.length / 2;
    corners.push(rect.top, rect.left);
    const isRange = rect.top !== rect.bottom || rect.left !== rect.right || piece.isRange === true;
    if (isRange) corners.push(rect.bottom, rect.right);
    return { sheet, fixed, first, last: isRange ? first + 1 : first };
  });
  return { slots, corners };
}

/** A formula of pieces as a copy of itself alone. */
export function templateOf(pieces: readonly Piece[]): ReadFormula {
  const { slots, corners } = slotsOf(pieces);
  return { template: { id: -1, pieces: slots }, corners: corners };
}

/** The pieces of a formula with its references in place. */
export function piecesIn({ template, corners }: ReadFormula): Piece[] {
  return template.pieces.map((piece) => ('text' in piece ? piece : { reference: referenceIn(piece, corners) }));
}

export function referencesIn({ template, corners }: ReadFormula): Reference[] {
  const references: Reference[] = [];
  for (const piece of template.pieces) if ('first' in piece) references.push(referenceIn(piece, corners));
  return references;
}

function referenceIn({ sheet, first, last, fixed }: Slot, corners: readonly number[]): Reference {
  return {
    sheet,
    fixed,
    rect: {
      top: corners[2 * first] ?? 0,
      left: corners[2 * first + 1] ?? 0,
      bottom: corners[2 * last] ?? 0,
      right: corners[2 * last + 1] ?? 0,
    },
  };
}

/** Where the corners of a formula lie when it is copied; undefined where one would leave the sheet. */
export function cornersCopied(
  { template, corners, row, column }: ReadFormula & { readonly row: number; readonly column: number },
  to: { readonly row: number; readonly column: number },
): readonly number[] | undefined {
  const [down, right] = [to.row - row, to.column - column];
  const copied = corners.slice();
  for (const piece of template.pieces) {
    if (!('first' in piece)) continue;
    const { first, last, fixed } = piece;
    copied[2 * first] = (corners[2 * first] ?? 0) + (fixed.top ? 0 : down);
    copied[2 * first + 1] = (corners[2 * first + 1] ?? 0) + (fixed.left ? 0 : right);
    if (last === first) continue;
    copied[2 * last] = (corners[2 * last] ?? 0) + (fixed.bottom ? 0 : down);
    copied[2 * last + 1] = (corners[2 * last + 1] ?? 0) + (fixed.right ? 0 : right);
  }
  const isInside = copied.every((at, k) => at >= 0 && at < (k % 2 === 0 ? MAX_ROWS : MAX_COLUMNS));
  return isInside ? copied : undefined;
}

/** A number that is the same for every copy of the formula: two others of a sheet share it once in 10¹⁵. */
export function patternOf({ template, corners }: ReadFormula, row: number, column: number): number {
  let a = template.id + 17;
  let b = template.id * 31 + 7;
  for (const piece of template.pieces) {
    if (!('first' in piece)) continue;
    const { first, last, fixed } = piece;
    for (let side = 0; side < 4; side++) {
      const corner = 2 * (side < 2 ? first : last) + (side & 1);
      const isFixed = side === 0 ? fixed.top : side === 1 ? fixed.left : side === 2 ? fixed.bottom : fixed.right;
      const offset = (corners[corner] ?? 0) - (isFixed ? 0 : (side & 1) === 0 ? row : column);
      a = (Math.imul(a ^ offset, 0x9e3779b1) + 0x7f4a7c15) | 0;
      b = (Math.imul(b, 0x85ebca6b) ^ Math.imul(offset + 0x165667b1, 0xc2b2ae35)) | 0;
      b ^= b >>> 15;
    }
  }
  return (a >>> 5) * 2 ** 26 + (b >>> 6);
}

/**
 * The formula with every corner written `A1`, and where the corners really are. Texts and the names of
 * sheets stay as they are. Undefined for one with whole rows, arrays or tables in it, which is read by itself.
 */
function outlineOf(formula: string): { skeleton: string; corners: number[] } | undefined {
  const corners: number[] = [];
  let skeleton = '';
  let copied = 0;
  for (let i = 0; i < formula.length;) {
    const code = formula.charCodeAt(i);
    if (code === QUOTE || code === APOSTROPHE) {
      const end = formula.indexOf(formula.charAt(i), i + 1);
      if (end < 0) return undefined;
      i = end + 1;
      continue;
    }
    if (!isWord(code)) {
      if (!isPlain(code)) return undefined;
      i++;
      continue;
    }
    let end = i + 1;
    while (end < formula.length && isWord(formula.charCodeAt(end))) end++;
    const next = formula.charCodeAt(end);
    const columns = next === COLON ? wholeColumnsAt(formula, i) : undefined;
    if (columns) {
      corners.push(...columns.corners);
      skeleton += formula.slice(copied, i) + columns.dummy;
      copied = end = columns.end;
    } else if (next !== PAREN && next !== EXCLAMATION) {
      const corner = cornerIn(formula, i, end);
      if (corner) {
        corners.push(corner.row, corner.column);
        skeleton += formula.slice(copied, i) + corner.dummy;
        copied = end;
      } else if (next === COLON || formula.charCodeAt(i - 1) === COLON) return undefined;
    }
    i = end;
  }
  return { skeleton: skeleton + formula.slice(copied), corners };
}

const PAREN = 40;
const DOLLAR = 36;
const QUOTE = 34;
const APOSTROPHE = 39;
const EXCLAMATION = 33;
const COLON = 58;
const PLAIN = new Set(Array.from(' ()*+,-/:;<=>%^&!', (c) => c.charCodeAt(0)));

const WHOLE_COLUMNS = /(\$?)([A-Za-z]{1,3}):(\$?)([A-Za-z]{1,3})(?![\w.($!])/y;

/** `$A:$C`, as two corners. */
function wholeColumnsAt(formula: string, from: number): { corners: number[]; dummy: string; end: number } | undefined {
  WHOLE_COLUMNS.lastIndex = from;
  const [written, firstDollar = '', first = '', lastDollar = '', last = ''] = WHOLE_COLUMNS.exec(formula) ?? [];
  const [left, right] = [columnIndex(first), columnIndex(last)];
  if (written === undefined || left < 0 || right < 0) return undefined;
  return {
    corners: [0, left, MAX_ROWS - 1, right],
    dummy: `${firstDollar}A:${lastDollar}A`,
    end: from + written.length,
  };
}

function isPlain(code: number): boolean {
  return PLAIN.has(code);
}

/** Letters of any script, digits, `$`, `.` and `_`: what names and references are written with. */
function isWord(code: number): boolean {
  return (
    (code >= 48 && code <= 57) ||
    (code >= 65 && code <= 90) ||
    (code >= 97 && code <= 122) ||
    code === DOLLAR ||
    code === 46 ||
    code === 95 ||
    code > 127
  );
}

function cornerIn(
  formula: string,
  from: number,
  to: number,
): { row: number; column: number; dummy: string } | undefined {
  let i = from;
  const columnFixed = formula.charCodeAt(i) === DOLLAR;
  if (columnFixed) i++;
  let column = 0;
  const letters = i;
  for (; i < to; i++) {
    const code = formula.charCodeAt(i) & ~32;
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  if (i === letters || i - letters > 3 || column > MAX_COLUMNS) return undefined;
  const rowFixed = formula.charCodeAt(i) === DOLLAR;
  if (rowFixed) i++;
  const digits = i;
  let row = 0;
  for (; i < to; i++) {
    const code = formula.charCodeAt(i);
    if (code < 48 || code > 57) return undefined;
    row = row * 10 + code - 48;
  }
  if (i === digits || i - digits > 7 || formula.charCodeAt(digits) === 48) return undefined;
  return { row: row - 1, column: column - 1, dummy: `${columnFixed ? '$' : ''}A${rowFixed ? '$' : ''}1` };
}
