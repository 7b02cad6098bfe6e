import { isSignedGrid } from '../../core/reading/user-sheets';
import { SUMMARY_MARK } from '../../core/summary/summary-sheet';
import { HostError, type WrittenSummary } from '../host';
import { keptPart } from './kept-store';
import { removeMarks } from './marks';
import { sheetOfMark } from './own-sheets';
import { inExcel, type Session } from './session';

/**
 * Takes all that is ours out of the open workbook: sheets, their names, marked cells, and the part in which things are
 * kept. A sheet that only carries our name is the user's and stays.
 */
export function removeSummarySheets(): Promise<WrittenSummary> {
  return inExcel(async (session) => {
    const { names, worksheets, protection } = session.workbook;
    names.load('items/name,items/formula');
    worksheets.load('items/name,items/protection/protected');
    protection.load('protected');
    const part = keptPart(session).load('id');
    await session.sync();
    const marks = names.items.filter(({ name }) => name.startsWith(SUMMARY_MARK));
    const marked = marks.flatMap(({ formula }) => {
      const name = sheetOfMark(String(formula))?.toLowerCase();
      return worksheets.items.filter((sheet) => sheet.name.toLowerCase() === name);
    });
    if (protection.protected && marked.length > 0) throw new HostError('structureProtected');
    const ours = await signed(session, marked);
    const sheetNames = ours.map(({ name }) => name);
    const others = worksheets.items.filter((sheet) => !ours.includes(sheet) && !sheet.protection.protected);
    await removeMarks(session, others);
    for (const mark of marks) mark.delete();
    for (const sheet of ours) sheet.delete();
    const hasKept = !part.isNullObject;
    if (hasKept) part.delete();
    await session.sync();
    return hasKept ? { sheetNames, keptRemoved: true } : { sheetNames };
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
