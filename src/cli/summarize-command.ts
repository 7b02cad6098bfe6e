import { basename } from 'node:path';
import { checkWorkbook } from '../app/check-workbook';
import { faultText } from '../app/fault-text';
import { summarySheets } from '../app/write-summary';
import { FileHost } from '../hosts/file/file-host';
import { sniff } from '../hosts/file/sniff';
import type { Translator } from '../messages/translator';
import { EXIT, type Console } from './console';
import { CannotOpen, readInput } from './read-input';
import { writeWhole } from './write-whole';

/** `gouji summarize`: a copy with the summary sheets; nothing is written when anything fails. */
export async function summarizeCommand(file: string, out: string, io: Console, translate: Translator): Promise<number> {
  try {
    const { lines, bytes } = await readInput(file, translate);
    const [first] = lines;
    if (!first) return EXIT.couldNotRun;
    const result = await checkWorkbook(first.workbook);
    const written = await new FileHost(bytes, basename(file)).writeSummary(summarySheets(result, translate));
    if (!written.file) return EXIT.couldNotRun;
    await writeWhole(out, written.file.bytes);
    if (sniff(bytes) !== 'zip') io.err(`${translate.text('cli.newWorkbook')}\n`);
    io.err(`${translate.text('cli.written', { file: out })}\n`);
    return result.outcome.findings.some(({ level }) => level === 'error') ? EXIT.found : EXIT.fine;
  } catch (error) {
    io.err(`${error instanceof CannotOpen ? error.message : faultText(error, translate)}\n`);
    return EXIT.couldNotRun;
  }
}
