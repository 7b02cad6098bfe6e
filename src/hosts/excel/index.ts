export { createExcelHost } from './excel-host';
export { officeReady } from './office-ready';
