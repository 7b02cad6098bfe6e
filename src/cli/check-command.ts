import { checkWorkbook, type CheckResult } from '../app/check-workbook';
import { plainCheck, type PlainCheck } from '../app/plain-findings';
import type { Translator } from '../messages';
import { EXIT, type Console } from './console';
import { eachWorkbook } from './each-file';
import { htmlReport } from './formats/html';
import { sarifReport } from './formats/sarif';
import { textReport } from './formats/text';
import { writeWhole } from './write-whole';

export type CheckFormat = 'text' | 'json' | 'ndjson' | 'sarif' | 'html';
export const CHECK_FORMATS: readonly CheckFormat[] = ['text', 'json', 'ndjson', 'sarif', 'html'];

export interface CheckCommand {
  readonly format: CheckFormat;
  readonly out?: string;
  readonly asOf?: string;
  readonly rules?: readonly string[];
}

/** One checked workbook, ready to be printed. */
export interface CheckedFile {
  readonly file: string;
  readonly id?: string;
  readonly result: CheckResult;
  readonly plain: PlainCheck;
  readonly ms: number;
}

export async function checkCommand(files: readonly string[], command: CheckCommand, io: Console, translate: Translator): Promise<number> {
  const checked: CheckedFile[] = [];
  // Line by line only where each line stands alone; a whole document waits for the last file.
  const streams = command.format === 'ndjson' && command.out === undefined;
  const exit = await eachWorkbook(files, io, translate, async (file, { id, workbook }) => {
    const started = performance.now();
    const result = await checkWorkbook(workbook, {
      ...(command.asOf === undefined ? {} : { asOf: command.asOf }),
      ...(command.rules === undefined ? {} : { rules: command.rules }),
      ...(io.interactive ? { progress: ({ sheet, done, total }) => io.err(`\r\u001b[K${translate.text('pane.checking', { sheet, done: done + 1, total })}`) } : {}),
    });
    if (io.interactive) io.err('\r\u001b[K');
    const one: CheckedFile = { file, ...(id === undefined ? {} : { id }), result, plain: plainCheck(result, translate), ms: Math.round(performance.now() - started) };
    if (streams) io.out(`${JSON.stringify(ndjsonLine(one))}\n`);
    // Grids by the thousand must not be kept for a report that has been printed already.
    else checked.push(one);
    return one.plain.findings.some(({ level }) => level === 'error') ? EXIT.found : EXIT.fine;
  });
  if (!streams) {
    const report = render(command.format, checked, translate);
    if (command.out === undefined) io.out(report);
    else if (checked.length > 0) await writeWhole(command.out, report);
  }
  return exit;
}

function ndjsonLine({ file, id, plain, ms }: CheckedFile): object {
  return { file, ...(id === undefined ? {} : { id }), ...plain, ms };
}

function render(format: CheckFormat, checked: readonly CheckedFile[], translate: Translator): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify(checked.map(({ file, id, plain }) => ({ file, ...(id === undefined ? {} : { id }), ...plain })), null, 1)}\n`;
    case 'ndjson':
      return checked.map((one) => `${JSON.stringify(ndjsonLine(one))}\n`).join('');
    case 'sarif':
      return `${JSON.stringify(sarifReport(checked, translate), null, 1)}\n`;
    case 'html':
      return htmlReport(checked, translate);
    default:
      return textReport(checked, translate);
  }
}
