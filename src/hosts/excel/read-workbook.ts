import type { Rect } from '../../core/grid/address';
import { makeSheet } from '../../core/grid/build';
import type { CellStore, Sheet, Workbook } from '../../core/grid/sheet';
import { type ReadOptions, HostError } from '../host';
import { isPassing } from './faults';
import { readCells } from './read-cells';
import { hiddenReading, type HiddenLines } from './read-hidden';
import { readInventory, type SheetEntry } from './read-inventory';
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
function readOnce({ signal, progress, noticed, soFar }: ReadOptions = {}): Promise<Workbook> {
  return inExcel(async (session) => {
    const { fileName, sheets, names, kept } = await readInventory(session, noticed);
    const head = { fileName, names, ...(kept.size === 0 ? {} : { kept: Object.fromEntries(kept) }) };
    const mergesAlong = mergeReading(sheets);
    const hiddenAlong = hiddenReading(sheets);
    const made: Sheet[] = [];
    /** The sheets from the first on of which all is known. */
    const tellSoFar = (stores: readonly CellStore[]): void => {
      const before = made.length;
      while (made.length < stores.length) {
        const i = made.length;
        const [entry, store] = [sheets[i], stores[i]];
        const [merges, hidden] = [mergesAlong.known(i), hiddenAlong.known(i)];
        if (!entry || !store || !merges || !hidden) break;
        made.push(sheetOf(entry, store, merges, hidden));
      }
      if (made.length > before) soFar?.({ ...head, sheets: [...made] });
    };
    const listener = { ...(progress ? { progress } : {}), ...(soFar ? { soFar: tellSoFar } : {}) };
    const cells = await readCells(session, sheets, [hiddenAlong, mergesAlong], listener);
    const merges = await mergesAlong.areas(session);
    const hidden = await hiddenAlong.lines(session);
    if (!merges) noticed?.('mergesUnread');
    return {
      ...head,
      sheets: sheets.map((entry, i) => {
        const store = cells[i];
        if (!store) throw new HostError('incompleteRead', entry.name);
        return made[i] ?? sheetOf(entry, store, merges?.[i] ?? [], hidden[i] ?? { rows: [], columns: [] });
      }),
    };
  }, signal);
}

function sheetOf(entry: SheetEntry, cells: CellStore, merges: readonly Rect[], hidden: HiddenLines): Sheet {
  return makeSheet(entry.name, cells, {
    visibility: entry.visibility,
    protected: entry.protected,
    merges,
    hiddenRows: hidden.rows,
    hiddenColumns: hidden.columns,
  });
}
