export { markCells } from './marks';
export { removeSummarySheets } from './remove-summary';
export { writeSummarySheets } from './write-summary';
