import { textAt, type Sheet } from '../grid/sheet';
import { isSubtotalLabel, isTotalLabel, itemName, plainText } from './label';
import type { LabelledRow } from './rank-rows';
import type { Column } from './table';

/** Fewer groups tell nothing apart. */
const LEAST_GROUPS = 2;

/**
 * 一般债券 beside 还本, 付息, 小计, and 专项债券 beside the same again: what a column left of the names says once for several
 * rows, where rows of one name need it to be told apart.
 */
export function withGroups(
  sheet: Sheet,
  rows: readonly LabelledRow[],
  columns: readonly Column[],
): readonly LabelledRow[] {
  const labels = rows.map(({ labelColumn }) => labelColumn);
  const words = columns.filter(({ role, column }) => role === 'text' && column < Math.max(...labels, 0));
  for (const { column } of words) {
    const groups = groupsIn(sheet, rows, column);
    if (groups) return rows.map((row, i) => (groups[i] === '' ? row : { ...row, group: groups[i] ?? '' }));
  }
  return rows;
}

/** By row its group; undefined: the column says no groups. */
function groupsIn(sheet: Sheet, rows: readonly LabelledRow[], column: number): readonly string[] | undefined {
  const said = rows.map(({ row, labelColumn }) =>
    labelColumn === column ? '' : plainText(textAt(sheet, row, column)).trim(),
  );
  const own = rows.map((row) => row.labelColumn > column);
  const heads = said.filter((text, i) => own[i] && text !== '');
  const members = own.filter(Boolean).length;
  if (new Set(heads).size < LEAST_GROUPS || new Set(heads).size !== heads.length || heads.length * 2 > members)
    return undefined;
  let group = '';
  const groups = rows.map((row, i) => {
    if (!own[i] || (row.isTotal && said[i] === '')) return '';
    if (said[i] !== '') group = said[i] ?? '';
    return isTotalLabel(group) || isSubtotalLabel(group) ? '' : itemName(group);
  });
  const names = new Map<string, Set<string>>();
  rows.forEach(({ name }, i) => {
    if (own[i]) names.set(name, (names.get(name) ?? new Set()).add(groups[i] ?? ''));
  });
  return [...names.values()].some((among) => among.size >= LEAST_GROUPS) ? groups : undefined;
}
