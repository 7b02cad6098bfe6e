import { readFile as readBytes, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { HostError } from '../hosts/host';
import { LIMITS } from '../hosts/file/limits';
import { readFile } from '../hosts/file/read-file';
import type { GridLine } from '../hosts/file/read-jsonl';
import { hostFaultText } from '../app/fault-text';
import type { Translator } from '../messages/translator';
import { systemReason } from './system-reason';

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

export class CannotOpen extends Error {}

/** The sentence for whatever went wrong with a file: never the words of the machine. */
export function sentenceOf(error: unknown, file: string, translate: Translator): string {
  if (error instanceof CannotOpen) return error.message;
  return translate.text('cli.cannotOpen', { file, reason: reasonOf(error, file, translate) });
}

function reasonOf(cause: unknown, file: string, translate: Translator): string {
  const system = systemReason(cause, translate);
  if (system !== undefined) return system;
  return hostFaultText(hostFaultOf(cause, basename(file)), translate);
}

function hostFaultOf(cause: unknown, file: string): HostError {
  if (cause instanceof HostError) return cause.detail === '' ? new HostError(cause.fault, file) : cause;
  // The stack is at its end: something in the file is nested without measure.
  if (cause instanceof RangeError && cause.message.includes('call stack')) return new HostError('tooDeep', file);
  return new HostError('internal', file);
}
