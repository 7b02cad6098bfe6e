import { isSubtotalLabel, isTotalLabel } from './label';
import { type Column, groupOf, type Table } from './table';

/**
 * The column that stands for a group of headers: of 已完成 | 小计, 中央, 省级, 市级 the 小计, whichever of them was met.
 */
export function wholeOfGroup({ columns }: Pick<Table, 'columns'>, column: Column): Column {
  const group = groupOf(column);
  if (group === '' || isSum(column)) return column;
  const isBeside = (other: Column) => other.role === column.role && groupOf(other) === group;
  return columns.find((other) => isBeside(other) && isSum(other)) ?? column;
}

function isSum({ path }: Column): boolean {
  const leaf = path.at(-1) ?? '';
  return isSubtotalLabel(leaf) || isTotalLabel(leaf);
}
