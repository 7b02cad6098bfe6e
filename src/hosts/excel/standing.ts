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
 * Queues the question; ask the answer once it has gone out. The calculation mode is not among them: it is never
 * changed. A pane that is closed in the middle of writing would leave a bureau's workbook on manual calculation,
 * silently.
 */
export function askStanding({ context, workbook }: Session): (selection: Excel.Range | undefined) => Standing {
  const { runtime } = context;
  const sheet = workbook.worksheets.getActiveWorksheet().load('id');
  runtime.load('enableEvents');
  return (selection) => ({ eventsEnabled: runtime.enableEvents, sheet, sheetId: sheet.id, selection });
}

/** Sends what is queued together with the question what is selected; where nothing that is a range is, without it. */
export async function syncWithSelection(session: Session, queue: () => void): Promise<Excel.Range | undefined> {
  queue();
  const selection = session.workbook.getSelectedRange().load('address');
  try {
    await session.sync();
    return selection;
  } catch (error) {
    if (officeCode(error) !== 'InvalidSelection') throw error;
    queue();
    await session.sync();
    return undefined;
  }
}

export async function restoreStanding(session: Session, standing: Standing): Promise<void> {
  let activeId = (): string => standing.sheetId;
  const selection = await syncWithSelection(session, () => {
    session.context.runtime.enableEvents = standing.eventsEnabled;
    activeId = askActive(session);
  });
  if (activeId() === standing.sheetId && selection?.address === standing.selection?.address) return;
  standing.sheet.activate();
  standing.selection?.select();
  await session.sync();
}

/** Queues the question which sheet is in front; ask the answer once it has gone out. */
function askActive({ workbook }: Session): () => string {
  const sheet = workbook.worksheets.getActiveWorksheet().load('id');
  return () => sheet.id;
}
