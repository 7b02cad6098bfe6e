export * from './relation';
export * from './types';
export { findArithmetic } from './find-arithmetic';
