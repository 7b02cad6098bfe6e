import { readFile as readBytes, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { HostError } from '../hosts/host';
import { LIMITS } from '../hosts/file/limits';
import { readFile } from '../hosts/file/read-file';
import type { GridLine } from '../hosts/file/read-jsonl';
import { hostFaultText } from '../app/fault-text';
import type { Translator } from '../messages/translator';

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
    throw new CannotOpen(translate.text('cli.cannotOpen', { file, reason: reasonOf(cause, file, translate) }), {
      cause,
    });
  }
}

export class CannotOpen extends Error {}

function reasonOf(cause: unknown, file: string, translate: Translator): string {
  if (cause instanceof HostError) {
    const detail = cause.detail === '' ? basename(file) : cause.detail;
    return hostFaultText(new HostError(cause.fault, detail), translate);
  }
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined;
  if (code === 'ENOENT') return translate.text('cli.noSuchFile');
  return cause instanceof Error ? cause.message : String(cause);
}
