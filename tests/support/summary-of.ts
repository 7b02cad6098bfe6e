import { checkWorkbook } from '../../src/app/check-workbook';
import { summarySheets } from '../../src/app/write-summary';
import { NATIONAL_PACK } from '../../src/core/fiscal/national-pack';
import type { Calibres } from '../../src/core/fiscal/pack';
import { lenderOf } from '../../src/core/reading/read-sheet';
import type { SummaryCell, SummarySheet } from '../../src/core/summary/summary-sheet';
import { translator } from '../../src/messages/translator';
import { workbooksOf } from './text-table';

/** One of our sheets of the first of these workbooks; the others lend figures. Undefined: it cannot be made. */
async function sheetOf(text: string, id: string, calibres: Partial<Calibres> = {}): Promise<SummarySheet | undefined> {
  const [workbook, ...others] = workbooksOf(text);
  if (!workbook) throw new RangeError('no workbook');
  const pack = { ...NATIONAL_PACK, calibres: { ...NATIONAL_PACK.calibres, ...calibres } };
  const result = await checkWorkbook(workbook, { pack });
  const lenders = others.map((other) => lenderOf(other));
  return summarySheets(result, translator('zh-CN'), { wanted: [id], lenders })[0];
}

/** Its lines as an accountant reads them, each formula behind its value; empty cells at the end are left away. */
export async function linesOf(text: string, id: string, calibres: Partial<Calibres> = {}): Promise<string[]> {
  const sheet = await sheetOf(text, id, calibres);
  return (sheet?.rows ?? []).map(({ cells }) =>
    cells
      .map(cellText)
      .join(' | ')
      .replace(/( \| )+$/, '')
      .trimEnd(),
  );
}

function cellText({ value, formula }: SummaryCell): string {
  const shown = typeof value === 'number' ? String(Number(value.toFixed(4))) : (value ?? '').trim();
  return formula === undefined ? shown : `${shown} =${formula}`;
}
