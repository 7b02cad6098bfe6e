/**
 * Mutation tests of one folder: `npm run mutate -- src/core/findings`, or of one file. Each group of files is
 * mutated under the tests that belong to it, so that a mutant costs a second and not the whole suite. What was
 * judged before is kept in .cache/mutation and judged again only where its file or its tests changed; what a new
 * test says of code that runs while a file is loaded (names, levels, ids) is seen with --force.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Stryker } from '@stryker-mutator/core';
import { score, survivors } from './mutation-score.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const CACHE = '.cache/mutation';

/** The rules whose cases reach what several rules share. */
const SHARED_BY_RULES = {
  'arithmetic-report.ts': ['rules/A1*'],
  'formula-report.ts': ['rules/F2*'],
  'tie-report.ts': ['rules/T30[3-7]*'],
  'row-report.ts': ['rules/T3[012]*', 'rules/I40[467]*'],
  'indicator-report.ts': ['rules/I40[25]*'],
  'index.ts': ['rule-triples*'],
};

/** Tests of the other folders, in tests/. */
const TESTS = {
  // The property test takes seconds a run, and what it would kill the others kill.
  'src/core/findings': ['core/findings/!(*-changes)'],
  'src/core/fix': ['core/fix/*', 'rules/A101*'],
  'src/core/faults': ['core/faults/*', 'rules/A1*', 'rules/F2*'],
  'src/core/formulas': ['core/formulas/*', 'rules/F2*'],
  'src/core/reading': ['core/reading/*', 'core/findings/*'],
  'src/core/tables': ['core/tables/*'],
  'src/core/numbers': ['core/numbers/*'],
  'src/core/fiscal/ties': ['core/fiscal/ties/*', 'rules/T3*'],
  'src/core/fiscal/ledgers': ['core/fiscal/*', 'rules/T3*'],
  'src/core/fiscal/indicators': ['core/fiscal/*', 'rules/I4*'],
  'src/core/fiscal': ['core/fiscal/*', 'rules/I4*'],
};

const [asked = ''] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const isForced = process.argv.includes('--force');
const folder = asked.replace(/\/$/, '');
if (!existsSync(join(ROOT, folder)) || folder === '') {
  console.error(`Usage: npm run mutate -- <folder or file>\nFolders: src/rules, ${Object.keys(TESTS).join(', ')}`);
  process.exit(2);
}
mkdirSync(join(ROOT, CACHE), { recursive: true });
const results = [];
for (const group of groupsOf(folder)) results.push(...(await mutate(group)));
console.log(survivors(results));
console.log(score(results));

/** @returns {{ name: string, files: string[], tests: string[] }[]} */
function groupsOf(path) {
  const files = filesOf(path);
  if (path.startsWith('src/rules'))
    return files.map((file) => ({ name: file, files: [file], tests: testsOfRule(basename(file)) }));
  const home = Object.keys(TESTS).find((known) => path === known || path.startsWith(`${known}/`));
  if (!home) throw new RangeError(`no tests are named for ${path}: add them to scripts/mutate.mjs`);
  return [{ name: path, files, tests: TESTS[home] }];
}

function testsOfRule(file) {
  return [...(SHARED_BY_RULES[file] ?? [`rules/${file.replace(/\.ts$/, '')}*`]), 'rules/contract*'];
}

/** Files under a folder, without those of folders that have tests of their own. */
function filesOf(path) {
  if (statSync(join(ROOT, path)).isFile()) return [path];
  return readdirSync(join(ROOT, path), { withFileTypes: true }).flatMap((entry) => {
    const inner = `${path}/${entry.name}`;
    if (entry.isDirectory()) return inner in TESTS ? [] : filesOf(inner);
    return entry.name.endsWith('.ts') ? [inner] : [];
  });
}

async function mutate({ name, files, tests }) {
  const slug = name.replace(/[/.]/g, '-');
  const run = new Stryker({
    mutate: files,
    force: isForced,
    incrementalFile: `${CACHE}/${slug}.json`,
    jsonReporter: { fileName: `${CACHE}/${slug}.report.json` },
    jest: {
      projectType: 'custom',
      configFile: 'jest.config.mjs',
      enableFindRelatedTests: false,
      config: { testMatch: tests.map((test) => `<rootDir>/tests/${test}.test.ts`) },
    },
  });
  await run.runMutationTest();
  const report = join(ROOT, CACHE, `${slug}.report.json`);
  return existsSync(report) ? Object.entries(JSON.parse(readFileSync(report, 'utf8')).files) : [];
}
