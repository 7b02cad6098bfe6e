export { SimulatedExcel, type SimulationOptions, type Trip } from './simulated-excel';
export { SimulatedFault } from './wire/fault';
export { SimWorkbook } from './model/workbook';
export type { SimSheet } from './model/sheet';
export { openSnapshot } from './from-snapshot';
export { installExternal } from './external';
