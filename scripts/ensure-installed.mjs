import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Runs a program in the project's folder with its output shown; throws when it fails. */
export function run(command, args, options = {}) {
  execFileSync(command, args, { cwd: root, stdio: 'inherit', ...options });
}

export function npm(...args) {
  run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, process.platform === 'win32' ? { shell: true } : {});
}

/** Path of a program that a package of ours brings. */
export function bin(name) {
  return join(root, 'node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name);
}

/** Installs what package-lock.json names, once: the scripts run on a machine with Node and nothing else. */
export function ensureInstalled() {
  if (existsSync(join(root, 'node_modules', '.package-lock.json'))) return;
  process.stderr.write('正在安装依赖，约一分钟… / Installing dependencies, about a minute…\n');
  npm('ci');
}
