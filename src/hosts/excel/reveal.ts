import { cellName, type Address, type Position } from '../../core/grid/address';
import { HostError, type Selected } from '../host';
import { officeCode } from './faults';
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
    const range = session.workbook.getSelectedRange().load('address,worksheet/name');
    try {
      await session.sync();
    } catch (error) {
      if (officeCode(error) === 'InvalidSelection') return undefined;
      throw error;
    }
    const sheet = range.worksheet.name;
    return { sheet, address: range.address.slice(range.address.lastIndexOf('!') + 1) };
  });
}

/** Back to where the user was; a sheet that is gone or hidden since is left alone. */
export function selectAgain({ sheet, address }: Selected): Promise<void> {
  return inExcel(async (session) => {
    const target = session.workbook.worksheets.getItemOrNullObject(sheet).load('visibility');
    await session.sync();
    if (target.isNullObject || target.visibility !== Excel.SheetVisibility.visible) return;
    target.activate();
    target.getRange(address).select();
    await session.sync();
  });
}

/** Excel takes an address of areas up to this length. */
const LONGEST_ADDRESS = 8000;

/** Selects cells together, as many as one address may name. */
export function selectCells(sheetName: string, cells: readonly Position[]): Promise<number> {
  return inExcel(async (session) => {
    const sheet = session.workbook.worksheets.getItemOrNullObject(sheetName).load('visibility');
    await session.sync();
    if (sheet.isNullObject || sheet.visibility !== Excel.SheetVisibility.visible)
      throw new HostError('sheetNotShown', sheetName);
    const names: string[] = [];
    let length = 0;
    for (const name of cells.map(cellName)) {
      length += name.length + 1;
      if (length > LONGEST_ADDRESS) break;
      names.push(name);
    }
    if (names.length === 0) return 0;
    sheet.activate();
    sheet.getRanges(names.join(',')).select();
    await session.sync();
    return names.length;
  });
}
