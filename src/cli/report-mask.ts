import { keyText } from '../app/report/key-file';
import { type Mask, maskFigures } from '../core/report/fill/mask';
import { readReport } from '../core/report/read-report';
import type { Translator } from '../messages/translator';
import { sentenceOf } from './cannot-open';
import { EXIT, type Console } from './console';
import { readText } from './read-text';
import { visible } from './visible';
import { CannotWrite, ensureWritable, writeWhole } from './write-whole';
import { ensureSameKind, writeText } from './write-text';

/** `gouji report mask`: a copy with `*` for figures, and the key that fills them again. */
export async function reportMaskCommand(
  report: string,
  { figures, out, key }: { readonly figures: Mask; readonly out: string; readonly key: string },
  io: Console,
  translate: Translator,
): Promise<number> {
  try {
    await ensureWritable(out, [report], translate);
    await ensureWritable(key, [report, out], translate);
    const open = await readText(report, translate);
    ensureSameKind(out, open, translate);
    const masked = maskFigures(readReport(open.text), open.text, figures);
    // The key first: a masked copy without it would be a loss.
    await writeWhole(key, keyText(masked.key), translate);
    await writeText(out, open, masked.replaced, translate);
    io.err(`${visible(translate.text('report.masked', { count: masked.key.length, file: out, key }))}\n`);
    return EXIT.fine;
  } catch (error) {
    io.err(`${visible(error instanceof CannotWrite ? error.message : sentenceOf(error, report, translate))}\n`);
    return EXIT.couldNotRun;
  }
}
