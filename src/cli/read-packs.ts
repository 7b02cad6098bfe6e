import { readFile, stat } from 'node:fs/promises';
import { NATIONAL_PACK } from '../core/fiscal/national-pack';
import { layered, type Pack, type PackLayer } from '../core/fiscal/pack';
import { PackError, readPack } from '../app/pack-file';
import type { Translator } from '../messages';
import { CannotOpen } from './read-input';

/** Larger than any pack that somebody wrote. */
const MOST_BYTES = 1_000_000;

/** The national pack with the given files over it, the nearest to the county last; none: no option. */
export async function packOption(files: readonly string[], translate: Translator): Promise<{ pack?: Pack }> {
  if (files.length === 0) return {};
  const layers: PackLayer[] = [];
  for (const file of files) layers.push(await readLayer(file, translate));
  return { pack: layered(NATIONAL_PACK, layers) };
}

async function readLayer(file: string, translate: Translator): Promise<PackLayer> {
  let text: string;
  try {
    if ((await stat(file)).size > MOST_BYTES) throw new PackError('', 'wrong', `> ${MOST_BYTES} bytes`);
    text = await readFile(file, 'utf8');
  } catch (cause) {
    if (cause instanceof PackError) throw new CannotOpen(sentence(file, cause, translate), { cause });
    throw new CannotOpen(translate.text('cli.cannotOpen', { file, reason: isMissing(cause) ? translate.text('cli.noSuchFile') : String(cause) }), { cause });
  }
  try {
    return readPack(text);
  } catch (cause) {
    if (cause instanceof PackError) throw new CannotOpen(sentence(file, cause, translate), { cause });
    throw cause;
  }
}

function sentence(file: string, { field, problem, detail }: PackError, translate: Translator): string {
  return translate.text(`pack.${problem}`, { file, field, detail });
}

function isMissing(cause: unknown): boolean {
  return typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === 'ENOENT';
}
