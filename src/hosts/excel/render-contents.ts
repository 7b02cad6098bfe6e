import type { SummaryGrid } from './summary-grid';
import type { Session } from './session';

/** Written in one trip at most; Excel on the web takes 5 MB, and an escaped character may need 3 bytes. */
const CELLS_A_TRIP = 20_000;
const CHARACTERS_A_TRIP = 1_000_000;

/** Writes formats, links and contents as grids, one trip a block; the last block stays queued. */
export async function renderContents(session: Session, sheet: Excel.Worksheet, grid: SummaryGrid): Promise<void> {
  let first = true;
  for (const [top, bottom] of blocksOf(grid)) {
    if (!first) await session.sync();
    first = false;
    const block = sheet.getRangeByIndexes(top, 0, bottom - top, grid.columns);
    // The format comes first: it decides whether what follows is kept as text.
    block.numberFormat = copy(grid.formats.slice(top, bottom));
    writeLinks(sheet, grid, top, bottom);
    // Contents after links: a new link writes its target into a blank cell.
    block.formulas = copy(grid.contents.slice(top, bottom));
    block.untrack();
  }
}

/** Runs of rows `[top, bottom)` that fit into a trip. */
function* blocksOf({ contents, columns }: SummaryGrid): Generator<readonly [top: number, bottom: number]> {
  let top = 0;
  let characters = 0;
  for (const [row, cells] of contents.entries()) {
    const more = cells.reduce<number>((sum, cell) => sum + String(cell).length, 0);
    if (row > top && ((row - top + 1) * columns > CELLS_A_TRIP || characters + more > CHARACTERS_A_TRIP)) {
      yield [top, row];
      top = row;
      characters = 0;
    }
    characters += more;
  }
  if (contents.length > top) yield [top, contents.length];
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
