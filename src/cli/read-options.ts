import { readFile, stat } from 'node:fs/promises';
import { readPack } from '../app/pack-file';
import { FileProblem } from '../app/parsed-file';
import { readCorrections } from '../app/readings-file';
import { NATIONAL_PACK } from '../core/fiscal/national-pack';
import { layered, type Pack } from '../core/fiscal/pack';
import type { Correction } from '../core/tables/corrections';
import type { Translator } from '../messages/translator';
import { CannotOpen, sentenceOf } from './read-input';

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
  const layers = await each(pack, readPack, translate);
  const corrections = (await each(readings, readCorrections, translate)).flat();
  return {
    ...(layers.length === 0 ? {} : { pack: layered(NATIONAL_PACK, layers) }),
    ...(corrections.length === 0 ? {} : { corrections }),
  };
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
