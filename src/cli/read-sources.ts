import { keptCorrections } from '../app/kept/kept-in-workbook';
import { asShown } from '../core/grid/shown-value';
import { bookId } from '../core/grid/place';
import { userSheets } from '../core/reading/user-sheets';
import { sourceFigures, type SourceFigure } from '../core/report/match/sources';
import { aidOf } from '../core/reading/book-period';
import { readTables } from '../core/tables/read-tables';
import type { Translator } from '../messages/translator';
import { readGrids } from './each-file';

/** The figures of some workbooks by what they are called. Rejects where one cannot be read: a report is not checked against half of a set. */
export async function readSources(
  files: readonly string[],
  translate: Translator,
  alive: () => void = () => undefined,
): Promise<SourceFigure[]> {
  const sources: SourceFigure[] = [];
  for (const file of files) {
    alive();
    for (const { workbook } of await readGrids(file, translate)) {
      const corrections = keptCorrections(workbook);
      for (const sheet of userSheets(workbook)) {
        const shown = asShown(sheet);
        sources.push(...sourceFigures(bookId(workbook), shown, readTables(shown, aidOf(workbook), corrections)));
      }
    }
  }
  return sources;
}
