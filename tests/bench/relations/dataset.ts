import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** One table of the shared benchmark, without its annotations. */
export interface BenchTable {
  readonly id: string;
  readonly rows: readonly (readonly unknown[])[];
  readonly text: readonly (readonly unknown[])[];
}

/** The benchmark stays outside the project; undefined when it is not there. */
export function benchFolder(): string | undefined {
  const folder = resolve(process.cwd(), '../shared/bench/relations');
  return existsSync(folder) ? folder : undefined;
}

export function readTables(file: string): BenchTable[] {
  const text = gunzipSync(readFileSync(file)).toString('utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as BenchTable);
}

/** Held out by a hash of the id, once and for all: about three tables in ten. */
export function isHeldOut(id: string): boolean {
  let hash = 2166136261;
  for (const char of id) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 16777619) >>> 0;
  return hash % 10 < 3;
}
