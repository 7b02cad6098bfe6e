import type { Translator } from '../messages/translator';
import type { CheckedFile, CheckSet, CheckSettings } from './check-files';
import { exitOf, type Console } from './console';
import { textReport } from './formats/text';
import { fileSets } from './file-sets';
import { visibleJson } from './visible';
import { ensureWritable, writeWhole } from './write-whole';

export type CheckFormat = 'text' | 'json' | 'ndjson' | 'sarif' | 'html';
export const CHECK_FORMATS: readonly CheckFormat[] = ['text', 'json', 'ndjson', 'sarif', 'html'];

export interface CheckCommand extends CheckSettings {
  readonly format: CheckFormat;
  readonly out?: string;
  /** Each file by itself, without ties to the others. */
  readonly alone: boolean;
}

/** `gouji check`, set by set; `checkSet` checks the files of one, here or in another process. */
export async function checkCommand(
  paths: readonly string[],
  command: CheckCommand,
  io: Console,
  translate: Translator,
  checkSet: CheckSet,
): Promise<number> {
  const checked: CheckedFile[] = [];
  const { format, out, alone, ...settings } = command;
  // Line by line only where each line stands alone; a whole document waits for the last file.
  const streams = format === 'ndjson' && out === undefined;
  const done = (one: CheckedFile) => {
    if (streams) io.out(`${visibleJson(ndjsonLine(one))}\n`);
    // Grids by the thousand must not be kept for a report that has been printed already.
    else checked.push(one);
  };
  const codes: number[] = [];
  const sets = await fileSets(paths, alone, translate);
  if (out !== undefined) await ensureWritable(out, sets.flat(), translate);
  for (const files of sets) codes.push(await checkSet(files, settings, io, done));
  if (!streams) {
    const report = await render(format, checked, translate);
    if (out === undefined) io.out(report);
    else if (checked.length > 0) await writeWhole(out, report, translate);
  }
  return exitOf(codes);
}

function ndjsonLine({ file, id, plain, ms }: CheckedFile): object {
  return { file, ...(id === undefined ? {} : { id }), ...plain, ms };
}

/** What only some reports need is loaded for them: starting is most of the time that a small file takes. */
async function render(format: CheckFormat, checked: readonly CheckedFile[], translate: Translator): Promise<string> {
  switch (format) {
    case 'json':
      return `${visibleJson(
        checked.map(({ file, id, plain }) => ({ file, ...(id === undefined ? {} : { id }), ...plain })),
        1,
      )}\n`;
    case 'ndjson':
      return checked.map((one) => `${visibleJson(ndjsonLine(one))}\n`).join('');
    case 'sarif':
      return `${visibleJson((await import(/* webpackChunkName: "reports" */ './formats/sarif')).sarifReport(checked, translate), 1)}\n`;
    case 'html':
      return (await import(/* webpackChunkName: "reports" */ './formats/html')).htmlReport(checked, translate);
    default:
      return textReport(checked, translate);
  }
}
