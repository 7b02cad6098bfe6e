import { checkWorkbook } from '../app/check-workbook';
import { plainCheck, type PlainCheck } from '../app/plain-findings';
import { bookId } from '../core/grid/place';
import type { Companion } from '../core/reading/dossier';
import { companionOf } from '../core/reading/read-sheet';
import type { Pack } from '../core/fiscal/pack';
import type { Correction } from '../core/tables/corrections';
import type { Translator } from '../messages/translator';
import { EXIT, type Console } from './console';
import { eachWorkbook } from './each-file';

/** How to check: the part of a command that each file needs. */
export interface CheckSettings {
  readonly asOf?: string;
  readonly rules?: readonly string[];
  readonly pack?: Pack;
  readonly corrections?: readonly Correction[];
  /** All the workbooks that are checked at once, each as the others see it. */
  readonly together?: readonly Companion[];
}

/** What each of several workbooks says, for the ties between them. One that cannot be read says nothing here: its check tells why. */
export async function measureFiles(
  files: readonly string[],
  { corrections }: CheckSettings,
  translate: Translator,
): Promise<Companion[]> {
  const together: Companion[] = [];
  const silent: Console = { out: () => undefined, err: () => undefined, interactive: false };
  await eachWorkbook(files, silent, translate, (_file, { id, workbook }) => {
    // A line of a .jsonl is a table of its own, not a workbook of this bureau.
    if (id === undefined) together.push(companionOf(workbook, corrections));
    return Promise.resolve(EXIT.fine);
  });
  return together;
}

/** One checked workbook, ready to be printed. Plain data: it may come from another thread. */
export interface CheckedFile {
  readonly file: string;
  readonly id?: string;
  readonly relationsChecked: number;
  readonly plain: PlainCheck;
  readonly ms: number;
}

/** Checks every workbook of the files in turn; gives the exit code. */
export async function checkFiles(
  files: readonly string[],
  settings: CheckSettings,
  io: Console,
  translate: Translator,
  done: (checked: CheckedFile) => void,
): Promise<number> {
  return eachWorkbook(files, io, translate, async (file, { id, workbook }) => {
    const started = performance.now();
    const { together = [], ...options } = settings;
    const result = await checkWorkbook(workbook, {
      ...options,
      companions: id === undefined ? together.filter((other) => other.id !== bookId(workbook)) : [],
      ...(io.interactive
        ? {
            progress: ({ sheet, done: before, total }) =>
              io.err(`\r\u001b[K${translate.text('pane.checking', { sheet, done: before + 1, total })}`),
          }
        : {}),
    });
    if (io.interactive) io.err('\r\u001b[K');
    const plain = plainCheck(result, translate);
    done({
      file,
      ...(id === undefined ? {} : { id }),
      relationsChecked: result.relationsChecked,
      plain,
      ms: Math.round(performance.now() - started),
    });
    return plain.findings.some(({ level }) => level === 'error') ? EXIT.found : EXIT.fine;
  });
}
