/** Numbers of the events of `WorksheetCollection`, as the client library knows them. */
export const EVENT = { dataChanged: 10, selectionChanged: 14 } as const;

/** An event on its way to the add-in. */
export interface SimEvent {
  readonly messageCategory: typeof EVENT_CATEGORY;
  readonly messageType: number;
  /** Events of the collection of sheets are the workbook's. */
  readonly targetId: 'Workbook';
  /** JSON of the arguments. */
  readonly message: string;
}

const EVENT_CATEGORY = 65_536;

export function simEvent(messageType: number, detail: Readonly<Record<string, unknown>>): SimEvent {
  return { messageCategory: EVENT_CATEGORY, messageType, targetId: 'Workbook', message: JSON.stringify(detail) };
}
