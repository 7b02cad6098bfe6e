import type { MessageId } from '../messages/message-id';
import type { Translator } from '../messages/translator';

const REASONS: Readonly<Record<string, MessageId>> = {
  ENOENT: 'cli.noSuchFile',
  EISDIR: 'cli.isFolder',
  EACCES: 'cli.noRight',
  EPERM: 'cli.noRight',
  EROFS: 'cli.noRight',
  ENOSPC: 'cli.diskFull',
  EDQUOT: 'cli.diskFull',
  EBUSY: 'cli.inUse',
  ETXTBSY: 'cli.inUse',
};

/** Why the system did not open or write a file, in words; undefined for what is no error of the system. */
export function systemReason(error: unknown, translate: Translator): string | undefined {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  if (typeof code !== 'string' || !/^E[A-Z0-9]+$/.test(code)) return undefined;
  const known = REASONS[code];
  return known === undefined ? translate.text('cli.systemRefused', { code }) : translate.text(known as 'cli.noRight');
}
