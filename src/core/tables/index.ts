export * from './table';
export * from './read-tables';
export * from './label';
export * from './amount-text';
export * from './hints';
export * from './printed';
export * from './role-relations';
export * from './of-which';
