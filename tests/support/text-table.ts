import { CellStoreBuilder, makeSheet } from '../../src/core/grid/build';
import type { CellStore, Workbook } from '../../src/core/grid/sheet';
import type { CellValue } from '../../src/core/grid/value';
import { textAmount } from '../../src/core/numbers/amount-text';

/**
 * A workbook of one sheet from a table that an accountant can read:
 *
 *     | 项目 | 完成数 |
 *     | 合计 | =SUM(B3:B4) → 300 |
 *
 * Lines without bars above it are title and unit. A cell in quotes stays text. A formula stands with
 * the result that is stored for it; without an arrow none is. A line 【支出表】 begins another sheet.
 */
export function workbookOf(text: string, name = 'Sheet1', fileName?: string): Workbook {
  const sheets: { name: string; lines: string[] }[] = [];
  for (const line of text
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== '')) {
    const begins = /^【(.+)】$/.exec(line)?.[1];
    if (begins !== undefined) sheets.push({ name: begins, lines: [] });
    else if (sheets.length === 0) sheets.push({ name, lines: [line] });
    else sheets.at(-1)?.lines.push(line);
  }
  return {
    sheets: sheets.map((sheet) => makeSheet(sheet.name, cellsOf(sheet.lines))),
    names: [],
    ...(fileName === undefined ? {} : { fileName }),
  };
}

/** Several workbooks that are checked together: a line 《上月.xlsx》 begins another. */
export function workbooksOf(text: string): Workbook[] {
  const parts = text.split(/^\s*《(.+)》\s*$/m);
  return [
    workbookOf(parts[0] ?? ''),
    ...parts.flatMap((part, i) => (i % 2 === 1 ? [workbookOf(parts[i + 1] ?? '', 'Sheet1', part)] : [])),
  ];
}

function cellsOf(lines: readonly string[]): CellStore {
  const builder = new CellStoreBuilder();
  lines
    .map((line) => (line.startsWith('|') ? line.slice(1, line.endsWith('|') ? -1 : undefined).split('|') : [line]))
    .forEach((cells, row) =>
      cells.forEach((raw, column) => {
        const { value, formula } = cell(raw);
        if (value !== undefined || formula !== undefined) builder.add(row, column, value, { formula });
      }),
    );
  return builder.build();
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
