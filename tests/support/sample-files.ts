import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readWorkbook } from '../../src/hosts/file/read-file';
import type { Workbook } from '../../src/core/grid/sheet';

export function sampleBytes(name: string): Uint8Array {
  return new Uint8Array(readFileSync(join(__dirname, '../../assets/samples', name)));
}

export function sampleWorkbook(name: string): Promise<Workbook> {
  return readWorkbook(sampleBytes(name), name.split('/').pop() ?? name);
}

const FOLDER = join(__dirname, '../../assets/samples');

/** Names of the sample workbooks; each has a twin with planted errors under `dirty/`. */
export const CLEAN_SAMPLES: readonly string[] = readdirSync(FOLDER).filter((name) => name.endsWith('.xlsx'));
