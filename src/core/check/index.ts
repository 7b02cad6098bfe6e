export * from './rule';
export * from './faults';
export * from './locate';
export * from './read-workbook';
export * from './run-rules';
