import { columnIndex, MAX_COLUMNS, MAX_ROWS, parseRect, type Rect } from '../../../src/core/grid/address';
import { SimulatedFault } from '../wire/fault';

/** `A1`, `A1:B2`, whole columns `A:C` and whole rows `2:5`, with or without `$`. */
export function parseArea(address: string): Rect {
  const plain = address.replaceAll('$', '');
  const rect = parseRect(plain);
  if (rect) return rect;
  const columns = /^([A-Za-z]{1,3}):([A-Za-z]{1,3})$/.exec(plain);
  if (columns?.[1] && columns[2]) {
    const [a, b] = [columnIndex(columns[1]), columnIndex(columns[2])];
    if (a >= 0 && b >= 0) return { top: 0, bottom: MAX_ROWS - 1, left: Math.min(a, b), right: Math.max(a, b) };
  }
  const rows = /^(\d+):(\d+)$/.exec(plain);
  if (rows) {
    const [a, b] = [Number(rows[1]) - 1, Number(rows[2]) - 1];
    if (a >= 0 && b >= 0) return { top: Math.min(a, b), bottom: Math.max(a, b), left: 0, right: MAX_COLUMNS - 1 };
  }
  throw SimulatedFault.invalidArgument();
}

export function parseAreas(addresses: string): Rect[] {
  return addresses.split(',').map((address) => parseArea(address.trim()));
}

export function isUnbounded(rect: Rect): boolean {
  return rect.bottom - rect.top + 1 === MAX_ROWS || rect.right - rect.left + 1 === MAX_COLUMNS;
}

export function cellCount(rect: Rect): number {
  return (rect.bottom - rect.top + 1) * (rect.right - rect.left + 1);
}
