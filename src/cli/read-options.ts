import { readFile, stat } from 'node:fs/promises';
import { FileProblem } from '../app/parsed-file';
import type { Pack } from '../core/fiscal/pack';
import type { Correction } from '../core/tables/corrections';
import type { Translator } from '../messages/translator';
import { CannotOpen, sentenceOf } from './cannot-open';

/** Larger than any that somebody wrote. */
const MOST_BYTES = 1_000_000;

/** The files that say how to read and to judge. */
export interface OptionFiles {
  readonly pack: readonly string[];
  readonly readings: readonly string[];
}

/** The national pack with the given ones over it, the nearest to the county last, and the corrections; none: no option. */
export async function fileOptions(
  { pack, readings }: OptionFiles,
  translate: Translator,
): Promise<{ pack?: Pack; corrections?: readonly Correction[] }> {
  return {
    ...(pack.length === 0 ? {} : { pack: await packOf(pack, translate) }),
    ...(readings.length === 0 ? {} : { corrections: await correctionsOf(readings, translate) }),
  };
}

async function packOf(files: readonly string[], translate: Translator): Promise<Pack> {
  const [{ readPack }, { NATIONAL_PACK }, { layered }] = await Promise.all([
    import(/* webpackChunkName: "settings" */ '../app/pack-file'),
    import(/* webpackChunkName: "settings" */ '../core/fiscal/national-pack'),
    import(/* webpackChunkName: "settings" */ '../core/fiscal/pack'),
  ]);
  return layered(NATIONAL_PACK, await each(files, readPack, translate));
}

async function correctionsOf(files: readonly string[], translate: Translator): Promise<readonly Correction[]> {
  const { readCorrections } = await import(/* webpackChunkName: "settings" */ '../app/readings-file');
  return (await each(files, readCorrections, translate)).flat();
}

async function each<T>(files: readonly string[], read: (text: string) => T, translate: Translator): Promise<T[]> {
  const all: T[] = [];
  for (const file of files) {
    try {
      if ((await stat(file)).size > MOST_BYTES) throw new FileProblem('', 'wrong', `> ${MOST_BYTES} bytes`);
      all.push(read(await readFile(file, 'utf8')));
    } catch (cause) {
      throw new CannotOpen(sentence(file, cause, translate), { cause });
    }
  }
  return all;
}

function sentence(file: string, cause: unknown, translate: Translator): string {
  if (cause instanceof FileProblem)
    return translate.text(`settings.${cause.problem}`, { file, field: cause.field, detail: cause.detail });
  return sentenceOf(cause, file, translate);
}
