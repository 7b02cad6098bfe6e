export * from './decimal';
export * from './interval';
export * from './shown-decimals';
export * from './unit';
export * from './period';
