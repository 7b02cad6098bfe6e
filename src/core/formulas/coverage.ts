import type { Position } from '../grid/address';
import type { FormulaCell, FormulaGrid } from './formula-grid';
import { isSum } from './plain-sum';
import type { Template } from './template';

/** Longer totals are not compared line by line. */
const LONGEST = 2000;

/** `down`: a total of cells of its own column; `across`: of its own row. */
export type TotalAxis = 'down' | 'across';

/** Neighbouring lines, both ends inclusive. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The lines that a total takes up: rows of its own column, or columns of its own row. */
export interface Coverage {
  readonly cell: FormulaCell;
  readonly axis: TotalAxis;
  /** Ascending, no two that touch. */
  readonly spans: readonly Span[];
  readonly count: number;
  /** Equal for two totals of the same lines. */
  readonly key: string;
}

/** The plain totals of a sheet: what each adds up, read once for all who ask. */
export class Totals {
  readonly down: readonly Coverage[];
  readonly across: readonly Coverage[];
  private readonly places = new Map<number, Coverage>();

  constructor(grid: FormulaGrid) {
    const [down, across]: [Coverage[], Coverage[]] = [[], []];
    for (const cell of grid.cells) {
      const coverage = coverageOf(cell);
      if (!coverage) continue;
      (coverage.axis === 'down' ? down : across).push(coverage);
      this.places.set(cell.index, coverage);
    }
    this.down = down;
    this.across = across;
  }

  of(cell: FormulaCell | undefined): Coverage | undefined {
    return cell && this.places.get(cell.index);
  }
}

/** What a formula adds up that is nothing but a total of its own line, by SUM or by plus signs; undefined for any other. */
function coverageOf(cell: FormulaCell): Coverage | undefined {
  const isPlainSum = isSum(cell);
  if (!isPlainSum && !isChain(cell)) return undefined;
  const { corners, template } = cell;
  const axis: TotalAxis = corners[1] === cell.column ? 'down' : 'across';
  const own = axis === 'down' ? cell.column : cell.row;
  const [along, acrossIt] = axis === 'down' ? [0, 1] : [1, 0];
  const spans: Span[] = [];
  for (const piece of template.pieces) {
    if (!('first' in piece)) continue;
    const [first, last] = [2 * piece.first, 2 * piece.last];
    if (piece.sheet !== undefined || corners[first + acrossIt] !== own || corners[last + acrossIt] !== own)
      return undefined;
    const from = corners[first + along] ?? 0;
    const to = corners[last + along] ?? 0;
    if (to < from || to - from > LONGEST) return undefined;
    spans.push({ from, to });
  }
  const joined = spans.length === 1 ? spans : joinedSpans(spans);
  const count = joined?.reduce((sum, { from, to }) => sum + to - from + 1, 0) ?? 0;
  const at = axis === 'down' ? cell.row : cell.column;
  // What is counted twice, or adds itself, is no plain total.
  if (!joined || count === 0 || joined.some(({ from, to }) => at >= from && at <= to)) return undefined;
  const key = joined.map(({ from, to }) => `${from}:${to}`).join();
  return { cell, axis, spans: joined, count, key };
}

/** Ascending, touching ones made one; undefined where two overlap. */
function joinedSpans(spans: readonly Span[]): readonly Span[] | undefined {
  const joined: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last && span.from <= last.to) return undefined;
    if (last && span.from === last.to + 1) joined[joined.length - 1] = { from: last.from, to: span.to };
    else joined.push(span);
  }
  return joined;
}

/** All its lines, ascending. */
export function linesOf({ spans }: Pick<Coverage, 'spans'>): number[] {
  return spans.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, k) => from + k));
}

export function covers({ spans }: Coverage, line: number): boolean {
  return spans.some(({ from, to }) => line >= from && line <= to);
}

/** The lines of one total that another leaves out. */
export function linesBeyond(whole: Coverage, part: Coverage): number[] {
  return linesOf(whole).filter((line) => !covers(part, line));
}

/** The cell of a total's own column or row at one of its lines. */
export function cellAt({ cell, axis }: Pick<Coverage, 'cell' | 'axis'>, line: number): Position {
  return axis === 'down' ? { row: line, column: cell.column } : { row: cell.row, column: line };
}

/** Asked once of all copies of a formula. */
const CHAINS = new WeakMap<Template, boolean>();

/** `C7+C22+C30`: references and plus signs in turn. */
export function isChain({ template }: Pick<FormulaCell, 'template'>): boolean {
  let known = CHAINS.get(template);
  if (known === undefined) {
    const { pieces } = template;
    known =
      pieces.length >= 3 &&
      pieces.length % 2 === 1 &&
      pieces.every((piece, k) => (k % 2 === 0 ? 'first' in piece && piece.first === piece.last : isSign(piece)));
    CHAINS.set(template, known);
  }
  return known;
}

function isSign(piece: Template['pieces'][number] | undefined): boolean {
  return piece !== undefined && 'text' in piece && piece.text === '+';
}
