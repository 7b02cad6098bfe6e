import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { BOOKS } from './books';
import { sampleFiles } from './sample-files';

/** Writes assets/samples: every workbook, its dirty twin with what was planted, and how its tables read. */
const folder = join(import.meta.dirname, '../../assets/samples');

for (const [path, content] of sampleFiles(BOOKS)) {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  process.stdout.write(`${path}\n`);
}
