import { readFileSync } from 'node:fs';
import { readWorkbook } from '../../src/hosts/file/read-file';
import { differences, type Difference } from '../support/compare-readers';
import { corpus } from './files-below';

/**
 * npm run nightly:readers [-- folder…]: every .xlsx and .xlsm below the folders, cell by cell as we and `@e965/xlsx` read it.
 * What is left is adjudicated in docs/decisions/reader.md.
 */
/** How many of each kind are shown. */
const SHOWN = 10;

let [files, alike, refused, cells] = [0, 0, 0, 0];
const kinds = new Map<string, { count: number; books: Set<string>; shown: string[] }>();
for (const file of corpus(process.argv.slice(2))) {
  files++;
  const bytes = new Uint8Array(readFileSync(file));
  const ours = await readWorkbook(bytes, file).catch((error: unknown) => String(error));
  let found: Difference[] = [];
  let theirs = '';
  try {
    if (typeof ours !== 'string') found = differences(ours, bytes);
  } catch (error) {
    theirs = String(error);
  }
  if (typeof ours === 'string' || theirs !== '') {
    refused++;
    process.stdout.write(
      `${file}: ${typeof ours === 'string' ? `we: ${ours}` : `they: ${theirs}`}\n`.slice(0, 200) + '\n',
    );
    continue;
  }
  cells += ours.sheets.reduce((sum, sheet) => sum + sheet.cells.column.length, 0);
  if (found.length === 0) alike++;
  for (const { what, at, ours: mine, theirs: other } of found) {
    const kind = kinds.get(what) ?? { count: 0, books: new Set(), shown: [] };
    kinds.set(what, kind);
    kind.count++;
    if (!kind.books.has(file) && kind.shown.length < SHOWN)
      kind.shown.push(`${file} ${at}: ${JSON.stringify(mine)} | ${JSON.stringify(other)}`.slice(0, 260));
    kind.books.add(file);
  }
}
process.stdout.write(
  `${files} files, ${cells.toLocaleString('en')} cells: ${alike} alike in every cell, ${refused} that one of the two refuses\n`,
);
for (const [what, { count, books, shown }] of kinds)
  process.stdout.write(`${what}: ${count} in ${books.size} files\n${shown.map((line) => `  ${line}\n`).join('')}`);
