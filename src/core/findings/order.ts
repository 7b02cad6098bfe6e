import type { Grade } from '../fiscal/grade';
import { isMoney, yuanPer } from '../numbers/unit';
import type { Dossier } from '../reading/dossier';
import { firstCell, type Finding } from './finding';
import { LEVELS } from './rule';

const GRADES: readonly (Grade | undefined)[] = ['red', 'yellow', undefined];

/**
 * By consequence: the red lines of the county, errors, other warnings (red before yellow), hints. Errors by
 * the size of their difference in yuan, where the unit is unknown last, and then what is surer first. What
 * is equal in all of that comes in the order in which a reader meets it: sheet, row, column, code.
 */
export function inOrder(findings: readonly Finding[], { workbook }: Dossier): Finding[] {
  const sheetAt = new Map(workbook.sheets.map(({ name }, i) => [name, i]));
  const keyed = findings.map((finding) => ({ finding, key: keyOf(finding, sheetAt) }));
  return keyed.sort((a, b) => compared(a.key, b.key)).map(({ finding }) => finding);
}

type Key = readonly (number | string)[];

function keyOf(finding: Finding, sheetAt: ReadonlyMap<string, number>): Key {
  const { level, grade, redLine, cause, code } = finding;
  const cell = firstCell(finding);
  const isError = level === 'error';
  return [
    redLine && grade === 'red' ? -1 : LEVELS.indexOf(level),
    GRADES.indexOf(grade),
    isError ? -yuanOff(finding) : 0,
    isError && (cause === undefined || cause.kind === 'undetermined') ? 1 : 0,
    (cell && sheetAt.get(cell.sheet)) ?? 0,
    cell?.row ?? 0,
    cell?.column ?? 0,
    code,
  ];
}

/** The size of the difference; -1 where no unit of money says how much it is. */
function yuanOff({ data: { difference } }: Finding): number {
  if (typeof difference !== 'object' || !('amount' in difference)) return -1;
  const { amount, unit } = difference;
  return unit !== undefined && isMoney(unit) ? Math.abs(amount) * yuanPer(unit) : -1;
}

function compared(a: Key, b: Key): number {
  for (let i = 0; i < a.length; i++) {
    const [p, q] = [a[i] ?? 0, b[i] ?? 0];
    if (p !== q) return p < q ? -1 : 1;
  }
  return 0;
}
