export * from './value';
export * from './address';
export * from './sheet';
export * from './build';
