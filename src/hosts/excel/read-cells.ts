import { CellStoreBuilder } from '../../core/grid/build';
import type { CellStore } from '../../core/grid/sheet';
import { HostError, type ReadProgress } from '../host';
import { nextTask } from '../next-task';
import { BLOCK_CELLS, cellsOf, START, takeSlices, type Cursor, type Slice } from './blocks';
import { isTooMuch } from './faults';
import type { SheetEntry } from './read-inventory';
import type { Rider } from './rider';
import type { Session } from './session';
import { askDetails, askGrids, type Pending } from './slice';

/** Who is told how far the cells are. */
export interface CellsListener {
  readonly progress?: (progress: ReadProgress) => void;
  /** The cells of the sheets that are whole, from the first on, while others are still to come. */
  readonly soFar?: (stores: readonly CellStore[]) => void;
}

/**
 * The cells of every sheet, one trip a block: each trip asks for the grids of one block and for the
 * bold, indent and value types of the block before, whose labels are known by then. The riders go with the first.
 */
export async function readCells(
  session: Session,
  sheets: readonly SheetEntry[],
  along: readonly Rider[],
  { progress, soFar }: CellsListener = {},
): Promise<readonly CellStore[]> {
  const builders = sheets.map(() => new CellStoreBuilder());
  const used = sheets.map((sheet) => sheet.used);
  let announced = 0;
  const announce = (through: number): void => {
    for (; announced <= through && announced < sheets.length; announced++) {
      const sheet = sheets[announced]?.name ?? '';
      progress?.({ sheet, done: announced, total: sheets.length });
    }
  };
  let cursor: Cursor = START;
  let budget = BLOCK_CELLS;
  let waiting: readonly Pending[] = [];
  let riders = along;
  const stores: CellStore[] = [];
  const build = async (until: number): Promise<void> => {
    for (const builder of builders.slice(stores.length, until)) {
      if (builder.size > LONG) await nextTask();
      stores.push(builder.build());
    }
  };
  while (cursor.sheet < sheets.length || waiting.length > 0) {
    const { slices, next } = takeSlices(used, cursor, budget);
    announce(slices.at(-1)?.sheet ?? sheets.length);
    const asked = slices.map((slice) => askGrids(entryOf(sheets, slice), slice));
    const details = waiting.map(askDetails);
    for (const rider of riders) rider.ask();
    try {
      await session.sync();
    } catch (error) {
      const blamed = riders.filter((rider) => rider.mayHaveFailed(error));
      riders = riders.filter((rider) => !blamed.includes(rider));
      if (blamed.length > 0) continue;
      if (!isTooMuch(error)) throw error;
      budget = smaller(slices, sheets, error);
      continue;
    }
    for (const rider of riders) rider.take();
    riders = [];
    for (const finish of details) finish(builders);
    if (soFar && cursor.sheet > stores.length && cursor.sheet < sheets.length) {
      await build(cursor.sheet);
      soFar(stores);
    }
    waiting = asked.map((receive) => receive());
    cursor = next;
  }
  await build(sheets.length);
  return stores;
}

/** From so many cells on a sheet is put together in a task of its own. */
const LONG = 10_000;

/** Long texts can make a block too big for Excel on the web; then the blocks become smaller. */
function smaller(slices: readonly Slice[], sheets: readonly SheetEntry[], cause: unknown): number {
  const [first] = slices;
  const rows = slices.reduce((sum, { rect }) => sum + rect.bottom - rect.top + 1, 0);
  if (!first || rows === 1) {
    throw new HostError('tooLarge', first ? entryOf(sheets, first).name : '', { cause });
  }
  return Math.floor(slices.reduce((sum, { rect }) => sum + cellsOf(rect), 0) / 2);
}

function entryOf(sheets: readonly SheetEntry[], slice: Slice): SheetEntry {
  const entry = sheets[slice.sheet];
  if (!entry) throw new RangeError(`no sheet ${slice.sheet}`);
  return entry;
}
