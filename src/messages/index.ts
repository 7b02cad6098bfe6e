export * from './message-id';
export * from './translator';
