import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installPackages, which } from './debian.mjs';
import { ensureInstalled, root } from './ensure-installed.mjs';

/** npm run test:libreoffice: opens, recalculates and prints the workbooks that Gouji wrote. */
ensureInstalled();

const NAMES = [
  'soffice',
  'libreoffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
];
const soffice =
  which(...NAMES) ?? (installPackages('libreoffice-calc', 'fonts-noto-cjk') ? which(...NAMES) : undefined);
if (soffice === undefined) {
  process.stderr.write('These tests need LibreOffice Calc: install it, or put soffice on the PATH.\n');
  process.exit(1);
}
const folder = mkdtempSync(join(tmpdir(), 'gouji-test-'));
const results = join(folder, 'results.json');
const { status } = spawnSync(
  process.execPath,
  [
    join(root, 'node_modules/jest/bin/jest.js'),
    '--config',
    'jest.libreoffice.config.mjs',
    '--json',
    '--outputFile',
    results,
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: 'inherit', env: { ...process.env, SOFFICE: soffice } },
);
let passed = 0;
let failed = status === 0 ? 0 : 1;
try {
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(results, 'utf8'));
  passed = numPassedTests;
  failed = Math.max(failed, numFailedTests);
} catch {
  failed = 1;
}
rmSync(folder, { recursive: true, force: true });
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
