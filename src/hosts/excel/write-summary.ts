import { isSignedGrid } from '../../core/reading/user-sheets';
import type { SummarySheet } from '../../core/summary/summary-sheet';
import { HostError, type HostNotice, type WrittenSummary } from '../host';
import { hostError, officeCode } from './faults';
import { markOf, markSheet, openOwnSheets, placesOf, type Place } from './own-sheets';
import { askWidth, freezeHead, setUpList, setUpPage } from './page-setup';
import { CHART_MARK, renderCharts } from './render-charts';
import { renderContents } from './render-contents';
import { renderTelling } from './render-looks';
import { renderAppearance, uncover } from './render-sheet';
import { askStanding, restoreStanding, syncWithSelection, type Standing } from './standing';
import { inExcel, quietly, unlessCancelled, type Session } from './session';
import { summaryGrid, TEXT_FORMAT, type SummaryGrid } from './summary-grid';

/**
 * Writes our sheets into the open workbook: each once, in place when it is there, and nothing else. All sheets go
 * together: survey, what stands there, the sheets themselves (two), contents, looks and marks, pages and charts,
 * putting back. What only looks like something may fail: the figures stand then, and it is said. New sheets are taken
 * away again when the user cancels; what is written over a sheet of ours has no way back and goes on to its end.
 */
export function writeSummarySheets(summaries: readonly SummarySheet[], signal?: AbortSignal): Promise<WrittenSummary> {
  let mayStop = true;
  const written = inExcel(async (asking) => {
    const { places, standing } = await survey(asking, summaries);
    mayStop = places.every(({ place }) => !place.exists);
    const session = mayStop ? asking.writing() : asking.toTheEnd();
    session.context.runtime.enableEvents = false;
    let notices: readonly HostNotice[];
    try {
      notices = await writeAll(session, places);
    } catch (error) {
      // The first error is the one to tell; that nothing could be put back follows from it.
      await restoreStanding(asking.toTheEnd(), standing).catch(() => undefined);
      throw error;
    }
    mayStop = false;
    await restoreStanding(asking.toTheEnd(), standing);
    const sheetNames = places.map(({ place }) => place.name);
    return notices.length > 0 ? { sheetNames, notices } : { sheetNames };
  }, signal);
  return unlessCancelled(written, signal, () => mayStop);
}

/** One of our sheets with what is known of it before anything is written. */
interface Planned {
  readonly place: Place;
  readonly grid: SummaryGrid;
  /** The sheet as it stands, where what is to be written has its shape: then the looks that the user gave it stay. */
  readonly before: readonly (readonly unknown[])[] | undefined;
  /** Our charts that stand on it. */
  readonly charts: readonly Excel.Chart[];
}

async function survey(
  session: Session,
  summaries: readonly SummarySheet[],
): Promise<{ places: readonly Planned[]; standing: Standing }> {
  const { worksheets, names, protection } = session.workbook;
  worksheets.load('items/name');
  names.load('items/name,items/formula');
  protection.load('protected');
  const standing = askStanding(session);
  await session.sync();
  const sheetNames = worksheets.items.map(({ name }) => name);
  const marks = names.items.map(({ name, formula }) => ({ name, formula: String(formula) }));
  const marked = placesOf(summaries, sheetNames, marks, () => true).flatMap(({ name, exists }) =>
    exists ? [name] : [],
  );
  const own = marked.map((name) => worksheets.getItemOrNullObject(name));
  const used = own.map((sheet) => sheet.getUsedRangeOrNullObject(true));
  const selection = await syncWithSelection(session, () => {
    own.forEach((sheet, i) => {
      sheet.protection.load('protected');
      sheet.charts.load('items/name');
      used[i]?.load('values,rowIndex,columnIndex');
    });
  });
  const valuesOf = (name: string): unknown[][] | undefined => {
    const range = used[marked.indexOf(name)];
    return range && !range.isNullObject && range.rowIndex + range.columnIndex === 0
      ? (range.values as unknown[][])
      : undefined;
  };
  const places = placesOf(summaries, sheetNames, marks, (name) => isSignedGrid(valuesOf(name) ?? []));
  if (protection.protected && places.some(({ exists }) => !exists)) throw new HostError('structureProtected');
  const planned = places.map((place): Planned => {
    const sheet = place.exists ? own[marked.indexOf(place.name)] : undefined;
    if (sheet?.protection.protected) throw new HostError('structureProtected', place.name);
    const values = place.exists ? valuesOf(place.name) : undefined;
    return {
      place,
      grid: summaryGrid(place.summary),
      before: values && hasShape(values, place.summary) ? values : undefined,
      charts: sheet?.charts.items.filter(({ name }) => name.startsWith(CHART_MARK)) ?? [],
    };
  });
  return { places: planned, standing: standing(selection) };
}

/** The same lines in the same columns, whatever stands in them. */
function hasShape(before: readonly (readonly unknown[])[], { rows, widths }: SummarySheet): boolean {
  if (before.length !== rows.length || before[0]?.length !== widths.length) return false;
  return rows.every(
    ({ spanned, cells: [first] }, row) => spanned === true || before[row]?.[0] === (first?.value ?? ''),
  );
}

/**
 * All or none: when one fails, the sheets that were made on the way are taken away again. Marks, looks, pages and
 * charts come after, each in a trip that may fail: without a printer Excel refuses page set-up.
 */
async function writeAll(session: Session, planned: readonly Planned[]): Promise<readonly HostNotice[]> {
  const anew = planned.filter(({ before }) => before === undefined);
  const made: Excel.Worksheet[] = [];
  const [only] = planned;
  try {
    quietly(session);
    // To its end: which sheets were made must be known before they can be taken away.
    const opened = await openOwnSheets(
      session.toTheEnd(),
      anew.map(({ place }) => place),
    );
    const sheetOf = (one: Planned): Excel.Worksheet =>
      opened[anew.indexOf(one)] ?? session.workbook.worksheets.getItem(one.place.name);
    const all = planned.map((one) => ({ ...one, sheet: sheetOf(one) }));
    for (const { place, sheet } of all) if (!place.exists) made.push(sheet);
    quietly(session);
    for (const { sheet, before } of all) uncover(sheet, before !== undefined);
    await renderContents(
      session,
      all.map(({ sheet, grid, before }) => ({
        sheet,
        grid,
        ...(before ? { isOtherKind: otherKinds(before, grid) } : {}),
      })),
    );
    // In a workbook that calculates by hand our formulas would stay blank; nothing else is calculated.
    for (const { sheet } of all) sheet.calculate(false);
    await session.sync();
    const marks: Excel.NamedItem[] = [];
    const queueLooks = () => {
      for (const { place, sheet, grid, before } of all)
        if (before) renderTelling(sheet, place.summary, grid.columns);
        else renderAppearance(sheet, place.summary, grid);
    };
    const queueMarks = () => {
      marks.splice(0, Infinity, ...all.flatMap(({ place, sheet }) => markSheet(session, place, sheet) ?? []));
    };
    const notices: HostNotice[] = [];
    if (!(await goesThrough(session, queueLooks, queueMarks))) {
      if (!(await goesThrough(session, queueLooks))) notices.push('looksUnfinished');
      if (!(await goesThrough(session, queueMarks))) notices.push('notMarked');
    }
    const queuePages = () => {
      for (const { place, sheet, before } of all) if (!before) setUpPage(sheet, place.summary);
    };
    const queueRest = () => {
      for (const { place, sheet, before, charts } of all) {
        if (!before) freezeHead(sheet, place.summary);
        setUpList(sheet, place.summary);
        if (before && charts.length === (place.summary.charts?.length ?? 0)) continue;
        for (const chart of charts) chart.delete();
        renderCharts(sheet, place.summary);
      }
      if (!notices.includes('notMarked')) for (const mark of marks) mark.visible = false;
    };
    let isOnePageWide: readonly (() => boolean)[] = [];
    const askWidths = () => {
      isOnePageWide = all.flatMap(({ sheet, before }) => (before ? [] : [askWidth(sheet)]));
    };
    // Pages come first: where one is refused, nothing of the rest was done yet.
    const setUp = await refusedAt(session, queuePages, queueRest, askWidths);
    if (setUp !== undefined) notices.push('looksUnfinished');
    else if (isOnePageWide.some((isSo) => !isSo())) notices.push('severalPagesWide');
    if (setUp !== undefined && PAGE_MEMBER.test(setUp)) await goesThrough(session, queueRest);
    session.stopIfCancelled();
    return [...new Set(notices)];
  } catch (error) {
    await remove(session.toTheEnd(), planned, made);
    throw hostError(error, planned.length === 1 ? only?.place.name : undefined);
  }
}

/** Where an error of page set-up is said to have come from. */
const PAGE_MEMBER = /^(?:PageLayout|HeaderFooter)/;

/** Whether a trip went through of which nothing that counts depends. */
async function goesThrough(session: Session, ...queues: readonly (() => void)[]): Promise<boolean> {
  return (await refusedAt(session, ...queues)) === undefined;
}

/** The member that Excel refused in such a trip; undefined: none. */
async function refusedAt(session: Session, ...queues: readonly (() => void)[]): Promise<string | undefined> {
  quietly(session);
  for (const queue of queues) queue();
  try {
    await session.sync();
    return undefined;
  } catch (error) {
    if (error instanceof HostError || officeCode(error) === '') throw error;
    return error instanceof OfficeExtension.Error ? (error.debugInfo.errorLocation ?? '') : '';
  }
}

/** Whether a cell was text and holds a figure now, or the other way round. */
function otherKinds(
  before: readonly (readonly unknown[])[],
  { formats }: SummaryGrid,
): (row: number, column: number) => boolean {
  return (row, column) => {
    const was = before[row]?.[column];
    return (typeof was === 'string' && was !== '') !== (formats[row]?.[column] === TEXT_FORMAT);
  };
}

/** Best effort: what failed is told already. */
async function remove(session: Session, planned: readonly Planned[], made: readonly Excel.Worksheet[]): Promise<void> {
  if (made.length === 0) return;
  const { names } = session.workbook;
  try {
    names.load('items/name');
    await session.sync();
    const marks = new Set(planned.filter(({ place }) => !place.exists).map(({ place }) => markOf(place.summary)));
    for (const item of names.items) if (marks.has(item.name)) item.delete();
    for (const sheet of made) sheet.delete();
    await session.sync();
  } catch {
    return;
  }
}
