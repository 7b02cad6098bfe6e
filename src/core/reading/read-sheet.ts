import { findFaults } from '../faults/find-faults';
import { joinFormulaFaults } from '../faults/formula-faults';
import type { Surroundings } from '../formulas/compute/book';
import { indexMeasures } from '../fiscal/measures';
import { namedTables } from '../fiscal/ties/same-figures/named-table';
import { bookId } from '../grid/place';
import type { Sheet, Workbook } from '../grid/sheet';
import { asShown } from '../grid/shown-value';
import { findArithmetic, METHOD } from '../relations/find-arithmetic';
import type { Correction } from '../tables/corrections';
import { arithmeticHints } from '../tables/hints';
import { readTables } from '../tables/read-tables';
import { aidOf } from './book-period';
import type { Companion, MeasuredBook } from './dossier';
import type { SheetReading } from './sheet-reading';
import { identitiesOf } from './table-identity';
import type { LineMemory } from '../relations/view/line-memory';
import { unreadFigures } from './unread';
import { userSheets } from './user-sheets';

/**
 * Understands one sheet: its tables, its arithmetic, what breaks it. It depends on nothing but that sheet, the period
 * of its workbook, and the sheets that its formulas look into ({@link SheetReading.looksInto}); `memory` is what its search remembers from before an edit, which saves time and changes nothing.
 */
export function readSheetMeaning(
  sheet: Sheet,
  workbook: Pick<Workbook, 'id' | 'fileName'> & Partial<Surroundings>,
  corrections: readonly Correction[] = [],
  memory?: LineMemory,
): SheetReading {
  const { sheets = [sheet], names = [] } = workbook;
  const shown = asShown(sheet);
  const tables = readTables(shown, aidOf(workbook), corrections);
  const unread = unreadFigures(shown, tables);
  const hints = arithmeticHints(
    tables,
    unread.map(({ cell }) => cell),
  );
  const arithmetic = findArithmetic(shown, hints, METHOD, memory);
  const measures = indexMeasures([{ book: bookId(workbook), sheet: shown, tables }]);
  return {
    sheet: shown,
    tables,
    arithmetic,
    measures,
    named: namedTables(bookId(workbook), shown, tables),
    unread,
    // Formulas compute with what is stored.
    ...joinFormulaFaults(sheet, tables, findFaults(shown, tables, arithmetic), { sheets, names }),
  };
}

/** What the other workbooks of a set need to know of one: its tables, without their arithmetic. */
export function companionOf(workbook: Workbook, corrections: readonly Correction[] = []): Companion {
  const read = userSheets(workbook)
    .map(asShown)
    .map((sheet) => ({ sheet, tables: readTables(sheet, aidOf(workbook), corrections) }));
  return companionFrom(workbook, read);
}

/** A workbook that lends its figures to the summaries of another: its tables, without their arithmetic. */
export function lenderOf(workbook: Workbook, corrections: readonly Correction[] = []): MeasuredBook {
  const book = bookId(workbook);
  const sheets = userSheets(workbook).map((one) => {
    const sheet = asShown(one);
    const tables = readTables(sheet, aidOf(workbook), corrections);
    return { sheet, tables, measures: indexMeasures([{ book, sheet, tables }]) };
  });
  return { workbook, sheets };
}

/** The same of sheets that were read already. */
export function companionFrom(
  workbook: Pick<Workbook, 'id' | 'fileName'>,
  sheets: readonly Pick<SheetReading, 'sheet' | 'tables'>[],
): Companion {
  const id = bookId(workbook);
  return {
    id,
    measures: indexMeasures(sheets.map(({ sheet, tables }) => ({ book: id, sheet, tables }))),
    named: sheets.flatMap(({ sheet, tables }) => namedTables(id, sheet, tables)),
    tables: sheets.flatMap(({ sheet, tables }) => identitiesOf(sheet, workbook, tables)),
  };
}
