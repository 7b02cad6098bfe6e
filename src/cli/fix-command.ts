import { basename } from 'node:path';
import { findingText } from '../app/finding-text';
import { resultText, writeText } from '../app/fix-text';
import { mendAll, type MendedBook } from '../app/mend-all';
import { Session } from '../app/session';
import { HostError } from '../hosts/host';
import { FileHost } from '../hosts/file/file-host';
import type { Translator } from '../messages/translator';
import { sentenceOf } from './cannot-open';
import { EXIT, type Console } from './console';
import { ensureEnding } from './copy-ending';
import { sayNotices } from './notices';
import { readInput } from './read-input';
import { visible } from './visible';
import { CannotWrite, ensureWritable, writeWhole } from './write-whole';

export interface FixSettings {
  /** Codes of the rules whose findings are repaired; absent: all, as far as the figures prove it. */
  readonly only?: readonly string[];
  /** Says what would be done and writes nothing. */
  readonly dryRun: boolean;
}

/** `gouji fix`: a copy in which what can be repaired is; only the cells that are named change. */
export async function fixCommand(
  file: string,
  out: string | undefined,
  { only, dryRun }: FixSettings,
  io: Console,
  translate: Translator,
): Promise<number> {
  try {
    if (out !== undefined) await ensureWritable(out, [file], translate);
    const { lines, bytes } = await readInput(file, translate);
    const [first] = lines;
    if (!first) return EXIT.couldNotRun;
    const session = new Session();
    const book = session.open(first.workbook);
    const host = new FileHost(bytes, basename(file));
    if (out !== undefined) ensureEnding(out, host.copyEnding, translate);
    const done = await mendAll(session, book, only);
    io.out(`${reportLines(done, dryRun, translate).map(visible).join('\n')}\n`);
    if (!dryRun && out !== undefined) {
      const written = await host.writeCells(done.change);
      const { file: copy } = written;
      if (!copy) throw new HostError('cannotWriteFormat', file);
      sayNotices(written, io, translate);
      await writeWhole(out, copy.bytes, translate);
      io.err(`${visible(translate.text('cli.written', { file: out }))}\n`);
    }
    const { outcome } = await session.check(book);
    return outcome.findings.some(({ level }) => level === 'error') ? EXIT.found : EXIT.fine;
  } catch (error) {
    io.err(`${visible(error instanceof CannotWrite ? error.message : sentenceOf(error, file, translate))}\n`);
    return EXIT.couldNotRun;
  }
}

function reportLines({ mended, left }: MendedBook, dryRun: boolean, translate: Translator): string[] {
  const lines = mended.flatMap(({ finding, preview }) => [
    `${finding.code} ${findingText(finding, translate)}`,
    ...preview.writes.map((write) => `  ${writeText(write, translate)}`),
    ...preview.results
      .filter((result) => !preview.writes.some(({ at }) => at.row === result.row && at.column === result.column))
      .map((result) => `  ${translate.text('fix.follows', { line: resultText(result, translate) })}`),
  ]);
  const leftLines = left.map(({ finding, fix, why }) =>
    translate.text(`fix.left.${why}`, {
      code: finding.code,
      message: findingText(finding, translate),
      writes: translate.list(fix.writes.map((write) => writeText(write, translate))),
    }),
  );
  const summary = translate.text(dryRun ? 'fix.wouldCounts' : 'fix.counts', {
    mended: mended.length,
    left: left.length,
  });
  return [...lines, ...leftLines, summary];
}
