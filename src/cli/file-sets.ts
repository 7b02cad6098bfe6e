import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Translator } from '../messages/translator';
import { CannotOpen } from './cannot-open';

/** Names of what can be read; in a folder other files are somebody's letters and pictures. */
const READABLE = /\.(?:xlsx|xlsm|xltx|xltm|xls|et|xlsb|ods|csv|tsv|jsonl)$/i;
/** What Excel leaves beside an open workbook, and what a system hides. */
const NOT_MEANT = /^(?:~\$|\.)/;

/**
 * Which files are checked together: those given by name are one set, a folder is a set of its own and so is
 * each folder in it; `alone`: every file by itself. Throws a {@link CannotOpen} for a folder without workbooks.
 */
export async function fileSets(
  paths: readonly string[],
  alone: boolean,
  translate: Translator,
): Promise<readonly (readonly string[])[]> {
  const named: string[] = [];
  const sets: string[][] = [];
  for (const path of paths) {
    if (!(await isFolder(path))) {
      // They are one set wherever they stand in the line.
      if (named.length === 0) sets.push(named);
      named.push(path);
      continue;
    }
    const found = await setsIn(path);
    if (found.length === 0)
      throw new CannotOpen(translate.text('cli.cannotOpen', { file: path, reason: translate.text('cli.emptyFolder') }));
    sets.push(...found);
  }
  return alone ? sets.flat().map((file) => [file]) : sets;
}

async function isFolder(path: string): Promise<boolean> {
  // What is not there is told when it is to be read.
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

async function setsIn(folder: string): Promise<string[][]> {
  const entries = (await readdir(folder, { withFileTypes: true }))
    .filter(({ name }) => !NOT_MEANT.test(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const files = entries.filter((entry) => entry.isFile() && READABLE.test(entry.name));
  const own = files.map(({ name }) => join(folder, name));
  const below: string[][] = [];
  for (const entry of entries) if (entry.isDirectory()) below.push(...(await setsIn(join(folder, entry.name))));
  return [...(own.length > 0 ? [own] : []), ...below];
}
