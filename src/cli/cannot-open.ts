import { basename } from 'node:path';
import { hostFaultText } from '../app/fault-text';
import { HostError } from '../hosts/host';
import type { Translator } from '../messages/translator';
import { systemReason } from './system-reason';

/** A file that is not read; its message is the sentence to print. */
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
