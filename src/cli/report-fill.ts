import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { commentOf, contextOf, fillDraft, type FilledDraft } from '../app/report/fill-text';
import { basisSheet, type Basis } from '../app/report/basis-sheet';
import { readKey } from '../app/report/key-file';
import { FileProblem } from '../app/parsed-file';
import { type MaskedFigure, unmasked } from '../core/report/fill/mask';
import { FileHost } from '../hosts/file/file-host';
import type { Translator } from '../messages/translator';
import { sentenceOf, CannotOpen } from './cannot-open';
import { EXIT, type Console } from './console';
import { ensureEnding } from './copy-ending';
import { readInput } from './read-input';
import { readSources } from './read-sources';
import { readText } from './read-text';
import { visible } from './visible';
import { ensureWritable, CannotWrite, writeWhole } from './write-whole';
import { ensureSameKind, writeText } from './write-text';

/** From what a draft is filled, and what is written. */
export interface FillSettings {
  readonly workbooks: readonly string[];
  readonly out: string;
  /** What a mask took out; then the workbooks are not asked. */
  readonly key?: string;
  /** A copy of the first workbook with the sheet 底稿. */
  readonly basis?: string;
}

/** `gouji report fill`: a copy of a draft whose blanks hold what the workbooks, or a key, have for them. */
export async function reportFillCommand(
  draft: string,
  { workbooks, out, key, basis }: FillSettings,
  io: Console,
  translate: Translator,
): Promise<number> {
  try {
    const given = [draft, ...workbooks, ...(key === undefined ? [] : [key])];
    await ensureWritable(out, given, translate);
    if (basis !== undefined) await ensureWritable(basis, [...given, out], translate);
    const open = await readText(draft, translate);
    ensureSameKind(out, open, translate);
    if (key !== undefined) {
      const figures = unmasked(open.text, await keyOf(key, translate));
      if (!figures) throw new CannotOpen(translate.text('report.otherKey', { key, file: draft }));
      await writeText(out, open, figures, translate);
    } else {
      const filled = fillDraft(open.text, await readSources(workbooks, translate, io.alive), translate);
      if (basis !== undefined) await writeBasis(basis, workbooks, { draft, text: open.text, ...filled }, translate);
      await writeText(out, open, filled.fills, translate);
      io.out(saidOf(filled, open.text, translate));
    }
    io.err(`${visible(translate.text('cli.written', { file: out }))}\n`);
    return EXIT.fine;
  } catch (error) {
    io.err(`${visible(error instanceof CannotWrite ? error.message : sentenceOf(error, draft, translate))}\n`);
    return EXIT.couldNotRun;
  }
}

/** The sheet 底稿 in a copy of the first workbook. */
async function writeBasis(
  basis: string,
  [first]: readonly string[],
  filled: Omit<Basis, 'own'>,
  translate: Translator,
): Promise<void> {
  if (first === undefined) throw new CannotOpen(translate.text('basis.needsWorkbook'));
  const { bytes } = await readInput(first, translate);
  const host = new FileHost(bytes, basename(first));
  ensureEnding(basis, host.copyEnding, translate);
  const { file } = await host.writeSummary([basisSheet({ ...filled, own: first }, translate)]);
  if (file) await writeWhole(basis, file.bytes, translate);
}

async function keyOf(file: string, translate: Translator): Promise<readonly MaskedFigure[]> {
  try {
    return readKey(await readFile(file, 'utf8'));
  } catch (cause) {
    const sentence =
      cause instanceof FileProblem
        ? translate.text(`settings.${cause.problem}`, { file, field: cause.field, detail: cause.detail })
        : sentenceOf(cause, file, translate);
    throw new CannotOpen(sentence, { cause });
  }
}

/** As many candidates as anybody weighs. */
const MOST_PROPOSALS = 3;

/** A line for every blank: what it was filled with and from where, or what might be meant. */
function saidOf({ answers, kept }: FilledDraft, text: string, translate: Translator): string {
  const lines = answers.map(({ figure, filled, why, proposals }) => {
    const blank = contextOf(figure, text);
    if (filled)
      return translate.text('fill.filled', { blank, figure: filled.text, from: commentOf(filled.proposal, translate) });
    const names = proposals.slice(0, MOST_PROPOSALS).map((one) => commentOf(one, translate));
    return translate.text('fill.left', {
      blank,
      why: translate.text(`fill.why.${why ?? 'none'}`),
      candidates: names.length === 0 ? 'none' : 'some',
      names: translate.list(names),
    });
  });
  const filled = answers.filter((answer) => answer.filled !== undefined).length;
  const summary = translate.text('fill.summary', { filled, left: answers.length - filled, kept });
  return `${[...lines, summary].map(visible).join('\n')}\n`;
}
