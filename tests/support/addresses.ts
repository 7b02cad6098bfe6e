import { cellName } from '../../src/core/grid/address';
import { bookId, cellPlaces, type Place } from '../../src/core/grid/place';
import type { Workbook } from '../../src/core/grid/sheet';

/** Places as a reader of one workbook calls them: `B7`, `石桥!B7` where it has several sheets, `《上月.xlsx》Sheet1!B7`. */
export function addressesOf(places: readonly Place[], workbook: Workbook): string[] {
  const own = bookId(workbook);
  const isOneSheet = workbook.sheets.length === 1;
  return cellPlaces(places).map(({ book, sheet, row, column }) => {
    const cell = cellName({ row, column });
    if (book !== own) return `《${book}》${sheet}!${cell}`;
    return isOneSheet ? cell : `${sheet}!${cell}`;
  });
}
