import { sheetFromRows } from '../../src/core/grid/build';
import type { Workbook } from '../../src/core/grid/sheet';
import { textAmount } from '../../src/core/tables/amount-text';

/**
 * A workbook of one sheet from a table that an accountant can read:
 *
 *     | 项目 | 完成数 |
 *     | 合计 | 300 |
 *
 * Lines without bars above it are title and unit. A cell in quotes stays text.
 */
export function workbookOf(text: string, name = 'Sheet1'): Workbook {
  const rows = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => (line.startsWith('|') ? line.slice(1, line.endsWith('|') ? -1 : undefined).split('|').map(cell) : [line]));
  return { sheets: [sheetFromRows(name, rows)], names: [] };
}

function cell(raw: string): string | number {
  const text = raw.trim();
  if (/^“.*”$/.test(text)) return text.slice(1, -1);
  return /^-?[\d,]+(\.\d+)?$/.test(text) ? (textAmount(text)?.value ?? text) : raw.replace(/^ | $/g, '').trimEnd();
}
