import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { bin, ensureInstalled, root } from './ensure-installed.mjs';
import { servePage } from './serve-page.mjs';

/**
 * npm start: build, check a workbook, write a copy with the summary sheets, open the page with it.
 * npm start -- my.xlsx takes the user's own file; --no-serve ends after writing.
 */
const args = process.argv.slice(2);
const serve = !args.includes('--no-serve');
const [given] = args.filter((arg) => !arg.startsWith('--'));
const workbook = given
  ? resolve(process.env.INIT_CWD ?? process.cwd(), given)
  : join(root, 'assets/samples/dirty/county-2023-05.xlsx');

if (!existsSync(workbook) || !statSync(workbook).isFile()) {
  process.stderr.write(`没有这个文件：${workbook}；请给出一个 .xlsx 文件的路径。 / There is no such file.\n`);
  process.exit(2);
}

ensureInstalled();
process.stderr.write('正在构建… / Building…\n');
execFileSync(bin('webpack'), ['--mode', 'production'], {
  cwd: root,
  stdio: ['ignore', 'ignore', 'inherit'],
  shell: process.platform === 'win32',
});

const cli = join(root, 'dist/cli.cjs');
const check = spawnSync(process.execPath, [cli, 'check', workbook], { stdio: 'inherit' });
// 0: nothing at level error, 1: something; 2: the file could not be read, and its sentence is out.
if (check.status !== 0 && check.status !== 1) process.exit(2);

mkdirSync(join(root, 'out'), { recursive: true });
const copy = join(
  root,
  'out',
  `${basename(workbook).replace(/\.[^.]*$/, '')}.gouji${/\.xlsm$/i.test(workbook) ? '.xlsm' : '.xlsx'}`,
);
const written = spawnSync(process.execPath, [cli, 'summarize', workbook, '--out', copy], { stdio: 'inherit' });
if (written.status !== 0 && written.status !== 1) process.exit(2);

if (serve) await servePage(join(root, 'dist'), copy);
