import { rectName, type Rect } from '../../core/grid/address';
import { HostError } from '../host';
import { cellsOf } from './blocks';
import { isTooMuch, officeCode } from './faults';
import { rangeOf, rectOf } from './grids';
import type { SheetEntry } from './read-inventory';
import type { Rider } from './rider';
import type { Session } from './session';

/** The merged areas of each sheet, asked for along with its first cells. */
export interface MergeReading extends Rider {
  /** After the trip, of one sheet; undefined: not yet. */
  known(sheet: number): readonly Rect[] | undefined;
  /** After the trip. Undefined: an Excel that does not say which cells are merged. */
  areas(session: Session): Promise<readonly (readonly Rect[])[] | undefined>;
}

/**
 * The merged areas of each sheet; none from an Excel that cannot list them (before ExcelApi 1.13). Excel gives no
 * list of more than 512 areas, so a failure is tried again by halves.
 */
export function mergeReading(sheets: readonly SheetEntry[]): MergeReading {
  let asked: readonly ((() => readonly Rect[] | undefined) | undefined)[] = [];
  let first: readonly (readonly Rect[] | undefined)[] = [];
  const canList = Office.context.requirements.isSetSupported('ExcelApi', '1.13');
  return {
    ask: () => {
      if (canList) asked = sheets.map(({ sheet, formatted }) => formatted && askMerges(rangeOf(sheet, formatted)));
    },
    take: () => (first = asked.map((merges) => (merges ? merges() : []))),
    mayHaveFailed: (error) => canList && mayBeTooMany(error),
    known: (sheet) => {
      const rects = first[sheet];
      return canList ? rects && unique(rects) : [];
    },
    areas: async (session) => {
      if (!canList) return sheets.map(() => []);
      const found: (readonly Rect[])[] = [];
      for (const [i, entry] of sheets.entries()) {
        const { formatted } = entry;
        const rects = first[i] ?? (formatted ? await byHalves(session, entry, formatted) : []);
        if (!rects) return undefined;
        found.push(unique(rects));
      }
      return found;
    },
  };
}

/**
 * After the trip: the areas, or undefined when the list is not complete. The address names only the upper left cells
 * in some versions, so the areas are asked one by one; one that is a single cell says that its size did not come.
 */
function askMerges(range: Excel.Range): () => readonly Rect[] | undefined {
  const areas = range.getMergedAreasOrNullObject().load('areaCount');
  const each = areas.areas.load('items/rowIndex,items/columnIndex,items/rowCount,items/columnCount');
  areas.untrack();
  range.untrack();
  return () => {
    if (areas.isNullObject) return [];
    const rects = each.items.map(rectOf);
    const whole = rects.length === areas.areaCount && rects.every((rect) => cellsOf(rect) > 1);
    return whole ? rects : undefined;
  };
}

/** Undefined where not even a single row gives its list. */
async function byHalves(session: Session, entry: SheetEntry, rect: Rect): Promise<readonly Rect[] | undefined> {
  const merges = askMerges(rangeOf(entry.sheet, rect));
  try {
    await session.sync();
    const found = merges();
    if (found) return found;
  } catch (error) {
    if (!mayBeTooMany(error)) throw error;
  }
  if (rect.top === rect.bottom) return undefined;
  const middle = Math.floor((rect.top + rect.bottom) / 2);
  const upper = await byHalves(session, entry, { ...rect, bottom: middle });
  if (!upper) return undefined;
  const lower = await byHalves(session, entry, { ...rect, top: middle + 1 });
  return lower && [...upper, ...lower];
}

const NOT_TOO_MANY = ['InvalidOperationInCellEditMode', 'InactiveWorkbook'];

/** Microsoft says that the call "will fail" beyond 512 areas, not with which code. */
function mayBeTooMany(error: unknown): boolean {
  return !(error instanceof HostError) && !['', ...NOT_TOO_MANY].includes(officeCode(error)) && !isTooMuch(error);
}

/** A merged area across the cut is given by both halves. */
function unique(rects: readonly Rect[]): readonly Rect[] {
  return [...new Map(rects.map((rect) => [rectName(rect), rect])).values()];
}
