/** Tests on Node; a file that needs a document says so in its first line (`@jest-environment jsdom`). */
export default {
  roots: ['<rootDir>/tests'],
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  testPathIgnorePatterns: ['/node_modules/', '/tests/browser/', '/tests/libreoffice/'],
  transform: {
    '^.+\\.(t|j|mj)sx?$': [
      '@swc/jest',
      { jsc: { target: 'es2022', transform: { react: { runtime: 'automatic' } } }, module: { type: 'commonjs' } },
    ],
  },
  // These publish ES modules only.
  setupFiles: ['<rootDir>/tests/support/every-language.ts'],
  transformIgnorePatterns: [
    '/node_modules/(?!(intl-messageformat|@formatjs|@borgar|comlink|chevrotain|@chevrotain|lodash-es)/)',
  ],
  // Their packages name no entry for `require`.
  moduleNameMapper: {
    '^(@chevrotain/(?:utils|gast|regexp-to-ast|cst-dts-gen))$': '<rootDir>/node_modules/$1/lib/src/api.js',
  },
  testTimeout: 60_000,
};
