import { readFile } from 'node:fs/promises';
import { commentOf, contextOf, fillDraft, type FilledDraft } from '../app/report/fill-text';
import { readKey } from '../app/report/key-file';
import { FileProblem } from '../app/parsed-file';
import { type MaskedFigure, unmasked } from '../core/report/fill/mask';
import type { Translator } from '../messages/translator';
import { sentenceOf, CannotOpen } from './cannot-open';
import { EXIT, type Console } from './console';
import { readSources } from './read-sources';
import { readText } from './read-text';
import { visible } from './visible';
import { ensureWritable, CannotWrite } from './write-whole';
import { ensureSameKind, writeText } from './write-text';

/** `gouji report fill`: a copy of a draft whose blanks hold what the workbooks, or a key, have for them. */
export async function reportFillCommand(
  draft: string,
  { workbooks, out, key }: { readonly workbooks: readonly string[]; readonly out: string; readonly key?: string },
  io: Console,
  translate: Translator,
): Promise<number> {
  try {
    await ensureWritable(out, [draft, ...workbooks, ...(key === undefined ? [] : [key])], translate);
    const open = await readText(draft, translate);
    ensureSameKind(out, open, translate);
    if (key !== undefined) {
      const figures = unmasked(open.text, await keyOf(key, translate));
      if (!figures) throw new CannotOpen(translate.text('report.otherKey', { key, file: draft }));
      await writeText(out, open, figures, translate);
    } else {
      const filled = fillDraft(open.text, await readSources(workbooks, translate), translate);
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
