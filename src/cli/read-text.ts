import { readFile as readBytes, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { LIMITS } from '../hosts/file/limits';
import { openReport, type OpenText } from '../hosts/file/report-text';
import { HostError } from '../hosts/host';
import type { Translator } from '../messages/translator';
import { CannotOpen, sentenceOf } from './cannot-open';

/** Reads a .docx or .txt. Rejects with a {@link CannotOpen} whose message is the sentence to print. */
export async function readText(file: string, translate: Translator): Promise<OpenText> {
  try {
    const { size } = await stat(file);
    if (size > LIMITS.fileBytes) throw new HostError('tooLarge', basename(file));
    return openReport(await readBytes(file), basename(file));
  } catch (cause) {
    throw new CannotOpen(sentenceOf(cause, file, translate), { cause });
  }
}
