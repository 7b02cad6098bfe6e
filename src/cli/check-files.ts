import { checkWorkbook } from '../app/check-workbook';
import { plainCheck, type PlainCheck } from '../app/plain-findings';
import type { Translator } from '../messages';
import { EXIT, type Console } from './console';
import { eachWorkbook } from './each-file';

/** How to check: the part of a command that each file needs. */
export interface CheckSettings {
  readonly asOf?: string;
  readonly rules?: readonly string[];
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
export async function checkFiles(files: readonly string[], settings: CheckSettings, io: Console, translate: Translator, done: (checked: CheckedFile) => void): Promise<number> {
  return eachWorkbook(files, io, translate, async (file, { id, workbook }) => {
    const started = performance.now();
    const result = await checkWorkbook(workbook, {
      ...settings,
      ...(io.interactive ? { progress: ({ sheet, done: before, total }) => io.err(`\r\u001b[K${translate.text('pane.checking', { sheet, done: before + 1, total })}`) } : {}),
    });
    if (io.interactive) io.err('\r\u001b[K');
    const plain = plainCheck(result, translate);
    done({ file, ...(id === undefined ? {} : { id }), relationsChecked: result.relationsChecked, plain, ms: Math.round(performance.now() - started) });
    return plain.findings.some(({ level }) => level === 'error') ? EXIT.found : EXIT.fine;
  });
}
