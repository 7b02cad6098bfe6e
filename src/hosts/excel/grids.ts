import type { Rect } from '../../core/grid/address';
import { HostError } from '../host';

export type Grid = readonly (readonly unknown[])[];

/** The cells of a rectangle. */
export function rangeOf(sheet: Excel.Worksheet, { top, left, bottom, right }: Rect): Excel.Range {
  return sheet.getRangeByIndexes(top, left, bottom - top + 1, right - left + 1);
}

/** Where a range lies, once its indexes and counts are loaded. */
export function rectOf({ rowIndex, columnIndex, rowCount, columnCount }: Excel.Range): Rect {
  return { top: rowIndex, left: columnIndex, bottom: rowIndex + rowCount - 1, right: columnIndex + columnCount - 1 };
}

/**
 * The grid that Excel gave, if it has the shape of the rectangle. Excel answers `null` for a range that
 * it finds too large; that is a failed read, never a blank sheet.
 */
export function checkedGrid(grid: unknown, { top, left, bottom, right }: Rect, sheet: string): Grid {
  const whole =
    Array.isArray(grid) &&
    grid.length === bottom - top + 1 &&
    grid.every((row: unknown) => Array.isArray(row) && row.length === right - left + 1);
  if (!whole) throw new HostError('incompleteRead', sheet);
  return grid as Grid;
}

export function checkedList(list: unknown, length: number, sheet: string): readonly unknown[] {
  if (!Array.isArray(list) || list.length !== length) throw new HostError('incompleteRead', sheet);
  return list;
}

/** A member of what Excel gave as plain data; undefined when there is none. */
export function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
}
