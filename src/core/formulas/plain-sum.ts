import type { Rect } from '../grid/address';
import type { FormulaCell } from './formula-grid';
import type { Template } from './template';

/** Asked once of all copies of a formula. */
const SUMS = new WeakMap<Template, boolean>();

/** Whether a formula is nothing but SUM(…) over cells of its own sheet. */
export function isSum({ template }: FormulaCell): boolean {
  let known = SUMS.get(template);
  if (known === undefined) SUMS.set(template, (known = isSumTemplate(template)));
  return known;
}

function isSumTemplate({ pieces }: Template): boolean {
  const isText = (k: number, text: string): boolean => {
    const piece = pieces.at(k);
    return piece !== undefined && 'text' in piece && piece.text === text;
  };
  if (!isText(0, 'SUM') || !isText(1, '(') || !isText(-1, ')')) return false;
  return pieces.slice(2, -1).every((p) => ('text' in p ? p.text === ',' : p.sheet === undefined));
}

/** Its ranges; undefined where it is no plain SUM. */
export function plainSum(cell: FormulaCell): readonly Rect[] | undefined {
  return isSum(cell) ? cell.references.map((r) => r.rect) : undefined;
}
