import { makeSheet } from '../../core/grid/build';
import type { Workbook } from '../../core/grid/sheet';
import { type ReadOptions, HostError } from '../host';
import { isPassing } from './faults';
import { readCells } from './read-cells';
import { hiddenReading } from './read-hidden';
import { readInventory } from './read-inventory';
import { mergeReading } from './read-merges';
import { inExcel } from './session';

/** Reads every sheet of the open workbook, hidden ones too; once more where Excel failed in passing. */
export async function readWorkbook(options: ReadOptions = {}): Promise<Workbook> {
  try {
    return await readOnce(options);
  } catch (error) {
    if (!isPassing(error)) throw error;
    return readOnce(options);
  }
}

/**
 * Three trips and one for each block of cells, where no lines are hidden and Excel lists the merged areas at once.
 */
function readOnce({ signal, progress, noticed }: ReadOptions = {}): Promise<Workbook> {
  return inExcel(async (session) => {
    const { fileName, sheets, names, kept } = await readInventory(session, noticed);
    const mergesAlong = mergeReading(sheets);
    const hiddenAlong = hiddenReading(sheets);
    const cells = await readCells(session, sheets, [hiddenAlong, mergesAlong], progress);
    const merges = await mergesAlong.areas(session);
    const hidden = await hiddenAlong.lines(session);
    if (!merges) noticed?.('mergesUnread');
    return {
      fileName,
      names,
      ...(kept.size === 0 ? {} : { kept: Object.fromEntries(kept) }),
      sheets: sheets.map((entry, i) => {
        const store = cells[i];
        if (!store) throw new HostError('incompleteRead', entry.name);
        return makeSheet(entry.name, store, {
          visibility: entry.visibility,
          protected: entry.protected,
          merges: merges?.[i] ?? [],
          hiddenRows: hidden[i]?.rows ?? [],
          hiddenColumns: hidden[i]?.columns ?? [],
        });
      }),
    };
  }, signal);
}
