import { cellName, type Address } from '../../core/grid/address';
import { HostError } from '../host';
import { inExcel } from './session';

/** Selects a cell for the user. A hidden sheet stays hidden: showing it would change the workbook. */
export function revealCell(address: Address): Promise<void> {
  return inExcel(async (session) => {
    const sheet = session.workbook.worksheets.getItemOrNullObject(address.sheet).load('visibility');
    await session.sync();
    if (sheet.isNullObject || sheet.visibility !== Excel.SheetVisibility.visible) {
      throw new HostError('sheetNotShown', address.sheet);
    }
    sheet.activate();
    sheet.getRange(cellName(address)).select();
    await session.sync();
  });
}
