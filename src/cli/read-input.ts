import { readFile as readBytes, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { HostError } from '../hosts/host';
import { LIMITS } from '../hosts/file/limits';
import { readFile } from '../hosts/file/read-file';
import type { GridLine } from '../hosts/file/read-jsonl';
import type { Translator } from '../messages/translator';
import { CannotOpen, sentenceOf } from './cannot-open';

/** Reads a file of the command line. Rejects with a {@link CannotOpen} whose message is the sentence to print. */
export async function readInput(
  file: string,
  translate: Translator,
): Promise<{ lines: GridLine[]; bytes: Uint8Array }> {
  try {
    const { size } = await stat(file);
    if (size > LIMITS.fileBytes) throw new HostError('tooLarge', basename(file));
    const bytes = await readBytes(file);
    return { lines: await readFile(bytes, basename(file)), bytes };
  } catch (cause) {
    throw new CannotOpen(sentenceOf(cause, file, translate), { cause });
  }
}
