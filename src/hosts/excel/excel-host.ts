import type { Host } from '../host';
import { readEdits, watchWorkbook } from './edits';
import { readWorkbook } from './read-workbook';
import { revealCell, selectAgain, selectedCells } from './reveal';
import { keptStore } from './kept-store';
import { writeCells } from './write-cells';

/** What writes our sheets is fetched when they are first written. */
const summaryWriter = () => import(/* webpackChunkName: "summary-writer" */ './summary-writer');

/** The workbook that is open in the Excel around this pane. Call it once `officeReady` has resolved. */
export function createExcelHost(): Host {
  return {
    capabilities: { writes: 'in-place' },
    read: readWorkbook,
    reveal: revealCell,
    selection: selectedCells,
    restore: selectAgain,
    mark: async (cells) => (await summaryWriter()).markCells(cells),
    writeSummary: async (sheets, signal) => (await summaryWriter()).writeSummarySheets(sheets, signal),
    removeSummary: async () => (await summaryWriter()).removeSummarySheets(),
    writeCells,
    watch: watchWorkbook,
    readEdits,
    store: keptStore,
  };
}
