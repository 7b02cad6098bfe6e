import type { Rect } from '../../core/grid/address';
import type { DefinedName, Visibility } from '../../core/grid/sheet';
import { HostError, type HostNotice } from '../host';
import type { KeptEntries } from '../kept-part';
import { isTooMuch } from './faults';
import { rectOf } from './grids';
import { entriesIn, keptPart } from './kept-store';
import type { Session } from './session';

/** A worksheet before its cells are read. */
export interface SheetEntry {
  readonly sheet: Excel.Worksheet;
  readonly name: string;
  readonly visibility: Visibility;
  readonly protected: boolean;
  /** What holds values or formulas; undefined: nothing. */
  readonly used: Rect | undefined;
  /** With cells that are only formatted or merged. */
  readonly formatted: Rect | undefined;
}

export interface Inventory {
  readonly fileName: string;
  readonly sheets: readonly SheetEntry[];
  readonly names: readonly DefinedName[];
  /** What Gouji keeps in the workbook. */
  readonly kept: KeptEntries;
}

/**
 * The sheets and names of the workbook, in two trips whatever their number. Tens of thousands of names, which old
 * workbooks gather, are more than Excel on the web sends: then it is read without them.
 */
export async function readInventory(session: Session, noticed?: (notice: HostNotice) => void): Promise<Inventory> {
  try {
    return await readSheets(session, true);
  } catch (error) {
    if (!isTooMuch(error)) throw error;
    noticed?.('namesUnread');
    return readSheets(session, false);
  }
}

async function readSheets(session: Session, withNames: boolean): Promise<Inventory> {
  const { workbook } = session;
  workbook.load('name');
  const { worksheets } = workbook;
  worksheets.load('items/id,items/name,items/visibility,items/protection/protected');
  const names = withNames ? askNames(workbook.names) : () => [];
  const part = keptPart(session).load('id');
  await session.sync();

  const xml = part.isNullObject ? undefined : part.getXml();
  const asked = worksheets.items.map((sheet) => ({
    sheet,
    used: usedRange(sheet, true),
    formatted: usedRange(sheet, false),
    names: withNames ? askNames(sheet.names) : () => [],
  }));
  await session.sync();
  return {
    fileName: workbook.name,
    kept: entriesIn(xml),
    sheets: asked.map(({ sheet, used, formatted }) => ({
      sheet,
      name: sheet.name,
      visibility: visibilityOf(sheet),
      protected: sheet.protection.protected,
      used: usedRect(used, sheet.name),
      formatted: usedRect(formatted, sheet.name),
    })),
    names: [
      ...names().map((item) => definedName(item)),
      ...asked.flatMap((each) => each.names().map((item) => definedName(item, each.sheet.name))),
    ],
  };
}

/** Queues the names; ask the answer after the trip. */
function askNames(names: Excel.NamedItemCollection): () => readonly Excel.NamedItem[] {
  names.load('items/name,items/formula,items/visible');
  return () => names.items;
}

function usedRange(sheet: Excel.Worksheet, valuesOnly: boolean): Excel.Range {
  return sheet.getUsedRangeOrNullObject(valuesOnly).load('rowIndex,columnIndex,rowCount,columnCount');
}

function usedRect(range: Excel.Range, sheet: string): Rect | undefined {
  if (range.isNullObject) return undefined;
  if (!(range.rowCount > 0) || !(range.columnCount > 0)) throw new HostError('incompleteRead', sheet);
  return rectOf(range);
}

function visibilityOf(sheet: Excel.Worksheet): Visibility {
  switch (sheet.visibility) {
    case Excel.SheetVisibility.hidden:
      return 'hidden';
    case Excel.SheetVisibility.veryHidden:
      return 'veryHidden';
    default:
      return 'visible';
  }
}

function definedName(item: Excel.NamedItem, sheet?: string): DefinedName {
  // The type says any: a name may hold a constant.
  const formula: unknown = item.formula;
  const text = String(formula);
  return {
    name: item.name,
    refersTo: text.startsWith('=') ? text.slice(1) : text,
    hidden: !item.visible,
    ...(sheet === undefined ? {} : { sheet }),
  };
}
