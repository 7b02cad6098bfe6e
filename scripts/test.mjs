import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from './debian.mjs';
import { bin, ensureInstalled, root } from './ensure-installed.mjs';

/**
 * npm test: lint, types, unit and integration tests, then the browser tests on what was just built.
 * Closes with one line over all of them.
 */
ensureInstalled();

const folder = mkdtempSync(join(tmpdir(), 'gouji-test-'));
let passed = 0;
let failed = 0;

function step(name, command, args, env = {}) {
  process.stdout.write(`\n── ${name}\n`);
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  });
  return status === 0;
}

function check(name, command, ...args) {
  if (step(name, command, args)) passed++;
  else failed++;
}

function jest(name, config, env) {
  const results = join(folder, `${name}.json`);
  const fine = step(
    name,
    process.execPath,
    [
      join(root, 'node_modules/jest/bin/jest.js'),
      '--config',
      config,
      '--json',
      '--outputFile',
      results,
      ...process.argv.slice(2),
    ],
    env,
  );
  try {
    const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(results, 'utf8'));
    passed += numPassedTests;
    // A suite that does not even load has failed, though no test of it was counted.
    failed += fine ? 0 : Math.max(numFailedTests, numFailedTestSuites, 1);
  } catch {
    failed++;
  }
}

check('lint', bin('eslint'), '.', '--max-warnings', '0');
check('unused', bin('knip'));
check('format', bin('prettier'), '--check', '.');
check('types', bin('tsc'), '--noEmit', '-p', 'tsconfig.json');
check('types of the core', bin('tsc'), '--noEmit', '-p', 'src/core/tsconfig.json');
check('build', bin('webpack'), '--mode', 'production');
check('manifest', bin('tsx'), 'scripts/validate-manifest.ts');
jest('unit and integration', 'jest.config.mjs');
try {
  jest('browser', 'jest.browser.config.mjs', { CHROME_PATH: findChromium() });
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  failed++;
}

rmSync(folder, { recursive: true, force: true });
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
