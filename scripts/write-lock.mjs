import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './ensure-installed.mjs';

/**
 * npm run lock: writes package-lock.json anew, for every platform and without addresses, so that
 * `npm ci` uses whatever registry the machine is set to. Beside an installed node_modules npm would
 * leave out the optional packages of other platforms, and `npm ci` would then refuse the file.
 */
const folder = mkdtempSync(join(tmpdir(), 'gouji-lock-'));
for (const file of ['package.json', '.npmrc']) copyFileSync(join(root, file), join(folder, file));
execFileSync('npm', ['install', '--package-lock-only', '--ignore-scripts'], {
  cwd: folder,
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
const lock = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8'));
for (const entry of Object.values(lock.packages)) delete entry.resolved;
writeFileSync(join(root, 'package-lock.json'), `${JSON.stringify(lock, null, 2)}\n`);
rmSync(folder, { recursive: true, force: true });
