import type { Rect } from '../../core/grid/address';
import { checkedList, member, rangeOf } from './grids';
import type { SheetEntry } from './read-inventory';
import type { Rider } from './rider';
import type { Session } from './session';

export interface HiddenLines {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

/** Rows asked for in one trip when some are hidden; about 20 bytes each. */
const ROWS_A_TRIP = 100_000;

const NO_LINES: HiddenLines = { rows: [], columns: [] };

/** Hidden rows and columns of each sheet, asked for along with its first cells. */
export interface HiddenReading extends Rider {
  /** After the trip, of one sheet; undefined: some are, and which is not yet known. */
  known(sheet: number): HiddenLines | undefined;
  /** After the trip. */
  lines(session: Session): Promise<readonly HiddenLines[]>;
}

/**
 * Hidden rows and columns down to the last used cell. Each sheet is asked whether its rows are all hidden, all shown,
 * or mixed (Excel answers `null`); only mixed ones are asked line by line.
 */
export function hiddenReading(sheets: readonly SheetEntry[]): HiddenReading {
  let asked: readonly ({ readonly rect: Rect; readonly range: Excel.Range } | undefined)[] = [];
  return {
    ask: () => {
      asked = sheets.map(({ sheet, used }) => {
        if (!used) return undefined;
        const rect: Rect = { ...used, top: 0, left: 0 };
        const range = rangeOf(sheet, rect).load('rowHidden,columnHidden');
        range.untrack();
        return { rect, range };
      });
    },
    take: () => undefined,
    mayHaveFailed: () => false,
    known: (sheet) => {
      const of = asked[sheet];
      if (!of) return NO_LINES;
      const { rect, range } = of;
      const [rows, columns] = [
        allOrNone(range.rowHidden, rect.bottom + 1),
        allOrNone(range.columnHidden, rect.right + 1),
      ];
      return rows && columns ? { rows, columns } : undefined;
    },
    lines: async (session) => {
      const found: HiddenLines[] = [];
      for (const [i, entry] of sheets.entries()) found.push(await hiddenIn(session, entry, asked[i]));
      return found;
    },
  };
}

async function hiddenIn(
  session: Session,
  entry: SheetEntry,
  asked: { readonly rect: Rect; readonly range: Excel.Range } | undefined,
): Promise<HiddenLines> {
  if (!asked) return NO_LINES;
  const { rect, range } = asked;
  return {
    rows: allOrNone(range.rowHidden, rect.bottom + 1) ?? (await mixedRows(session, entry, rect)),
    columns: allOrNone(range.columnHidden, rect.right + 1) ?? (await mixedColumns(session, entry, rect)),
  };
}

/** The types do not say it, but the answer is `null` when the lines differ. */
function allOrNone(hidden: boolean | null, count: number): readonly number[] | undefined {
  if (hidden === null) return undefined;
  return hidden ? Array.from({ length: count }, (_, line) => line) : [];
}

async function mixedRows(session: Session, { sheet, name }: SheetEntry, rect: Rect): Promise<readonly number[]> {
  const hidden: number[] = [];
  for (let top = 0; top <= rect.bottom; top += ROWS_A_TRIP) {
    const count = Math.min(rect.bottom - top + 1, ROWS_A_TRIP);
    const range = sheet.getRangeByIndexes(top, 0, count, 1);
    const answer = range.getRowProperties({ rowHidden: true });
    range.untrack();
    await session.sync();
    for (const row of hiddenAmong(answer, 'rowHidden', count, name)) hidden.push(top + row);
  }
  return hidden;
}

async function mixedColumns(session: Session, { sheet, name }: SheetEntry, rect: Rect): Promise<readonly number[]> {
  const count = rect.right + 1;
  const range = sheet.getRangeByIndexes(0, 0, 1, count);
  const answer = range.getColumnProperties({ columnHidden: true });
  range.untrack();
  await session.sync();
  return hiddenAmong(answer, 'columnHidden', count, name);
}

function hiddenAmong(
  answer: OfficeExtension.ClientResult<unknown>,
  key: 'rowHidden' | 'columnHidden',
  count: number,
  sheet: string,
): readonly number[] {
  return checkedList(answer.value, count, sheet).flatMap((line, i) => (member(line, key) === true ? [i] : []));
}
