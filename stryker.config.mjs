/**
 * Mutation tests (`npm run mutate -- <folder>`; scripts/mutate.mjs adds what is mutated and by which tests it is judged).
 * One at a time: a mutant is a jest run of its own, and the machine has other work.
 * @type {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export default {
  plugins: ['@stryker-mutator/jest-runner'],
  testRunner: 'jest',
  coverageAnalysis: 'perTest',
  concurrency: 1,
  incremental: true,
  reporters: ['json'],
  tempDirName: '.cache/stryker',
  ignorePatterns: [
    '**',
    '!package.json',
    '!tsconfig.json',
    '!jest.config.mjs',
    '!src/**',
    '!tests/**',
    '!docs/rules/**',
  ],
  allowConsoleColors: false,
  warnings: { slow: false },
};
