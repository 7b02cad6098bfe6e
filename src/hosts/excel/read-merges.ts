import { columnIndex, MAX_COLUMNS, MAX_ROWS, parseRect, rectName, type Rect } from '../../core/grid/address';
import { HostError } from '../host';
import { officeCode } from './faults';
import { rangeOf } from './grids';
import type { SheetEntry } from './read-inventory';
import type { Session } from './session';

/**
 * The merged areas of each sheet, in one trip; none from an Excel that cannot list them (before
 * ExcelApi 1.13). Excel gives no list of more than 512 areas, so a failure is tried again by halves.
 */
export async function readMerges(
  session: Session,
  sheets: readonly SheetEntry[],
): Promise<readonly (readonly Rect[])[]> {
  if (!Office.context.requirements.isSetSupported('ExcelApi', '1.13')) return sheets.map(() => []);
  const first = await allAtOnce(session, sheets);
  const found: (readonly Rect[])[] = [];
  for (const [i, entry] of sheets.entries()) {
    const { formatted } = entry;
    found.push(first[i] ?? (formatted ? unique(await byHalves(session, entry, formatted)) : []));
  }
  return found;
}

/** Undefined for a sheet whose list is not complete; nothing at all when the trip failed. */
async function allAtOnce(
  session: Session,
  sheets: readonly SheetEntry[],
): Promise<readonly (readonly Rect[] | undefined)[]> {
  const asked = sheets.map(({ sheet, formatted }) => formatted && askMerges(rangeOf(sheet, formatted)));
  try {
    await session.sync();
  } catch (error) {
    if (!mayBeTooMany(error)) throw error;
    return [];
  }
  return asked.map((merges) => (merges ? merges() : []));
}

/** After the trip: the areas, or undefined when the list is not complete. */
function askMerges(range: Excel.Range): () => readonly Rect[] | undefined {
  const areas = range.getMergedAreasOrNullObject().load('address,areaCount');
  areas.untrack();
  range.untrack();
  return () => {
    if (areas.isNullObject) return [];
    const rects = parseAreas(areas.address);
    return rects.length === areas.areaCount ? rects : undefined;
  };
}

async function byHalves(session: Session, entry: SheetEntry, rect: Rect): Promise<readonly Rect[]> {
  const merges = askMerges(rangeOf(entry.sheet, rect));
  try {
    await session.sync();
    const found = merges();
    if (found) return found;
  } catch (error) {
    if (!mayBeTooMany(error)) throw error;
  }
  if (rect.top === rect.bottom) throw new HostError('incompleteRead', entry.name);
  const middle = Math.floor((rect.top + rect.bottom) / 2);
  const upper = await byHalves(session, entry, { ...rect, bottom: middle });
  const lower = await byHalves(session, entry, { ...rect, top: middle + 1 });
  return [...upper, ...lower];
}

/** Microsoft says that the call "will fail" beyond 512 areas, not with which code. */
function mayBeTooMany(error: unknown): boolean {
  return officeCode(error) !== '' && officeCode(error) !== 'InvalidOperationInCellEditMode';
}

/** A merged area across the cut is given by both halves. */
function unique(rects: readonly Rect[]): readonly Rect[] {
  return [...new Map(rects.map((rect) => [rectName(rect), rect])).values()];
}

/** `Sheet1!A1:B2,'a,b'!C3:D4`: only the cells matter, all are of one sheet. */
function parseAreas(addresses: string): readonly Rect[] {
  const areas = addresses.matchAll(/(?:^|,)\s*(?:'(?:[^']|'')*'|[^'!,]+)!([$A-Z0-9:]+)/g);
  return [...areas].flatMap(([, cells = '']) => {
    const rect = parseRect(cells) ?? wholeLines(cells.replaceAll('$', ''));
    return rect ? [rect] : [];
  });
}

function wholeLines(cells: string): Rect | undefined {
  const rows = /^(\d+):(\d+)$/.exec(cells);
  if (rows) return { top: Number(rows[1]) - 1, bottom: Number(rows[2]) - 1, left: 0, right: MAX_COLUMNS - 1 };
  const columns = /^([A-Z]+):([A-Z]+)$/.exec(cells);
  if (!columns?.[1] || !columns[2]) return undefined;
  return { top: 0, bottom: MAX_ROWS - 1, left: columnIndex(columns[1]), right: columnIndex(columns[2]) };
}
