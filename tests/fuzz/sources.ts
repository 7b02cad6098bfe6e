import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One file of each format, to be broken. */
export const SOURCES: readonly { readonly name: string; readonly bytes: Uint8Array }[] = [
  'assets/samples/county-2023-05.xlsx',
  'assets/samples/dirty/assets-2023-06.xlsx',
  'tests/hosts/file/fixtures/county-2023-05.xls',
  'tests/hosts/file/fixtures/county-2023-05.ods',
].map((path) => ({
  name: path.split('/').pop() ?? path,
  bytes: new Uint8Array(readFileSync(join(process.cwd(), path))),
}));
