import { HostError } from '../hosts/host';
import { FileProblem } from './parsed-file';
import type { Translator } from '../messages/translator';

/** One sentence for anything that went wrong: what happened, why, what next. */
export function faultText(error: unknown, translate: Translator): string {
  if (error instanceof HostError) return hostFaultText(error, translate);
  if (error instanceof FileProblem) return translate.text('standard.badPack', { detail: error.message });
  return translate.text('fault.unexpected', { detail: error instanceof Error ? error.message : String(error) });
}

export function hostFaultText({ fault, detail }: HostError, translate: Translator): string {
  return translate.text(`fault.${fault}`, { detail });
}
