import { isSubtotalLabel, isTotalLabel } from './label';
import type { Column, Table } from './table';

/**
 * The column that stands for a group of headers: of 已完成 | 小计, 中央, 省级, 市级 the 小计, whichever of them was met.
 */
export function wholeOfGroup({ columns }: Pick<Table, 'columns'>, column: Column): Column {
  const group = column.path.slice(0, -1).join('|');
  if (group === '' || isSum(column)) return column;
  const isBeside = (other: Column) => other.role === column.role && other.path.slice(0, -1).join('|') === group;
  return columns.find((other) => isBeside(other) && isSum(other)) ?? column;
}

function isSum({ path }: Column): boolean {
  const leaf = path.at(-1) ?? '';
  return isSubtotalLabel(leaf) || isTotalLabel(leaf);
}
