import { basename } from 'node:path';
import { checkWorkbook } from '../app/check-workbook';
import { CORRECTIONS } from '../app/kept/corrections';
import { keptCorrections } from '../app/kept/kept-in-workbook';
import { toKeep } from '../app/kept/kind';
import type { CheckSettings } from './check-files';
import { summarySheets } from '../app/write-summary';
import { FileHost } from '../hosts/file/file-host';
import type { Translator } from '../messages/translator';
import { EXIT, type Console } from './console';
import { sentenceOf } from './cannot-open';
import { ensureEnding } from './copy-ending';
import { readInput } from './read-input';
import { visible } from './visible';
import { CannotWrite, ensureWritable, writeWhole } from './write-whole';

/** By what the summary is made. */
export type SummarizeSettings = Pick<CheckSettings, 'asOf' | 'pack' | 'corrections'>;

/** `gouji summarize`: a copy with the summary sheets; nothing is written when anything fails. */
export async function summarizeCommand(
  file: string,
  out: string,
  { corrections = [], ...settings }: SummarizeSettings,
  io: Console,
  translate: Translator,
): Promise<number> {
  try {
    await ensureWritable(out, [file], translate);
    const { lines, bytes } = await readInput(file, translate);
    const [first] = lines;
    if (!first) return EXIT.couldNotRun;
    const all = [...keptCorrections(first.workbook), ...corrections];
    const result = await checkWorkbook(first.workbook, { ...settings, corrections: all });
    const host = new FileHost(bytes, basename(file));
    ensureEnding(out, host.copyEnding, translate);
    // What was said of the tables goes with the copy, so that whoever opens it reads them alike.
    if (corrections.length > 0) host.carry(CORRECTIONS.name, toKeep(CORRECTIONS, all));
    const written = await host.writeSummary(summarySheets(result, translate));
    if (!written.file) return EXIT.couldNotRun;
    await writeWhole(out, written.file.bytes, translate);
    const { holds } = written.file;
    if (holds !== 'everything')
      io.err(`${translate.text(holds === 'values' ? 'cli.valuesOnly' : 'cli.newWorkbook')}\n`);
    io.err(`${visible(translate.text('cli.written', { file: out }))}\n`);
    return result.outcome.findings.some(({ level }) => level === 'error') ? EXIT.found : EXIT.fine;
  } catch (error) {
    io.err(`${visible(error instanceof CannotWrite ? error.message : sentenceOf(error, file, translate))}\n`);
    return EXIT.couldNotRun;
  }
}
