import type { HostNotice } from '../hosts/host';
import type { Translator } from '../messages/translator';
import type { Console } from './console';

/** Says what a copy does not have, before it is written. */
export function sayNotices(
  { notices = [] }: { readonly notices?: readonly HostNotice[] },
  io: Pick<Console, 'err'>,
  translate: Translator,
): void {
  for (const notice of notices) io.err(`${translate.text(`notice.${notice}`)}\n`);
}
