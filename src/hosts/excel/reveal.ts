import { cellName, type Address } from '../../core/grid/address';
import { HostError, type Selected } from '../host';
import { officeCode } from './faults';
import { rectOf } from './grids';
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

/** What the user has selected; undefined: a chart or a picture, or several areas. */
export function selectedCells(): Promise<Selected | undefined> {
  return inExcel(async (session) => {
    const range = session.workbook
      .getSelectedRange()
      .load('address,rowIndex,columnIndex,rowCount,columnCount,worksheet/name');
    try {
      await session.sync();
    } catch (error) {
      if (officeCode(error) === 'InvalidSelection') return undefined;
      throw error;
    }
    const sheet = range.worksheet.name;
    return { sheet, address: range.address.slice(range.address.lastIndexOf('!') + 1), area: rectOf(range) };
  });
}

/** Back to where the user was; a sheet that is gone or hidden since is left alone. */
export function selectAgain({ sheet, address }: Pick<Selected, 'sheet' | 'address'>): Promise<void> {
  return inExcel(async (session) => {
    const target = session.workbook.worksheets.getItemOrNullObject(sheet).load('visibility');
    await session.sync();
    if (target.isNullObject || target.visibility !== Excel.SheetVisibility.visible) return;
    target.activate();
    target.getRange(address).select();
    await session.sync();
  });
}
