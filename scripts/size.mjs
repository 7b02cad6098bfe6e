import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from './ensure-installed.mjs';
import { FIRST_LOAD_LIMIT, firstLoad, PAGES } from './page-size.mjs';

/** npm run size: what each page loads first, and what it loads when it is needed; of the last build. */
const dist = join(root, 'dist');
if (!existsSync(join(dist, 'taskpane.html'))) {
  process.stderr.write('还没有构建；请先运行 npm run build。 / Nothing is built yet: npm run build.\n');
  process.exit(2);
}
const kib = (bytes) => `${(bytes / 1024).toFixed(1)} KiB`;
for (const page of PAGES) {
  const parts = firstLoad(dist, page);
  const sum = parts.reduce((total, { bytes }) => total + bytes, 0);
  process.stdout.write(`${page}.html  ${kib(sum)} gzipped (limit ${kib(FIRST_LOAD_LIMIT)})\n`);
  for (const { name, bytes } of parts) process.stdout.write(`  ${name.padEnd(28)} ${kib(bytes)}\n`);
  if (sum > FIRST_LOAD_LIMIT) process.exitCode = 1;
}
process.stdout.write('when needed\n');
for (const name of readdirSync(dist)
  .filter((file) => /\.(chunk|worker)\.js$|engine-worker\.js$/.test(file))
  .sort())
  process.stdout.write(`  ${name.padEnd(28)} ${kib(gzipSync(readFileSync(join(dist, name)), { level: 9 }).length)}\n`);
