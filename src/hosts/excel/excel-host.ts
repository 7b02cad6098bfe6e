import type { Host } from '../host';
import { readEdits, watchWorkbook } from './edits';
import { readWorkbook } from './read-workbook';
import { revealCell, selectAgain, selectedCells } from './reveal';
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
    selection: selectedCells,
    restore: selectAgain,
    writeSummary: writeSummarySheets,
    removeSummary: removeSummarySheets,
    writeCells,
    watch: watchWorkbook,
    readEdits,
    store: keptStore,
  };
}
