import type { FormulaCell, FormulaGrid } from './formula-grid';
import { isSum } from './plain-sum';
import type { Template } from './template';

/** Longer totals are not listed cell by cell. */
const LONGEST = 2000;

/** `down`: a total of cells of its own column; `across`: of its own row. */
export type TotalAxis = 'down' | 'across';

/** The lines that a total takes up: rows of its own column, or columns of its own row. */
export interface Coverage {
  readonly cell: FormulaCell;
  /** Ascending. */
  readonly lines: readonly number[];
}

/** What a formula adds up that is nothing but a total of its own line, by SUM or by plus signs; undefined for any other. */
export function coverageOf(grid: FormulaGrid, cell: FormulaCell, axis: TotalAxis): Coverage | undefined {
  if (!(isSum(cell) || isChain(cell))) return undefined;
  const { references } = cell;
  if (references.length === 0) return undefined;
  const lines = new Set<number>();
  let count = 0;
  for (const { sheet, rect } of references) {
    const [from, to, crossFrom, crossTo, own] =
      axis === 'down'
        ? [rect.top, rect.bottom, rect.left, rect.right, cell.column]
        : [rect.left, rect.right, rect.top, rect.bottom, cell.row];
    if (
      sheet !== undefined ||
      crossFrom !== own ||
      crossTo !== own ||
      to - from > LONGEST ||
      !grid.spend(to - from + 1)
    )
      return undefined;
    count += to - from + 1;
    for (let line = from; line <= to; line++) lines.add(line);
  }
  const at = axis === 'down' ? cell.row : cell.column;
  // What is counted twice, or adds itself, is no plain total.
  if (lines.size < 2 || lines.size < count || lines.has(at)) return undefined;
  return { cell, lines: [...lines].sort((a, b) => a - b) };
}

/** Asked once of all copies of a formula. */
const CHAINS = new WeakMap<Template, boolean>();

/** `C7+C22+C30`: references and plus signs in turn. */
function isChain({ template }: FormulaCell): boolean {
  let known = CHAINS.get(template);
  if (known === undefined) {
    const { pieces } = template;
    known =
      pieces.length >= 3 &&
      pieces.length % 2 === 1 &&
      pieces.every((piece, k) => (k % 2 === 0 ? 'first' in piece : 'text' in piece && piece.text === '+'));
    CHAINS.set(template, known);
  }
  return known;
}
