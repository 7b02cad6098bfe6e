import type { SummarySheet } from '../../core/summary/summary-sheet';
import { HostError, type WrittenSummary } from '../host';
import { hostError } from './faults';
import { markOf, openOwnSheet, placesOf, type Place } from './own-sheets';
import { renderSheet } from './render-sheet';
import { inExcel, type Session } from './session';
import { readStanding, restoreStanding } from './standing';

/** Writes our sheets into the open workbook: each once, in place when it is there, and nothing else. */
export function writeSummarySheets(summaries: readonly SummarySheet[]): Promise<WrittenSummary> {
  return inExcel(async (session) => {
    const places = await findPlaces(session, summaries);
    const standing = await readStanding(session);
    session.context.runtime.enableEvents = false;
    try {
      await writeAll(session, places);
    } catch (error) {
      // The first error is the one to tell; that nothing could be put back follows from it.
      await restoreStanding(session, standing).catch(() => undefined);
      throw error;
    }
    await restoreStanding(session, standing);
    return { sheetNames: places.map(({ name }) => name) };
  });
}

async function findPlaces(session: Session, summaries: readonly SummarySheet[]): Promise<readonly Place[]> {
  const { worksheets, names, protection } = session.workbook;
  worksheets.load('items/name');
  names.load('items/name,items/formula');
  protection.load('protected');
  await session.sync();
  const places = placesOf(
    summaries,
    worksheets.items.map(({ name }) => name),
    names.items.map(({ name, formula }) => ({ name, formula: String(formula) })),
  );
  if (protection.protected && places.some(({ exists }) => !exists)) throw new HostError('structureProtected');
  return places;
}

interface Made {
  readonly place: Place;
  readonly sheet: Excel.Worksheet;
}

/** All or none: when one fails, the sheets that were made on the way are taken away again. */
async function writeAll(session: Session, places: readonly Place[]): Promise<void> {
  const made: Made[] = [];
  for (const place of places) {
    try {
      quietly(session);
      const sheet = await openOwnSheet(session.workbook, place);
      if (!place.exists) made.push({ place, sheet });
      quietly(session);
      await renderSheet(session, sheet, place.summary);
      await session.sync();
    } catch (error) {
      await remove(session, made);
      throw hostError(error, place.name);
    }
  }
}

/** Both last until the next trip only, so a pane that dies leaves nothing suspended. */
function quietly({ workbook: { application } }: Session): void {
  application.suspendScreenUpdatingUntilNextSync();
  application.suspendApiCalculationUntilNextSync();
}

/** Best effort: what failed is told already. */
async function remove(session: Session, made: readonly Made[]): Promise<void> {
  if (made.length === 0) return;
  const { names } = session.workbook;
  try {
    names.load('items/name');
    await session.sync();
    const marks = new Set(made.map(({ place }) => markOf(place.summary)));
    for (const item of names.items) if (marks.has(item.name)) item.delete();
    for (const { sheet } of made) sheet.delete();
    await session.sync();
  } catch {
    return;
  }
}
