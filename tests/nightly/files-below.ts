import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The folders of a nightly run: those named, else all that we know of; what is not here is said. */
export function corpus(named: readonly string[]): string[] {
  const roots =
    named.length > 0
      ? named
      : ['assets/samples', 'tests/desks', '../shared/workbooks', '../shared/bench', '../shared/cases'];
  return roots.flatMap((root) => {
    if (statSync(root, { throwIfNoEntry: false })) return [...filesBelow(root)];
    process.stdout.write(`${root}: not here, left out\n`);
    return [];
  });
}

/** Every .xlsx and .xlsm below a path, in the order of names. */
function* filesBelow(path: string): Generator<string> {
  if (statSync(path).isDirectory()) for (const name of readdirSync(path).sort()) yield* filesBelow(join(path, name));
  else if (/\.xls[xm]$/i.test(path)) yield path;
}
