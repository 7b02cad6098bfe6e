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
  transformIgnorePatterns: ['/node_modules/(?!(intl-messageformat|@formatjs|@borgar|comlink)/)'],
  setupFiles: ['<rootDir>/tests/support/every-language.ts'],
  testTimeout: 60_000,
};
