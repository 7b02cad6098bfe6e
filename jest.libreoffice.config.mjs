import base from './jest.config.mjs';

/** Tests that start LibreOffice: one at a time. */
export default {
  ...base,
  roots: ['<rootDir>/tests/libreoffice'],
  testPathIgnorePatterns: ['/node_modules/'],
  maxWorkers: 1,
  testTimeout: 300_000,
};
