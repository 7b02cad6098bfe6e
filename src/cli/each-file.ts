import type { GridLine } from '../hosts/file/read-jsonl';
import type { Translator } from '../messages/translator';
import { EXIT, type Console } from './console';
import { sentenceOf } from './cannot-open';
import { readInput } from './read-input';
import { visible } from './visible';

/**
 * Does the work for every workbook of every file. A file that cannot be read gets its sentence and
 * no line; the others go on. Gives the exit code: 2 when any was unreadable, else the highest.
 */
export async function eachWorkbook(
  files: readonly string[],
  io: Console,
  translate: Translator,
  work: (file: string, line: GridLine) => Promise<number>,
): Promise<number> {
  let exit: number = EXIT.fine;
  let unreadable = false;
  for (const file of files) {
    try {
      const lines = await readGrids(file, translate);
      for (const line of lines) exit = Math.max(exit, await work(file, line));
    } catch (error) {
      io.err(`${visible(sentenceOf(error, file, translate))}\n`);
      unreadable = true;
    }
  }
  return unreadable ? EXIT.couldNotRun : exit;
}

/** The workbooks of a file, each with its identity: a base name is none, two `month.xlsx` of two folders are two books. */
export async function readGrids(file: string, translate: Translator): Promise<GridLine[]> {
  const { lines } = await readInput(file, translate);
  return lines.map((line) => ({
    ...line,
    workbook: { ...line.workbook, id: line.id === undefined ? file : `${file}#${line.id}` },
  }));
}
