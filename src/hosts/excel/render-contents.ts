import type { SummaryGrid } from './summary-grid';
import type { Session } from './session';

/** Cells written in one trip; a row of findings has about 70 bytes a cell. */
const CELLS_A_TRIP = 20_000;

/** Writes formats, links and contents as grids, one trip a block; the last block stays queued. */
export async function renderContents(session: Session, sheet: Excel.Worksheet, grid: SummaryGrid): Promise<void> {
  const rows = Math.max(1, Math.floor(CELLS_A_TRIP / grid.columns));
  for (let top = 0; top < grid.contents.length; top += rows) {
    if (top > 0) await session.sync();
    const bottom = Math.min(grid.contents.length, top + rows);
    const block = sheet.getRangeByIndexes(top, 0, bottom - top, grid.columns);
    // The format comes first: it decides whether what follows is kept as text.
    block.numberFormat = copy(grid.formats.slice(top, bottom));
    writeLinks(sheet, grid, top, bottom);
    // Contents after links: a new link writes its target into a blank cell.
    block.formulas = copy(grid.contents.slice(top, bottom));
    block.untrack();
  }
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
