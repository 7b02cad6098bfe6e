import base from './jest.config.mjs';

/** Tests in a real Chromium, one after the other, on what `npm run build` left in dist/. */
export default {
  ...base,
  roots: ['<rootDir>/tests/browser'],
  testPathIgnorePatterns: ['/node_modules/'],
  maxWorkers: 1,
  testTimeout: 120_000,
};
