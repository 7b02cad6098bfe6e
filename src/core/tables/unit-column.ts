import { textAt, type Sheet } from '../grid/sheet';
import { type AnyUnit, bareUnit, countUnit } from '../numbers/unit';
import type { Block } from './find-blocks';
import type { TableRow } from './table';

/** Whether a column 单位 or 计量单位 says what each row is counted in, not whose the row is. */
export function isUnitColumn(sheet: Sheet, { bodyRows }: Block, column: number, path: readonly string[]): boolean {
  if (!/^(?:计量|金额|货币)?单位$|^计量$/.test(path.at(-1) ?? '')) return false;
  const said: string[] = [];
  for (let row = bodyRows[0]; row <= bodyRows[1]; row++) {
    const text = textAt(sheet, row, column).trim();
    if (text !== '') said.push(text);
  }
  return said.length > 0 && said.filter((text) => unitIn(text) !== undefined || text === '%').length * 2 > said.length;
}

/** %, 倍 and 天 are none of money, whatever the table stands in. */
export function unitOfRow(said: string): Pick<TableRow, 'unit' | 'isUnitless'> {
  const unit = unitIn(said);
  return unit === undefined ? { isUnitless: true } : { unit };
}

function unitIn(text: string): AnyUnit | undefined {
  return bareUnit(text) ?? countUnit(text);
}
