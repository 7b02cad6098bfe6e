export * from './table';
export * from './read-tables';
export * from './label';
export * from './amount-text';
