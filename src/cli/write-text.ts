import type { Replacement } from '../hosts/file/docx/write-docx';
import type { Translator } from '../messages/translator';
import { filledBytes, type OpenText } from '../hosts/file/report-text';
import { CannotWrite, writeWhole } from './write-whole';

/** Refuses to give a Word document the name of a text, or the other way round. */
export function ensureSameKind(out: string, { document }: OpenText, translate: Translator): void {
  const ending = document ? '.docx' : '.txt';
  if (!out.toLowerCase().endsWith(ending))
    throw new CannotWrite(out, translate.text('report.outEnding', { ending }), translate);
}

/** A copy of a report in which only some stretches differ. */
export async function writeText(
  out: string,
  open: OpenText,
  replaced: readonly Replacement[],
  translate: Translator,
): Promise<void> {
  await writeWhole(out, filledBytes(open, replaced), translate);
}
