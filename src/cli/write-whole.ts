import { rmSync } from 'node:fs';
import { lstat, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Translator } from '../messages/translator';
import { systemReason } from './system-reason';

/** A place that is not written to; its message is the sentence to print. */
export class CannotWrite extends Error {
  constructor(file: string, reason: string, translate: Translator) {
    super(translate.text('cli.cannotWrite', { file, reason }));
  }
}

/** The file beside `path` that process `pid` writes before it takes the place of the old one. */
function temporaryOf(path: string, pid: number): string {
  return join(dirname(path), `.gouji-${pid}.tmp`);
}

/** What a process that was ended left beside `path`. */
export function removeLeftover(path: string, pid: number): void {
  rmSync(temporaryOf(path, pid), { force: true });
}

/** Rejects with a {@link CannotWrite} where writing would harm a source, a folder, a link or what somebody locked. */
export async function ensureWritable(path: string, sources: readonly string[], translate: Translator): Promise<void> {
  const refuse = (reason: string) => new CannotWrite(path, reason, translate);
  const folder = await stat(dirname(resolve(path))).catch(() => undefined);
  if (!folder?.isDirectory()) throw refuse(translate.text('cli.noSuchFolder'));
  const there = await lstat(path).catch(() => undefined);
  // A source that is a link, or a hard link to the same contents, is the source all the same.
  for (const source of sources) if (await isSame(path, source)) throw refuse(translate.text('cli.outIsInput'));
  if (!there) return;
  if (there.isSymbolicLink()) throw refuse(translate.text('cli.outIsLink'));
  if (!there.isFile()) throw refuse(translate.text('cli.outIsFolder'));
  if ((there.mode & 0o222) === 0) throw refuse(translate.text('cli.outIsReadOnly'));
}

async function isSame(a: string, b: string): Promise<boolean> {
  if (resolve(a) === resolve(b)) return true;
  try {
    const [first, second] = await Promise.all([stat(a, { bigint: true }), stat(b, { bigint: true })]);
    return (
      (first.ino !== 0n && first.ino === second.ino && first.dev === second.dev) ||
      (await realpath(a)) === (await realpath(b))
    );
  } catch {
    return false;
  }
}

/** Writes a file wholly or not at all: beside its place first, then under its name. */
export async function writeWhole(path: string, content: string | Uint8Array, translate: Translator): Promise<void> {
  const temporary = temporaryOf(path, process.pid);
  const interrupted = (signal: NodeJS.Signals) => {
    rmSync(temporary, { force: true });
    process.off(signal, interrupted);
    process.kill(process.pid, signal);
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.once(signal, interrupted);
  try {
    await writeFile(temporary, content);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    const reason = systemReason(error, translate);
    throw reason === undefined ? error : new CannotWrite(path, reason, translate);
  } finally {
    for (const signal of signals) process.off(signal, interrupted);
  }
}
