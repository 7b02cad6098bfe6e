import { basename } from 'node:path';
import { checkWorkbook, type CheckResult } from '../app/check-workbook';
import { CORRECTIONS } from '../app/kept/corrections';
import { keptCorrections } from '../app/kept/kept-in-workbook';
import { toKeep } from '../app/kept/kind';
import { SUMMARY_IDS, summaryOffers, summarySheets, type SummaryOffer } from '../app/write-summary';
import { lacksText, sheetName } from '../app/summary/summary-words';
import type { MeasuredBook } from '../core/reading/dossier';
import { companionOf, lenderOf } from '../core/reading/read-sheet';
import { bookId } from '../core/grid/place';
import type { Workbook } from '../core/grid/sheet';
import { FileHost } from '../hosts/file/file-host';
import type { WrittenSummary } from '../hosts/host';
import type { Translator } from '../messages/translator';
import { sentenceOf } from './cannot-open';
import type { CheckSettings } from './check-files';
import { EXIT, type Console } from './console';
import { ensureEnding } from './copy-ending';
import { readInput } from './read-input';
import { sayNotices } from './notices';
import { visible } from './visible';
import { CannotWrite, ensureWritable, writeWhole } from './write-whole';

/** By what the summary is made, and of what. */
export type SummarizeSettings = Pick<CheckSettings, 'asOf' | 'pack' | 'corrections'> & {
  /** Ids of the sheets; absent: all that can be made. */
  readonly sheets?: readonly string[];
  /** To say which sheets can be made, or to take ours away; absent: to write them. */
  readonly instead?: 'list' | 'remove';
};

/**
 * `gouji summarize`: a copy of the first file with the summary sheets, to which the others lend figures; nothing is
 * written when anything fails. `out` is undefined where nothing is written.
 */
export async function summarizeCommand(
  files: readonly string[],
  out: string | undefined,
  settings: SummarizeSettings,
  io: Console,
  translate: Translator,
): Promise<number> {
  const [file] = files;
  if (file === undefined) return EXIT.couldNotRun;
  try {
    const unknown = settings.sheets?.find((id) => !SUMMARY_IDS.includes(id));
    if (unknown !== undefined) {
      io.err(`${visible(translate.text('cli.noSuchSheet', { id: unknown, known: translate.list(SUMMARY_IDS) }))}\n`);
      return EXIT.couldNotRun;
    }
    if (out !== undefined) await ensureWritable(out, files, translate);
    if (settings.instead === 'remove') return await remove(file, out, io, translate);
    return await write(files, out, settings, io, translate);
  } catch (error) {
    io.err(`${visible(error instanceof CannotWrite ? error.message : sentenceOf(error, file, translate))}\n`);
    return EXIT.couldNotRun;
  }
}

async function write(
  files: readonly string[],
  out: string | undefined,
  { corrections = [], sheets, instead, ...settings }: SummarizeSettings,
  io: Console,
  translate: Translator,
): Promise<number> {
  const [file = '', ...others] = files;
  const { lines, bytes } = await readInput(file, translate);
  const [first] = lines;
  if (!first) return EXIT.couldNotRun;
  const lent = await workbooksOf(others, translate);
  // A base name is no identity: two month.xlsx of two folders are two books.
  const workbook = others.length === 0 ? first.workbook : { ...first.workbook, id: file };
  const all = [...keptCorrections(workbook), ...corrections];
  const correctionsOf = (other: Workbook) => [...keptCorrections(other), ...corrections];
  const result = await checkWorkbook(workbook, {
    ...settings,
    corrections: all,
    companions: lent.map((other) => companionOf(other, correctionsOf(other))),
  });
  const lenders = lent
    .filter((other) => bookId(other) !== bookId(workbook))
    .map((other) => lenderOf(other, correctionsOf(other)));
  if (instead === 'list' || out === undefined) return list(result, lenders, io, translate);
  const host = new FileHost(bytes, basename(file));
  ensureEnding(out, host.copyEnding, translate);
  // What was said of the tables goes with the copy, so that whoever opens it reads them alike.
  if (corrections.length > 0) host.carry(CORRECTIONS.name, toKeep(CORRECTIONS, all));
  const choice = { lenders, ...(sheets === undefined ? {} : { wanted: sheets }) };
  const written = await host.writeSummary(summarySheets(result, translate, choice));
  sayNotices(written, io, translate);
  await writeWhole(out, fileOf(written).bytes, translate);
  const { holds } = fileOf(written);
  if (holds !== 'everything') io.err(`${translate.text(holds === 'values' ? 'cli.valuesOnly' : 'cli.newWorkbook')}\n`);
  for (const offer of summaryOffers(result, lenders))
    if (offer.lacks && (sheets?.includes(offer.id) ?? false)) io.err(`${offerText(offer, translate)}\n`);
  io.err(`${visible(translate.text('cli.writtenSheets', { sheets: translate.list(written.sheetNames) }))}\n`);
  io.err(`${visible(translate.text('cli.written', { file: out }))}\n`);
  return result.outcome.findings.some(({ level }) => level === 'error') ? EXIT.found : EXIT.fine;
}

async function workbooksOf(files: readonly string[], translate: Translator): Promise<Workbook[]> {
  const found: Workbook[] = [];
  for (const file of files) {
    const { lines } = await readInput(file, translate);
    found.push(...lines.map(({ id, workbook }) => ({ ...workbook, id: id === undefined ? file : `${file}#${id}` })));
  }
  return found;
}

/** One line for each of our sheets: its id, its name, and what is missing for it. */
function list(result: CheckResult, lenders: readonly MeasuredBook[], io: Console, translate: Translator): number {
  for (const offer of summaryOffers(result, lenders)) io.out(`${visible(offerText(offer, translate))}\n`);
  return EXIT.fine;
}

function offerText({ id, lacks }: SummaryOffer, translate: Translator): string {
  const state = lacks ? lacksText(lacks, translate) : translate.text('summary.canBeMade');
  return [id, sheetName(id, translate), state].join('\t');
}

async function remove(file: string, out: string | undefined, io: Console, translate: Translator): Promise<number> {
  const { lines, bytes } = await readInput(file, translate);
  const host = new FileHost(bytes, basename(file));
  const written = await host.removeSummary();
  if (out === undefined) return EXIT.couldNotRun;
  sayNotices(written, io, translate);
  ensureEnding(out, host.copyEnding, translate);
  await writeWhole(out, fileOf(written).bytes, translate);
  const { sheetNames } = written;
  io.err(
    `${visible(
      sheetNames.length === 0
        ? translate.text('cli.nothingToRemove')
        : translate.text('cli.removedSheets', { sheets: translate.list(sheetNames) }),
    )}\n`,
  );
  if (lines[0]?.workbook.kept) io.err(`${translate.text('cli.removedKept')}\n`);
  io.err(`${visible(translate.text('cli.written', { file: out }))}\n`);
  return EXIT.fine;
}

function fileOf({ file }: WrittenSummary): NonNullable<WrittenSummary['file']> {
  if (!file) throw new RangeError('a file host writes files');
  return file;
}
