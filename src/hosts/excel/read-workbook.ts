import { makeSheet } from '../../core/grid/build';
import type { Workbook } from '../../core/grid/sheet';
import { type ReadOptions, HostError } from '../host';
import { readCells } from './read-cells';
import { readHidden } from './read-hidden';
import { readInventory } from './read-inventory';
import { readMerges } from './read-merges';
import { inExcel } from './session';

/** Reads every sheet of the open workbook, hidden ones too. */
export function readWorkbook({ signal, progress }: ReadOptions = {}): Promise<Workbook> {
  return inExcel(async (session) => {
    const { fileName, sheets, names, kept } = await readInventory(session);
    const merges = await readMerges(session, sheets);
    const hidden = await readHidden(session, sheets);
    const cells = await readCells(session, sheets, progress);
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
          merges: merges[i] ?? [],
          hiddenRows: hidden[i]?.rows ?? [],
          hiddenColumns: hidden[i]?.columns ?? [],
        });
      }),
    };
  }, signal);
}
