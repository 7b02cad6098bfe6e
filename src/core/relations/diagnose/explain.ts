import { significantDigits } from '../../numbers/decimal';
import { EXPLAIN, SLIPS } from '../weights';
import type { NumberGrid } from '../read/number-grid';
import type { Broken } from './broken';
import { lacksFigure } from './omission';
import { gridIndex, type Repair, valueAtLine } from './repair';

/** What explains a wrong figure without a slip of the fingers. */
export type Explanation =
  /** Another column of the row holds the very figure: it was not brought up to date. */
  | { readonly kind: 'stale'; readonly strength: number }
  /** The total differs by one of its parts. */
  | { readonly kind: 'countedTwice' | 'leftOut'; readonly part: number; readonly strength: number };

/** A figure that was found wrong, with what it breaks and the one value that repairs all of it. */
interface WrongFigure {
  readonly grid: NumberGrid;
  readonly cell: number;
  readonly was: number;
  readonly broken: readonly Broken[];
  readonly repair: Repair;
}

export interface ExplanationOf {
  readonly name: string;
  readonly explain: (figure: WrongFigure) => Explanation | undefined;
}

/** Tried in this order. */
export const EXPLANATIONS: readonly ExplanationOf[] = [
  { name: 'part counted twice or left out', explain: partTwiceOrNot },
  { name: 'figure of another period', explain: stale },
];

/** `repair`: the one value that repairs everything the cell breaks. */
export function explanationOf(
  grid: NumberGrid,
  cell: number,
  broken: readonly Broken[],
  repair: Repair,
  explanations: readonly ExplanationOf[],
): Explanation | undefined {
  const was = grid.value[cell] ?? NaN;
  if (was !== was || broken.some(lacksFigure)) return undefined;
  for (const { explain } of explanations) {
    const explanation = explain({ grid, cell, was, broken, repair });
    if (explanation) return explanation;
  }
  return undefined;
}

function stale({ grid, cell, was, broken }: WrongFigure): Explanation | undefined {
  const digits = significantDigits(was);
  if (digits < EXPLAIN.digits) return undefined;
  const width = grid.columns.length;
  const start = cell - (cell % width);
  const suspects = Math.max(...broken.map(({ cells }) => cells.length));
  for (let other = start; other < start + width; other++) {
    if (other === cell || grid.value[other] !== was || broken.some((b) => b.cells.includes(other))) continue;
    // The other table of two side by side ends in the same total: that is no figure of another period.
    if (broken.some(({ pattern: { view } }) => view.axis === 'rows' && !view.lines.includes(other - start))) continue;
    const share = shareOfEqualRows(grid, cell % width, other - start, start / width);
    if (share * suspects <= EXPLAIN.byChance)
      return { kind: 'stale', strength: digits >= EXPLAIN.sureDigits ? SLIPS.stale : SLIPS.unsure };
  }
  return undefined;
}

/** In how many of the rows in which both columns have a number, but not in this one, it is the same. */
function shareOfEqualRows({ value, rows, columns }: NumberGrid, a: number, b: number, except: number): number {
  let both = 0;
  let equal = 0;
  for (let row = 0; row < rows.length; row++) {
    const x = value[row * columns.length + a] ?? NaN;
    const y = value[row * columns.length + b] ?? NaN;
    if (row === except || x !== x || y !== y || (x === 0 && y === 0)) continue;
    both++;
    if (x === y) equal++;
  }
  return both === 0 ? 1 : equal / both;
}

/** The total is wrong by one of its parts, the only one of that size. */
function partTwiceOrNot({ cell, was, broken, repair: { value, slack } }: WrongFigure): Explanation | undefined {
  const leading = broken.find(
    ({ cells, pattern }) =>
      cells[0] === cell && pattern.op === 'sum' && !pattern.factors && pattern.operands.length >= EXPLAIN.parts,
  );
  if (!leading) return undefined;
  const excess = was - value;
  const digits = significantDigits(excess);
  if (digits < EXPLAIN.digits || Math.abs(excess) < EXPLAIN.roundings * slack) return undefined;
  const { pattern, line } = leading;
  const alike = pattern.operands.filter(
    (i) => Math.abs(Math.abs(valueAtLine(pattern, line, i)) - Math.abs(excess)) <= slack,
  );
  const [part] = alike;
  if (part === undefined || alike.length > 1) return undefined;
  const twice = Math.sign(valueAtLine(pattern, line, part)) === Math.sign(excess);
  return {
    kind: twice ? 'countedTwice' : 'leftOut',
    part: gridIndex(pattern, line, part),
    strength: digits >= EXPLAIN.sureDigits ? SLIPS.part : SLIPS.unsure,
  };
}
