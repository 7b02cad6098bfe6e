import { officeCode } from './faults';
import type { Session } from './session';

/** What the user has in front of them while we write, to be put back. */
export interface Standing {
  readonly eventsEnabled: boolean;
  readonly sheet: Excel.Worksheet;
  readonly sheetId: string;
  /** Absent when several areas, a chart or a picture are selected: none of these can be selected again. */
  readonly selection: Excel.Range | undefined;
}

/**
 * The calculation mode is not among them: it is never changed. A pane that is closed in the middle of
 * writing would leave a bureau's workbook on manual calculation, silently.
 */
export async function readStanding(session: Session): Promise<Standing> {
  const standing = askStanding(session);
  await session.sync();
  return standing(await readSelection(session));
}

function askStanding({ context, workbook }: Session): (selection: Excel.Range | undefined) => Standing {
  const { runtime } = context;
  const sheet = workbook.worksheets.getActiveWorksheet().load('id');
  runtime.load('enableEvents');
  return (selection) => ({ eventsEnabled: runtime.enableEvents, sheet, sheetId: sheet.id, selection });
}

export async function restoreStanding(session: Session, standing: Standing): Promise<void> {
  session.context.runtime.enableEvents = standing.eventsEnabled;
  const active = session.workbook.worksheets.getActiveWorksheet().load('id');
  await session.sync();
  const moved =
    active.id !== standing.sheetId || (await readSelection(session))?.address !== standing.selection?.address;
  if (!moved) return;
  standing.sheet.activate();
  standing.selection?.select();
  await session.sync();
}

/** In a trip of its own, for it fails when the selection is not one range. */
async function readSelection(session: Session): Promise<Excel.Range | undefined> {
  const selection = session.workbook.getSelectedRange().load('address');
  try {
    await session.sync();
    return selection;
  } catch (error) {
    if (officeCode(error) === 'InvalidSelection') return undefined;
    throw error;
  }
}
