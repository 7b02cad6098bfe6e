import { freeSheetName, SUMMARY_MARK, type SummarySheet } from '../../core/summary/summary-sheet';
import type { Session } from './session';
import { withSharedTrips } from './shared-trips';

/** Where one of our sheets goes. */
export interface Place {
  readonly summary: SummarySheet;
  /** Its name in this workbook. */
  readonly name: string;
  /** Whether a sheet with our mark is there to be written anew. */
  readonly exists: boolean;
  /** The name of a mark whose sheet the user has deleted. */
  readonly staleMark: string | undefined;
}

/** A defined name of the workbook, as far as marks need it. */
export interface Mark {
  readonly name: string;
  /** With its `=`. */
  readonly formula: string;
}

/**
 * Decides where each of our sheets goes: to the sheet that carries its mark, whatever it is called now,
 * or to a name that is free. A user's sheet is never among them.
 */
export function placesOf(
  summaries: readonly SummarySheet[],
  sheetNames: readonly string[],
  marks: readonly Mark[],
  /** Whether a sheet is made as ours are: Excel moves names with the cells that are cut and pasted. */
  isSigned: (sheet: string) => boolean,
): readonly Place[] {
  const taken = [...sheetNames];
  return summaries.map((summary) => {
    const mark = marks.find(({ name }) => name.toLowerCase() === markOf(summary).toLowerCase());
    const marked = mark && sheetOfMark(mark.formula);
    const own = sheetNames.find((name) => marked !== undefined && name.toLowerCase() === marked.toLowerCase());
    if (own !== undefined && isSigned(own)) return { summary, name: own, exists: true, staleMark: undefined };
    const name = freeSheetName(summary.name, taken);
    taken.push(name);
    return { summary, name, exists: false, staleMark: mark?.name };
  });
}

/** Makes each sheet, or clears it when it is ours already; all in the trips of one. */
export async function openOwnSheets(session: Session, places: readonly Place[]): Promise<Excel.Worksheet[]> {
  if (places.length === 0) return [];
  // One pre-built file with sign-in code that we never use: a chunk of its own, fetched only here.
  const { ExcelUtilities } = await import(/* webpackChunkName: "office-js-helpers" */ '@microsoft/office-js-helpers');
  const workbook = withSharedTrips(session.workbook, () => session.sync());
  // `true` clears in place. Without it the helper deletes whatever sheet has the name.
  return Promise.all(places.map(({ name }) => ExcelUtilities.forceCreateSheet(workbook, name, true)));
}

/** Queues the mark of a sheet that was just made; it is to be hidden once it is there. */
export function markSheet({ workbook }: Session, place: Place, sheet: Excel.Worksheet): Excel.NamedItem | undefined {
  if (place.exists) return undefined;
  if (place.staleMark !== undefined) workbook.names.getItem(place.staleMark).delete();
  return workbook.names.add(markOf(place.summary), sheet.getRange('A1'));
}

/** The defined name that says that a sheet is ours. */
export function markOf(summary: SummarySheet): string {
  return `${SUMMARY_MARK}${summary.id}`;
}

/** The sheet of `='a b'!$A$1`; undefined for anything that is no plain reference, so also for #REF!. */
export function sheetOfMark(formula: string): string | undefined {
  const match = /^=(?:'((?:[^']|'')+)'|([^'!#]+))!\$?[A-Z]+\$?\d+$/.exec(formula);
  return match?.[1]?.replaceAll("''", "'") ?? match?.[2];
}
