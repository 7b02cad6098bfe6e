import type { Rect } from '../grid/address';
import type { FormulaCell } from './formula-grid';

/** Whether a formula is nothing but SUM(…) over cells of its own sheet. */
export function isSum({ pieces }: FormulaCell): boolean {
  const [head, open] = pieces;
  const last = pieces.at(-1);
  if (!head || !('text' in head) || head.text !== 'SUM' || !open || !('text' in open) || open.text !== '(') return false;
  if (!last || !('text' in last) || last.text !== ')') return false;
  return pieces.slice(2, -1).every((p) => ('text' in p ? p.text === ',' : p.reference.sheet === undefined));
}

/** Its ranges; undefined where it is no plain SUM. */
export function plainSum(cell: FormulaCell): readonly Rect[] | undefined {
  return isSum(cell) ? cell.references.map((r) => r.rect) : undefined;
}
