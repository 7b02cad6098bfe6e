import { CellKind, type Sheet, type Workbook } from '../grid/sheet';
import type { Surroundings } from '../formulas/compute/book';
import { isWholeYear, periodIn, type Period } from '../numbers/period';
import { saysPeriod } from '../tables/heading-period';
import type { ReadingAid } from '../tables/read-tables';
import { userSheets } from './user-sheets';

/** A title stands in the first rows that hold anything. */
const TITLE_ROWS = 3;

/** By the sheets of a workbook as they stand. */
const KNOWN = new WeakMap<readonly Sheet[], { readonly period: Period | undefined }>();

/** What a workbook says for its sheets that are silent: its name, and the month that the titles of its other sheets agree in. */
export function aidOf(workbook: Pick<Workbook, 'fileName'> & Partial<Surroundings>): ReadingAid {
  const { fileName, sheets, names = [] } = workbook;
  const period = sheets && bookPeriod({ sheets, names });
  return { ...(fileName === undefined ? {} : { fileName }), ...(period ? { period } : {}) };
}

/** The part of a year that the titles of a workbook name; undefined: they name none, or several. */
export function bookPeriod(workbook: Workbook): Period | undefined {
  const known = KNOWN.get(workbook.sheets);
  if (known) return known.period;
  const named = userSheets(workbook).flatMap((sheet) => titlePeriod(sheet) ?? []);
  const [first] = named;
  const period = first && named.every(({ to }) => to === first.to) ? first : undefined;
  KNOWN.set(workbook.sheets, { period });
  return period;
}

function titlePeriod({ cells, visibility }: Sheet): Period | undefined {
  if (visibility !== 'visible') return undefined;
  let rows = 0;
  for (let row = 0; row < cells.rowCount && rows < TITLE_ROWS; row++) {
    const [from, to] = [cells.rowStart[row] ?? 0, cells.rowStart[row + 1] ?? 0];
    if (from === to) continue;
    rows++;
    // A row of headers is no title.
    if (to - from > 2) return undefined;
    for (let i = from; i < to; i++) {
      const text = cells.kind[i] === CellKind.text ? (cells.texts[cells.text[i] ?? 0] ?? '') : '';
      const period = saysPeriod(text) ? periodIn(text) : undefined;
      if (period && !isWholeYear(period)) return period;
    }
  }
  return undefined;
}
