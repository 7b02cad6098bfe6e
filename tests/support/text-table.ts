import { CellStoreBuilder, makeSheet } from '../../src/core/grid/build';
import type { Workbook } from '../../src/core/grid/sheet';
import type { CellValue } from '../../src/core/grid/value';
import { textAmount } from '../../src/core/tables/amount-text';

/**
 * A workbook of one sheet from a table that an accountant can read:
 *
 *     | 项目 | 完成数 |
 *     | 合计 | =SUM(B3:B4) → 300 |
 *
 * Lines without bars above it are title and unit. A cell in quotes stays text. A formula stands with
 * the result that is stored for it; without an arrow none is.
 */
export function workbookOf(text: string, name = 'Sheet1'): Workbook {
  const builder = new CellStoreBuilder();
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => (line.startsWith('|') ? line.slice(1, line.endsWith('|') ? -1 : undefined).split('|') : [line]))
    .forEach((cells, row) => cells.forEach((raw, column) => {
      const { value, formula } = cell(raw);
      if (value !== undefined || formula !== undefined) builder.add(row, column, value, { formula });
    }));
  return { sheets: [makeSheet(name, builder.build())], names: [] };
}

function cell(raw: string): { value: CellValue; formula?: string } {
  const written = /^=(.+?)(?: → (.*))?$/.exec(raw.trim());
  if (written) return { value: valueOf(written[2] ?? ''), formula: written[1] ?? '' };
  return { value: valueOf(raw) };
}

function valueOf(raw: string): CellValue {
  const text = raw.trim();
  if (text === '') return undefined;
  if (/^“.*”$/.test(text)) return text.slice(1, -1);
  if (/^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A)$/.test(text)) return { error: text };
  return /^-?[\d,]+(\.\d+)?$/.test(text) ? (textAmount(text)?.value ?? text) : raw.replace(/^ | $/g, '').trimEnd();
}
