import { isSignedGrid } from '../../core/reading/user-sheets';
import { SUMMARY_MARK } from '../../core/summary/summary-sheet';
import { HostError, type WrittenSummary } from '../host';
import { sheetOfMark } from './own-sheets';
import { inExcel, type Session } from './session';

/** Takes our sheets and their marks out of the open workbook; what only carries a mark is the user's and stays. */
export function removeSummarySheets(): Promise<WrittenSummary> {
  return inExcel(async (session) => {
    const { names, worksheets, protection } = session.workbook;
    names.load('items/name,items/formula');
    worksheets.load('items/name');
    protection.load('protected');
    await session.sync();
    const marks = names.items.filter(({ name }) => name.startsWith(SUMMARY_MARK));
    const marked = marks.flatMap(({ formula }) => {
      const name = sheetOfMark(String(formula))?.toLowerCase();
      return worksheets.items.filter((sheet) => sheet.name.toLowerCase() === name);
    });
    if (protection.protected && marked.length > 0) throw new HostError('structureProtected');
    const ours = await signed(session, marked);
    const sheetNames = ours.map(({ name }) => name);
    for (const mark of marks) mark.delete();
    for (const sheet of ours) sheet.delete();
    await session.sync();
    return { sheetNames };
  });
}

/** Those that are made as ours are. */
async function signed(session: Session, sheets: readonly Excel.Worksheet[]): Promise<readonly Excel.Worksheet[]> {
  if (sheets.length === 0) return [];
  const used = sheets.map((sheet) => sheet.getUsedRangeOrNullObject(true).load('values'));
  await session.sync();
  return sheets.filter((_, i) => {
    const range = used[i];
    return range !== undefined && !range.isNullObject && isSignedGrid(range.values as unknown[][]);
  });
}
