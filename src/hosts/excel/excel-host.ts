import type { Host } from '../host';
import { readWorkbook } from './read-workbook';
import { revealCell } from './reveal';
import { keptStore } from './kept-store';
import { removeSummarySheets } from './remove-summary';
import { writeCells } from './write-cells';
import { writeSummarySheets } from './write-summary';

/** The workbook that is open in the Excel around this pane. Call it once `officeReady` has resolved. */
export function createExcelHost(): Host {
  return {
    capabilities: { writes: 'in-place' },
    read: readWorkbook,
    reveal: revealCell,
    writeSummary: writeSummarySheets,
    removeSummary: removeSummarySheets,
    writeCells,
    store: keptStore,
  };
}
