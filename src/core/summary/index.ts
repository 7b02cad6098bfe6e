export * from './summary-sheet';
