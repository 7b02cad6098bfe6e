import { quietly, type Session } from './session';
import type { SummaryGrid } from './summary-grid';

/** Written in one trip at most; Excel on the web takes 5 MB, and an escaped character may need 3 bytes. */
const CELLS_A_TRIP = 20_000;
const CHARACTERS_A_TRIP = 1_000_000;

/** A sheet with what goes onto it. */
export interface Filled {
  readonly sheet: Excel.Worksheet;
  readonly grid: SummaryGrid;
  /** Where its looks stay: whether a cell holds another kind of thing than before, and so needs its format anew. */
  readonly isOtherKind?: (row: number, column: number) => boolean;
}

/** Writes formats, links and contents as grids, as many rows and sheets a trip as fit; the last trip stays queued. */
export async function renderContents(session: Session, all: readonly Filled[]): Promise<void> {
  let room = { cells: CELLS_A_TRIP, characters: CHARACTERS_A_TRIP };
  for (const one of all) {
    for (const { top, bottom, cells, characters } of blocksOf(one.grid)) {
      if (cells > room.cells || characters > room.characters) {
        await session.sync();
        quietly(session);
        room = { cells: CELLS_A_TRIP, characters: CHARACTERS_A_TRIP };
      }
      room = { cells: room.cells - cells, characters: room.characters - characters };
      writeBlock(one, top, bottom);
    }
  }
}

function writeBlock({ sheet, grid, isOtherKind }: Filled, top: number, bottom: number): void {
  const block = sheet.getRangeByIndexes(top, 0, bottom - top, grid.columns);
  // The format comes first: it decides whether what follows is kept as text.
  if (isOtherKind) writeFormats(sheet, grid, top, bottom, isOtherKind);
  else block.numberFormat = copy(grid.formats.slice(top, bottom));
  writeLinks(sheet, grid, top, bottom);
  // Contents after links: a new link writes its target into a blank cell.
  block.formulas = copy(grid.contents.slice(top, bottom));
  block.untrack();
}

/** The formats of the few cells that were text and hold a figure now, or the other way round. */
function writeFormats(
  sheet: Excel.Worksheet,
  { formats }: SummaryGrid,
  top: number,
  bottom: number,
  isOtherKind: (row: number, column: number) => boolean,
): void {
  for (let row = top; row < bottom; row++) {
    formats[row]?.forEach((format, column) => {
      if (!isOtherKind(row, column)) return;
      const cell = sheet.getRangeByIndexes(row, column, 1, 1);
      cell.numberFormat = [[format]];
      cell.untrack();
    });
  }
}

interface Block {
  readonly top: number;
  readonly bottom: number;
  readonly cells: number;
  readonly characters: number;
}

/** Runs of rows `[top, bottom)` that fit into a trip. */
function* blocksOf({ contents, columns }: SummaryGrid): Generator<Block> {
  let top = 0;
  let characters = 0;
  for (const [row, cells] of contents.entries()) {
    const more = cells.reduce<number>((sum, cell) => sum + String(cell).length, 0);
    if (row > top && ((row - top + 1) * columns > CELLS_A_TRIP || characters + more > CHARACTERS_A_TRIP)) {
      yield { top, bottom: row, cells: (row - top) * columns, characters };
      top = row;
      characters = 0;
    }
    characters += more;
  }
  if (contents.length > top)
    yield { top, bottom: contents.length, cells: (contents.length - top) * columns, characters };
}

/** One call for each column that has links. */
function writeLinks(sheet: Excel.Worksheet, { links, columns }: SummaryGrid, top: number, bottom: number): void {
  const block = links.slice(top, bottom);
  for (let column = 0; column < columns; column++) {
    const first = block.findIndex((row) => row[column] !== undefined);
    if (first < 0) continue;
    const last = block.findLastIndex((row) => row[column] !== undefined);
    const range = sheet.getRangeByIndexes(top + first, column, last - first + 1, 1);
    range.setCellProperties(
      block.slice(first, last + 1).map((row) => {
        const documentReference = row[column];
        return [documentReference === undefined ? {} : { hyperlink: { documentReference } }];
      }),
    );
    range.untrack();
  }
}

function copy<T>(grid: readonly (readonly T[])[]): T[][] {
  return grid.map((row) => [...row]);
}
