import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { companionOf } from '../../../src/core/reading/read-sheet';
import type { Companion } from '../../../src/core/reading/dossier';
import type { Workbook } from '../../../src/core/grid/sheet';
import { readWorkbook } from '../../../src/hosts/file/read-file';
import type { Fact } from '../../../scripts/samples/book';
import type { Truth } from '../../../scripts/samples/planted-errors';
import type { TableTruth } from '../../../scripts/samples/table-truth';

/** A workbook of the sample county with its dirty twin and what is known of both. */
export interface Sample {
  readonly name: string;
  readonly clean: Workbook;
  readonly dirty: Workbook;
  readonly tables: readonly TableTruth[];
  readonly planted: readonly Truth[];
  readonly facts: readonly Fact[];
}

/** Reads assets/samples. */
export async function sampleCounty(folder: string): Promise<Sample[]> {
  const json = <T>(path: string): T => JSON.parse(readFileSync(join(folder, path), 'utf8')) as T;
  const workbook = (path: string, name: string): Promise<Workbook> =>
    readWorkbook(new Uint8Array(readFileSync(join(folder, path))), `${name}.xlsx`);
  const names = readdirSync(folder)
    .filter((file) => file.endsWith('.xlsx'))
    .map((file) => file.slice(0, -'.xlsx'.length))
    .sort();
  const facts = json<(Fact & { file: string })[]>('truth/facts.json');
  return Promise.all(
    names.map(async (name) => ({
      name,
      clean: await workbook(`${name}.xlsx`, name),
      dirty: await workbook(`dirty/${name}.xlsx`, name),
      tables: json<{ tables: TableTruth[] }[]>(`truth/${name}.tables.json`).flatMap(({ tables }) => tables),
      planted: json<Truth[]>(`dirty/${name}.truth.json`),
      facts: facts.filter(({ file }) => file === `${name}.xlsx`),
    })),
  );
}

/** What a workbook of the county is checked beside: every other workbook, clean. */
export function companionsOf({ name }: Sample, county: readonly Sample[]): Companion[] {
  return county.filter((other) => other.name !== name).map(({ clean }) => companionOf(clean));
}
