export { createExcelHost } from './excel-host';
export { officeReady } from './office-ready';
export { onQuickCheck, surroundings, type Surroundings } from './surroundings';
